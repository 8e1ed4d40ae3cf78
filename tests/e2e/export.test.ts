import { buffer } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, test } from 'vitest';
import { ENGLISH } from '../../src/domain/phrase-books';
import { EXPORT_FORMATS, written } from '../../src/engine/exporting/export-formats';
import { inputOf } from '../fixtures/search-input';
import { fileOf, selectionFrom, type RawEvent } from '../fixtures/selection';
import { readChronology } from '../oracle/read-chronology';
import { address, openApp } from './app';
import { type csto, idsWhere, text, withActor } from './csto';
import { chip, ready, shown, soon } from './page';

const LINK = 'actor=tasmagambetov';
const ids = idsWhere(withActor('tasmagambetov'));
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Export' });
const choose = (page: Page, name: string) => dialog(page).getByRole('radio', { name, exact: true }).check();
const exportButton = (page: Page) => dialog(page).getByRole('button', { name: /^Export / });

async function open(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: 'Export', exact: true }).click();
  await dialog(page).waitFor();
}

/** Presses the button; the file that the browser saved. */
async function saved(page: Page): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const download = page.waitForEvent('download');
  await exportButton(page).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await buffer(await file.createReadStream()) };
}

/** What the pure functions make of the same events. */
function expectation(given: { readonly only: boolean }) {
  const raw = JSON.parse(text) as { readonly events: readonly RawEvent[] };
  const read = readChronology(raw);
  if (!read.ok) throw new Error(read.message);
  const { events } = inputOf(
    read.chronology,
    read.events.map(({ event }) => event),
  );
  const byId = new Map(raw.events.map((event) => [event.id, event] as const));
  const rows = events.map(({ id }) => byId.get(id)!);
  const only = given.only ? rows.flatMap(({ id }, row) => (ids.includes(String(id)) ? [row] : [])) : undefined;
  return selectionFrom(read.chronology, rows, {
    only,
    head: JSON.stringify(read.head),
    phrases: ENGLISH,
    sentence: given.only ? `Events with Imangali Tasmagambetov: ${ids.length} of 318` : 'All 318 events',
    link: given.only ? address(LINK) : address(),
  });
}

/** Without the moment at which it was written. */
const timeless = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).replace(/^DTSTAMP:.*\r\n/gm, '');

const linesOf = (text: string): readonly unknown[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

describe('an export', () => {
  test('of the matches is in each format, byte for byte or, with white space of the file, value for value, what they are written as', async () => {
    const page = await ready(await openApp(LINK));
    await open(page);
    for (const { id, name, ending } of EXPORT_FORMATS) {
      if (id === 'xlsx') continue;
      await choose(page, name);
      expect(await exportButton(page).innerText()).toBe(`Export ${ids.length} events`);
      const file = await saved(page);
      expect(file.name).toBe(`CSTO chronology - ${ids.length} of 318.${ending}`);
      const expected = await fileOf(written(id, expectation({ only: true }), { raw: false, mark: true }, () => null));
      if (id === 'dateline') expect(JSON.parse(file.bytes.toString())).toEqual(JSON.parse(expected.text));
      else if (id === 'ndjson') expect(linesOf(file.bytes.toString())).toEqual(linesOf(expected.text));
      else expect(timeless(file.bytes) === timeless(expected.bytes), name).toBe(true);
      await dialog(page).getByRole('status').getByText(file.name).waitFor();
    }
  });

  test('of all events is the file that was opened, key for key; of a workbook, one that opens here again', async () => {
    const page = await ready(await openApp(LINK));
    await open(page);
    await dialog(page).getByRole('radio', { name: 'All 318 events' }).check();
    expect(await exportButton(page).innerText()).toBe('Export 318 events');
    const { name, bytes } = await saved(page);
    expect(name).toBe('CSTO chronology.json');
    const { events, ...head } = JSON.parse(bytes.toString()) as { readonly events: readonly { readonly id: string }[] };
    const { events: given, ...givenHead } = JSON.parse(text) as typeof csto;
    expect(head).toEqual(givenHead);
    expect(new Map(events.map((event) => [event.id, event]))).toEqual(new Map(given.map((event) => [event.id, event])));

    await choose(page, 'Excel workbook');
    const workbook = await saved(page);
    await page.keyboard.press('Escape');
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: workbook.name, mimeType: '', buffer: workbook.bytes });
    await soon(() => chip(page, 'Imangali Tasmagambetov').count()).toBe(0);
    await soon(() => shown(page)).toBe(318);
  });

  test('follows the filter, and says what is wrong with raw cells', async () => {
    const page = await ready(await openApp(LINK));
    await open(page);
    await choose(page, 'CSV');
    await dialog(page)
      .getByRole('checkbox', { name: /byte order mark/ })
      .uncheck();
    await dialog(page).getByRole('checkbox', { name: /^Raw/ }).check();
    await dialog(page).getByText('Do not open a raw file in a spreadsheet').waitFor();
    const { bytes } = await saved(page);
    const expected = await fileOf(written('csv', expectation({ only: true }), { raw: true, mark: false }, () => null));
    expect(bytes.toString() === expected.text).toBe(true);
    await page.keyboard.press('Escape');
    await page.evaluate(() => (location.hash = 'topic=exercises'));
    await soon(() => chip(page, 'Exercises').count()).toBe(1);
    await open(page);
    expect(await exportButton(page).innerText()).toBe(`Export ${await shown(page)} events`);
    await page.keyboard.press('Escape');
    await page.evaluate(() => (location.hash = ''));
    await soon(() => shown(page)).toBe(318);
    await open(page);
    expect(await exportButton(page).innerText()).toBe('Export 318 events');
    expect(await dialog(page).getByRole('radio', { name: /318/ }).count()).toBe(0);
  });

  test('is chosen and made with the keys alone', async () => {
    const page = await ready(await openApp(LINK));
    await page.getByRole('banner').getByRole('button', { name: 'Export', exact: true }).focus();
    await page.keyboard.press('Enter');
    await dialog(page).waitFor();
    await dialog(page).getByRole('radio', { name: 'Dateline JSON', exact: true }).focus();
    await page.keyboard.press('ArrowDown');
    await soon(() => dialog(page).getByRole('radio', { name: 'CSV', exact: true }).isChecked()).toBe(true);
    const download = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    expect((await download).suggestedFilename()).toMatch(/\.csv$/);
    await page.keyboard.press('Escape');
    await soon(() => dialog(page).count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Export');
  });

  test('can be cancelled while it is under way, and then be made again', async () => {
    const page = await ready(
      await openApp('', {
        // The page gets no turn by which an export could go on, until it is let.
        prepare: (page: Page) =>
          page.addInitScript(() => {
            const state = window as unknown as { held: boolean };
            const now = performance.now.bind(performance);
            performance.now = () => (state.held ? now() * 1000 : now());
            const post = MessagePort.prototype.postMessage;
            MessagePort.prototype.postMessage = function (this: MessagePort, ...given: [unknown]) {
              if (!state.held) post.apply(this, given as never);
            };
          }),
      }),
    );
    await open(page);
    await page.evaluate(() => ((window as unknown as { held: boolean }).held = true));
    await exportButton(page).click();
    await dialog(page).getByRole('progressbar', { name: 'Exporting' }).waitFor();
    expect(
      await dialog(page)
        .getByText(/^\d+ of 318 events$/)
        .count(),
    ).toBe(1);
    await dialog(page).getByRole('button', { name: 'Cancel' }).click();
    await dialog(page).getByText('Cancelled: nothing was saved.').waitFor();
    expect(await dialog(page).getByRole('progressbar').count()).toBe(0);
    await page.evaluate(() => ((window as unknown as { held: boolean }).held = false));
    expect((await saved(page)).bytes.length).toBeGreaterThan(100_000);
  });

  test.each([1440, 390])('has a dialog without a fault that axe finds, %i pixels wide', async (width) => {
    const page = await ready(await openApp(LINK, { context: { viewport: { width, height: 844 } } }));
    await open(page);
    await choose(page, 'CSV');
    await saved(page);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('dialog').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
});
