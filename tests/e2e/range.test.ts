import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openApp } from './app';
import { certainlyIn, csto, extentOf, idsWhere, possiblyIn } from './csto';
import { addressOf, chip, chips, chipWords, filters, overview, ready, shown, shows, soon } from './page';

const open = async (fragment = ''): Promise<Page> => ready(await openApp(fragment));
const DAY_MS = 86_400_000;
/** Free pixels on either side of the overview's plot. */
const AIR_PX = 16;
const edges = csto.events.map(({ date }) => extentOf(date!));
const [first, last] = [Math.min(...edges.map(([from]) => from)), Math.max(...edges.map(([, to]) => to))];
/** The overview shows a twenty-fifth more than the events fill, on both sides. */
const bounds = { from: first - (last - first) * 0.04, to: last + (last - first) * 0.04 };

const bound = (page: Page, name: 'From' | 'to') => filters(page).getByRole('textbox', { name, exact: true });

async function plot(page: Page) {
  const box = (await overview(page).boundingBox())!;
  const width = box.width - 2 * AIR_PX;
  const y = box.y + 24;
  return {
    y,
    x: (instant: number) => box.x + AIR_PX + ((instant - bounds.from) / (bounds.to - bounds.from)) * width,
    pxDays: (bounds.to - bounds.from) / width / DAY_MS,
  };
}

async function drag(page: Page, from: number, to: number, y: number) {
  await page.mouse.move(from, y);
  await page.mouse.down();
  await page.mouse.move((from + to) / 2, y, { steps: 3 });
  await page.mouse.move(to, y, { steps: 3 });
  await page.mouse.up();
}

/** The range in the address as instants, half-open. */
function rangeOf(page: Page): readonly [number, number] {
  const found = addressOf(page);
  return [extentOf(found.get('from')!)[0], extentOf(found.get('to')!)[1]];
}

test('the range takes years, months and days, open on either side', async () => {
  const page = await open();
  await bound(page, 'From').fill('2022-01');
  await bound(page, 'From').press('Enter');
  await shows(page, idsWhere(possiblyIn('2022-01', '9999')));
  expect(await chipWords(page)).toEqual(['from Jan 2022']);
  await bound(page, 'to').fill('2023-09-10');
  await bound(page, 'to').press('Tab');
  await shows(page, idsWhere(possiblyIn('2022-01', '2023-09-10')));
  await bound(page, 'From').fill('');
  await bound(page, 'From').press('Enter');
  await shows(page, idsWhere(possiblyIn('0001', '2023-09-10')));
  await bound(page, 'to').fill('');
  await bound(page, 'to').press('Enter');
  await soon(() => shown(page)).toBe(csto.events.length);
  expect(await chips(page).count()).toBe(0);
});

test('a bound that is no date is told and changes nothing', async () => {
  const page = await open('from=2022');
  await bound(page, 'to').fill('2024-13');
  await bound(page, 'to').press('Enter');
  await filters(page).getByText('2024-13').waitFor();
  await shows(page, idsWhere(possiblyIn('2022', '9999')));
});

test('an event of which only the year is known lies in a month possibly but not certainly', async () => {
  const page = await open('from=2023-08&to=2023-09');
  const [possibly, certainly] = [
    idsWhere(possiblyIn('2023-08', '2023-09')),
    idsWhere(certainlyIn('2023-08', '2023-09')),
  ];
  expect(possibly.length).toBeGreaterThan(certainly.length);
  await shows(page, possibly);
  await filters(page).getByRole('radio', { name: 'certainly' }).check();
  await shows(page, certainly);
  expect(await chipWords(page)).toEqual(['certainly in Aug to Sep 2023']);
  await page.reload();
  await shows(page, certainly);
  await chip(page, 'certainly in Aug to Sep 2023').click();
  await soon(() => shown(page)).toBe(csto.events.length);
  await chip(page, 'certainly in Aug to Sep 2023').click();
  await filters(page).getByRole('radio', { name: 'possibly in it' }).check();
  await shows(page, possibly);
});

test('a stretch of the overview is drawn, resized, moved and cleared, each one step of history', async () => {
  const page = await open();
  const { x, y, pxDays } = await plot(page);
  const [from, to] = [Date.UTC(2010, 2, 20), Date.UTC(2015, 8, 10)];
  /** Ends snap to months, and the pointer to pixels. */
  const isNear = (found: number, wanted: number) => Math.abs(found - wanted) < (16 + pxDays) * DAY_MS;
  const check = async (wantedFrom: number, wantedTo: number) => {
    await soon(() => {
      const range = addressOf(page).has('to') ? rangeOf(page) : [NaN, NaN];
      return isNear(range[0], wantedFrom) && isNear(range[1], wantedTo);
    }).toBe(true);
    await shows(page, idsWhere(possiblyIn(addressOf(page).get('from')!, addressOf(page).get('to')!)));
  };
  const steps = await page.evaluate(() => history.length);

  await drag(page, x(from), x(to), y);
  await check(from, to);
  const drawn = rangeOf(page);

  await drag(page, x(drawn[1]), x(Date.UTC(2018, 5, 1)), y);
  await soon(() => addressOf(page).get('to')).toMatch(/^2018/);
  await check(drawn[0], Date.UTC(2018, 5, 1));
  expect(rangeOf(page)[0]).toBe(drawn[0]);
  const wide = rangeOf(page);

  const shift = x(Date.UTC(2014, 0, 1)) - x(Date.UTC(2013, 0, 1));
  await drag(page, x(Date.UTC(2013, 0, 1)), x(Date.UTC(2014, 0, 1)), y);
  await soon(() => addressOf(page).get('from')).toMatch(/^2011/);
  await check(wide[0] + shift * pxDays * DAY_MS, wide[1] + shift * pxDays * DAY_MS);
  expect(await page.evaluate(() => history.length)).toBe(steps + 3);

  await page.mouse.dblclick(x(Date.UTC(2015, 0, 1)), y);
  await soon(() => shown(page)).toBe(csto.events.length);
  expect(await chips(page).count()).toBe(0);

  await page.goBack();
  await page.goBack();
  await soon(() => addressOf(page).get('to')).toMatch(/^2018/);
  await shows(page, idsWhere(possiblyIn(addressOf(page).get('from')!, addressOf(page).get('to')!)));
});

test('the ends of the range move by keys, tell where they are, and go with Delete', async () => {
  const page = await open('from=2010&to=2015');
  const end = overview(page).getByRole('slider', { name: 'End of the range' });
  expect(await end.getAttribute('aria-valuetext')).toBe('2015');
  await end.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await soon(() => rangeOf(page)[1]).toBeGreaterThan(Date.UTC(2016, 0, 31));
  expect(addressOf(page).get('from')).toMatch(/^2010/);
  await shows(page, idsWhere(possiblyIn(addressOf(page).get('from')!, addressOf(page).get('to')!)));
  const start = overview(page).getByRole('slider', { name: 'Start of the range' });
  await start.focus();
  await page.keyboard.press('PageDown');
  await soon(() => rangeOf(page)[0]).toBeLessThan(Date.UTC(2009, 0, 1));
  await page.keyboard.press('Delete');
  await soon(() => shown(page)).toBe(csto.events.length);
  expect(await end.getAttribute('aria-valuetext')).toMatch(/^open/);
});
