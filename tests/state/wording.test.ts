import { describe, expect, test } from 'vitest';
import { DAY_MS, instantOf } from '../../src/domain/calendar';
import { phrasesOf } from '../../src/domain/phrase-books';
import type { Dataset } from '../../src/engine/dataset';
import type { Related } from '../../src/engine/related';
import { Wording } from '../../src/state/wording';
import { chronologyOf, type Sketch } from '../fixtures/events';
import { wiredEngine } from '../fixtures/wired-engine';
import { fileOf, opened } from '../views/fixtures/explorers';
import { small } from '../views/fixtures/small';

async function wordingOf(dates: readonly (string | null)[], language = 'en') {
  const sketches: readonly Sketch[] = dates.map((date) => ({ date }));
  const data = chronologyOf(sketches);
  const engine = wiredEngine();
  const dataset: Dataset = await engine.load(fileOf({ ...data, chronology: { ...data.chronology, language } }));
  engine.close();
  return {
    words: new Wording(dataset, await phrasesOf(language)),
    row: (at: number) => dataset.rowOf(`e${String(at)}`),
  };
}

describe('names', () => {
  test('of values are theirs, and of what the chronology lacks their id, told', async () => {
    const { words } = (await opened(small())).found;
    expect(words.nameOf('actor', 'ann')).toBe('Ann Ahlgren');
    expect([words.known('actor', 'eve'), words.nameOf('actor', 'eve')]).toEqual([null, 'eve (not in this chronology)']);
    expect([words.known('topic', 'ann'), words.known('place', 'Ash')]).toEqual([null, 'Ash']);
    expect(words.nameOf('place', '__proto__')).toBe('__proto__ (not in this chronology)');
  });
});

describe('dates', () => {
  test('are said short and long, the undated as such, in the language of the chronology', async () => {
    const dates = ['2024-07-25', '2023-11', null, '1992~', '-0043-03-15'];
    const { words, row } = await wordingOf(dates);
    expect(dates.map((_, at) => words.shortDate(row(at)))).toEqual([
      '25 Jul 2024',
      'Nov 2023',
      'undated',
      'c. 1992',
      '15 Mar 44 BC',
    ]);
    expect(words.longDate(row(0))).toBe('Thursday 25 July 2024');
    expect(words.longDate(row(1))).toBe('November 2023, day not known');
    const { words: german, row: at } = await wordingOf(dates, 'de');
    expect([german.longDate(at(0)), german.shortDate(at(2))]).toEqual(['Donnerstag, 25. Juli 2024', 'undatiert']);
  });

  test('imprecise are the undated, the coarse, the uncertain and the approximate', async () => {
    const dates = [
      '2024-07-25',
      '2024-07-25T10:00:00Z',
      '2024-07-01/2024-07-09',
      '2024-07',
      null,
      '2024-07-25?',
      '2024~',
    ];
    const { words, row } = await wordingOf(dates);
    expect(dates.map((_, at) => words.isImprecise(row(at)))).toEqual([false, false, false, true, true, true, true]);
  });

  test('as text that is not EDTF stand as they are', async () => {
    const { words } = await wordingOf(['2000']);
    expect(['2024-07', '2024-13', 'spring', '<b>'].map((text) => words.ofText(text))).toEqual([
      'Jul 2024',
      '2024-13',
      'spring',
      '<b>',
    ]);
  });

  test('have a range that holds the whole extent, where both ends are known', async () => {
    const dates = ['2024-07', '2024-07-01/2024-08-02', null, '2024/..', '../2024', '-0043', 'Y20000'];
    const { words, row } = await wordingOf(dates);
    const range = (from: string, to: string) => ({ from, to, mode: 'possibly', off: false });
    expect(dates.map((_, at) => words.rangeOf(row(at)))).toEqual([
      range('2024-07-01', '2024-07-31'),
      range('2024-07-01', '2024-08-02'),
      null,
      null,
      null,
      range('-0043-01-01', '-0043-12-31'),
      range('Y20000', 'Y20000'),
    ]);
  });
});

describe('stretches of time', () => {
  test.each([
    [1992, 2027, '1992–2026'],
    [2024, 2025, '2024'],
    [-43, 15, '44 BC–AD 14'],
  ])('from %i until %i', async (from, to, years) => {
    const { words } = await wordingOf(['2000']);
    expect(words.years({ from: instantOf(from, 1, 1), to: instantOf(to, 1, 1) })).toBe(years);
  });

  test.each([['../1999'], ['2000-01-01/..'], ['[..1999-12-31]']])(
    'years of nothing but %s are in order',
    async (date) => {
      const { found } = await opened(chronologyOf([{ date }]));
      const years = found.years.split('–').map(Number);
      expect([...years].sort()).toEqual(years);
      expect(found.bounds.from).toBeLessThan(found.bounds.to);
    },
  );

  test('by days, one day once', async () => {
    const { words } = await wordingOf(['2000']);
    const day = instantOf(2024, 2, 29);
    expect(words.stretch(day, day + DAY_MS)).toBe('29 Feb 2024');
    expect(words.stretch(day, day + 2 * DAY_MS)).toBe('29 Feb 2024 – 1 Mar 2024');
  });

  test.each([
    [59, 'no events for 59 days'],
    [60, 'no events for 60 days'],
    [61, 'no events for 2 months'],
    [365, 'no events for 11 months'],
    [729, 'no events for 23 months'],
    [730, 'no events for 23 months'],
    [731, 'no events for 2 years'],
    [4000, 'no events for 10 years'],
    [5e12, 'no events for 13,689,253,935 years'],
  ])('of %i quiet days', async (days, text) => {
    const { words } = await wordingOf(['2000']);
    expect(words.quiet({ from: 0, to: days * DAY_MS })).toBe(text);
  });
});

describe('reasons', () => {
  const NONE: Related = {
    row: 0,
    score: 0,
    explicit: false,
    sharedActors: [],
    sharedTopics: [],
    samePlace: false,
    sameType: false,
    daysApart: null,
  };
  test.each([
    ['none', {}, ''],
    ['named', { explicit: true }, 'named by this event'],
    ['one and two names', { sharedActors: ['ann'], sharedTopics: ['war', 'law'] }, 'Ann Ahlgren · War, Law'],
    ['three are counted', { sharedActors: ['ann', 'bob', 'org'] }, 'same 3 actors'],
    ['place and time', { samePlace: true, daysApart: -6 }, 'same place · 6 days before'],
    ['the same day', { daysApart: 0 }, 'same day'],
    ['what the data lacks', { sharedActors: ['eve'] }, 'eve (not in this chronology)'],
    [
      'all',
      { explicit: true, sharedActors: ['ann'], sharedTopics: ['war'], samePlace: true, sameType: true, daysApart: 1 },
      'named by this event · Ann Ahlgren · War · same place · 1 day after',
    ],
  ])('%s', async (_, given, text) => {
    const { words } = (await opened(small())).found;
    expect(words.reason({ ...NONE, ...given })).toBe(text);
  });
});
