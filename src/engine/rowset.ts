import type { Bitmap } from './bitmap';

/**
 * A set of rows among `length`: one bit a row (Bitmap) or sorted row numbers (Postings). Immutable. Because rows are in
 * time order, a difference of two ranks counts the events of a stretch of time.
 */
export interface RowSet {
  /** Rows there are, in the set or not. */
  readonly length: number;
  readonly count: number;
  has(row: number): boolean;
  /** Rows of the set in [0, row); a row below 0 gives 0, one past the end gives `count`. */
  rank(row: number): number;
  /** The ranks of many rows at once, which must ascend. */
  ranks(rows: Int32Array): Uint32Array;
  /** The row at 0-based position `k` of the set; -1 when there is none. Inverse of `rank`. */
  select(k: number): number;
  /** Rows of the set in [from, to), ascending. */
  rows(from: number, to: number): Uint32Array;
  /** Calls `visit` for each row of the set in [from, to), ascending. */
  forEach(from: number, to: number, visit: (row: number) => void): void;
  /** Rows of both. Postings stay postings. Throws RangeError when the lengths differ, as do the three below. */
  intersect(bitmap: Bitmap): RowSet;
  /** Size of the intersection, without making it. */
  countIn(bitmap: Bitmap): number;
  /** Sets the bits of this set in `words`. */
  addTo(words: Uint32Array): void;
  /** Clears the bits of this set in `words`. */
  removeFrom(words: Uint32Array): void;
  toBitmap(): Bitmap;
}

/** First row of `set` at or after `row`; -1 when there is none. */
export function rowFrom(set: RowSet, row: number): number {
  return set.select(set.rank(row));
}

/** Last row of `set` before `row`; -1 when there is none. */
export function rowBefore(set: RowSet, row: number): number {
  return set.select(set.rank(row) - 1);
}
