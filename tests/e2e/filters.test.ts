import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openApp } from './app';
import { csto, either, household, idsWhere, nameOf, not, onTopic, withActor, type Told } from './csto';
import {
  addressOf,
  chip,
  chips,
  chipWords,
  countOf,
  detail,
  exclude,
  excludes,
  filters,
  ready,
  shown,
  shows,
  soon,
  value,
} from './page';

const open = async (fragment = ''): Promise<Page> => ready(await openApp(fragment));
const all = idsWhere();
const [armenia, exercises, threats] = [withActor('armenia'), onTopic('exercises'), onTopic('threats')];

test('without a filter every event is listed, in the order of time', async () => {
  const page = await open();
  await shows(page, all);
  expect(await page.title()).toBe(`All ${all.length} events · Dateline`);
});

test('a value is included, excluded and let go', async () => {
  const page = await open();
  await value(page, 'Armenia').click();
  await shows(page, idsWhere(armenia));
  expect(await value(page, 'Armenia').getAttribute('aria-pressed')).toBe('true');
  expect(await chipWords(page)).toEqual(['Armenia']);
  await value(page, 'Armenia').click();
  await soon(() => shown(page)).toBe(all.length);

  await exclude(page, 'Armenia');
  await shows(page, idsWhere(not(armenia)));
  expect(await value(page, 'Armenia').getAttribute('aria-label')).toMatch(/, excluded$/);
  expect(await excludes(page, 'Armenia').getAttribute('aria-pressed')).toBe('true');
  expect(await chipWords(page)).toEqual(['not Armenia']);
  await excludes(page, 'Armenia').click();
  await soon(() => shown(page)).toBe(all.length);
  expect(addressOf(page).size).toBe(0);
});

test('values of one field are joined by any or by all, fields by and', async () => {
  const page = await open();
  await value(page, 'Armenia').click();
  await value(page, 'Russia').click();
  const russia = withActor('russia');
  await shows(page, idsWhere(either(armenia, russia)));
  const mode = filters(page).getByRole('group', { name: /^Actors:/ });
  await mode.getByRole('radio', { name: 'all', exact: true }).check({ force: true });
  await shows(page, idsWhere(armenia, russia));
  expect(await page.title()).toContain('Events with Armenia and Russia:');
  await value(page, 'Exercises').click();
  await shows(page, idsWhere(armenia, russia, exercises));
  await mode.getByRole('radio', { name: 'any', exact: true }).check({ force: true });
  await shows(page, idsWhere(either(armenia, russia), exercises));
});

test('exclusion wins over inclusion', async () => {
  const page = await open('topic=exercises&actor=!armenia');
  await shows(page, idsWhere(exercises, not(armenia)));
});

test('type, status, confidence, place and publisher filter by what the file says', async () => {
  const page = await open();
  for (const [fragment, ids] of [
    ['type=meeting', idsWhere((event) => event.type === 'meeting')],
    ['status=disputed', idsWhere((event) => event.status === 'disputed')],
    ['confidence=!one+press+source', idsWhere((event) => event.confidence !== 'one press source')],
    ['place=Moscow,+Russia', idsWhere((event) => event.place === 'Moscow, Russia')],
    ['publisher=TASS', idsWhere((event) => event.sources.some((source) => source.publisher === 'TASS'))],
    ['dating=month', idsWhere((event) => /^\d{4}-\d\d(\/\d{4}-\d\d)?$/.test(event.date!))],
  ] as const) {
    expect(ids.length, fragment).toBeGreaterThan(0);
    await page.evaluate((hash) => (location.hash = hash), fragment);
    await shows(page, ids);
  }
});

test('counts follow every other filter but not their own', async () => {
  const page = await open('actor=armenia');
  const countWith = (...tests: readonly ((event: Told) => boolean)[]) => idsWhere(...tests).length;
  await soon(() => countOf(page, 'Exercises')).toBe(countWith(armenia, exercises));
  expect(await countOf(page, 'Armenia')).toBe(countWith(armenia));
  expect(await countOf(page, 'Kyrgyzstan')).toBe(countWith(withActor('kyrgyzstan')));
  await value(page, 'Exercises').click();
  await soon(() => countOf(page, 'Kyrgyzstan')).toBe(countWith(withActor('kyrgyzstan'), exercises));
  expect(await countOf(page, 'Exercises')).toBe(countWith(armenia, exercises));
  expect(await countOf(page, 'Leadership and chairmanship')).toBe(countWith(armenia, onTopic('leadership')));
  expect(await countOf(page, 'disputed')).toBe(countWith(armenia, exercises, (event) => event.status === 'disputed'));
});

test('a chip is switched off and on, removed, and all are cleared at once', async () => {
  const page = await open('actor=armenia&topic=!exercises');
  await shows(page, idsWhere(armenia, not(exercises)));
  await chip(page, 'not Exercises').click();
  await shows(page, idsWhere(armenia));
  expect(await chip(page, 'not Exercises').getAttribute('aria-pressed')).toBe('false');
  expect(await page.title()).toContain('Events with Armenia:');
  expect(await chipWords(page)).toEqual(['Armenia', 'not Exercises']);
  await page.reload();
  await shows(page, idsWhere(armenia));
  await chip(page, 'not Exercises').click();
  await shows(page, idsWhere(armenia, not(exercises)));
  await chip(page, 'Remove Armenia').click();
  await shows(page, idsWhere(not(exercises)));
  await value(page, 'Russia').click();
  await chips(page).getByRole('button', { name: 'Clear all' }).click();
  await soon(() => shown(page)).toBe(all.length);
  expect(await chips(page).count()).toBe(0);
  await page.goBack();
  await shows(page, idsWhere(withActor('russia'), not(exercises)));
});

test('a body stands for its members too when asked', async () => {
  const page = await open('actor=csto-secretariat');
  await shows(page, idsWhere(withActor('csto-secretariat')));
  const members = household('csto-secretariat');
  expect(members.length).toBeGreaterThan(2);
  await filters(page)
    .getByRole('checkbox', { name: `and its ${members.length - 1} members` })
    .check();
  await shows(page, idsWhere(either(...members.map(withActor))));
  expect(await chipWords(page)).toEqual(['CSTO Secretariat or its members']);
  await page.reload();
  await shows(page, idsWhere(either(...members.map(withActor))));
});

test('a list of values is searched in any spelling, sorted by name, and shown whole', async () => {
  const page = await open();
  const find = filters(page).getByRole('searchbox', { name: 'Find in actors' });
  for (const [typed, id] of [
    ['zass', 'zas'],
    ['Тасмагамбетов', 'tasmagambetov'],
    ['bordyusha', 'bordyuzha'],
  ] as const) {
    await find.fill(typed);
    await value(page, nameOf(id)).waitFor();
    await soon(() => value(page, 'Armenia').count()).toBe(0);
  }
  await find.fill('qqqqqq');
  await filters(page).getByText('Nothing here is called that.').waitFor();
  await find.fill('');
  await value(page, 'Armenia').waitFor();

  const states = csto.actors.filter(({ kind, id }) => kind === 'state' && idsWhere(withActor(id)).length > 0);
  const names = filters(page).getByRole('list', { name: 'Actors: States' }).locator('[data-value]');
  expect(await names.count()).toBeLessThan(states.length);
  await filters(page).getByRole('button', { name: 'more of Actors: States' }).click();
  await filters(page).getByRole('button', { name: 'Sort actors by name' }).click();
  await soon(async () => (await names.evaluateAll((all) => all.map((one) => (one as HTMLElement).title))).join()).toBe(
    states
      .map(({ name }) => name)
      .sort((a, b) => a.localeCompare(b, 'en'))
      .join(),
  );
});

test('an actor, a topic, a place and the date in the detail pane are each one click from being a filter', async () => {
  const page = await open('event=treaty-signed-1992');
  const tag = (name: RegExp | string) => detail(page).getByRole('button', { name, exact: typeof name === 'string' });
  await tag(/^Uzbekistan/).click();
  await shows(page, idsWhere(withActor('uzbekistan')));
  await tag('Membership and participation').click();
  await shows(page, idsWhere(withActor('uzbekistan'), onTopic('membership')));
  await tag('Tashkent, Uzbekistan').click();
  await shows(
    page,
    idsWhere(withActor('uzbekistan'), onTopic('membership'), (event) => event.place === 'Tashkent, Uzbekistan'),
  );
  await tag('Friday 15 May 1992').click();
  await shows(page, ['treaty-signed-1992']);
  expect(addressOf(page).get('from')).toBe('1992-05-15');
  expect(addressOf(page).get('to')).toBe('1992-05-15');
  expect(await tag(/^Uzbekistan/).getAttribute('aria-pressed')).toBe('true');
  await tag(/^Uzbekistan/).click();
  await soon(() => chipWords(page)).toEqual(['Membership and participation', 'Tashkent, Uzbekistan', '15 May 1992']);
});

test('a value that no match has stays, with a count of nothing, and can be found', async () => {
  const page = await open('actor=tasmagambetov&topic=threats');
  await shows(page, idsWhere(withActor('tasmagambetov'), threats));
  await filters(page).getByRole('searchbox', { name: 'Find in topics' }).fill('parliament');
  await soon(() => countOf(page, 'Parliamentary Assembly')).toBe(
    idsWhere(withActor('tasmagambetov'), onTopic('parliamentary')).length,
  );
  await filters(page).getByRole('searchbox', { name: 'Find in actors' }).fill('Nikolayenko');
  await soon(() => countOf(page, 'Valery Nikolayenko')).toBe(0);
});
