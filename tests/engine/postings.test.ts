import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Bitmap } from '../../src/engine/bitmap';
import { isRare, Postings, rowSet } from '../../src/engine/rows/postings';
import { rowBefore, rowFrom } from '../../src/engine/rowset';

const SEED = 41;
const cases = fc
  .integer({ min: 1, max: 300 })
  .chain((length) =>
    fc.tuple(fc.constant(length), fc.uniqueArray(fc.nat(length - 1)), fc.uniqueArray(fc.nat(length - 1))),
  );

/** The rows among others of the same array, as values share one. */
function postingsOf(rows: readonly number[], length: number): Postings {
  const sorted = [...rows].sort((a, b) => a - b);
  return new Postings(Uint32Array.of(7, ...sorted, 0, 9), 1, 1 + sorted.length, length);
}

describe(`postings (seed ${SEED})`, () => {
  it('answer everything as the bitmap of the same rows does', () => {
    fc.assert(
      fc.property(cases, fc.integer(), fc.integer(), ([length, rows, others], from, to) => {
        const postings = postingsOf(rows, length);
        const bitmap = Bitmap.fromRows(rows, length);
        const other = Bitmap.fromRows(others, length);
        expect(postings.count).toBe(bitmap.count);
        expect(postings.toBitmap().words).toEqual(bitmap.words);
        expect(postings.countIn(other)).toBe(bitmap.countIn(other));
        expect(postings.intersect(other)).toBeInstanceOf(Postings);
        expect(postings.intersect(other).toBitmap().words).toEqual(bitmap.and(other).words);
        for (const [start, end] of [
          [from % 400, to % 400],
          [0, length],
        ]) {
          expect(postings.rows(start, end)).toEqual(bitmap.rows(start, end));
          const visited: number[] = [];
          postings.forEach(start, end, (row) => visited.push(row));
          expect(visited).toEqual([...bitmap.rows(start, end)]);
        }
        for (let row = -1; row <= length; row++) {
          expect(postings.has(row)).toBe(bitmap.has(row));
          expect(postings.rank(row)).toBe(bitmap.rank(row));
          expect(postings.select(row)).toBe(bitmap.select(row));
          expect(rowFrom(postings, row)).toBe(rows.filter((each) => each >= row).sort((a, b) => a - b)[0] ?? -1);
          expect(rowBefore(postings, row)).toBe(rows.filter((each) => each < row).sort((a, b) => b - a)[0] ?? -1);
        }
        const edges = Int32Array.from(others.sort((a, b) => a - b)).map((row) => row - 1);
        expect(postings.ranks(edges)).toEqual(bitmap.ranks(edges));
        const [added, removed] = [other.words.slice(), other.words.slice()];
        postings.addTo(added);
        postings.removeFrom(removed);
        expect(added).toEqual(bitmap.or(other).words);
        expect(removed).toEqual(other.andNot(bitmap).words);
      }),
      { seed: SEED, numRuns: 100 },
    );
  });

  it('are chosen for fewer rows than there are words', () => {
    expect([isRare(0, 0), isRare(0, 1), isRare(9, 318), isRare(10, 318), isRare(31_250, 1_000_000)]).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
    expect(rowSet(Uint32Array.of(3), 64)).toBeInstanceOf(Postings);
    expect(rowSet(Uint32Array.of(3, 4), 64)).toBeInstanceOf(Bitmap);
    expect(rowSet(Uint32Array.of(3, 4), 64).count).toBe(2);
  });

  it('refuse bitmaps of another length', () => {
    expect(() => postingsOf([1], 33).countIn(Bitmap.all(32))).toThrow('2 and 1 words');
    expect(() => postingsOf([1], 33).intersect(Bitmap.all(32))).toThrow(RangeError);
  });
});
