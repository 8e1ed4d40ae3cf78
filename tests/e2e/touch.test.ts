import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openApp } from './app';
import { eventOf, extentOf, idsWhere, withActor } from './csto';
import { addressOf, detail, list, ready, soon, timeline } from './page';

const open = async (fragment: string): Promise<Page> =>
  ready(
    await openApp(fragment, {
      context: { viewport: { width: 1024, height: 768 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
    }),
  );
/** Width of the column of lane names at this size. */
const NAMES_PX = 188;
const WINDOW = 'window=2010-01-01..2019-12-31';

/** A finger's way, or two fingers', each a list of points from the top left of the timeline. */
async function touch(page: Page, ...fingers: readonly (readonly (readonly [number, number])[])[]) {
  const box = (await timeline(page).boundingBox())!;
  const session = await page.context().newCDPSession(page);
  const points = (step: number) => fingers.map((way, id) => ({ x: box.x + way[step][0], y: box.y + way[step][1], id }));
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: points(0) });
  for (let step = 1; step < fingers[0].length; step++) {
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: points(step) });
  }
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

const line = (from: readonly [number, number], to: readonly [number, number]) =>
  Array.from({ length: 9 }, (_, step) => [0, 1].map((axis) => from[axis] + ((to[axis] - from[axis]) * step) / 8)) as [
    number,
    number,
  ][];

function windowOf(page: Page): readonly [number, number] {
  const [from, to] = addressOf(page).get('window')!.split('..');
  return [extentOf(from)[0], extentOf(to)[1]];
}
const span = (page: Page) => windowOf(page)[1] - windowOf(page)[0];

test('two fingers zoom the timeline and not the page', async () => {
  const page = await open(WINDOW);
  const before = span(page);
  await touch(page, line([400, 120], [300, 120]), line([500, 120], [600, 120]));
  await soon(() => span(page) / before).toBeLessThan(0.5);
  expect(span(page) / before).toBeGreaterThan(0.2);
  const near = span(page);
  await touch(page, line([300, 120], [400, 120]), line([600, 120], [500, 120]));
  await soon(() => span(page) / near).toBeGreaterThan(2);
  expect(await page.evaluate(() => visualViewport!.scale)).toBe(1);
});

test('one finger moves along in time, and up and down through the lanes', async () => {
  const page = await open(WINDOW);
  const [from, to] = windowOf(page);
  const plot = (await timeline(page).evaluate((element) => element.clientWidth)) - NAMES_PX;
  const off = (px: number) => Math.abs(windowOf(page)[0] - from - (px / plot) * (to - from)) / (to - from);
  await touch(page, line([600, 120], [450, 122]));
  await soon(() => off(150)).toBeLessThan(0.03);
  await touch(page, line([500, 220], [502, 60]));
  await soon(() => timeline(page).evaluate((element) => element.scrollTop)).toBeGreaterThan(50);
  await soon(() => off(150)).toBeLessThan(0.03);
});

test('a tap on a mark opens its event', async () => {
  const [id] = idsWhere(withActor('nikolayenko'));
  const page = await open('actor=nikolayenko&lanes=none&window=2001-01-01..2001-12-31');
  const width = await timeline(page).evaluate((element) => element.clientWidth);
  const [start, end] = extentOf(eventOf(id).date!);
  const x = 12 + (((start + end) / 2 - Date.UTC(2001, 0, 1)) / (365 * 86_400_000)) * (width - 12);
  const box = (await timeline(page).boundingBox())!;
  for (let y = 30; y < box.height && !addressOf(page).has('event'); y += 16) {
    await page.touchscreen.tap(box.x + x, box.y + y);
  }
  await soon(() => addressOf(page).get('event')).toBe(id);
  await detail(page)
    .getByRole('heading', { name: eventOf(id).title })
    .waitFor();
});

test('a tap on a row opens it', async () => {
  const page = await open('actor=nikolayenko');
  await list(page).getByRole('link').first().tap();
  await detail(page)
    .getByRole('heading', { name: eventOf(idsWhere(withActor('nikolayenko'))[0]).title })
    .waitFor();
});
