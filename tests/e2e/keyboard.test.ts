import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openApp } from './app';
import { csto, eventOf, idsWhere, onTopic } from './csto';
import { addressOf, detail, list, ready, shown, soon } from './page';

/** What has the focus, in words for a failure, and whether a person can see where it is. */
interface Focus {
  readonly name: string;
  /** Outlined or shadowed by itself or by what stands close around it, in the window and not covered. */
  readonly seen: boolean;
}

const focus = (page: Page): Promise<Focus> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const name = `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 40)}`;
    const around = [element, element.parentElement!, element.parentElement!.parentElement!];
    const seen = around.some((ring, index) => {
      const { outlineStyle, outlineWidth, boxShadow, pointerEvents } = getComputedStyle(ring);
      const outlined = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
      if (!outlined && !(index > 0 && ring.matches('search') && boxShadow !== 'none')) return false;
      const box = ring.getBoundingClientRect();
      const [left, top] = [Math.max(box.left, 0), Math.max(box.top, 0)];
      const [right, bottom] = [Math.min(box.right, innerWidth), Math.min(box.bottom, innerHeight)];
      if (right - left < 6 || bottom - top < 6) return false;
      // What takes no pointer is never found at a point: what is found there must belong to the same part then.
      const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      const part = pointerEvents === 'none' ? ring.parentElement! : ring;
      return hit !== null && (part.contains(hit) || hit.contains(part));
    });
    return { name, seen };
  });

/** Presses Tab until `reached`, and sees the focus at every stop. */
async function tabTo(page: Page, reached: () => Promise<boolean>, key = 'Tab'): Promise<number> {
  for (let stops = 1; stops <= 60; stops++) {
    await page.keyboard.press(key);
    const { name, seen } = await focus(page);
    expect(seen, `stop ${stops}, ${name}: focus to be seen`).toBe(true);
    if (await reached()) return stops;
  }
  throw new Error(`not reached in 60 stops of ${key}; at ${(await focus(page)).name}`);
}

const has = (page: Page, label: string) => async () => (await focus(page)).name.includes(label);

test('from loading to the source of an event by keys alone, through the list', async () => {
  const url = eventOf('treaty-signed-1992').sources[0].url;
  const page = await ready(await openApp('', { expected: new RegExp(`^other host: ${url.slice(0, 30)}`) }));
  await page
    .context()
    .route(url, (route) => route.fulfill({ contentType: 'text/html', body: '<title>Source</title>' }));
  await page.keyboard.press('Tab');
  expect(await focus(page)).toEqual({ name: 'A Skip to the list of events', seen: true });
  await page.keyboard.press('Enter');
  expect(await list(page).evaluate((box) => box === document.activeElement)).toBe(true);
  expect((await focus(page)).seen).toBe(true);
  await page.keyboard.press('ArrowDown');
  await soon(() => focus(page)).toMatchObject({ name: expect.stringContaining('15 May 1992'), seen: true });
  await page.keyboard.press('Enter');
  await detail(page)
    .getByRole('heading', { name: eventOf('treaty-signed-1992').title })
    .waitFor();
  const stops = await tabTo(page, () =>
    page.evaluate((wanted) => document.activeElement!.getAttribute('href') === wanted, url),
  );
  expect(stops).toBeLessThan(25);
  const opening = page.context().waitForEvent('page');
  await page.keyboard.press('Enter');
  const source = await opening;
  await source.waitForURL(url);
  expect(await source.evaluate(() => [window.opener, document.referrer])).toEqual([null, '']);
  expect(await source.title()).toBe('Source');
});

test('from loading to an event by keys alone, through the search', async () => {
  const page = await ready(await openApp());
  await page.keyboard.press('/');
  expect(await focus(page)).toMatchObject({ seen: true });
  await page.keyboard.type('collective security treaty signed tashkent');
  await page.keyboard.press('Enter');
  await detail(page)
    .getByRole('heading', { name: eventOf('treaty-signed-1992').title })
    .waitFor();
  expect(await focus(page)).toEqual({ name: 'INPUT Search events', seen: true });
});

test('every stop of Tab can be seen, from the first to the last and back', async () => {
  const page = await ready(
    await openApp('actor=armenia&actor=russia&topic=!exercises&from=2010&event=treaty-signed-1992'),
  );
  const seen: string[] = [];
  for (let stop = 0; stop < 120; stop++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement === document.body)) break;
    const { name, seen: visible } = await focus(page);
    seen.push(`${name}${visible ? '' : ' (not seen)'}`);
  }
  expect(seen.filter((stop) => stop.endsWith('(not seen)'))).toEqual([]);
  expect(seen.length).toBeGreaterThan(25);
  expect(seen.length).toBeLessThan(120);
  for (const part of [
    'Skip to',
    'Search events',
    'Find in actors',
    'Start of the range',
    'Timeline of',
    'Close the event',
  ]) {
    expect(
      seen.filter((stop) => stop.includes(part)),
      part,
    ).toHaveLength(1);
  }
  await tabTo(page, has(page, 'Copy link'), 'Shift+Tab');
});

test('a focus that cannot be seen is noticed, when it is planted', async () => {
  const page = await ready(await openApp());
  for (const rule of [
    ':focus-visible { outline: none !important }',
    '.header { visibility: visible; opacity: 1; transform: translateY(-90px) }',
  ]) {
    await page.getByRole('button', { name: 'Share view' }).focus();
    await page.keyboard.press('Tab');
    expect((await focus(page)).seen).toBe(true);
    await page.evaluate(
      (text) => document.styleSheets[0].insertRule(text, document.styleSheets[0].cssRules.length),
      rule,
    );
    expect((await focus(page)).seen, rule).toBe(false);
    await page.evaluate(() => document.styleSheets[0].deleteRule(document.styleSheets[0].cssRules.length - 1));
  }
});

test('a value is found, included and excluded by keys alone', async () => {
  const page = await ready(await openApp());
  await page.keyboard.press('Tab');
  await tabTo(page, has(page, 'Nikolai Bordyuzha'));
  await page.keyboard.press('ArrowDown');
  await soon(async () => (await focus(page)).name).toContain('Imangali Tasmagambetov');
  expect((await focus(page)).seen).toBe(true);
  await page.keyboard.press('Space');
  await soon(() => addressOf(page).get('actor')).toBe('tasmagambetov');
  await tabTo(page, has(page, 'Find in topics'));
  await tabTo(page, () => page.evaluate(() => document.activeElement!.matches('[data-value]')));
  for (let row = 0; row < csto.topics.length && !(await has(page, 'Exercises')()); row++) {
    await page.keyboard.press('ArrowDown');
    expect((await focus(page)).seen).toBe(true);
  }
  await page.keyboard.press('x');
  await soon(() => addressOf(page).get('topic')).toBe('!exercises');
  expect((await focus(page)).name).toContain('Exercises');
  await page.keyboard.press('x');
  await soon(() => addressOf(page).has('topic')).toBe(false);
  await page.keyboard.press('Enter');
  await soon(() => shown(page)).toBe(
    idsWhere(onTopic('exercises'), ({ actors }) => actors.some(({ id }) => id === 'tasmagambetov')).length,
  );
});

test('dialogs take the focus, close with Escape and give the focus back', async () => {
  const page = await ready(await openApp());
  for (const [button, dialog] of [
    ['Share view', 'Share this view'],
    ['About this chronology', 'About'],
    ['Help: keys and search', 'Keys and search'],
  ] as const) {
    const opener = page.getByRole('banner').getByRole('button', { name: button });
    await opener.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: dialog }).waitFor();
    expect(await page.evaluate(() => document.activeElement!.closest('dialog') !== null), dialog).toBe(true);
    for (let stop = 0; stop < 8; stop++) {
      await page.keyboard.press('Tab');
      const outside = await page.evaluate(
        () => document.activeElement !== document.body && document.activeElement!.closest('dialog') === null,
      );
      expect(outside, dialog).toBe(false);
    }
    await page.keyboard.press('Escape');
    await soon(() => page.getByRole('dialog').count()).toBe(0);
    expect(await opener.evaluate((element) => element === document.activeElement), dialog).toBe(true);
  }
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys and search' }).waitFor();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await soon(() => page.getByRole('dialog').count()).toBe(0);
});

const onPage = (page: Page) => page.evaluate(() => document.activeElement !== document.body);

test('what goes away when it is pressed passes the focus on', async () => {
  const page = await ready(await openApp('actor=armenia&topic=exercises'));
  await page.getByRole('button', { name: 'Remove Armenia' }).focus();
  await page.keyboard.press('Enter');
  await soon(() => addressOf(page).has('actor')).toBe(false);
  await soon(async () => (await focus(page)).name).toBe('BUTTON Exercises');
  await page.getByRole('button', { name: 'Clear all' }).focus();
  await page.keyboard.press('Enter');
  await soon(() => shown(page)).toBe(csto.events.length);
  await soon(() => onPage(page)).toBe(true);
});

test('an event opened from the one before shows its title to the focus, and closing gives it to the list', async () => {
  const page = await ready(await openApp('topic=exercises'));
  await list(page).getByRole('link').nth(1).click();
  const related = detail(page)
    .getByRole('list')
    .filter({ has: page.locator('.why') })
    .getByRole('button')
    .first();
  const title = (await related.locator('.title').innerText()).trim();
  await related.focus();
  await page.keyboard.press('Enter');
  await soon(async () => (await focus(page)).name).toBe(`H2 ${title.slice(0, 40).trim()}`);
  await detail(page).getByRole('button', { name: 'Close the event' }).focus();
  await page.keyboard.press('Enter');
  await soon(() => addressOf(page).has('event')).toBe(false);
  await soon(() => list(page).evaluate((box) => box.contains(document.activeElement))).toBe(true);
});
