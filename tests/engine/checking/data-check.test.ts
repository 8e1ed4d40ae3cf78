import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../../src/domain/dataset';
import type { ChronologyEvent } from '../../../src/domain/event';
import { readEvent } from '../../../src/domain/parsing/event';
import { alikeActors } from '../../../src/engine/checking/alike';
import { type Checked, checking } from '../../../src/engine/checking/data-check';
import type { Finding } from '../../../src/engine/checking/finding';
import { random } from '../../fixtures/random';
import { nearlySame } from '../../../src/engine/checking/likeness';

const NOW = Date.UTC(2026, 10, 23);
const SOURCE = { title: 'Paper' };

function eventOf(fields: object, at: number): ChronologyEvent {
  const { event } = readEvent({ id: `e${at}`, title: `Meeting number ${at}`, sources: [SOURCE], ...fields }, at);
  if (event === null) throw new Error('no event');
  return event;
}

function checkedOf(all: readonly object[], more: Partial<Checked> = {}): readonly Finding[] {
  const events = all.map(eventOf);
  const checked: Checked = {
    count: events.length,
    actors: [],
    event: (row) => events[row],
    endingEarly: [],
    rowsOf: () => [],
    ...more,
  };
  const steps = checking(checked, NOW);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const kinds = (found: readonly Finding[]): Record<string, readonly number[]> =>
  Object.fromEntries(found.map(({ kind, rows }) => [kind, rows]));

describe('the data check finds', () => {
  test('years in disguise, and months: far more events on a first day than on any other', () => {
    const days = Array.from({ length: 60 }, (_, at) => ({
      date: `2001-${String((at % 12) + 1).padStart(2, '0')}-${String((at % 27) + 2).padStart(2, '0')}`,
    }));
    const years = Array.from({ length: 5 }, (_, at) => ({ date: `${2002 + at}-01-01` }));
    const months = Array.from({ length: 12 }, (_, at) => ({
      date: `2010-${String((at % 9) + 2).padStart(2, '0')}-01`,
    }));
    expect(kinds(checkedOf([...days, ...years, ...months]))).toEqual({
      'first-of-january': [60, 61, 62, 63, 64],
      'first-of-month': Array.from({ length: 12 }, (_, at) => 65 + at),
    });
    expect(kinds(checkedOf([...days, ...years.slice(0, 2), ...months.slice(0, 3)]))).toEqual({});
  });

  test('no pile in years given as years', () => {
    expect(kinds(checkedOf(Array.from({ length: 9 }, (_, at) => ({ date: `${2002 + at}` }))))).toEqual({});
  });

  test('events to come, and those without a source', () => {
    const found = checkedOf([
      { date: '2026-11-23', sources: [] },
      { date: '2026-11-24' },
      { date: '2027' },
      { date: '2026' },
      {},
    ]);
    expect(kinds(found)).toEqual({ future: [1, 2], 'no-source': [0] });
  });

  test('sources that came out before the event was', () => {
    const dated = (date: string, published: string): object => ({ date, sources: [{ ...SOURCE, date: published }] });
    const found = checkedOf([
      dated('2001-05-03', '2001-05-02'),
      dated('2001-05-03', '2001-05'),
      dated('2001', '2000-12-31'),
      dated('2001-05-03', '2001-05-03'),
    ]);
    expect(kinds(found)).toEqual({ 'source-too-old': [0, 2] });
  });

  test('events of one day that say nearly the same', () => {
    const titled = (title: string, date = '2001-05-03'): object => ({ title, date });
    const found = checkedOf([
      titled('CSTO summit opens in Dushanbe, Tajikistan'),
      titled('Tajikistan: CSTO summit opens in Dushanbe'),
      titled('Summit of the SCO in Tashkent'),
      titled('CSTO summit opens in Dushanbe Tajikistan', '2001-05-04'),
    ]);
    expect(kinds(found)).toEqual({ 'near-duplicate': [0, 1] });
  });

  test('ends said to be before their beginning', () => {
    expect(kinds(checkedOf([{}, {}], { endingEarly: [1] }))).toEqual({ 'ends-early': [1] });
  });

  test('actors that are written in two ways, with their events', () => {
    const actors = ['NATO', 'Nato ', 'UN'].map(actorOf);
    const found = checkedOf([{}, {}, {}], { actors, rowsOf: (actor) => [[2], [0], [1]][actor] });
    expect(found).toEqual([{ kind: 'same-actor', rows: [0, 2], actors: [0, 1] }]);
  });

  test('in the bundled chronology what is to be looked at there', () => {
    const { events } = JSON.parse(readFileSync('public/data/csto.json', 'utf8')) as { events: object[] };
    const sorted = events.map(eventOf).sort((a, b) => (a.date ?? '').localeCompare(b.date ?? ''));
    const found = kinds(checkedOf(sorted));
    // Chairmanships and terms begin on 1 January: a pile that is right.
    expect(Object.keys(found)).toEqual(['first-of-january', 'source-too-old']);
  });
});

const actorOf = (name: string): Actor => ({
  id: name,
  name,
  kind: 'other',
  short: null,
  aliases: [],
  memberOf: [],
  roles: [],
  url: null,
  note: null,
});

describe('names that are the same', () => {
  test.each([
    [['NATO', 'nato'], [[0, 1]]],
    [['Al-Jazeera', 'Al Jazeera', 'Aljazeera'], [[0, 1, 2]]],
    [['Collective Security Treaty Organization', 'CSTO'], [[0, 1]]],
    [['N. Nazarbayev', 'Nursultan Nazarbayev'], [[0, 1]]],
    [['A. Smith', 'Anna Smith', 'Adam Smith'], []],
    [['José', 'Jose'], [[0, 1]]],
    [['Anna Smith', 'Adam Smith'], []],
    [['', '!'], []],
  ])('%j', (names, groups) => {
    expect(alikeActors(names.map(actorOf))).toEqual(groups);
  });
});

test('titles are compared as words: any order, few of them different (200 seeded lists against every two, seed 3)', () => {
  const source = random(3);
  for (let round = 0; round < 200; round += 1) {
    const titles = Array.from({ length: 2 + source.below(8) }, () =>
      Array.from({ length: 1 + source.below(5) }, () => source.pick(['a', 'b', 'c', 'd', 'e'])).join(' '),
    );
    const sets = titles.map((title) => new Set(title.split(' ')));
    const isAlike = (a: Set<string>, b: Set<string>): boolean => {
      const all = new Set([...a, ...b]);
      const both = [...a].filter((word) => b.has(word)).length;
      return both === all.size || (Math.min(a.size, b.size) > 1 && both / all.size >= 0.75);
    };
    const slow = [...titles.keys()].filter((a) => sets.some((set, b) => a !== b && isAlike(sets[a], set)));
    expect(nearlySame(titles), titles.join(' | ')).toEqual(slow);
  }
});
