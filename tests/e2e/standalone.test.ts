import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, openContext } from './app';
import { csto, eventOf, idsWhere, onTopic, possiblyIn } from './csto';
import { detail, listed, ready, search, shown, soon } from './page';
import { saved } from './saved';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Saves one file from the page, and opens it from disk where there is no network. */
async function copyOf(page: Page, all = false) {
  await ready(page);
  await page.getByRole('button', { name: 'Share view' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share this view' });
  if (all) await dialog.getByLabel(/^All /).check();
  const { name, bytes } = await saved(page, () => dialog.getByRole('button', { name: /^Save file/ }).click());
  const path = join(folder, `${Math.random()}.html`);
  await writeFile(path, bytes);
  return { name, text: bytes.toString('utf8'), address: pathToFileURL(path).href };
}

async function fromDisk(address: string) {
  // A file is no host, and what starts the engine is a blob of the page's own.
  const context = await openContext({ context: { offline: true }, expected: /^other host: file:/ });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(address);
  return { page, asked };
}

test('one file has the matches and the view, and opens from disk without a network', async () => {
  const site = await openApp('topic=exercises&from=2024&lanes=topic');
  const { name, address } = await copyOf(site);
  const ids = idsWhere(onTopic('exercises'), possiblyIn('2024', '2030'));
  expect(name).toBe(`CSTO chronology - ${ids.length} of ${csto.events.length}.html`);

  const { page, asked } = await fromDisk(address);
  await soon(() => shown(page)).toBe(ids.length);
  expect(await listed(page)).toEqual(ids);
  expect(await page.title()).toMatch(/^Events on Exercises, from 2024: (\d+) of \1 · Dateline, a copy in one file$/);
  expect(new URL(page.url()).hash).toBe('#topic=exercises&from=2024&lanes=topic');
  // Search is answered by the engine's worker, which is made of the page's own text.
  expect(page.workers().length).toBe(1);
  await search(page).fill('cobalt');
  await soon(() => shown(page)).toBeGreaterThan(0);
  expect(await shown(page)).toBeLessThan(ids.length);
  await page.getByRole('button', { name: 'Share view' }).click();
  await page.getByText('This page is a copy in one file').waitFor();
  expect(
    asked.filter((url) => !url.startsWith('file:') && !url.startsWith('blob:') && !url.startsWith('data:')),
  ).toEqual([]);
  expect(asked.filter((url) => url.startsWith('file:'))).toEqual([address]);
});

test('its links work: an event opens, Back closes it, and a file is opened in it', async () => {
  const { address } = await copyOf(await openApp(''), false);
  const { page } = await fromDisk(`${address}#event=treaty-signed-1992`);
  await detail(page)
    .getByRole('heading', { name: eventOf('treaty-signed-1992').title })
    .waitFor();
  expect(await shown(page)).toBe(csto.events.length);
  const own = { format: 'dateline/1', title: 'Own', events: [{ id: 'a', title: 'A', date: '2024' }] };
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'own.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(own)) });
  await soon(() => shown(page)).toBe(1);
});

test('whatever the chronology says, the file shows it and runs none of it', async () => {
  const hostile = '</script><script>document.title="run"</script><!--<script>\u2028$&"><img src=x onerror=alert(1)>';
  const file = {
    format: 'dateline/1',
    title: hostile,
    events: [{ id: hostile, title: hostile, date: '2024-03-01', summary: hostile, [hostile]: hostile }],
  };
  const site = await openApp('', {
    prepare: (one: Page) => one.route('**/data/csto.json', (route) => route.fulfill({ json: file })),
  });
  const { text, address } = await copyOf(site);
  expect(text.match(/<script/g)?.length).toBeGreaterThanOrEqual(2);
  const { page } = await fromDisk(address);
  await soon(() => shown(page)).toBe(1);
  const block = await page.evaluate(() => document.getElementById('chronology')!.textContent);
  expect(JSON.parse(block)).toEqual(file);
  expect(await page.title()).toMatch(/^1 event · Dateline/);
  expect(await page.locator('img').count()).toBe(0);
});

test('where the site lacks the app in one file, it is told', async () => {
  const page = await ready(
    await openApp('', {
      expected: /404/,
      prepare: (one: Page) => one.route('**/standalone.html', (route) => route.fulfill({ status: 404 })),
    }),
  );
  await page.getByRole('button', { name: 'Share view' }).click();
  await page.getByRole('button', { name: /^Save file/ }).click();
  await page.getByText(/did not come: this site lacks it/).waitFor();
});
