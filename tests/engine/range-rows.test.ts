import { describe, expect, it } from 'vitest';
import { Bitmap } from '../../src/engine/bitmap';
import { rangeRows } from '../../src/engine/rows/range-rows';
import { crossing, furthest } from '../../src/engine/rows/reach';
import { columnsOf, EDGE_COUNTS } from '../fixtures/columns';
import { chronologyOf } from '../fixtures/events';
import { generateChronology } from '../fixtures/generate';
import { random } from '../fixtures/random';
import { slowRows } from '../oracle/slow-rows';

const at = (date: string): number => Date.parse(date);

describe('rows of a range', () => {
  for (const count of [...EDGE_COUNTS, 5000]) {
    it(`are those whose extents overlap it, or lie within, of ${count} generated events (seed ${count + 7})`, () => {
      const generated = generateChronology(count, count + 7, { nasty: 0.2, lean: true });
      const columns = columnsOf(generated);
      const rows = slowRows(generated.events).filter(({ date }) => date !== null);
      const source = random(count);
      const edges = [
        -Infinity,
        Infinity,
        0,
        ...columns.earliest.slice(0, columns.dated),
        ...columns.latest.slice(0, columns.dated),
      ];
      for (let i = 0; i < 40; i++) {
        const [from, to] = [source.pick(edges), source.chance(0.2) ? source.pick(edges) + 1 : source.pick(edges)];
        const extents = rows.map(({ row, date }) => ({ row, earliest: date!.earliest, latest: date!.latest }));
        const inside = from < to ? extents : [];
        expect([...rangeRows(columns, from, to, 'possibly').rows(0, count)]).toEqual(
          inside.filter(({ earliest, latest }) => earliest < to && latest > from).map(({ row }) => row),
        );
        expect([...rangeRows(columns, from, to, 'certainly').rows(0, count)]).toEqual(
          inside
            .filter(({ earliest, latest }) => earliest < to && earliest >= from && latest <= to)
            .map(({ row }) => row),
        );
      }
    });
  }

  it('know the words they lie in, however many there are: what is made of them looks at no others', () => {
    const days = Array.from({ length: 32_000 }, (_, day) => ({
      date: new Date(day * 86_400_000).toISOString().slice(0, 10),
    }));
    const columns = columnsOf(chronologyOf(days));
    const rows = rangeRows(columns, 320 * 86_400_000, 352 * 86_400_000, 'possibly');
    expect([rows.low, rows.high, rows.count]).toEqual([10, 11, 32]);
    const all = Bitmap.all(columns.count);
    expect([all.and(rows), rows.and(all), rows.andNot(all)].map(({ low, high }) => [low, high])).toEqual([
      [10, 11],
      [10, 11],
      [10, 11],
    ]);
  });

  it('touching only at the end of one do not overlap: both are half-open', () => {
    const columns = columnsOf(chronologyOf([{ date: '2022-01' }, { date: '2022-02-01' }, { date: '2021' }, {}]));
    const from = at('2022-01-01');
    const to = at('2022-02-01');
    expect([...rangeRows(columns, from, to, 'possibly').rows(0, 4)]).toEqual([1]);
    expect(rangeRows(columns, from - 1, to + 1, 'possibly').count).toBe(3);
    expect(rangeRows(columns, from, to, 'certainly').count).toBe(1);
    expect(rangeRows(columns, from, to - 1, 'certainly').count).toBe(0);
    expect(rangeRows(columns, to, from, 'possibly').count).toBe(0);
  });
});

describe('reach', () => {
  for (const count of [...EDGE_COUNTS, 9000]) {
    it(`finds the rows of a set that last beyond an instant, of ${count} generated events (seed ${count + 9})`, () => {
      const generated = generateChronology(count, count + 9, { nasty: 0.2, lean: true });
      const columns = columnsOf(generated);
      const { reach, latest, dated } = columns;
      const source = random(count);
      for (let i = 0; i < 40; i++) {
        const some = Array.from({ length: count }, (_, row) => row).filter(() => source.chance(0.4));
        const set = source.chance(0.5) ? Bitmap.all(count) : Bitmap.fromRows(some, count);
        const row0 = source.below(count + 2);
        const instant =
          dated === 0 || source.chance(0.1) ? source.pick([-Infinity, Infinity, 0]) : latest[source.below(dated)];
        const wanted = [...set.rows(0, Math.min(row0, dated))].filter((row) => latest[row] > instant);
        expect([...crossing(reach, row0, instant, set, Infinity)]).toEqual(wanted);
        const limit = source.below(5);
        expect([...crossing(reach, row0, instant, set, limit)]).toEqual(limit === 0 ? [] : wanted.slice(-limit));
        const finite = wanted.map((row) => latest[row]).filter((each) => each < Infinity);
        expect(furthest(reach, row0, set, instant)).toBe(Math.max(instant, ...finite));
      }
    });
  }
});
