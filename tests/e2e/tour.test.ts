import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { address, openApp } from './app';
import {
  chip,
  chips,
  detail,
  filters,
  list,
  overview,
  ready,
  search,
  soon,
  suggestions,
  timeline,
  value,
} from './page';

/** Through all that the page can do, ending where it began. */
async function tour(page: Page) {
  await value(page, 'Armenia').click();
  await value(page, 'Exercises').hover();
  await chip(page, 'Armenia').click();
  await page.getByRole('combobox', { name: 'Order of the list' }).selectOption('newest');
  for (const lanes of ['Topics', 'Types', 'None', 'Actors']) {
    await page.getByRole('radio', { name: lanes, exact: true }).check({ force: true });
  }
  await list(page).getByRole('link').first().click();
  await detail(page).getByRole('button', { name: 'Copy link' }).waitFor();
  await detail(page).getByText('Copy citation').click();
  await detail(page).getByRole('button', { name: 'BibTeX' }).click();
  await detail(page)
    .getByRole('button', { name: /^Previous:/ })
    .click();
  for (const [button, dialog] of [
    ['Share view', 'Share this view'],
    ['About this chronology', 'About'],
    ['Help: keys and search', 'Keys and search'],
  ] as const) {
    await page.getByRole('banner').getByRole('button', { name: button }).click();
    await page.getByRole('dialog', { name: dialog }).waitFor();
    await page.keyboard.press('Escape');
    await soon(() => page.getByRole('dialog').count()).toBe(0);
  }
  await search(page).fill('tashkent <b onclick=alert(1)>');
  await search(page).fill('kyrgyz');
  await suggestions(page).first().click();
  await filters(page).getByRole('searchbox', { name: 'Find in actors' }).fill('zas');
  await filters(page).getByRole('textbox', { name: 'From' }).fill('2010');
  await page.keyboard.press('Enter');
  await filters(page).getByRole('radio', { name: 'certainly' }).check();
  const box = (await timeline(page).boundingBox())!;
  await page.mouse.move(box.x + 400, box.y + 100);
  await page.mouse.wheel(0, -500);
  await page.mouse.down();
  await page.mouse.move(box.x + 500, box.y + 100, { steps: 3 });
  await page.mouse.up();
  const top = (await overview(page).boundingBox())!;
  await page.mouse.move(top.x + 200, top.y + 20);
  await page.mouse.down();
  await page.mouse.move(top.x + 300, top.y + 20, { steps: 3 });
  await page.mouse.up();
  const theme = page.getByRole('button', { name: /^Theme:/ });
  for (let turn = 0; turn < 3; turn++) await theme.click();
  await search(page).fill('qqzzx jjvvk');
  await page.getByRole('heading', { name: 'No event matches' }).waitFor();
  await chips(page).getByRole('button', { name: 'Clear all' }).click();
  await page.goBack();
  await page.evaluate(() => (location.hash = '#actor=nobody&from=x&event=gone'));
  await page.getByRole('heading', { name: 'Not in this chronology' }).waitFor();
}

test('a tour of the whole page breaks no policy, asks no other host and takes nothing from strings', async () => {
  const asked: string[] = [];
  const violations: string[] = [];
  const page = await openApp('', {
    context: { permissions: ['clipboard-read', 'clipboard-write'] },
    prepare: async (page: Page) => {
      await page.exposeFunction('tell', (what: string) => violations.push(what));
      await page.addInitScript(() => {
        addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
          (window as unknown as { tell(what: string): void }).tell(`${violatedDirective} ${blockedURI} ${sourceFile}`);
        });
      });
      await page.context().route('**/*', (route) => {
        asked.push(route.request().url());
        return route.continue();
      });
    },
  });
  await ready(page);
  await tour(page);
  expect(violations).toEqual([]);
  const own = address();
  expect(asked.length).toBeGreaterThan(4);
  expect(asked.filter((url) => !url.startsWith(own))).toEqual([]);
  expect(await page.evaluate(() => document.querySelectorAll('script:not([src]), iframe, object').length)).toBe(0);
  const cookies = await page.context().cookies();
  expect(cookies).toEqual([]);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['dateline:theme']);
});
