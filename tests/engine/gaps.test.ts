import { describe, expect, it } from 'vitest';
import { Bitmap } from '../../src/engine/bitmap';
import { longestFirst, quietPeriods } from '../../src/engine/gaps';
import { rowSet } from '../../src/engine/rows/postings';
import { columnsOf, EDGE_COUNTS } from '../fixtures/columns';
import { chronologyOf, type Sketch } from '../fixtures/events';
import { generateChronology } from '../fixtures/generate';
import { random } from '../fixtures/random';
import { slowQuiet } from '../oracle/slow-density';
import { slowRows } from '../oracle/slow-rows';

const DAY = 86_400_000;

describe('quiet periods', () => {
  for (const count of [...EDGE_COUNTS, 3000]) {
    it(`are those found by walking through ${count} generated events (seed ${count + 5})`, () => {
      const generated = generateChronology(count, count + 5, { nasty: count % 2 === 0 ? 0 : 0.1, lean: true });
      const columns = columnsOf(generated);
      const rows = slowRows(generated.events);
      const source = random(count);
      for (const share of [1, 0.5, 0.05, 0.01]) {
        const chosen = rows.filter(() => source.chance(share));
        const set = rowSet(
          Uint32Array.from(chosen, ({ row }) => row),
          count,
        );
        for (const days of [0, 1, 30, 400]) {
          const periods = quietPeriods(columns, set, { minimumMs: days * DAY, medians: 0 });
          expect(periods).toEqual(slowQuiet(chosen, days * DAY));
        }
      }
    });
  }

  const quiet = (dates: readonly Sketch[], options = { minimumMs: 30 * DAY, medians: 0 }): string[] => {
    const columns = columnsOf(chronologyOf(dates));
    const text = (instant: number): string => new Date(instant).toISOString().slice(0, 10);
    return quietPeriods(columns, Bitmap.all(columns.count), options).map(
      ({ from, to }) => `${text(from)}..${text(to)}`,
    );
  };

  it('run from the end of all extents before to the next begin', () => {
    expect(quiet([{ date: '2020' }, { date: '2020-03-05' }, { date: '2022-01-01' }, {}])).toEqual([
      '2021-01-01..2022-01-01',
    ]);
    expect(quiet([{ date: '2020-01-01' }, { date: '2020-01-31' }, { date: '2020-03-03' }])).toEqual([
      '2020-02-01..2020-03-03',
    ]);
    expect(quiet([{ date: '../2000-01-01' }, { date: '2002-01-01' }])).toEqual(['2000-01-02..2002-01-01']);
  });

  it('are not hidden by what goes on without an end', () => {
    expect(quiet([{ date: '{..1990-01-01,1991-01-01..}' }, { date: '1996-01-01' }])).toEqual([]);
    expect(quiet([{ date: '1994-04-20/..' }, { date: '1996-01-01' }])).toEqual(['1994-04-21..1996-01-01']);
  });

  it('must be longer than so many times the usual distance', () => {
    const monthly = Array.from({ length: 12 }, (_, i) => ({ date: `2020-${String(i + 1).padStart(2, '0')}-01` }));
    const dates = [...monthly, { date: '2020-01-02' }, { date: '2020-01-03' }, { date: '2021-06-01' }];
    expect(quiet(dates, { minimumMs: 0, medians: 3 })).toEqual(['2020-12-02..2021-06-01']);
    expect(quiet(dates, { minimumMs: 0, medians: 9 })).toEqual([]);
  });

  it('can be cut to the longest, in time order or the longest first', () => {
    const columns = columnsOf(
      chronologyOf([{ date: '2000-01-01' }, { date: '2001-01-01' }, { date: '2005-01-01' }, { date: '2007-01-01' }]),
    );
    const periods = quietPeriods(columns, Bitmap.all(4), { minimumMs: DAY, medians: 0, limit: 2 });
    expect(periods.map(({ before, after }) => [before, after])).toEqual([
      [1, 2],
      [2, 3],
    ]);
    expect(longestFirst([...periods].reverse())).toEqual(periods);
  });
});
