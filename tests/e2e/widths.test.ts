import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openApp } from './app';
import { cutOff } from './cut-off';
import { csto, eventOf, idsWhere, withActor } from './csto';
import { addressOf, chips, detail, filters, list, overview, ready, search, shown, soon, timeline, value } from './page';

const open = async (width: number, height: number, fragment = ''): Promise<Page> =>
  ready(
    await openApp(fragment, { context: { viewport: { width, height }, hasTouch: width < 600, isMobile: width < 600 } }),
  );

/** The page itself does not scroll sideways, and nothing is cut off. */
async function fits(page: Page) {
  const [needs, has] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(needs).toBeLessThanOrEqual(has);
  expect(await cutOff(page)).toEqual([]);
}

test('what is cut off is seen, when it is planted', async () => {
  const page = await open(1024, 768, 'actor=armenia');
  for (const [rule, caught] of [
    ['.querybar .count { min-width: 1100px !important }', /"63 of 318 events" from/],
    [
      '.facets .name { overflow: hidden; text-overflow: clip; white-space: nowrap; width: 20px !important }',
      /is wider than it shows/,
    ],
    ['.list .date { margin-left: -60px !important }', /from -?\d+ to \d+, room from/],
  ] as const) {
    await page.evaluate(
      (text) => document.styleSheets[0].insertRule(text, document.styleSheets[0].cssRules.length),
      rule,
    );
    expect((await cutOff(page)).join('\n'), rule).toMatch(caught);
    await page.evaluate(() => document.styleSheets[0].deleteRule(document.styleSheets[0].cssRules.length - 1));
  }
  expect(await cutOff(page)).toEqual([]);
});

const BUSY =
  'actor=csc&actor=!un-cted&topic=treaty-law&topic=!central-asia-afghanistan&from=2001-01&to=2025-12&range=certainly&q=security+council';

for (const [width, height] of [
  [1440, 900],
  [1180, 800],
  [1024, 768],
  [760, 1024],
  [390, 844],
  [320, 256],
]) {
  test(`nothing is cut off at ${width} by ${height}: at the start, filtered, with an event, without a match`, async () => {
    const page = await open(width, height);
    await fits(page);
    await page.evaluate((hash) => (location.hash = hash), BUSY);
    await chips(page).waitFor();
    await fits(page);
    await page.evaluate((hash) => (location.hash = hash), `event=treaty-signed-1992`);
    await detail(page)
      .getByRole('heading', { name: eventOf('treaty-signed-1992').title })
      .waitFor();
    await fits(page);
    await page.evaluate((hash) => (location.hash = hash), 'actor=tasmagambetov&from=1992&to=1995&q=zzqx');
    await page.getByRole('heading', { name: 'No event matches' }).waitFor();
    await fits(page);
    await page.evaluate(() => (location.hash = ''));
    for (const button of ['Share', 'About this chronology', 'Help: keys and search']) {
      await page.getByRole('banner').getByRole('button', { name: button }).click();
      await page.getByRole('dialog').waitFor();
      await fits(page);
      await page.keyboard.press('Escape');
      await soon(() => page.getByRole('dialog').count()).toBe(0);
    }
  });
}

test('at 1440 the three columns stand side by side', async () => {
  const page = await open(1440, 900);
  const boxes = await Promise.all(
    [filters(page), page.getByRole('main'), detail(page)].map((part) => part.boundingBox()),
  );
  const [left, middle, right] = boxes.map((box) => box!);
  expect(left.x + left.width).toBeLessThanOrEqual(middle.x + 1);
  expect(middle.x + middle.width).toBeLessThanOrEqual(right.x + 1);
  expect(right.x + right.width).toBeLessThanOrEqual(1440);
  for (const box of [left, middle, right]) expect(box.y + box.height).toBeLessThanOrEqual(900);
});

test('at 1024 an event lies over the page, and goes by its button, by Esc and by Back', async () => {
  const page = await open(1024, 768, 'topic=exercises');
  const close = detail(page).getByRole('button', { name: 'Close the event' });
  const row = list(page).getByRole('link').first();
  expect(await detail(page).isVisible()).toBe(false);
  for (const leave of [() => close.click(), () => page.keyboard.press('Escape'), () => page.goBack()]) {
    await row.click();
    await close.waitFor();
    const box = (await detail(page).boundingBox())!;
    expect(box.x + box.width).toBe(1024);
    expect(box.width).toBeLessThan(500);
    await leave();
    await soon(() => detail(page).isVisible()).toBe(false);
  }
});

test('at 390 filters and events are sheets that open and close, and the filters filter', async () => {
  const page = await open(390, 844);
  const button = page.getByRole('button', { name: 'Filters', exact: true });
  expect(await filters(page).isVisible()).toBe(false);
  await button.tap();
  await value(page, 'Armenia').tap();
  await soon(() => shown(page)).toBe(idsWhere(withActor('armenia')).length);
  await filters(page).getByRole('button', { name: 'Done' }).tap();
  await soon(() => filters(page).isVisible()).toBe(false);
  await button.tap();
  await value(page, 'Armenia').waitFor();
  await page.touchscreen.tap(380, 500);
  await soon(() => filters(page).isVisible()).toBe(false);
  await button.tap();
  await value(page, 'Armenia').waitFor();
  await page.keyboard.press('Escape');
  await soon(() => filters(page).isVisible()).toBe(false);

  await list(page).getByRole('link').first().tap();
  const title = detail(page).getByRole('heading', { level: 2 });
  await title.waitFor();
  expect((await detail(page).boundingBox())!.width).toBe(390);
  await detail(page).getByRole('button', { name: 'Close the event' }).tap();
  await soon(() => detail(page).isVisible()).toBe(false);
  await page.getByRole('combobox', { name: 'Lanes' }).selectOption('topic');
  await soon(() => addressOf(page).get('lanes')).toBe('topic');
});

test('at 390 a sheet takes the focus when it comes and gives it back when it goes', async () => {
  const page = await open(390, 844);
  const within = (part: Locator) => part.evaluate((element) => element.contains(document.activeElement));
  const button = page.getByRole('button', { name: 'Filters', exact: true });
  for (const leave of ['Escape', 'Enter']) {
    await button.focus();
    await page.keyboard.press('Enter');
    await soon(() => within(filters(page))).toBe(true);
    await page.keyboard.press(leave);
    await soon(() => filters(page).isVisible()).toBe(false);
    await soon(() => within(button)).toBe(true);
  }
  const row = list(page).getByRole('link').nth(1);
  await row.focus();
  await page.keyboard.press('Enter');
  await soon(() => within(detail(page).getByRole('heading', { level: 2 }))).toBe(true);
  await page.keyboard.press('Escape');
  await soon(() => detail(page).isVisible()).toBe(false);
  await soon(() => within(row)).toBe(true);
});

test('at 1024 an opened event leaves the focus in the list', async () => {
  const page = await open(1024, 768);
  const row = list(page).getByRole('link').nth(1);
  await row.focus();
  await page.keyboard.press('Enter');
  await detail(page).getByRole('button', { name: 'Close the event' }).waitFor();
  expect(await row.evaluate((element) => element === document.activeElement)).toBe(true);
});

test('what is not shown takes no focus: at 390 the closed sheets are left out by Tab', async () => {
  const page = await open(390, 844);
  for (let stop = 0; stop < 30; stop++) {
    await page.keyboard.press('Tab');
    const hidden = await page.evaluate(() => {
      const element = document.activeElement!;
      return element === document.body ? null : (element.closest('nav, aside')?.getAttribute('aria-label') ?? null);
    });
    expect(hidden).toBe(null);
  }
});

test('at 400 % everything can be reached by scrolling down', async () => {
  const page = await open(320, 256);
  for (const part of [search(page), overview(page), timeline(page), list(page)]) {
    await part.scrollIntoViewIfNeeded();
    const box = (await part.boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(320);
    expect(box.height).toBeGreaterThan(20);
  }
  await list(page).getByRole('link').first().click();
  await detail(page)
    .getByRole('heading', { name: eventOf(idsWhere()[0]).title })
    .waitFor();
  const source = detail(page).getByRole('link').first();
  await source.scrollIntoViewIfNeeded();
  expect(await source.isVisible()).toBe(true);
  await detail(page).getByRole('button', { name: 'Close the event' }).click();
  await soon(() => detail(page).isVisible()).toBe(false);
  expect(await shown(page)).toBe(csto.events.length);
});
