import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EditDistance, editLimit, isSwap, letterMask } from '../../../src/engine/search/text/edits';
import { unitsOf } from '../../../src/engine/search/indexing/vocabulary';
import { popcount } from '../../../src/engine/rows/popcount';
import { edits, editsToBeginning } from '../../oracle/search-edits';

const word = fc.string({ unit: fc.constantFrom(...'abcd'), minLength: 1, maxLength: 12 });

describe('EditDistance', () => {
  it('agrees with the whole table up to its limit, for 2,000 pairs of seed 5', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, limit) => {
        const distance = new EditDistance(unitsOf(a)).to(unitsOf(`..${b}`), 2, b.length + 2, limit);
        expect(distance).toBe(Math.min(edits(a, b), limit + 1));
      }),
      { numRuns: 2000, seed: 5 },
    );
  });

  it('agrees with the whole table on beginnings, for 2,000 pairs of seed 6', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 1, max: 2 }), (a, b, limit) => {
        const distance = new EditDistance(unitsOf(a)).toPrefixOf(unitsOf(b), 0, b.length, limit);
        expect(distance).toBe(Math.min(editsToBeginning(a, b), limit + 1));
      }),
      { numRuns: 2000, seed: 6 },
    );
  });

  it('can be asked again and again', () => {
    const distance = new EditDistance(unitsOf('minsk'));
    const to = (other: string): number => distance.to(unitsOf(other), 0, other.length, 2);
    expect([to('mnisk'), to('minsk'), to('pinsk'), to('moscow'), to('minsk')]).toEqual([1, 0, 1, 3, 0]);
  });
});

it('allows no edit below four letters, one below seven, two from there', () => {
  expect([1, 3, 4, 6, 7, 30].map(editLimit)).toEqual([0, 0, 1, 1, 2, 2]);
});

it('sees a swap of neighbours and nothing else as a swap', () => {
  const swap = (a: string, b: string): boolean => isSwap(unitsOf(a), unitsOf(b), 0, b.length);
  expect([swap('zsa', 'zas'), swap('zas', 'zas'), swap('zas', 'saz'), swap('un', 'nu'), swap('un', 'una')]).toEqual([
    true,
    false,
    false,
    true,
    false,
  ]);
});

it('never tells two words further apart by their letters than by their edits, for 1,000 pairs of seed 7', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 10 }), fc.string({ maxLength: 10 }), (a, b) => {
      const [of, other] = [a, b].map((each) => letterMask(unitsOf(each), 0, each.length));
      expect(popcount(of & ~other)).toBeLessThanOrEqual(edits(a, b));
    }),
    { numRuns: 1000, seed: 7 },
  );
});
