import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openApp } from './app';
import { detail, ready, search, soon } from './page';

/** What axe finds wrong, each with the elements it stands at; of some rules or of all. There are no frames to go into. */
async function violations(page: Page, ...rules: readonly string[]): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await (rules.length === 0 ? axe : axe.withRules([...rules])).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}

const show = (page: Page, fragment: string) => page.evaluate((hash) => (location.hash = hash), fragment);

/** Through the states of the page at one width; what `look` finds in each. */
async function tour(page: Page, look: () => Promise<readonly string[]>) {
  const found: Record<string, readonly string[]> = { start: await look() };
  await show(page, 'actor=armenia&topic=!exercises&~topic=threats&from=2001&range=certainly&q=russia');
  await page.getByRole('list', { name: 'Filters in force' }).waitFor();
  found.filtered = await look();
  const sheet = page.getByRole('button', { name: 'Filters', exact: true });
  if (await sheet.isVisible()) {
    await sheet.click();
    await page.getByRole('button', { name: 'Done' }).waitFor();
    found['filter sheet'] = await look();
    await page.getByRole('button', { name: 'Done' }).click();
  }
  await show(page, 'actor=nobody&event=gone');
  await page.getByRole('heading', { name: 'Not in this chronology' }).waitFor();
  found['nothing known'] = await look();
  await show(page, 'q=treaty&event=treaty-signed-1992');
  await detail(page).getByRole('button', { name: 'Copy link' }).waitFor();
  found.detail = await look();
  await show(page, 'actor=tasmagambetov&from=1992&to=1995&q=zzqx');
  await page.getByRole('heading', { name: 'No event matches' }).waitFor();
  found['no matches'] = await look();
  await show(page, '');
  await search(page).fill('arm');
  await page.getByRole('option').first().waitFor();
  found.suggestions = await look();
  await search(page).fill('');
  for (const button of ['Share', 'About this chronology', 'Help: keys and search']) {
    await page.getByRole('banner').getByRole('button', { name: button }).click();
    await page.getByRole('dialog').waitFor();
    found[button] = await look();
    await page.keyboard.press('Escape');
    await soon(() => page.getByRole('dialog').count()).toBe(0);
  }
  return Object.fromEntries(Object.entries(found).filter(([, all]) => all.length > 0));
}

for (const [width, height] of [
  [1440, 900],
  [1024, 768],
  [390, 844],
]) {
  const phone = width < 600;
  const at = { viewport: { width, height }, hasTouch: phone, isMobile: phone };
  test(`axe finds nothing at ${width}`, async () => {
    const page = await ready(await openApp('', { context: { ...at, colorScheme: 'light' } }));
    expect(await tour(page, () => violations(page))).toEqual({});
  });
  test(`axe finds every colour clear at ${width} in the dark`, async () => {
    const page = await ready(await openApp('', { context: { ...at, colorScheme: 'dark' } }));
    expect(await tour(page, () => violations(page, 'color-contrast'))).toEqual({});
  });
}

test('axe finds nothing while loading fails, with more contrast, and with forced colours', async () => {
  const page = await openApp('', {
    expected: /Failed to load resource/,
    context: { contrast: 'more' },
    prepare: (page: Page) => page.route('**/data/csto.json', (route) => route.fulfill({ status: 404 })),
  });
  await page.getByRole('alert').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.unroute('**/data/csto.json');
  await page.getByRole('button', { name: 'Try again' }).click();
  await ready(page);
  expect(await violations(page)).toEqual([]);
  // Axe does not know what colours are forced into.
  await page.emulateMedia({ forcedColors: 'active' });
  expect((await violations(page)).filter((one) => !one.startsWith('color-contrast'))).toEqual([]);
});
