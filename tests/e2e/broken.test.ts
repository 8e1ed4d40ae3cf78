import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openApp } from './app';
import { list, ready, soon } from './page';

const unknown = Array.from({ length: 400 }, (_, i) => `actor=nobody-${i}`).join('&');

for (const width of [1440, 1024, 390]) {
  test(`a link of hundreds of values leaves room for timeline and list, ${width} px wide`, async () => {
    const page = await ready(await openApp(unknown, { context: { viewport: { width, height: 800 } } }));
    const boxes = await Promise.all(
      ['Query', 'Timeline'].map((name) => page.getByRole('region', { name }).boundingBox()),
    );
    expect(boxes[0]!.height).toBeLessThan(260);
    expect(boxes[1]!.height).toBeGreaterThan(150);
    expect(boxes[1]!.y + boxes[1]!.height).toBeLessThan(800);
  });
}

test('on a phone a notice is as wide as the page', async () => {
  const page = await openApp('from=abc', { context: { viewport: { width: 390, height: 800 } } });
  const notice = await (await ready(page)).getByText(/not a date in EDTF/).boundingBox();
  expect(notice!.width).toBeGreaterThan(300);
  expect(notice!.height).toBeLessThan(100);
});

for (const fragment of ['', 'event=treaty-signed-1992', 'actor=armenia&q=xyzzy'])
  test(`the page of "${fragment}" can be printed`, async () => {
    const page = await ready(await openApp(fragment));
    expect((await page.pdf()).length).toBeGreaterThan(10_000);
  });

test('on paper the opened event follows list and timeline', async () => {
  const page = await ready(
    await openApp('event=treaty-signed-1992', { context: { viewport: { width: 794, height: 1123 } } }),
  );
  await page.emulateMedia({ media: 'print' });
  const rows = await list(page).boundingBox();
  const detail = await page.getByRole('complementary', { name: 'Event' }).boundingBox();
  expect(detail!.y).toBeGreaterThanOrEqual(rows!.y + rows!.height);
  expect(detail!.width).toBeGreaterThan(700);
});

for (const [what, script] of [
  ['has no workers', 'delete window.Worker'],
  ['refuses a worker', 'window.Worker = function () { throw new Error("not here") }'],
])
  test(`a browser that ${what}: a clear message`, async () => {
    const page = await openApp('actor=armenia', { prepare: (page: Page) => page.addInitScript({ content: script }) });
    await soon(() => page.getByRole('alert').innerText()).toMatch(/did not start the engine .*allow workers/);
    expect(await page.getByRole('button', { name: 'Try again' }).isVisible()).toBe(true);
  });

test('what a sheet covers on a phone is out of reach until the sheet goes', async () => {
  const page = await ready(await openApp('', { context: { viewport: { width: 390, height: 800 } } }));
  const inert = () => page.locator('[inert]').count();
  const filters = page.getByRole('button', { name: 'Filters', exact: true });
  expect(await inert()).toBe(0);
  await filters.click();
  await soon(inert).toBe(3);
  const reached = await page.locator('[data-search]').evaluate((box: HTMLElement) => {
    box.focus();
    return box === document.activeElement;
  });
  expect(reached).toBe(false);
  await page.keyboard.press('Escape');
  await soon(inert).toBe(0);
  expect(await filters.evaluate((button) => button === document.activeElement)).toBe(true);
  await list(page).getByRole('link').first().click();
  await soon(inert).toBe(3);
  await page.setViewportSize({ width: 1440, height: 900 });
  await soon(inert).toBe(0);
});
