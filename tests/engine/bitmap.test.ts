import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Bitmap } from '../../src/engine/bitmap';
import { Change } from '../../src/engine/rows/change';
import { popcount } from '../../src/engine/rows/popcount';

const SEED = 20261123;
const check = (property: fc.IRawProperty<unknown, false>): void => {
  fc.assert(property, { seed: SEED, numRuns: 100 });
};

/** A length, often at the edge of a word or a block, and rows below it. */
const rowsOf = (length: number): fc.Arbitrary<number[]> =>
  length === 0
    ? fc.constant([])
    : fc.oneof(
        fc.array(fc.nat({ max: length - 1 }), { maxLength: 40 }),
        fc.constant(Array.from({ length }, (_, row) => row)),
        fc
          .nat({ max: 7 })
          .map((step) => Array.from({ length }, (_, row) => row).filter((row) => row % (step + 1) === 0)),
      );
const lengths = fc.oneof(fc.constantFrom(0, 1, 31, 32, 33, 63, 64, 65, 255, 256, 257, 511, 512, 513), fc.nat(2000));
const sets = lengths.chain((length) => fc.tuple(fc.constant(length), rowsOf(length), rowsOf(length)));

const sorted = (rows: Iterable<number>): number[] => [...new Set(rows)].sort((a, b) => a - b);
const listed = (bitmap: Bitmap): number[] => [...bitmap.rows(0, bitmap.length)];

describe(`a bitmap, against a set of numbers (seed ${SEED})`, () => {
  it('lists, counts and has the rows it was made of', () => {
    check(
      fc.property(sets, ([length, a]) => {
        const bitmap = Bitmap.fromRows(a, length);
        expect(listed(bitmap)).toEqual(sorted(a));
        expect(bitmap.count).toBe(new Set(a).size);
        const asked = Array.from({ length: length + 2 }, (_, at) => at - 1);
        expect(asked.filter((row) => bitmap.has(row))).toEqual(sorted(a));
      }),
    );
  });

  it('combines as sets do, and never has a row past its end', () => {
    check(
      fc.property(sets, ([length, a, b]) => {
        const [x, y] = [Bitmap.fromRows(a, length), Bitmap.fromRows(b, length)];
        expect(listed(x.and(y))).toEqual(sorted(a.filter((row) => b.includes(row))));
        expect(listed(x.or(y))).toEqual(sorted([...a, ...b]));
        expect(listed(x.andNot(y))).toEqual(sorted(a.filter((row) => !b.includes(row))));
        expect(listed(x.without(b))).toEqual(listed(x.andNot(y)));
        expect(x.countIn(y)).toBe(x.and(y).count);
        expect(listed(x.intersect(y))).toEqual(listed(x.and(y)));
      }),
    );
  });

  it('is the same when it is known where its rows begin and end, alone and with others', () => {
    check(
      fc.property(sets, ([length, a, b]) => {
        const rows = sorted(a);
        const [x, y] = [Bitmap.fromRows(a, length), Bitmap.fromRows(b, length)];
        const bounded = Bitmap.within(x.words.slice(), length, rows.at(0) ?? length, (rows.at(-1) ?? -1) + 1);
        expect(bounded.count).toBe(x.count);
        const asked = Int32Array.from({ length: length + 3 }, (_, at) => at - 1);
        expect(bounded.ranks(asked)).toEqual(x.ranks(asked));
        for (const [one, other] of [
          [bounded.and(y), x.and(y)],
          [y.and(bounded), y.and(x)],
          [bounded.andNot(y), x.andNot(y)],
          [y.andNot(bounded), y.andNot(x)],
          [bounded.or(y), x.or(y)],
          [Bitmap.common([bounded, y, x]), x.and(y)],
        ]) {
          expect(one.words).toEqual(other.words);
          expect(one.ranks(asked)).toEqual(other.ranks(asked));
        }
        for (const from of [y, bounded.and(y), Bitmap.none(length)]) {
          const [told, wanted] = [new Change(from, bounded), new Change(from, x)];
          expect(told.runs).toEqual(wanted.runs);
          expect(told.weightUpTo(Infinity)).toBe(wanted.weightUpTo(Infinity));
        }
      }),
    );
  });

  it('adds itself to words and removes itself from them', () => {
    check(
      fc.property(sets, ([length, a, b]) => {
        const [x, y] = [Bitmap.fromRows(a, length), Bitmap.fromRows(b, length)];
        const added = y.words.slice();
        x.addTo(added);
        expect(added).toEqual(x.or(y).words);
        const removed = y.words.slice();
        x.removeFrom(removed);
        expect(removed).toEqual(y.andNot(x).words);
      }),
    );
  });

  it('has ranks and positions that undo each other', () => {
    check(
      fc.property(sets, ([length, a]) => {
        const bitmap = Bitmap.fromRows(a, length);
        const rows = sorted(a);
        const asked = Array.from({ length: length + 3 }, (_, at) => at - 1);
        expect(asked.map((row) => bitmap.rank(row))).toEqual(
          asked.map((row) => rows.filter((each) => each < row).length),
        );
        expect([...bitmap.ranks(Int32Array.from(asked))]).toEqual(asked.map((row) => bitmap.rank(row)));
        expect(rows.map((_, k) => bitmap.select(k))).toEqual(rows);
        for (const k of [-1, rows.length, rows.length + 1, NaN]) expect(bitmap.select(k)).toBe(-1);
      }),
    );
  });

  it('visits the rows of any stretch, half-open', () => {
    check(
      fc.property(
        sets,
        fc.integer({ min: -3, max: 2003 }),
        fc.integer({ min: -3, max: 2003 }),
        ([length, a], from, to) => {
          const bitmap = Bitmap.fromRows(a, length);
          const wanted = sorted(a).filter((row) => row >= from && row < to);
          expect([...bitmap.rows(from, to)]).toEqual(wanted);
          const visited: number[] = [];
          bitmap.forEach(from, to, (row) => visited.push(row));
          expect(visited).toEqual(wanted);
          const range = Bitmap.range(from, to, length);
          expect(listed(range)).toEqual(listed(Bitmap.all(length)).filter((row) => row >= from && row < to));
        },
      ),
    );
  });
});

describe('a bitmap', () => {
  it('of words clears what lies past its end, in a copy', () => {
    const words = Uint32Array.of(0xffffffff, 0xffffffff);
    expect(Bitmap.of(words, 33).count).toBe(33);
    expect(words[1]).toBe(0xffffffff);
    const clean = Uint32Array.of(0xffffffff, 1);
    expect(Bitmap.of(clean, 33).words).toBe(clean);
  });

  it('refuses words, rows and partners of another length', () => {
    expect(() => Bitmap.of(new Uint32Array(1), 33)).toThrow('33 rows need 2');
    expect(() => Bitmap.fromRows([3], 3)).toThrow('row 3: use 0 to 2');
    expect(() => Bitmap.all(32).and(Bitmap.all(31))).toThrow('bitmaps of 32 and 31 rows');
    expect(() => Bitmap.all(64).countIn(Bitmap.all(32))).toThrow('2 and 1 words');
    expect(() => Bitmap.all(64).addTo(new Uint32Array(1))).toThrow(RangeError);
  });

  it('counts the bits of words whatever their sign', () => {
    expect([0, 1, 0x80000000, 0xffffffff, -1, 0x55555555].map(popcount)).toEqual([0, 1, 1, 32, 32, 16]);
  });
});
