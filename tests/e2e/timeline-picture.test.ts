import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openApp } from './app';
import { ready, soon } from './page';
import { saved } from './saved';

const allowed = { context: { permissions: ['clipboard-read', 'clipboard-write'], acceptDownloads: true } };
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Picture of the timeline' });

async function opened(page: Page) {
  await ready(page);
  await page.getByRole('button', { name: 'Picture…' }).click();
  await dialog(page).waitFor();
  return dialog(page);
}

const downloaded = (page: Page) =>
  saved(page, () =>
    dialog(page)
      .getByRole('button', { name: /^Download/ })
      .click(),
  );

/** Width and height of a PNG file, read from its header. */
function sizeOf(png: Buffer): readonly number[] {
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

test('the picture of the matches is saved as SVG, with title, query, axis, lanes and legend as text', async () => {
  const page = await openApp('topic=exercises&from=2022', allowed);
  const box = await opened(page);
  await box.getByLabel('All matches, all lanes').check();
  await box.getByLabel('SVG').check();
  const { name, bytes } = await downloaded(page);
  expect(name).toMatch(/^CSTO chronology - \d+ of 318\.svg$/);
  const svg = bytes.toString('utf8');
  const sentence = (await page.title()).replace(/ · Dateline$/, '');
  for (const word of ['CSTO chronology', sentence, 'Armenia', '2023', 'Exercises']) expect(svg).toContain(`>${word}<`);
  expect(svg.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|href|@import|<script|<image/);
  await box.getByText(/^Saved as CSTO chronology/).waitFor();
});

test('as PNG it has as many pixels as its button says, at each scale', async () => {
  const page = await openApp('', allowed);
  const box = await opened(page);
  const widths: number[] = [];
  for (const scale of ['1×', '2×', '3×']) {
    await box.getByLabel(scale).check();
    const said = await box.getByRole('button', { name: /^Download PNG/ }).innerText();
    const { name, bytes } = await downloaded(page);
    expect(name).toBe('CSTO chronology.png');
    const [width, height] = sizeOf(bytes);
    expect(said).toBe(`Download PNG, ${width} × ${height}`);
    widths.push(width);
  }
  expect(widths).toEqual([widths[0], widths[0] * 2, widths[0] * 3]);
});

test('a picture that no canvas holds is refused in words, and can be had as SVG', async () => {
  const page = await openApp('', allowed);
  const box = await opened(page);
  await box.getByLabel('All matches, all lanes').check();
  await box.getByLabel('3×').check();
  await box.getByText(/pixels are more than browsers draw/).waitFor();
  expect(await box.getByRole('button', { name: /^Download/ }).isDisabled()).toBe(true);
  await box.getByLabel('SVG').check();
  expect((await downloaded(page)).bytes.toString('utf8')).toContain('</svg>');
});

test('the picture is copied, and a browser that has no way to is told of', async () => {
  const page = await openApp('', allowed);
  const box = await opened(page);
  await box.getByRole('button', { name: 'Copy picture' }).click();
  await box.getByText('Copied').waitFor();
  const types = () => page.evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => item.types));
  await soon(types).toEqual(['image/png']);

  const without = await openApp('', {
    prepare: (other: Page) => other.addInitScript(() => Reflect.deleteProperty(window, 'ClipboardItem')),
  });
  const other = await opened(without);
  await other.getByText('This browser copies no pictures; download it.').waitFor();
  expect(await other.getByRole('button', { name: 'Copy picture' }).isDisabled()).toBe(true);
});

test('whatever a title says, the SVG stays a picture', async () => {
  const hostile = '"></title><script>alert(1)</script><a href="javascript:alert(1)">&amp;\u202e';
  const page = await openApp('', {
    ...allowed,
    prepare: (one: Page) =>
      one.route('**/data/csto.json', (route) =>
        route.fulfill({
          json: { format: 'dateline/1', title: hostile, events: [{ id: 'a', title: hostile, date: '2024-03-01' }] },
        }),
      ),
  });
  const box = await opened(page);
  await box.getByLabel('SVG').check();
  const svg = (await downloaded(page)).bytes.toString('utf8');
  expect(svg).not.toMatch(/<script|<a /);
  expect(svg).toContain('&lt;script&gt;');
});
