import { AxeBuilder } from '@axe-core/playwright';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openApp } from './app';
import { csto } from './csto';
import { addressOf, countLine, detail, list, ready, shown, soon, value } from './page';

interface Upload {
  readonly name: string;
  readonly text: string | Buffer;
}

/** Three rows in columns that nobody knows; no date tells whether the day or the month comes first. */
const TABLE: Upload = {
  name: 'talks.csv',
  text: 'Wann;Überschrift;Wer\n03/04/2024;Talks begin;Ann Ahl, Bob\n05/06/2024;Talks pause;Ann Ahl\n07/08/2024;Talks end;Bob\n',
};
/** Windows-1251. */
const CYRILLIC: Upload = {
  name: 'news.csv',
  text: Buffer.from(
    [...'date,title\n2024-01-02,'].map((c) => c.charCodeAt(0)).concat(0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2),
  ),
};
const own = (title: string, ids: readonly string[]): Upload => ({
  name: `${title}.json`,
  text: JSON.stringify({ format: 'dateline/1', title, events: ids.map((id) => ({ id, title: id, date: '2024' })) }),
});

const bufferOf = ({ text }: Upload) => (typeof text === 'string' ? Buffer.from(text) : text);

async function choose(page: Page, ...files: readonly Upload[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^Open/ }).click();
  const payload = files.map((file) => ({ name: file.name, mimeType: '', buffer: bufferOf(file) }));
  await (await chooser).setFiles(payload);
}

const drop = (page: Page, ...files: readonly Upload[]) =>
  page.evaluate(
    (given) => {
      const dataTransfer = new DataTransfer();
      for (const { name, bytes } of given) dataTransfer.items.add(new File([Uint8Array.from(bytes)], name));
      for (const type of ['dragenter', 'dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    },
    files.map((file) => ({ name: file.name, bytes: [...bufferOf(file)] })),
  );

/** Presses Ctrl+V with this text on the clipboard, on what has the focus; whether the page took it. */
const paste = (page: Page, text: string) =>
  page.evaluate((given) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', given);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    (document.activeElement ?? document.body).dispatchEvent(event);
    return event.defaultPrevented;
  }, text);

const step = (page: Page) => page.getByRole('dialog', { name: 'How is this table to be read?' });
const column = (page: Page, name: string) => step(page).getByRole('combobox', { name: `Read as ${name}` });
const open = (page: Page) => step(page).getByRole('button', { name: /^Open \d/ });
const file = (page: Page) => page.getByRole('region', { name: 'The file' });
const back = (page: Page, title: string) => page.getByRole('button', { name: `Back to ${title}` });

async function violations(page: Page): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) => `${id}: ${target.join(' ')}: ${any.at(0)?.message}`),
  );
}

test('a table that nobody knows is mapped by keyboard: what its columns are, the order of day and month, and what comes of it', async () => {
  const page = await ready(await openApp('actor=armenia'));
  await choose(page, TABLE);
  await step(page).getByText('"talks.csv": 3 rows, 3 columns.').waitFor();
  expect(await column(page, 'Wann').inputValue()).toBe('date');
  expect(await column(page, 'Überschrift').inputValue()).toBe('title');
  expect(await column(page, 'Wer').inputValue()).toBe('actors');
  expect(await step(page).getByRole('combobox', { name: 'parted by Wer' }).inputValue()).toBe(',');
  expect(await open(page).isDisabled()).toBe(true);
  await step(page).getByText('Is 03/04/2024 3 Apr 2024 or 4 Mar 2024?').waitFor();

  await step(page).getByRole('radio', { name: '4 Mar 2024: the month first' }).focus();
  await page.keyboard.press('Space');
  await step(page).getByRole('status').filter({ hasText: '3 rows dated.' }).waitFor();
  expect(await step(page).getByRole('listitem').allInnerTexts()).toEqual([
    expect.stringMatching(/^4 Mar 2024\s+Talks begin\s+Ann Ahl · Bob$/),
    expect.stringMatching(/^6 May 2024\s+Talks pause\s+Ann Ahl$/),
    expect.stringMatching(/^8 Jul 2024\s+Talks end\s+Bob$/),
  ]);

  await column(page, 'Überschrift').selectOption({ label: 'Leave out' });
  await step(page).getByRole('alert').filter({ hasText: 'No column is the title' }).waitFor();
  expect(await open(page).isDisabled()).toBe(true);
  await column(page, 'Überschrift').selectOption({ label: 'Title' });
  await open(page).press('Enter');

  await soon(() => countLine(page).innerText()).toBe('3 of 3 events');
  await value(page, 'Ann Ahl').waitFor();
  expect(await file(page).innerText()).toContain('talks.csv');
  expect(await file(page).innerText()).toContain('3 rows loaded');
  expect([...addressOf(page)]).toEqual([]);
  await back(page, csto.title).click();
  await soon(() => Object.fromEntries(addressOf(page))).toEqual({ actor: 'armenia' });
  await back(page, 'talks').click();
  await soon(() => countLine(page).innerText()).toBe('3 of 3 events');
});

test('what was answered is remembered for tables of that header, after a reload too, said, and can be changed', async () => {
  const page = await ready(await openApp());
  await choose(page, TABLE);
  await step(page)
    .getByRole('radio', { name: /day first/ })
    .check();
  await open(page).click();
  await list(page).getByText('3 Apr 2024').waitFor();
  await page.reload();
  await ready(page);
  await drop(page, { ...TABLE, name: 'later.csv' });
  await list(page).getByText('3 Apr 2024').waitFor();
  await page
    .getByRole('status')
    .filter({ hasText: 'as you said for such a table before' })
    .getByRole('button', { name: 'Change' })
    .click();
  expect(
    await step(page)
      .getByRole('radio', { name: /day first/ })
      .isChecked(),
  ).toBe(true);
  await step(page)
    .getByRole('radio', { name: /month first/ })
    .check();
  await open(page).click();
  await list(page).getByText('4 Mar 2024').waitFor();
  expect(await page.getByText('as you said for such a table before').count()).toBe(0);
});

test('a mapping step that is left, by Cancel or Esc, leaves all as it was', async () => {
  const page = await ready(await openApp('actor=armenia'));
  const before = await shown(page);
  for (const leave of [
    () => step(page).getByRole('button', { name: 'Cancel' }).click(),
    () => page.keyboard.press('Escape'),
  ]) {
    await choose(page, TABLE);
    await open(page).waitFor();
    await leave();
    await soon(() => step(page).count()).toBe(0);
    expect([
      await shown(page),
      await back(page, csto.title).count(),
      await page.getByRole('button', { name: 'Dismiss' }).count(),
    ]).toEqual([before, 0, 0]);
  }
  await choose(page, own('Mine', ['a']));
  await soon(() => shown(page)).toBe(1);
});

test('no column of dates is said plainly, and the events can be opened undated', async () => {
  const page = await ready(await openApp());
  await paste(page, 'Was\tWo\nTalks\tWien\nMore talks\tBern\n');
  await step(page)
    .getByText(/No column of dates was found: looked for/)
    .waitFor();
  if (await open(page).isDisabled()) await column(page, 'Was').selectOption({ label: 'Title' });
  await open(page).click();
  await soon(() => shown(page)).toBe(2);
});

test('several files, one of them compressed, dropped at once make one chronology', async () => {
  const page = await ready(await openApp());
  const second = own('Two', ['b1', 'b2']);
  await drop(page, own('One', ['a1']), { name: 'two.json.gz', text: gzipSync(bufferOf(second)) });
  await soon(() => shown(page)).toBe(3);
  expect(await file(page).innerText()).toMatch(/2 files[^]*3 rows loaded/);
});

test('cells copied from a spreadsheet are pasted anywhere but into a field, where they are text', async () => {
  const page = await ready(await openApp());
  const cells = 'Date\tTitle\n2024-01-02\tPasted talks\n';
  await page.getByRole('combobox', { name: 'Search events' }).focus();
  expect(await paste(page, cells)).toBe(false);
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  expect(await paste(page, 'Only some words')).toBe(false);
  expect(await paste(page, cells)).toBe(true);
  await soon(async () => (await step(page).count()) + Number((await shown(page)) === 1)).toBe(1);
  if ((await step(page).count()) > 0) await open(page).click();
  await list(page).getByText('Pasted talks').waitFor();
});

test('a dialog takes pasted text, and leads back to the chronology of the site', async () => {
  const page = await ready(await openApp());
  const dialog = page.getByRole('dialog', { name: 'Open a chronology' });
  await page.getByRole('button', { name: 'More ways to open' }).click();
  await dialog.getByRole('textbox').fill('[{"title":"From JSON","date":"2024"}]');
  await dialog.getByRole('button', { name: 'Open the text' }).click();
  await list(page).getByText('From JSON').waitFor();
  await page.getByRole('button', { name: 'More ways to open' }).click();
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Open the chronology that this site comes with' }).click();
  await soon(() => shown(page)).toBe(csto.events.length);
});

test('an encoding that is not UTF-8 is recognised, told, and can be changed', async () => {
  const page = await ready(await openApp());
  await choose(page, CYRILLIC);
  if (
    await step(page)
      .waitFor({ timeout: 5000 })
      .then(
        () => true,
        () => false,
      )
  )
    await open(page).click();
  await list(page).getByText('Привет').waitFor();
  const encoding = file(page).getByRole('combobox', { name: 'Encoding of news.csv' });
  expect(await encoding.inputValue()).toBe('windows-1251');
  await encoding.selectOption('windows-1252');
  await list(page).getByText('Ïðèâåò').waitFor();
  expect(await encoding.inputValue()).toBe('windows-1252');
  await page.getByRole('button', { name: 'About this chronology' }).first().click();
  await page.getByRole('dialog').getByRole('combobox', { name: 'Encoding of news.csv' }).selectOption('windows-1251');
  await soon(() => list(page).getByText('Привет').count()).toBe(1);
});

/** Lays files beside the app. */
const beside = (files: Readonly<Record<string, Upload>>) => (page: Page) =>
  page.route(/\/(data\/)?[^/]+\.(json|csv)$/, async (route) => {
    const path = new URL(route.request().url()).pathname.replace('/some/where/', '');
    const found = Object.hasOwn(files, path) ? files[path] : null;
    if (path === 'data/csto.json') await route.fallback();
    else await route.fulfill(found === null ? { status: 404 } : { body: bufferOf(found) });
  });

test('a link opens a data file beside the app, keeps it in every view, and Back and Forward go between data files', async () => {
  const files = { 'one.json': own('One', ['a1', 'a2']), 'data/two.json': own('Two', ['b1']) };
  const page = await ready(await openApp('data=one.json', { prepare: beside(files), expected: /404/ }));
  await soon(() => countLine(page).innerText()).toBe('2 of 2 events');
  expect(await file(page).innerText()).toContain('one.json');
  await list(page).getByRole('link', { name: /a1/ }).click();
  await soon(() => Object.fromEntries(addressOf(page))).toEqual({ data: 'one.json', event: 'a1' });
  await page.getByRole('button', { name: /^Share/ }).click();
  expect(await page.getByRole('dialog').getByRole('textbox').first().inputValue()).toContain('#data=one.json&event=a1');
  await page.keyboard.press('Escape');

  await page.evaluate(() => (location.hash = 'data=two.json'));
  await soon(() => countLine(page).innerText()).toBe('1 of 1 events');
  await page.evaluate(() => (location.hash = 'actor=armenia'));
  await soon(() => countLine(page).innerText()).toMatch(/of 318 events/);
  await page.goBack();
  await soon(() => countLine(page).innerText()).toBe('1 of 1 events');
  await page.goBack();
  await soon(() => countLine(page).innerText()).toBe('2 of 2 events');
  expect(Object.fromEntries(addressOf(page))).toEqual({ data: 'one.json', event: 'a1' });
  await page.goForward();
  await soon(() => countLine(page).innerText()).toBe('1 of 1 events');
});

test('a data file that is not there is told, and what the app comes with is offered; another place cannot be named', async () => {
  const asked: string[] = [];
  const page = await openApp('data=gone.json', {
    expected: /404/,
    prepare: async (page: Page) => {
      page.on('request', (request) => asked.push(...[request.url()].filter((url) => url.endsWith('x.json'))));
      await beside({})(page);
    },
  });
  await page.getByRole('alert').filter({ hasText: '"gone.json" is missing (404)' }).waitFor();
  await page.getByRole('button', { name: 'Open the chronology of this site' }).click();
  await ready(page);
  expect([...addressOf(page)]).toEqual([]);
  await page.evaluate(() => (location.hash = 'data=https://example.org/x.json'));
  await page.getByRole('status').filter({ hasText: 'not a file beside this page' }).waitFor();
  await page.evaluate(() => (location.hash = 'data=../x.json'));
  await page.getByRole('status').filter({ hasText: 'leads out of the folder' }).waitFor();
  expect([asked, await shown(page)]).toEqual([[], csto.events.length]);
});

test.each([
  [1440, 'light'],
  [1440, 'dark'],
  [390, 'light'],
  [390, 'dark'],
] as const)(
  'the mapping step has no fault that axe finds, and is in reach, at %i in the %s',
  async (width, colorScheme) => {
    const narrow = width < 600;
    const page = await ready(
      await openApp('', {
        context: { viewport: { width, height: 844 }, colorScheme, isMobile: narrow, hasTouch: narrow },
      }),
    );
    await drop(page, TABLE);
    await open(page).waitFor();
    expect(await violations(page)).toEqual([]);
    for (const select of await step(page).getByRole('combobox').all()) {
      const box = (await select.boundingBox())!;
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
    }
    await step(page)
      .getByRole('radio', { name: /day first/ })
      .check();
    await open(page).click();
    await soon(() => shown(page)).toBe(3);
    await detail(page).waitFor({ state: narrow ? 'hidden' : 'visible' });
    expect(await violations(page)).toEqual([]);
  },
);
