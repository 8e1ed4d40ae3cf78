import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openApp } from './app';
import { csto, eventOf, extentOf, idsWhere, nameOf, withActor } from './csto';
import { addressOf, chipWords, detail, picture, ready, shows, soon, timeline, tooltip } from './page';

const open = async (fragment = ''): Promise<Page> => ready(await openApp(fragment));
const DAY_MS = 86_400_000;
/** Height of the axis, and width of the column of lane names at this size. */
const AXIS_PX = 24;
const NAMES_PX = 188;
const AIR_PX = 12;

/** The stretch of time on screen as the address has it, half-open; null when it has none. */
function windowOf(page: Page): readonly [number, number] | null {
  const text = addressOf(page).get('window');
  if (text === undefined) return null;
  const [from, to] = text.split('..');
  return [extentOf(from)[0], extentOf(to)[1]];
}
const days = (page: Page) => {
  const window = windowOf(page);
  return window === null ? null : (window[1] - window[0]) / DAY_MS;
};

/** Scans down from the axis for the first mark at `x`, and leaves the pointer there. */
async function findMark(page: Page, x: number): Promise<number> {
  const box = (await timeline(page).boundingBox())!;
  for (let y = AXIS_PX + 2; y < box.height; y += 6) {
    await page.mouse.move(box.x + x, box.y + y);
    await page.evaluate(() => new Promise(requestAnimationFrame));
    if ((await tooltip(page).count()) > 0) return box.y + y;
  }
  throw new Error(`no mark at ${x}`);
}

/** A view of one event in the middle of a year, in one lane; where its mark must be. */
const ONE = 'actor=nikolayenko&lanes=none&window=2001-01-01..2001-12-31';
const [ID] = idsWhere(withActor('nikolayenko'));
async function markX(page: Page): Promise<number> {
  const width = await timeline(page).evaluate((element) => element.clientWidth);
  const [from, to] = [Date.UTC(2001, 0, 1), Date.UTC(2002, 0, 1)];
  const [start, end] = extentOf(eventOf(ID).date!);
  return AIR_PX + (((start + end) / 2 - from) / (to - from)) * (width - AIR_PX);
}

test('the wheel zooms about the pointer to a single day, and back to everything', async () => {
  const page = await open(ONE);
  const box = (await timeline(page).boundingBox())!;
  const x = await markX(page);
  await page.mouse.move(box.x + x, box.y + 100);
  for (let turn = 0; turn < 40 && days(page) !== 1; turn++) {
    await page.mouse.wheel(0, -300);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  await soon(() => days(page)).toBeLessThanOrEqual(2);
  const [start] = extentOf(eventOf(ID).date!);
  const window = windowOf(page)!;
  expect(window[0]).toBeLessThanOrEqual(start + DAY_MS);
  expect(window[1]).toBeGreaterThanOrEqual(start);
  await findMark(page, x);
  expect(await tooltip(page).innerText()).toContain(eventOf(ID).title);

  await page.mouse.move(box.x + x, box.y + 100);
  for (let turn = 0; turn < 30; turn++) await page.mouse.wheel(0, 600);
  // All there is needs no telling.
  await soon(() => addressOf(page).has('window')).toBe(false);
});

test('dragging and the wheel with shift move along in time, and a double click zooms in', async () => {
  const page = await open('window=2010-01-01..2013-12-31');
  const box = (await timeline(page).boundingBox())!;
  const [from, to] = [Date.UTC(2010, 0, 1), Date.UTC(2014, 0, 1)];
  const plot = (await timeline(page).evaluate((element) => element.clientWidth)) - NAMES_PX;
  const y = box.y + AXIS_PX / 2;
  await page.mouse.move(box.x + 600, y);
  await page.mouse.down();
  await page.mouse.move(box.x + 500, y, { steps: 4 });
  await page.mouse.move(box.x + 400, y, { steps: 4 });
  await page.mouse.up();
  const expected = from + (200 / plot) * (to - from);
  await soon(() => Math.abs((windowOf(page) ?? [0])[0] - expected) / DAY_MS).toBeLessThan(14);
  expect(Math.abs(windowOf(page)![1] - windowOf(page)![0] - (to - from)) / DAY_MS).toBeLessThanOrEqual(2);

  const before = windowOf(page)!;
  await page.keyboard.down('Shift');
  await page.mouse.wheel(0, 200);
  await page.keyboard.up('Shift');
  await soon(() => Math.abs(windowOf(page)![0] - before[0] - (200 / plot) * (to - from)) / DAY_MS).toBeLessThan(3);

  await page.mouse.dblclick(box.x + 600, y);
  await soon(() => days(page)!).toBeLessThan(0.6 * 4 * 365);
  expect(days(page)!).toBeGreaterThan(0.2 * 4 * 365);
});

test('a wheel over the names of the lanes scrolls the lanes and leaves time alone', async () => {
  const page = await open('window=2010-01-01..2013-12-31');
  const box = (await timeline(page).boundingBox())!;
  const before = await picture(timeline(page).locator('canvas').first());
  await page.mouse.move(box.x + 40, box.y + 120);
  await page.mouse.wheel(0, 300);
  await soon(() => timeline(page).evaluate((element) => element.scrollTop)).toBeGreaterThan(200);
  await soon(() => picture(timeline(page).locator('canvas').first())).not.toBe(before);
  expect(addressOf(page).get('window')).toBe('2010-01-01..2013-12-31');
});

test('a mark stands where its date is, tells what it is, and opens', async () => {
  const page = await open(ONE);
  const x = await markX(page);
  const y = await findMark(page, x);
  const told = await tooltip(page).innerText();
  expect(told).toContain(eventOf(ID).title);
  expect(told).toContain('2001');
  const box = (await timeline(page).boundingBox())!;
  await page.mouse.move(box.x + x + 60, box.y + AXIS_PX / 2);
  await soon(() => tooltip(page).count()).toBe(0);
  await page.mouse.click(box.x + x, y);
  await detail(page)
    .getByRole('heading', { name: eventOf(ID).title })
    .waitFor();
  expect(addressOf(page).get('event')).toBe(ID);
});

test('a click on the name of a lane filters by it, a second one lets go', async () => {
  const page = await open();
  const box = (await timeline(page).boundingBox())!;
  await page.mouse.click(box.x + 60, box.y + AXIS_PX + 15);
  const fullest = csto.actors
    .map(({ id }) => ({ id, count: idsWhere(withActor(id)).length }))
    .sort((a, b) => b.count - a.count)[0].id;
  await shows(page, idsWhere(withActor(fullest)));
  expect(await chipWords(page)).toEqual([nameOf(fullest)]);
  await page.mouse.click(box.x + 60, box.y + AXIS_PX + 15);
  await soon(() => addressOf(page).size).toBe(0);
});

test('where marks would be too many there are columns, and a click goes into one', async () => {
  const page = await ready(await openApp('', { context: { viewport: { width: 390, height: 844 } } }));
  const box = (await timeline(page).boundingBox())!;
  const y = await findMark(page, 330);
  const told = await tooltip(page).innerText();
  expect(told).toMatch(/\d+ events?\s+Click to zoom in/);
  const events = Number(/(\d+) events?/.exec(told)![1]);
  await page.mouse.click(box.x + 330, y);
  await soon(() => days(page) ?? Infinity).toBeLessThan(2000);
  const [from, to] = windowOf(page)!;
  const inside = csto.events.filter(({ date }) => extentOf(date!)[0] < to && extentOf(date!)[1] > from);
  expect(inside.length).toBeGreaterThanOrEqual(events);
});

test('buttons zoom, fit the matches and go back to everything', async () => {
  const page = await open('actor=nikolayenko');
  await page.getByRole('button', { name: 'Fit matches' }).click();
  await soon(() => days(page) ?? Infinity).toBeLessThan(40);
  const fitted = days(page)!;
  await page.getByRole('button', { name: 'Zoom out' }).click();
  await soon(() => days(page)!).toBeGreaterThan(1.4 * fitted);
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await soon(() => days(page)!).toBeLessThan(1.2 * fitted);
  await page.getByRole('button', { name: 'Reset' }).click();
  await soon(() => addressOf(page).has('window')).toBe(false);
});
