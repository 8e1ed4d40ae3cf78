import { describe, expect, it } from 'vitest';
import { Bitmap } from '../../src/engine/bitmap';
import { groupsOf, headingsOf } from '../../src/engine/groups';
import { columnsOf, EDGE_COUNTS } from '../fixtures/columns';
import { chronologyOf } from '../fixtures/events';
import { generateChronology } from '../fixtures/generate';
import { random } from '../fixtures/random';
import { slowGroups } from '../oracle/slow-groups';
import { slowRows } from '../oracle/slow-rows';

describe('month groups', () => {
  for (const count of [...EDGE_COUNTS, 4000]) {
    it(`are the runs found by reading ${count} generated events (seed ${count + 33})`, () => {
      const generated = generateChronology(count, count + 33, { nasty: 0.25, lean: true });
      const columns = columnsOf(generated);
      const headings = headingsOf(columns);
      const rows = slowRows(generated.events);
      const source = random(count);
      for (const share of [1, 0.5, 0.05, 0]) {
        const chosen = rows.filter(() => source.chance(share));
        const matches = Bitmap.fromRows(
          chosen.map(({ row }) => row),
          count,
        );
        const groups = groupsOf(headings, matches);
        expect(
          groups.map(({ kind, year, month, from, to }) => {
            const positions = Array.from({ length: to - from }, (_, i) => from + i);
            return { kind, year, month, rows: positions.map((position) => matches.select(position)) };
          }),
        ).toEqual(slowGroups(chosen));
        expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
      }
    });
  }

  it('have a heading again when another stands between', () => {
    const columns = columnsOf(
      chronologyOf([
        { date: '../2013' },
        { date: '2013-01-01' },
        { date: '2013-01' },
        { date: '2013' },
        { date: '201X-01-01' },
        { date: '2013-01-02' },
        { date: '2013-02-02/2014' },
        { date: '-0043-03-15' },
        { date: 'Y-170000002' },
        {},
      ]),
    );
    const groups = groupsOf(headingsOf(columns), Bitmap.all(10)).map(({ key, from, to }) => `${key}: ${from}-${to}`);
    expect(groups).toEqual([
      'open: 0-1',
      '-170000002: 1-2',
      '-43-3: 2-3',
      '2010+: 3-4',
      '2013-1: 4-6',
      '2013: 6-7',
      '2013-1/2: 7-8',
      '2013-2: 8-9',
      'undated: 9-10',
    ]);
  });

  it('become one where nothing between them matches', () => {
    const columns = columnsOf(
      chronologyOf([{ date: '2013-01-01' }, { date: '[2013-01-02..2016]' }, { date: '2013-01-03' }]),
    );
    const headings = headingsOf(columns);
    expect(groupsOf(headings, Bitmap.all(3))).toHaveLength(3);
    expect(groupsOf(headings, Bitmap.fromRows([0, 2], 3))).toEqual([
      { key: '2013-1', kind: 'month', from: 0, to: 2, year: 2013, month: 1 },
    ]);
  });

  it('look at a bounded number of rows a group', () => {
    const generated = chronologyOf(
      Array.from({ length: 4000 }, (_, i) => ({ date: i % 2 === 0 ? '2013-05-01' : '2014-01' })),
    );
    const columns = columnsOf(generated);
    let looked = 0;
    const counted = new Proxy(columns.earliest, {
      get: (target, key) => {
        if (typeof key === 'string' && /^\d+$/.test(key)) looked++;
        const value: unknown = Reflect.get(target, key);
        return value;
      },
    });
    const groups = groupsOf(headingsOf({ ...columns, earliest: counted }), Bitmap.all(4000));
    expect(groups.length).toBe(2);
    expect(looked).toBeLessThan(60);
  });
});
