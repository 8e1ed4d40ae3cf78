import { Bitmap, wordsFor } from '../bitmap';
import { lowerBound } from './bounds';
import type { RowSet } from '../rowset';

/** Below this share of the rows, sorted row numbers take less room than one bit a row, and no more time. */
const ROWS_PER_POSTING = 32;

/** Sorted row numbers of a rare value: a stretch of an array that many values share. */
export class Postings implements RowSet {
  readonly length: number;
  readonly #shared: Uint32Array;
  readonly #start: number;
  readonly #end: number;

  /** `shared[start..end)` must hold ascending, distinct rows below `length`. */
  constructor(shared: Uint32Array, start: number, end: number, length: number) {
    this.length = length;
    this.#shared = shared;
    this.#start = start;
    this.#end = end;
  }

  get count(): number {
    return this.#end - this.#start;
  }

  has(row: number): boolean {
    const at = this.#at(row);
    return at < this.#end && this.#shared[at] === row;
  }

  rank(row: number): number {
    return this.#at(row) - this.#start;
  }

  ranks(rows: Int32Array): Uint32Array {
    const ranks = new Uint32Array(rows.length);
    let at = this.#start;
    for (let k = 0; k < ranks.length; k++) {
      if (at < this.#end && this.#shared[at] < rows[k]) at = lowerBound(this.#shared, rows[k], at + 1, this.#end);
      ranks[k] = at - this.#start;
    }
    return ranks;
  }

  select(k: number): number {
    return k >= 0 && k < this.count ? this.#shared[this.#start + k] : -1;
  }

  rows(from: number, to: number): Uint32Array {
    return this.#shared.slice(this.#at(from), Math.max(this.#at(from), this.#at(to)));
  }

  forEach(from: number, to: number, visit: (row: number) => void): void {
    const end = this.#at(to);
    for (let i = this.#at(from); i < end; i++) visit(this.#shared[i]);
  }

  intersect(bitmap: Bitmap): Postings {
    this.#check(bitmap.words);
    const kept = new Uint32Array(this.countIn(bitmap));
    const { words } = bitmap;
    let at = 0;
    for (let i = this.#start; i < this.#end; i++) {
      const row = this.#shared[i];
      if ((words[row >>> 5] >>> (row & 31)) & 1) kept[at++] = row;
    }
    return new Postings(kept, 0, at, this.length);
  }

  countIn(bitmap: Bitmap): number {
    this.#check(bitmap.words);
    const shared = this.#shared;
    const { words } = bitmap;
    const end = this.#end;
    let total = 0;
    for (let i = this.#start; i < end; i++) {
      const row = shared[i];
      total += (words[row >>> 5] >>> (row & 31)) & 1;
    }
    return total;
  }

  addTo(words: Uint32Array): void {
    this.#check(words);
    for (let i = this.#start; i < this.#end; i++) {
      const row = this.#shared[i];
      words[row >>> 5] |= 1 << (row & 31);
    }
  }

  removeFrom(words: Uint32Array): void {
    this.#check(words);
    for (let i = this.#start; i < this.#end; i++) {
      const row = this.#shared[i];
      words[row >>> 5] &= ~(1 << (row & 31));
    }
  }

  toBitmap(): Bitmap {
    const words = new Uint32Array(wordsFor(this.length));
    this.addTo(words);
    return Bitmap.of(words, this.length);
  }

  #at(row: number): number {
    return lowerBound(this.#shared, row, this.#start, this.#end);
  }

  #check(words: Uint32Array): void {
    if (words.length !== wordsFor(this.length)) {
      throw new RangeError(`row sets of ${wordsFor(this.length)} and ${words.length} words`);
    }
  }
}

/** Whether a value that `count` of `length` rows have is better kept as postings. */
export function isRare(count: number, length: number): boolean {
  return count < length / ROWS_PER_POSTING;
}

/** `rows`, ascending and distinct, in whichever form is smaller. */
export function rowSet(rows: Uint32Array, length: number): RowSet {
  return isRare(rows.length, length) ? new Postings(rows, 0, rows.length, length) : Bitmap.fromRows(rows, length);
}
