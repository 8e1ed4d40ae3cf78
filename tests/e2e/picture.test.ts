import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openApp } from './app';
import { addressOf, filters, list, overview, picture, ready, search, soon, timeline, value } from './page';

const open = async (fragment = '', options = {}): Promise<Page> => ready(await openApp(fragment, options));
/** The scene and what is drawn above it, as one number. */
const drawn = async (page: Page) => {
  const [scene, above] = await timeline(page).locator('canvas').all();
  return (await picture(scene)) ^ ((await picture(above)) << 1);
};

/** The picture when nothing changes any more. */
async function settled(page: Page): Promise<number> {
  let before = await drawn(page);
  await soon(async () => {
    const now = await drawn(page);
    const same = now === before;
    before = now;
    return same;
  }).toBe(true);
  return before;
}

for (const ratio of [1, 2, 3]) {
  test(`canvases have a pixel for each pixel of a screen with ratio ${ratio}`, async () => {
    const page = await open('', { context: { deviceScaleFactor: ratio } });
    for (const [name, canvas] of [
      ['timeline', timeline(page).locator('canvas').first()],
      ['overview', overview(page).locator('canvas').last()],
    ] as const) {
      const size = () =>
        canvas.evaluate((element) => {
          const { width, height, clientWidth, clientHeight } = element as HTMLCanvasElement;
          return { width, height, clientWidth, clientHeight };
        });
      await soon(async () => (await size()).width).toBeGreaterThan(300);
      const { width, height, clientWidth, clientHeight } = await size();
      expect([width, height], name).toEqual([clientWidth * ratio, clientHeight * ratio]);
      const blank = await canvas.evaluate((element) => {
        const { width, height } = element as HTMLCanvasElement;
        const copy = new OffscreenCanvas(width, height).getContext('2d')!;
        copy.drawImage(element as HTMLCanvasElement, 0, 0);
        const bottomRight = copy.getImageData(width / 2, height / 2, width / 2, height / 2).data;
        return bottomRight.every((byte) => byte === 0);
      });
      expect(blank, name).toBe(false);
    }
  });
}

test('pointing at a facet value or focusing it lights its marks up, and leaving it puts them out', async () => {
  const page = await open();
  await list(page).hover();
  const dark = await settled(page);
  await value(page, 'Armenia').hover();
  await soon(() => drawn(page)).not.toBe(dark);
  const lit = await settled(page);
  await value(page, 'Kyrgyzstan').hover();
  await soon(() => drawn(page)).not.toBe(lit);
  await list(page).getByRole('heading').first().hover();
  await soon(() => drawn(page)).toBe(dark);
  await value(page, 'Armenia').focus();
  await soon(() => drawn(page)).toBe(lit);
  await search(page).focus();
  await soon(() => drawn(page)).toBe(dark);
});

test('pointing at a row of the list shows its marks on the timeline', async () => {
  const page = await open('topic=exercises');
  await filters(page).hover({ position: { x: 5, y: 5 } });
  const before = await settled(page);
  await list(page).getByRole('link').first().hover();
  await soon(() => drawn(page)).not.toBe(before);
  await list(page).getByRole('heading').first().hover();
  await soon(() => drawn(page)).toBe(before);
});

test('an opened event is told apart on the timeline, and closing it leaves nothing behind', async () => {
  const page = await open('topic=exercises&window=2020-01-01..2024-12-31');
  await list(page).getByRole('heading').first().hover();
  const before = await settled(page);
  await page.evaluate(() => (location.hash += '&event=thunder-2022'));
  await soon(() => addressOf(page).get('event')).toBe('thunder-2022');
  await page.evaluate(() => history.back());
  await soon(() => drawn(page)).toBe(before);
});

test('light and dark are drawn in their own colours, at once when the system changes', async () => {
  const page = await open('', { context: { colorScheme: 'light' } });
  const light = await settled(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await soon(() => drawn(page)).not.toBe(light);
  const dark = await settled(page);
  await page.emulateMedia({ colorScheme: 'light' });
  await soon(() => drawn(page)).toBe(light);
  const theme = page.getByRole('button', { name: /^Theme:/ });
  await theme.click();
  await theme.click();
  await soon(() => theme.getAttribute('aria-label')).toMatch(/^Theme: dark/);
  await list(page).getByRole('heading').first().hover();
  await soon(() => drawn(page)).toBe(dark);
  await page.reload();
  await ready(page);
  await soon(() => drawn(page)).toBe(dark);
});

test('with forced colours, timeline and overview are still to be seen', async () => {
  const page = await open('', { context: { forcedColors: 'active' } });
  for (const canvas of [timeline(page).locator('canvas').first(), overview(page).locator('canvas').last()]) {
    const colours = () =>
      canvas.evaluate((element) => {
        const { width, height } = element as HTMLCanvasElement;
        const copy = new OffscreenCanvas(width, height).getContext('2d')!;
        copy.drawImage(element as HTMLCanvasElement, 0, 0);
        return new Set(new Uint32Array(copy.getImageData(0, 0, width, height).data.buffer)).size;
      });
    await soon(colours).toBeGreaterThan(20);
  }
});

/** Pictures just after a key press, some frames later, and at the end, in a page whose clock only the test moves. */
async function moved(reducedMotion: 'reduce' | 'no-preference'): Promise<readonly number[]> {
  const page = await open('window=2010-01-01..2019-12-31', {
    context: { reducedMotion },
    prepare: (page: Page) => page.clock.install(),
  });
  await page.clock.runFor(1000);
  const before = await settled(page);
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 2000));
  await timeline(page).focus();
  await page.clock.runFor(200);
  const focused = await drawn(page);
  await page.keyboard.press('+');
  const pictures = [before, focused];
  for (const ms of [50, 50, 1000, 1000]) {
    await page.clock.runFor(ms);
    pictures.push(await drawn(page));
  }
  return pictures;
}

test('a zoom by key is animated', async () => {
  const [, start, first, second, last, still] = await moved('no-preference');
  expect(new Set([start, first, second, last]).size).toBe(4);
  expect(still).toBe(last);
});

test('nothing moves by itself where reduced motion is asked for', async () => {
  const [, start, first, second, last, still] = await moved('reduce');
  expect(first).not.toBe(start);
  expect([second, last, still]).toEqual([first, first, first]);
});
