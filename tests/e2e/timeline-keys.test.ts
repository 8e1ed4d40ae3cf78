import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openApp } from './app';
import { csto, eventOf, extentOf, idsWhere, onTopic, withActor, type Told } from './csto';
import { addressOf, detail, ready, soon, timeline } from './page';

const open = async (fragment = ''): Promise<Page> => ready(await openApp(fragment));
const said = (page: Page) => page.getByRole('region', { name: 'Timeline' }).locator('[aria-live=polite]').innerText();
const days = (page: Page) => {
  const [from, to] = (addressOf(page).get('window') ?? '0001..9999').split('..');
  return (extentOf(to)[1] - extentOf(from)[0]) / 86_400_000;
};

async function press(page: Page, key: string, ...words: readonly (string | RegExp)[]) {
  await page.keyboard.press(key);
  for (const word of words) await soon(() => said(page)).toMatch(word);
}

test('arrows, Home and End walk through the events of a lane and tell each', async () => {
  const page = await open('lanes=none&topic=exercises');
  const ids = idsWhere(onTopic('exercises'));
  const titles = ids.map((id) => eventOf(id).title);
  await timeline(page).focus();
  for (const [key, index] of [
    ['ArrowRight', 0],
    ['ArrowRight', 1],
    ['ArrowRight', 2],
    ['ArrowLeft', 1],
    ['End', ids.length - 1],
    ['ArrowRight', ids.length - 1],
    ['ArrowLeft', ids.length - 2],
    ['Home', 0],
  ] as const) {
    await page.keyboard.press(key);
    await soon(() => said(page)).toContain(`: ${titles[index]}. `);
  }
  expect(await said(page)).toMatch(new RegExp(`${ids.length} events$`));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await detail(page).getByRole('heading', { name: titles[1] }).waitFor();
  expect(await timeline(page).evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('Escape');
  await soon(() => addressOf(page).has('event')).toBe(false);
});

for (const [lanes, lane] of [
  ['actor', ({ actors }: Told) => actors.map(({ id }) => id)],
  ['topic', ({ topics }: Told) => topics],
  ['type', ({ type }: Told) => (type === undefined ? [] : [type])],
] as const) {
  test(`lanes by ${lanes}: the fullest first, each with all its events, told on the way down`, async () => {
    const page = await open(`lanes=${lanes}&from=2022&to=2024`);
    const within = idsWhere(
      (event) => extentOf(event.date!)[0] < Date.UTC(2025, 0, 1) && extentOf(event.date!)[1] > Date.UTC(2022, 0, 1),
    );
    const counts = new Map<string, number>();
    for (const id of within) {
      for (const value of new Set(lane(eventOf(id)))) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const sizes = [...counts.values()].sort((a, b) => b - a);
    const names = new Map<string, number>();
    for (const [id, count] of counts) {
      const named = [...csto.actors, ...csto.topics].find((one) => one.id === id);
      for (const name of named === undefined ? [id] : [named.name, (named as { short?: string }).short ?? named.name]) {
        names.set(name, count);
      }
    }
    await timeline(page).focus();
    await page.keyboard.press('Home');
    for (let at = 0; at < 4; at++) {
      await soon(() => said(page)).toMatch(new RegExp(`, ${sizes[at]} events?$`));
      const text = await said(page);
      const name = /\. ([^.]*), \d+ events?$/.exec(text)![1];
      expect(names.get(name), text).toBe(sizes[at]);
      const before = text;
      await page.keyboard.press('ArrowDown');
      await soon(() => said(page)).not.toBe(before);
    }
    await page.keyboard.press('ArrowUp');
    await soon(() => said(page)).toMatch(new RegExp(`, ${sizes[3]} events?$`));
  });
}

test('plus and minus zoom, F fits the matches, shift with arrows pans', async () => {
  const page = await open('actor=nikolayenko');
  await timeline(page).focus();
  await page.keyboard.press('+');
  await soon(() => days(page)).toBeLessThan(9000);
  const once = days(page);
  await page.keyboard.press('=');
  await soon(() => days(page) / once).toBeCloseTo(0.6, 1);
  await page.keyboard.press('-');
  await soon(() => days(page) / once).toBeCloseTo(1, 1);
  const from = addressOf(page).get('window')!;
  await page.keyboard.press('Shift+ArrowRight');
  await soon(() => addressOf(page).get('window')! > from).toBe(true);
  expect(days(page) / once).toBeCloseTo(1, 1);
  await page.keyboard.press('f');
  await soon(() => days(page)).toBeLessThan(60);
  const [start, end] = extentOf(eventOf(idsWhere(withActor('nikolayenko'))[0]).date!);
  const [first, last] = addressOf(page).get('window')!.split('..');
  expect(extentOf(first)[0]).toBeLessThanOrEqual(start);
  expect(extentOf(last)[1]).toBeGreaterThanOrEqual(end);
});

test('an event that keys go to is brought into sight', async () => {
  const page = await open('lanes=none&window=2020-01-01..2020-12-31');
  await timeline(page).focus();
  await press(page, 'Home', eventOf(idsWhere()[0]).title);
  await soon(() => addressOf(page).get('window')!.slice(0, 4)).toMatch(/199[12]/);
  await press(page, 'End', /2026/);
  await soon(() => addressOf(page).get('window')!.slice(0, 4)).toMatch(/202[56]/);
});

test('g goes to the quiet periods one after the other, and no key acts while a field has the focus', async () => {
  const page = await open();
  await page.keyboard.press('g');
  await soon(() => addressOf(page).has('window')).toBe(true);
  const seen = [addressOf(page).get('window')!];
  await page.keyboard.press('g');
  await soon(() => addressOf(page).get('window')).not.toBe(seen[0]);
  seen.push(addressOf(page).get('window')!);
  for (const window of seen) {
    const [from, to] = window.split('..');
    const [start, end] = [extentOf(from)[0], extentOf(to)[1]];
    const air = (end - start) / 5;
    const inside = csto.events.filter(({ date }) => extentOf(date!)[0] > start + air && extentOf(date!)[1] < end - air);
    expect(
      inside.map(({ id }) => id),
      window,
    ).toEqual([]);
  }
  await page.getByRole('combobox', { name: 'Search events' }).focus();
  await page.keyboard.type('g?[]/');
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(addressOf(page).has('event')).toBe(false);
  await soon(() => addressOf(page).get('q')).toBe('g?[]/');
  expect(addressOf(page).get('window')).toBe(seen[1]);
});
