import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openApp } from './app';
import { addressOf, countLine, ready, soon } from './page';
import { saved } from './saved';

/** Our own columns, so that nothing is asked. */
const TABLE = [
  'id,title,date,actor_ids,source_titles',
  '1,Talks begin,2024-01-05,NATO,Paper',
  '2,,2024-01-06,NATO,Paper',
  '3,Talks end,soon,Nato,Paper',
  '4,Talks end again,2024-02-07,Ann,',
  '1,Talks begin anew,2024-02-08,Ann,Paper',
].join('\n');

const dialog = (page: Page) => page.getByRole('dialog', { name: 'What was read, and what looks wrong' });

/** Filters that name NATO, in any letters. */
const named = (page: Page) => page.locator('nav button', { hasText: /^\s*nato/i }).count();

async function opened(): Promise<Page> {
  const page = await ready(await openApp());
  await page.setInputFiles('input[type=file]', { name: 'talks.csv', mimeType: '', buffer: Buffer.from(TABLE) });
  await page.getByRole('button', { name: '3 of 5 rows loaded' }).click();
  await dialog(page).waitFor();
  return page;
}

test('what was left out or altered is told by what is wrong, with file, line and value, and taken away as a table', async () => {
  const page = await opened();
  await expect(dialog(page).getByText('3 problems, by what is wrong').isVisible()).resolves.toBe(true);
  const groups = dialog(page).locator('details');
  expect(await groups.count()).toBe(3);
  for (const group of await groups.all()) await group.evaluate((each) => ((each as HTMLDetailsElement).open = true));
  const rows = await dialog(page).locator('tbody tr').allInnerTexts();
  expect(rows.map((row) => row.split('\t').slice(0, 2)).sort()).toEqual([
    ['talks.csv', '3'],
    ['talks.csv', '4'],
    ['talks.csv', '6'],
  ]);
  expect(rows.join()).toContain('"soon"');
  const { bytes } = await saved(page, () => dialog(page).getByRole('button', { name: 'Download as CSV' }).click());
  const lines = bytes.toString('utf8').trim().split('\r\n');
  expect(lines).toHaveLength(4);
  expect(lines[0]).toBe('file,line,column,event,field,value,reason,remedy,left out');
});

test('a finding of the data check opens as a filter, which a link keeps', async () => {
  const page = await opened();
  await dialog(page).getByRole('button', { name: 'Show 1 event' }).first().click();
  await soon(() => addressOf(page).get('check')).toBe('no-source');
  await soon(() => countLine(page).innerText()).toBe('1 of 3 events');
  await soon(() => page.title()).toContain('without a source');
  await page.goBack();
  await soon(() => countLine(page).innerText()).toBe('3 of 3 events');
});

test('two spellings are merged, and parted again', async () => {
  const page = await opened();
  await dialog(page).getByRole('button', { name: 'Merge into the chosen one' }).click();
  await dialog(page).getByText('Nato → NATO').or(dialog(page).getByText('NATO → Nato')).waitFor();
  await soon(() => named(page)).toBe(1);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Data check');
  await dialog(page)
    .getByRole('button', { name: /^Undo / })
    .first()
    .click();
  await dialog(page).getByText('Perhaps the same actor').waitFor();
  await soon(() => named(page)).toBe(2);
});

test('any two actors are merged by their names', async () => {
  const page = await opened();
  await dialog(page).getByLabel('Actor', { exact: true }).fill('ann');
  await dialog(page).getByLabel('is another spelling of').fill('Nobody');
  await dialog(page).getByRole('button', { name: 'Merge', exact: true }).click();
  await dialog(page).getByText('No actor is called “Nobody”').waitFor();
  await dialog(page).getByLabel('is another spelling of').fill('NATO');
  await dialog(page).getByRole('button', { name: 'Merge', exact: true }).click();
  await dialog(page).getByText('Ann → NATO').waitFor();
});

test('the report has no fault that axe finds, on a phone neither', async () => {
  const page = await opened();
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 844 });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('dialog').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
  }
});

test('a link with a finding runs the check by itself', async () => {
  const page = await ready(await openApp('check=source-too-old'));
  await soon(() => countLine(page).innerText()).toMatch(/^\d\d of 318 events$/);
});
