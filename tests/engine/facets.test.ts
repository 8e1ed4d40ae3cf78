import { describe, expect, it, vi } from 'vitest';
import { Bitmap } from '../../src/engine/bitmap';
import type { Columns } from '../../src/engine/columns';
import { FacetCounter } from '../../src/engine/facets';
import { compile } from '../../src/engine/filter';
import { EVERYTHING, FIELDS } from '../../src/engine/query';
import { type Counting, PLAIN, quickest } from '../../src/engine/rows/common-counts';
import { columnsOf } from '../fixtures/columns';
import { generateChronology } from '../fixtures/generate';
import { random } from '../fixtures/random';

const COUNT = 5000;
const data = generateChronology(COUNT, 21, { lean: true });
const columns = columnsOf(data);
const slowly = (rows: Bitmap) => FIELDS.map((field) => columns.field(field).sets.map((set) => set.countIn(rows)));
const counted = (counter: FacetCounter, rows: Bitmap) => FIELDS.map((field) => [...counter.count(field, rows)]);

/** A counter, what it counts in full, and the rows whose values it looks at. */
function watched() {
  const full = vi.fn<(mask: Uint32Array) => void>();
  const counting: Counting = {
    wordCost: PLAIN.wordCost,
    place: (bitmaps, words) => {
      const counts = PLAIN.place(bitmaps, words);
      return {
        count: (mask, first, end) => {
          full(mask);
          return counts.count(mask, first, end);
        },
      };
    },
  };
  let looked = 0;
  const fields = columns.fields.map((column) => ({
    ...column,
    without: column.without,
    ids: new Proxy(column.ids, {
      get: (ids, key) => {
        if (typeof key === 'string' && /^\d+$/.test(key)) looked++;
        const value: unknown = Reflect.get(ids, key);
        return value;
      },
    }),
  }));
  const spied: Columns = { ...columns, fields };
  const counter = new FacetCounter(spied, counting);
  return { counter, full, looked: () => looked };
}

describe.each([
  ['WebAssembly', quickest],
  ['plain JavaScript', () => PLAIN],
])('facets by %s', (_, counting) => {
  it.each([1, 2, 3])('are right through a walk of small and large steps (seed %i)', (seed) => {
    const source = random(seed);
    const counter = new FacetCounter(columns, counting());
    let rows = Bitmap.all(COUNT);
    for (let i = 0; i < 60; i++) {
      const swept = Bitmap.range(source.below(COUNT), source.below(COUNT), COUNT);
      const some = Bitmap.fromRows(
        Array.from({ length: source.below(9) }, () => source.below(COUNT)),
        COUNT,
      );
      rows = source.pick([
        () => rows.or(some),
        () => rows.andNot(some),
        () => swept,
        () => rows.and(swept),
        () => Bitmap.all(rows.length).andNot(rows),
        () => rows.and(rows),
        () => Bitmap.all(COUNT),
        () => Bitmap.none(COUNT),
      ])();
      expect(counted(counter, rows)).toEqual(slowly(rows));
    }
  });
});

describe('a facet counter', () => {
  it('gives the same array for the same rows, so that nothing is drawn again', () => {
    const counter = new FacetCounter(columns);
    const rows = Bitmap.range(0, 4000, COUNT);
    const before = counter.count('actor', rows);
    expect(counter.count('actor', rows)).toBe(before);
    expect(counter.count('actor', Bitmap.range(0, 4000, COUNT))).toBe(before);
    expect(counter.count('actor', Bitmap.range(0, 4001, COUNT))).not.toBe(before);
  });

  it('looks at the rows that a brush swept over, and at no others', () => {
    const { counter, full, looked } = watched();
    counted(counter, Bitmap.range(1000, 4000, COUNT));
    full.mockClear();
    const before = looked();
    counted(counter, Bitmap.range(1002, 4001, COUNT));
    expect(full).not.toHaveBeenCalled();
    const swept = [1000, 1001, 4000].flatMap((row) =>
      columns.fields.map(({ offsets }) => offsets[row + 1] - offsets[row]),
    );
    expect(looked() - before).toBe(swept.reduce((sum, values) => sum + values, 0));
  });

  it('looks at rows next to each other, and rather counts all than looks at as many far apart', () => {
    const rows = 100;
    const together = Bitmap.range(1000, 1000 + rows, COUNT);
    const apart = Bitmap.fromRows(
      Array.from({ length: rows }, (_, i) => i * 50),
      COUNT,
    );
    for (const [which, times] of [
      [together, 0],
      [apart, 1],
    ] as const) {
      const { counter, full } = watched();
      counter.count('topic', which);
      expect(full).toHaveBeenCalledTimes(times);
    }
  });

  it('remembers both the matches and what there would be without a clause', () => {
    const { counter, full } = watched();
    const [matches, without] = [Bitmap.range(0, 2500, COUNT), Bitmap.all(COUNT)];
    for (const rows of [matches, without]) counter.count('topic', rows);
    full.mockClear();
    for (const rows of [without, matches, without]) counter.count('topic', rows);
    expect(full).not.toHaveBeenCalled();
  });

  it('counts in as many sets of rows as there are fields with a clause, and one', () => {
    const { counter, full } = watched();
    const clause = (id: string) => ({ picks: [{ id, sign: 'include' as const, off: false }], mode: 'any' as const });
    const query = { ...EVERYTHING, fields: { topic: clause('topic-1'), type: clause('meeting') } };
    const compiled = compile(columns, data.chronology, query, null);
    for (const field of FIELDS) counter.facet(compiled, field);
    expect(new Set(full.mock.calls.map(([mask]) => mask)).size).toBeLessThanOrEqual(3);
  });

  it('refuses a field that its columns lack', () => {
    const counter = new FacetCounter({ ...columns, fields: [] });
    expect(() => counter.count('actor', Bitmap.all(COUNT))).toThrow('field "actor"');
  });
});
