import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sorting } from '../../src/engine/columns/sorting';

const SEED = 99;
const instants = fc.constantFrom(
  NaN,
  -Infinity,
  Infinity,
  0,
  -0,
  1,
  -1,
  0.5,
  -0.5,
  2 ** 40,
  -(2 ** 40),
  2 ** 63,
  -(2 ** 63),
  864e5,
  1e12 + 1,
);
const events = fc.array(fc.tuple(instants, instants, fc.constantFrom('a', 'b', 'B', 'é', '𝒳', '\ufb01', '')), {
  maxLength: 60,
});

describe('sorted rows', () => {
  it(`stand as comparing them one with another puts them (seed ${SEED})`, () => {
    fc.assert(
      fc.property(events, (drawn) => {
        const rows = drawn.map(([earliest, latest, id]) => ({
          earliest,
          latest: Number.isNaN(earliest) ? NaN : Number.isNaN(latest) ? 0 : latest,
          id,
        }));
        const steps = sorting(
          Uint32Array.from(rows.keys(), (row) => rows.length - 1 - row),
          {
            earliest: Float64Array.from(rows.toReversed(), ({ earliest }) => earliest),
            latest: Float64Array.from(rows.toReversed(), ({ latest }) => latest),
          },
          rows.map(({ id }) => id),
        );
        let order: readonly number[] = [];
        for (let step = steps.next(); order.length < rows.length; step = steps.next()) {
          if (step.done === true) order = [...step.value];
        }
        const rank = (value: number): number => (Number.isNaN(value) ? 1 : 0);
        const compare = (a: number, b: number): number => rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);
        const wanted = [...rows.keys()].sort((a, b) => {
          const [x, y] = [rows[a], rows[b]];
          const byId = x.id < y.id ? -1 : x.id > y.id ? 1 : a - b;
          return compare(x.earliest, y.earliest) || compare(x.latest, y.latest) || byId;
        });
        expect([...order]).toEqual(wanted);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });
});
