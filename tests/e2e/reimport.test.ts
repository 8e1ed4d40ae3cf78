import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { openApp, openContext } from './app';
import { csto, either, eventOf, idsWhere, nameOf, onTopic, type Told } from './csto';
import { countLine, ready, soon } from './page';
import { saved } from './saved';

type Event = Readonly<Record<string, unknown>> & Told;
type Saved = Awaited<ReturnType<typeof saved>>;

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Export' });

/** What the page exports in a format: all that it shows. */
async function exported(page: Page, format: string): Promise<Saved> {
  await page.getByRole('banner').getByRole('button', { name: 'Export', exact: true }).click();
  await dialog(page).getByRole('radio', { name: format, exact: true }).check();
  const file = await saved(page, () =>
    dialog(page)
      .getByRole('button', { name: /^Export \d/ })
      .click(),
  );
  await page.keyboard.press('Escape');
  await soon(() => dialog(page).count()).toBe(0);
  return file;
}

async function openAgain(page: Page, { name, bytes }: Saved, count: number): Promise<void> {
  await page.locator('input[type=file]').first().setInputFiles({ name, mimeType: '', buffer: bytes });
  await page.getByRole('region', { name: 'The file' }).getByText(name).first().waitFor();
  await soon(() => countLine(page).innerText()).toBe(`${count} of ${count} events`);
}

/** Events of a file of dateline/1, in its order; a list in which nothing is says as much as none. */
const eventsIn = ({ bytes }: Saved): readonly Event[] =>
  (JSON.parse(bytes.toString()) as { readonly events: readonly Event[] }).events.map(
    (event) =>
      Object.fromEntries(
        Object.entries(event).filter(([, value]) => !Array.isArray(value) || value.length > 0),
      ) as Event,
  );

/** As a test tells it: two files of hundreds of kilobytes are not laid side by side. */
const isSame = (one: Saved, other: Saved): boolean => one.bytes.equals(other.bytes);

const EXACT = /^[\d-]+(\/[\d-]+)?$/;

/** Of an event, what a TimelineJS holds. */
const slideOf = (event: Event) => ({
  id: event.id,
  title: event.title,
  date: EXACT.test(eventOf(event.id).date!) ? event.date : 'in words',
  sources: event.sources.map(({ title, url }) => [title, url]),
});

test.each([
  ['all events', '', idsWhere()],
  ['a selection', 'topic=membership&topic=exercises', idsWhere(either(onTopic('membership'), onTopic('exercises')))],
])('%s, exported and opened again, are what they were, in each format that opens here', async (_, link, ids) => {
  const page = await ready(await openApp(link));
  const formats = ['Dateline JSON', 'NDJSON', 'CSV', 'Excel workbook', 'Calendar (iCalendar)', 'TimelineJS JSON'];
  const files = new Map<string, Saved>();
  for (const format of formats) files.set(format, await exported(page, format));
  const sent = files.get('Dateline JSON')!;
  const events = eventsIn(sent);
  expect(events.map(({ id }) => id)).toEqual(ids);

  for (const [format, file] of files) {
    await openAgain(page, file, ids.length);
    const json = await exported(page, 'Dateline JSON');
    if (format === 'Dateline JSON') expect(isSame(json, sent), format).toBe(true);
    if (format === 'NDJSON' || format === 'CSV') expect(isSame(await exported(page, format), file), format).toBe(true);
    const again = eventsIn(json);
    if (format !== 'TimelineJS JSON') {
      expect(again, format).toEqual(events);
      continue;
    }
    expect(again.map(slideOf)).toEqual(events.map(slideOf));
    for (const [at, { id, topics, summary }] of again.entries()) {
      expect(topics).toEqual([nameOf(events[at].topics[0])]);
      expect(summary, id).toContain(events[at].summary);
    }
  }
});

test('what is sent in one file, and in one link, is exported there as the sender exports it, byte for byte', async () => {
  const link = 'topic=exercises&from=2024';
  const permissions = ['clipboard-read', 'clipboard-write'];
  const site = await ready(await openApp(link, { context: { permissions } }));
  const sent = await exported(site, 'Dateline JSON');
  expect(eventsIn(sent).length).toBeLessThan(csto.events.length / 4);

  const folder = await mkdtemp(join(tmpdir(), 'dateline-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await site.getByRole('button', { name: 'Share view' }).click();
  const file = await saved(site, () => site.getByRole('button', { name: /^Save file/ }).click());
  await site.getByRole('button', { name: /^Copy the link with/ }).click();
  await soon(() => site.evaluate(() => navigator.clipboard.readText())).toContain('#pack=1.');
  const packed = await site.evaluate(() => navigator.clipboard.readText());

  const path = join(folder, 'sent.html');
  await writeFile(path, file.bytes);
  const context = await openContext({ context: { offline: true }, expected: /^other host: file:/ });
  const fromDisk = await context.newPage();
  await fromDisk.goto(pathToFileURL(path).href);
  await ready(fromDisk);
  expect(isSame(await exported(fromDisk, 'Dateline JSON'), sent), 'one file').toBe(true);

  const fromLink = await ready(await openApp(new URL(packed).hash.slice(1)));
  expect(isSame(await exported(fromLink, 'Dateline JSON'), sent), 'one link').toBe(true);
});
