import { expect, it } from 'vitest';
import { startsOf } from '../../../src/engine/search/indexing/starts';
import { random } from '../../fixtures/random';

it('gives the first row that begins no earlier, for 300 instants of seed 12', () => {
  const source = random(12);
  const earliest = Float64Array.from({ length: 200 }, () => source.below(60)).sort();
  earliest[0] = -Infinity;
  const dated = 190;
  const starts = startsOf(earliest, dated);
  for (let i = 0; i < 300; i++) {
    const instant = source.below(64) - 2 + (source.chance(0.5) ? 0.5 : 0);
    const row = earliest.subarray(0, dated).findIndex((each) => each >= instant);
    expect(starts.rowFrom(instant), String(instant)).toBe(row < 0 ? dated : row);
  }
  expect([starts.rowFrom(-Infinity), starts.rowFrom(Infinity)]).toEqual([0, dated]);
  expect(startsOf(new Float64Array(0), 0).rowFrom(5)).toBe(0);
});
