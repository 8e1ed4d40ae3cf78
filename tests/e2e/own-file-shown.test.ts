import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openApp } from './app';
import { csto } from './csto';
import { cutOff } from './cut-off';
import { countLine, ready, soon } from './page';

const TABLE = [
  'id,title,date,actor_ids,source_titles',
  ...Array.from({ length: 24 }, (_, i) => `${i},Talks ${i},2023-12-${String(29 + (i % 3))},Ann,Paper`),
  ...Array.from({ length: 14 }, (_, i) => `n${i},,2024-01-06,Ann,Paper`),
].join('\n');

async function opened(width: number, height: number): Promise<Page> {
  const page = await ready(await openApp('', { context: { viewport: { width, height }, hasTouch: width < 600 } }));
  await page.setInputFiles('input[type=file]', { name: 'talks.csv', mimeType: '', buffer: Buffer.from(TABLE) });
  await soon(() => countLine(page).innerText()).toBe('24 of 24 events');
  return page;
}

test('what a drop would do is shown above an open dialog', async () => {
  const page = await ready(await openApp());
  await page.getByRole('button', { name: 'More ways to open' }).click();
  await page.getByRole('dialog').waitFor();
  const drag = (type: string) =>
    page.evaluate((name) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['a'], 'a.csv'));
      document.body.dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }));
    }, type);
  await drag('dragenter');
  await page.getByText('Drop to open').waitFor();
  // What was opened last lies on top.
  const open = await page.locator(':popover-open').allInnerTexts();
  expect(open.join()).toContain('Drop to open');
  await drag('dragleave');
  await soon(() => page.getByText('Drop to open').count()).toBe(0);
});

for (const [width, height] of [
  [390, 844],
  [320, 700],
]) {
  test(`at ${width} the way back and the order of the list are shown whole`, async () => {
    const page = await opened(width, height);
    const back = page.getByRole('button', { name: `Back to ${csto.title}` });
    const at = (await back.boundingBox())!;
    expect(at.x).toBeGreaterThanOrEqual(0);
    expect(at.x + at.width).toBeLessThanOrEqual(width);
    expect(await back.evaluate((one) => one.scrollWidth <= one.clientWidth)).toBe(true);
    const sort = (await page.getByRole('combobox', { name: 'Order of the list' }).boundingBox())!;
    const heading = await page.getByRole('heading', { name: /^December 2023/ }).evaluate((one) => {
      const range = document.createRange();
      range.selectNodeContents(one);
      return range.getBoundingClientRect().right;
    });
    expect(heading).toBeLessThan(sort.x);
    expect(await cutOff(page)).toEqual([]);
  });
}

test('a row of the report tells what its group does not, and the other groups are in sight', async () => {
  const page = await opened(1440, 900);
  await page.getByRole('button', { name: '24 of 38 rows loaded' }).click();
  const rows = page.getByRole('dialog').locator('tbody tr');
  await rows.first().waitFor();
  expect((await rows.first().innerText()).split('\t').map((cell) => cell.trim())).toEqual([
    'talks.csv',
    '26',
    'title',
    expect.any(String),
    'Left out.',
  ]);
  expect(await rows.count()).toBe(10);
  await page.getByRole('button', { name: 'Show more of 14 rows' }).click();
  await soon(() => rows.count()).toBe(14);
});

test('the title of a long dialog stays in place, and so does what closes it', async () => {
  const page = await opened(1440, 600);
  await page.getByRole('button', { name: '24 of 38 rows loaded' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Read an alias file…' }).focus();
  expect(await dialog.evaluate((one) => one.scrollTop)).toBeGreaterThan(0);
  const close = (await dialog.getByRole('button', { name: 'Close' }).boundingBox())!;
  expect(close.y).toBeGreaterThan((await dialog.boundingBox())!.y);
  await page.mouse.click(close.x + close.width / 2, close.y + close.height / 2);
  await soon(() => page.getByRole('dialog').count()).toBe(0);
});
