import { describe, expect, test } from 'vitest';
import { Bitmap } from '../../src/engine/bitmap';
import { byRelevance, byTime, type ListOrder } from '../../src/engine/order';
import { EDGE_COUNTS } from '../fixtures/columns';
import { random } from '../fixtures/random';

const LENGTHS = [...EDGE_COUNTS, 1000];

/** An order as an array, with what it says of every row. */
function looked(order: ListOrder, length: number) {
  return {
    rows: Array.from({ length: order.count }, (_, position) => order.rowAt(position)),
    positions: Array.from({ length }, (_, row) => order.positionOf(row)),
  };
}

/** The same from the rows in their order. */
function expected(rows: readonly number[], length: number) {
  return { rows, positions: Array.from({ length }, (_, row) => rows.indexOf(row)) };
}

function sample(source: ReturnType<typeof random>, length: number) {
  const share = source.pick([0, 0.1, 0.6, 1]);
  const rows = Array.from({ length }, (_, row) => row).filter(() => source.chance(share));
  return { rows, matches: Bitmap.fromRows(Uint32Array.from(rows), length), dated: source.below(length + 1) };
}

describe('byTime', () => {
  test.each(LENGTHS)(
    'is the rows as they are, or the dated reversed before the undated, at %i rows (seed 1)',
    (length) => {
      const source = random(1);
      for (let tries = 0; tries < 8; tries++) {
        const { rows, matches, dated } = sample(source, length);
        const newest = [...rows.filter((row) => row < dated).reverse(), ...rows.filter((row) => row >= dated)];
        expect(looked(byTime(matches, dated, false), length)).toEqual(expected(rows, length));
        expect(looked(byTime(matches, dated, true), length)).toEqual(expected(newest, length));
      }
    },
  );
});

describe('byRelevance', () => {
  test.each(LENGTHS)('is the ranked that match, then all other matches, at %i rows (seed 2)', (length) => {
    const source = random(2);
    for (let tries = 0; tries < 8; tries++) {
      const { rows, matches } = sample(source, length);
      const ranked = Array.from({ length }, (_, row) => row)
        .filter(() => source.chance(0.3))
        .map((row) => ({ row, score: source.next() }))
        .sort((a, b) => a.score - b.score)
        .map(({ row }) => row);
      const best = ranked.filter((row) => rows.includes(row));
      const order = [...best, ...rows.filter((row) => !best.includes(row))];
      expect(looked(byRelevance(matches, Uint32Array.from(ranked)), length)).toEqual(expected(order, length));
    }
  });
});
