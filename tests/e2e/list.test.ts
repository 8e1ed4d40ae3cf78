import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openApp } from './app';
import { eventOf, idsWhere, onTopic, withActor } from './csto';
import { addressOf, detail, list, listed, ready, shows, soon, timeline } from './page';

const open = async (fragment = ''): Promise<Page> => ready(await openApp(fragment));
const all = idsWhere();

/** Place in the list (from 1) of the row that has the focus; 0 when none has. */
const place = (page: Page) =>
  page.evaluate(() => Number(document.activeElement?.closest('li')?.getAttribute('aria-posinset') ?? 0));

/** Whether the row that has the focus can be seen whole, below the heading of its group. */
const inSight = (page: Page) =>
  list(page).evaluate((box) => {
    const [row, frame] = [document.activeElement!.getBoundingClientRect(), box.getBoundingClientRect()];
    const heading = document.activeElement!.closest('ol')!.previousElementSibling?.getBoundingClientRect();
    return row.top >= Math.max(frame.top, heading?.bottom ?? 0) - 1 && row.bottom <= frame.bottom + 1;
  });

test('keys walk through the list by one, by a screen and to both ends, and the row stays in sight', async () => {
  const page = await open();
  await list(page).focus();
  for (const [key, expected] of [
    ['ArrowDown', 1],
    ['ArrowDown', 2],
    ['ArrowUp', 1],
    ['ArrowUp', 1],
    ['End', all.length],
    ['ArrowDown', all.length],
    ['ArrowUp', all.length - 1],
    ['Home', 1],
  ] as const) {
    await page.keyboard.press(key);
    await soon(() => place(page)).toBe(expected);
    expect(await inSight(page), key).toBe(true);
  }
  await page.keyboard.press('PageDown');
  await soon(() => place(page)).toBeGreaterThan(3);
  const screen = (await place(page)) - 1;
  await page.keyboard.press('PageDown');
  await soon(() => place(page)).toBe(1 + 2 * screen);
  expect(await inSight(page)).toBe(true);
  await page.keyboard.press('PageUp');
  await soon(() => place(page)).toBe(1 + screen);
  expect(await inSight(page)).toBe(true);
});

test('Enter opens the row, and the list keeps the focus', async () => {
  const page = await open('topic=exercises');
  const ids = idsWhere(onTopic('exercises'));
  await list(page).focus();
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowDown');
  await soon(() => place(page)).toBe(3);
  await page.keyboard.press('Enter');
  await detail(page)
    .getByRole('heading', { name: eventOf(ids[2]).title })
    .waitFor();
  expect(await place(page)).toBe(3);
  expect(addressOf(page).get('event')).toBe(ids[2]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await detail(page)
    .getByRole('heading', { name: eventOf(ids[3]).title })
    .waitFor();
  await page.keyboard.press('Escape');
  await soon(() => addressOf(page).has('event')).toBe(false);
  expect(await place(page)).toBe(4);
});

test('the list holds the matches, all of them, in the order asked for', async () => {
  const page = await open('actor=russia');
  const ids = idsWhere(withActor('russia'));
  await shows(page, ids);
  await page.getByRole('combobox', { name: 'Order of the list' }).selectOption('newest');
  await soon(() => listed(page)).toEqual([...ids].reverse());
});

test('a row that has the focus keeps it when it is scrolled far away', async () => {
  const page = await open();
  await list(page).focus();
  await page.keyboard.press('ArrowDown');
  await soon(() => place(page)).toBe(1);
  await list(page).evaluate((box) => (box.scrollTop = box.scrollHeight));
  await list(page)
    .getByText(eventOf(all[all.length - 1]).title, { exact: true })
    .waitFor();
  expect(await place(page)).toBe(1);
  await page.keyboard.press('ArrowDown');
  await soon(() => place(page)).toBe(2);
  expect(await inSight(page)).toBe(true);
});

test('a link in the list is a link: it says where it leads, and that place shows the event', async () => {
  const page = await open('topic=exercises&lanes=type');
  const link = list(page).getByRole('link').nth(1);
  const other = await open(new URL((await link.getAttribute('href'))!, page.url()).hash.slice(1));
  const ids = idsWhere(onTopic('exercises'));
  await shows(other, ids);
  await detail(other)
    .getByRole('heading', { name: eventOf(ids[1]).title })
    .waitFor();
});

test('list, timeline and detail have one selection', async () => {
  const page = await open('actor=nikolayenko&actor=tasmagambetov&lanes=none');
  const ids = idsWhere(({ actors }) => actors.some(({ id }) => id === 'nikolayenko' || id === 'tasmagambetov'));
  const selected = () => list(page).locator('[aria-current=true]');
  const heading = detail(page).getByRole('heading', { level: 2 });
  const opened = async (id: string) => {
    await soon(() => heading.innerText()).toBe(eventOf(id).title);
    await soon(() => selected().locator('.title').allInnerTexts()).toEqual([eventOf(id).title]);
    expect(addressOf(page).get('event')).toBe(id);
  };
  await list(page).getByRole('link').nth(2).click();
  await opened(ids[2]);
  await timeline(page).press('ArrowRight');
  await timeline(page).press('Enter');
  await opened(ids[3]);
  await detail(page)
    .getByRole('button', { name: /^Next:/ })
    .click();
  await opened(ids[4]);
  await page.keyboard.press('[');
  await opened(ids[3]);
  await page.keyboard.press(']');
  await page.keyboard.press(']');
  await opened(ids[5]);
  await list(page).getByRole('link').first().focus();
  expect(await detail(page).getByText(`6 of ${ids.length}`).count()).toBe(1);
  await detail(page).getByRole('button', { name: 'Close the event' }).click();
  await soon(() => selected().count()).toBe(0);
});

test('stepping from an event that is no match goes to the matches around it in time', async () => {
  const page = await open('topic=exercises&event=treaty-signed-1992');
  const ids = idsWhere(onTopic('exercises'));
  await detail(page).getByText('not a match').waitFor();
  expect(
    await detail(page)
      .getByRole('button', { name: /^Previous:/ })
      .isDisabled(),
  ).toBe(true);
  await detail(page)
    .getByRole('button', { name: /^Next:/ })
    .click();
  await detail(page)
    .getByRole('heading', { name: eventOf(ids[0]).title })
    .waitFor();
});

test('where the reader has set the colours the opened row and that of the cursor can still be told from the others', async () => {
  const page = await open('event=treaty-signed-1992');
  await page.emulateMedia({ forcedColors: 'active' });
  await list(page).getByRole('link').first().focus();
  await page.keyboard.press('ArrowDown');
  const edges = await list(page)
    .locator('li')
    .evaluateAll((rows) => rows.slice(0, 3).map((row) => getComputedStyle(row).borderLeftWidth));
  expect(edges).toEqual(['2px', '2px', '0px']);
});
