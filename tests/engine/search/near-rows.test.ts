import { expect, it } from 'vitest';
import { NearRows, turn } from '../../../src/engine/search/finding/near-rows';
import { random } from '../../fixtures/random';

const WORDS = 40;

it('turns 32 numbers of 32 bits, of seed 61', () => {
  const source = random(61);
  const before = Uint32Array.from({ length: 32 }, () => source.below(2 ** 32));
  const turned = before.slice();
  turn(turned);
  for (let row = 0; row < 32; row++) {
    for (let unit = 0; unit < 32; unit++) expect((turned[row] >>> unit) & 1).toBe((before[unit] >>> row) & 1);
  }
});

it('finds the rows that a sum row by row finds, for 1 to 70 units of seed 62', () => {
  const source = random(62);
  for (const count of [1, 3, 6, 8, 9, 24, 32, 33, 70]) {
    const bitsOf = (share: number): Uint32Array =>
      Uint32Array.from({ length: WORDS }, () => {
        let bits = 0;
        for (let bit = 0; bit < 32; bit++) if (source.chance(share)) bits |= 1 << bit;
        return bits;
      });
    const units = Array.from({ length: count }, () => ({ bits: bitsOf(source.next()), weight: source.next() }));
    const candidates = bitsOf(0.5).map((bits, at) => (at % 3 === 0 ? bits & 0x01010100 : bits));
    const needed = (units.reduce((sum, { weight }) => sum + weight, 0) * 2) / 3;
    const near = new Uint32Array(WORDS);
    const rows = new NearRows(units, needed);
    rows.find(candidates, near, 0, 7);
    rows.find(candidates, near, 7, WORDS);
    const has = (bits: Uint32Array, row: number): boolean => ((bits[row >>> 5] >>> (row & 31)) & 1) === 1;
    const all = Array.from({ length: WORDS * 32 }, (_, row) => row);
    const sum = (row: number): number =>
      units.reduce((total, { bits, weight }) => total + (has(bits, row) ? weight : 0), 0);
    expect(all.filter((row) => has(near, row))).toEqual(
      all.filter((row) => has(candidates, row) && sum(row) >= needed - 1e-9),
    );
  }
});
