import fc from 'fast-check';
import { expect, it } from 'vitest';
import { most } from '../../src/engine/most';

const SEED = 5;

it(`the most are what sorting all gives, of few, of many and of some (seed ${SEED})`, () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(6), { maxLength: 200 }),
      fc.oneof(fc.nat(10), fc.nat(300)),
      fc.nat(4),
      (given, limit, step) => {
        const counts = Uint32Array.from(given);
        const some = Uint32Array.from(counts.keys()).filter((index) => index % (step + 1) === 0);
        const sorted = [...some].sort((a, b) => counts[b] - counts[a] || a - b);
        expect([...most(counts, limit, some)]).toEqual(sorted.slice(0, limit));
        if (step === 0) expect([...most(counts, limit)]).toEqual(sorted.slice(0, limit));
      },
    ),
    { seed: SEED, numRuns: 300 },
  );
});

it('two million of one value and two million values are told apart', () => {
  const counts = new Uint32Array(2_000_000);
  counts[1_999_999] = 2_000_000;
  counts[1_999_998] = 2_000_000;
  expect([...most(counts, 3)]).toEqual([1_999_998, 1_999_999, 0]);
});
