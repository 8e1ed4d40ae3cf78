import { describe, expect, it } from 'vitest';
import { Extents } from '../../../src/engine/search/indexing/extents';
import { random } from '../../fixtures/random';

const ROWS = 400;
const DATED = 390;

/** Many events begin together, some of them end together, few never. */
const source = random(12);
const pairs = Array.from({ length: ROWS }, (_, row): [number, number] => {
  if (row >= DATED) return [NaN, NaN];
  const from = row === 0 ? -Infinity : source.below(60);
  return [from, source.chance(0.03) ? Infinity : Math.max(0, from) + 1 + source.below(source.chance(0.1) ? 50 : 3)];
});
pairs.sort(([a, b], [c, d]) => (Number.isNaN(a) || Number.isNaN(c) ? 0 : a - c || d - b));
const earliest = Float64Array.from(pairs, ([from]) => from);
const latest = Float64Array.from(pairs, ([, to]) => to);
const extents = new Extents(earliest, latest, DATED);
const instants = Array.from({ length: 300 }, () => source.below(64) - 2 + (source.chance(0.5) ? 0.5 : 0));

const rowsOf = (visiting: (visit: (from: number, to: number) => void) => void): number[] => {
  const rows: number[] = [];
  visiting((from, to) => {
    for (let row = from; row < to; row++) rows.push(row);
  });
  return rows.sort((a, b) => a - b);
};

describe('extents of dated rows, of seed 12', () => {
  it('give the first row that begins no earlier, for 300 instants', () => {
    for (const instant of instants) {
      const row = earliest.subarray(0, DATED).findIndex((each) => each >= instant);
      expect(extents.rowFrom(instant), String(instant)).toBe(row < 0 ? DATED : row);
    }
    expect([extents.rowFrom(-Infinity), extents.rowFrom(Infinity)]).toEqual([0, DATED]);
  });

  it('give each row once that begins before another row and lasts beyond an instant, for 300', () => {
    for (const instant of [...instants, -Infinity, Infinity]) {
      const end = source.below(DATED + 1);
      const expected = Array.from(latest.subarray(0, end).keys()).filter((row) => latest[row] > instant);
      expect(rowsOf((visit) => extents.eachLasting(end, instant, visit))).toEqual(expected);
    }
  });

  it('give all rows between two with their ends, and none where there are none', () => {
    for (let i = 0; i < 100; i++) {
      const [from, to] = [source.below(DATED), source.below(DATED + 1)].sort((a, b) => a - b);
      const told = new Float64Array(ROWS);
      const rows = rowsOf((visit) => {
        extents.eachEnd(from, to, (begin, end, instant) => {
          told.fill(instant, begin, end);
          visit(begin, end);
        });
      });
      expect(rows).toEqual(Array.from({ length: to - from }, (_, at) => from + at));
      expect(told.subarray(from, to)).toEqual(latest.slice(from, to));
    }
    const none = new Extents(new Float64Array(0), new Float64Array(0), 0);
    expect([none.rowFrom(5), rowsOf((visit) => none.eachEnd(0, 0, visit))]).toEqual([0, []]);
    expect(rowsOf((visit) => none.eachLasting(0, 0, visit))).toEqual([]);
  });
});
