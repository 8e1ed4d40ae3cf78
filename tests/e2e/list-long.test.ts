import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openApp } from './app';
import { list, ready, soon } from './page';

/** Of the height of a row on a phone, more than a scroller may be tall. */
const COUNT = 66_000;
const ROW_PX = 64;
const TALLEST_PX = 4_000_000;

const title = (place: number) => `Event ${place}`;
const file = () => {
  const events = Array.from({ length: COUNT }, (_, index) => {
    const day = new Date(Date.UTC(1850, 0, 1 + index)).toISOString().slice(0, 10);
    return { id: `e${index + 1}`, title: title(index + 1), date: day };
  });
  return JSON.stringify({ format: 'dateline/1', title: 'Long', events });
};

async function open(): Promise<Page> {
  const body = file();
  const page = await openApp('', {
    context: { viewport: { width: 500, height: 900 } },
    prepare: (page: Page) =>
      page.route('**/data/csto.json', (route) => route.fulfill({ contentType: 'application/json', body })),
  });
  return ready(page);
}

/** The rows in sight by their places, each where it is in sight, and how far the scroller is. */
const sight = (page: Page) =>
  list(page).evaluate((box) => {
    const frame = box.getBoundingClientRect();
    const rows = [...box.querySelectorAll('li')]
      .map((row) => ({ place: Number(row.getAttribute('aria-posinset')), ...row.getBoundingClientRect().toJSON() }))
      .filter(({ top, bottom }) => bottom > frame.top && top < frame.bottom)
      .sort((a, b) => a.place - b.place) as { place: number; top: number; bottom: number }[];
    return {
      rows: rows.map(({ place, top }) => ({ place, top: top - frame.top })),
      places: rows.map(({ place }) => place),
      top: box.scrollTop,
      height: box.scrollHeight,
      drawn: box.querySelectorAll('li').length,
      headings: [...box.querySelectorAll('h3')]
        .map((one) => one.getBoundingClientRect())
        .filter(({ top, bottom }) => bottom > frame.top && top < frame.bottom).length,
    };
  });
const focused = (page: Page) =>
  page.evaluate(() => Number(document.activeElement?.closest('li')?.getAttribute('aria-posinset') ?? 0));
const consecutive = (places: readonly number[]) => places.map((_, index) => places[0] + index);

test(`a list of ${COUNT.toLocaleString('en')} rows, taller than an element may be, is walked and scrolled as a short one`, async () => {
  const page = await open();
  const start = await sight(page);
  expect(start.height).toBe(TALLEST_PX);
  expect(COUNT * ROW_PX).toBeGreaterThan(TALLEST_PX);
  expect(start.places[0]).toBe(1);

  // To its ends by keys, and from there by one.
  await list(page).focus();
  for (const [key, place] of [
    ['End', COUNT],
    ['ArrowUp', COUNT - 1],
    ['ArrowDown', COUNT],
    ['Home', 1],
    ['ArrowDown', 2],
  ] as const) {
    await page.keyboard.press(key);
    await soon(() => focused(page)).toBe(place);
    expect((await sight(page)).places, key).toContain(place);
  }

  // By the wheel each step moves by as many pixels, wherever the bar was drawn to, and a rest moves nothing.
  await list(page).hover();
  for (const share of [0.1, 0.37, 0.5, 0.82]) {
    await list(page).evaluate((box, share) => (box.scrollTop = share * box.scrollHeight), share);
    await soon(async () => (await sight(page)).places[0] / COUNT).toBeCloseTo(share, 1);
    for (const by of [100, -300]) {
      const before = await sight(page);
      const { place, top } = by > 0 ? before.rows[3] : before.rows[0];
      await page.mouse.wheel(0, by);
      await soon(async () => Math.round((await sight(page)).rows.find((row) => row.place === place)?.top ?? -1)).toBe(
        Math.round(top - by),
      );
      const after = await sight(page);
      expect(after.places).toEqual(consecutive(after.places));
      expect(after.drawn).toBeLessThan(40);
      expect(after.headings).toBeGreaterThan(0);
      await page.waitForTimeout(400);
      expect((await sight(page)).rows).toEqual(after.rows);
    }
  }

  // Where the bar ends the list ends.
  for (const [top, place] of [
    [TALLEST_PX, COUNT],
    [0, 1],
  ] as const) {
    await list(page).evaluate((box, top) => (box.scrollTop = top), top);
    await soon(async () => (await sight(page)).places.includes(place)).toBe(true);
  }
});

test('a reader of the screen is told the true place of a row in a long list', async () => {
  const page = await open();
  await list(page).focus();
  await page.keyboard.press('End');
  await soon(() => focused(page)).toBe(COUNT);
  const devtools = await page.context().newCDPSession(page);
  const { nodes } = await devtools.send('Accessibility.getFullAXTree');
  const row = nodes.find(({ role, name }) => role?.value === 'link' && String(name?.value).includes(title(COUNT)))!;
  const item = nodes.find(({ nodeId }) => nodeId === row.parentId)!;
  const heading = nodes.find(
    ({ role, name }) => role?.value === 'heading' && String(name?.value).includes('September 2030'),
  );
  expect([item.role?.value, heading?.role?.value]).toEqual(['listitem', 'heading']);
  const place = await page.evaluate(() => {
    const { ariaPosInSet, ariaSetSize } = document.activeElement!.closest('li')!;
    return [ariaPosInSet, ariaSetSize];
  });
  expect(place).toEqual([String(COUNT), String(COUNT)]);
});
