import { expect, test } from 'vitest';
import { Growing, MOST_COLUMNS } from '../../src/engine/growth';
import { type Random, random } from '../fixtures/random';

type Span = readonly [earliest: number, latest: number];

const YEAR_MS = 31_557_600_000;

/** Spans about some centre: moments, short ones, some that reach far. */
function spans(source: Random): Span[] {
  const centre = (source.below(8000) - 4000) * YEAR_MS;
  const reach = 1000 * 10 ** source.below(11);
  return Array.from({ length: 1 + source.below(60) }, () => {
    const earliest = centre + source.below(reach);
    return [earliest, earliest + source.pick([0, 0, 999, source.below(reach)])];
  });
}

function grown(all: readonly Span[]): Growing {
  const growing = new Growing();
  for (const [earliest, latest] of all) growing.add(earliest, latest);
  return growing;
}

const columnsOf = (all: readonly Span[], width: number): number => {
  const last = Math.max(...all.map(([, latest]) => Math.floor(latest / width)));
  return last - Math.min(...all.map(([earliest]) => Math.floor(earliest / width))) + 1;
};

test('columns are as wide as all events need, and no wider, in whatever order they come (seed 21)', () => {
  const source = random(21);
  for (let round = 0; round < 500; round++) {
    const all = spans(source);
    let width = 1000;
    while (columnsOf(all, width) > MOST_COLUMNS) width *= 2;
    expect(grown(all).width).toBe(width);
    expect(grown([...all].reverse()).width).toBe(width);
  }
});

test('moments are counted in the columns they lie in, however those came to be (seed 22)', () => {
  const source = random(22);
  for (let round = 0; round < 500; round++) {
    const moments = spans(source).map(([earliest]): Span => [earliest, earliest]);
    const { width, counts } = grown(moments);
    const counted = new Map<number, number>();
    for (const [moment] of moments) {
      const column = Math.floor(moment / width);
      counted.set(column, (counted.get(column) ?? 0) + 1);
    }
    expect(counts).toEqual(counted);
  }
});

test('an event that reaches over columns counts once in all, and only in those it reaches (seed 23)', () => {
  const source = random(23);
  for (let round = 0; round < 500; round++) {
    const all = spans(source);
    const { width, counts } = grown(all);
    expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBeCloseTo(all.length, 6);
    for (const column of counts.keys()) {
      const from = column * width;
      expect(all.some(([earliest, latest]) => earliest < from + width && latest >= from)).toBe(true);
    }
  }
});

test('what has no beginning is not counted; what has no end is counted where it begins', () => {
  expect(grown([[NaN, NaN], [-Infinity, 5000], [-Infinity, Infinity]]).counts).toEqual(new Map()); // prettier-ignore
  expect(grown([[5000, Infinity], [7000, 7000]]).counts).toEqual(new Map([[5, 1], [7, 1]])); // prettier-ignore
});
