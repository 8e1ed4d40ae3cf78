import { countCommon, countsByEight, popcount } from './rows/popcount';
import type { RowSet } from './rowset';

/** Words that share one entry of the rank directory: 256 rows. */
const BLOCK_SHIFT = 3;

/** One bit a row, with ranks. Bits past `length` are always clear. Operations give new bitmaps and cost O(words). */
export class Bitmap implements RowSet {
  readonly length: number;
  /** 32 rows a word, the lowest bit first. Not to be written to. */
  readonly words: Uint32Array;
  /** Words outside [low, high) are all clear: who looks for bits may pass over them. */
  readonly low: number;
  readonly high: number;
  /** Set bits before each block, and in the end their total; made when first asked for. */
  #directory: Uint32Array | null = null;

  private constructor(words: Uint32Array, length: number, low = 0, high = words.length) {
    this.words = words;
    this.length = length;
    this.low = low;
    this.high = Math.max(low, high);
  }

  static none(length: number): Bitmap {
    return new Bitmap(new Uint32Array(wordsFor(length)), length);
  }

  static all(length: number): Bitmap {
    return Bitmap.range(0, length, length);
  }

  /** Rows [from, to), cut to [0, length). */
  static range(from: number, to: number, length: number): Bitmap {
    const words = new Uint32Array(wordsFor(length));
    setRange(words, Math.max(0, from), Math.min(length, to));
    return new Bitmap(words, length);
  }

  /** `words`, taken over, of which no row outside [from, to) is set. */
  static within(words: Uint32Array, length: number, from: number, to: number): Bitmap {
    return new Bitmap(words, length, from >>> 5, wordsFor(to));
  }

  /**
   * Takes `words` over without a copy, unless bits past `length` are set: those are cleared in a copy.
   * Throws RangeError when `words` are not as many as `length` needs.
   */
  static of(words: Uint32Array, length: number): Bitmap {
    if (words.length !== wordsFor(length)) {
      throw new RangeError(`bitmap of ${words.length} words: ${length} rows need ${wordsFor(length)}`);
    }
    const tail = length & 31;
    const last = words.length - 1;
    if (tail === 0 || words[last] >>> tail === 0) return new Bitmap(words, length);
    const clean = words.slice();
    clean[last] &= (1 << tail) - 1;
    return new Bitmap(clean, length);
  }

  /** Rows in any order, repeated or not; throws RangeError for one outside [0, length). */
  static fromRows(rows: Iterable<number>, length: number): Bitmap {
    const words = new Uint32Array(wordsFor(length));
    for (const row of rows) {
      if (!(row >= 0 && row < length)) throw new RangeError(`row ${row}: use 0 to ${length - 1}`);
      words[row >>> 5] |= 1 << (row & 31);
    }
    return new Bitmap(words, length);
  }

  /** Rows that all of `bitmaps` have, of which there must be one: a single one is given as it is. */
  static common(bitmaps: readonly [Bitmap, ...Bitmap[]]): Bitmap {
    const [first, second, ...others] = bitmaps;
    if (bitmaps.length === 1) return first;
    const all = first.and(second);
    for (const { words } of others) {
      sameLength(all.words, words);
      for (let i = all.low; i < all.high; i++) all.words[i] &= words[i];
    }
    return all;
  }

  get count(): number {
    const directory = this.#rankDirectory();
    return directory[directory.length - 1];
  }

  has(row: number): boolean {
    return row >= 0 && row < this.length && ((this.words[row >>> 5] >>> (row & 31)) & 1) === 1;
  }

  rank(row: number): number {
    if (!(row > 0)) return 0;
    if (row >= this.length) return this.count;
    const word = row >>> 5;
    const block = word >>> BLOCK_SHIFT;
    let total = this.#rankDirectory()[block];
    for (let i = block << BLOCK_SHIFT; i < word; i++) total += popcount(this.words[i]);
    return total + popcount(this.words[word] & ((1 << (row & 31)) - 1));
  }

  ranks(rows: Int32Array): Uint32Array {
    const ranks = new Uint32Array(rows.length);
    const directory = this.#rankDirectory();
    const { words, length, count } = this;
    for (let k = 0; k < ranks.length; k++) {
      const row = rows[k];
      if (row >= length || row <= 0) {
        ranks[k] = row <= 0 ? 0 : count;
        continue;
      }
      const word = row >>> 5;
      const block = word >>> BLOCK_SHIFT;
      let total = directory[block];
      for (let i = block << BLOCK_SHIFT; i < word; i++) total += popcount(words[i]);
      ranks[k] = total + popcount(words[word] & ((1 << (row & 31)) - 1));
    }
    return ranks;
  }

  select(k: number): number {
    if (!(k >= 0 && k < this.count)) return -1;
    const directory = this.#rankDirectory();
    let low = 0;
    let high = directory.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (directory[middle] <= k) low = middle;
      else high = middle;
    }
    let left = k - directory[low];
    let word = low << BLOCK_SHIFT;
    for (let here = popcount(this.words[word]); left >= here; here = popcount(this.words[word])) {
      left -= here;
      word++;
    }
    let bits = this.words[word];
    for (; left > 0; left--) bits &= bits - 1;
    return (word << 5) + lowestBit(bits);
  }

  rows(from: number, to: number): Uint32Array {
    const rows = new Uint32Array(Math.max(0, this.rank(to) - this.rank(from)));
    let at = 0;
    this.forEach(from, to, (row) => {
      rows[at++] = row;
    });
    return rows;
  }

  forEach(from: number, to: number, visit: (row: number) => void): void {
    const start = Math.max(0, from);
    const end = Math.min(this.length, to);
    if (!(start < end)) return;
    const last = (end - 1) >>> 5;
    let mask = -1 << (start & 31);
    for (let i = start >>> 5; i <= last; i++) {
      let bits = this.words[i] & mask;
      if (i === last) bits &= -1 >>> (31 - ((end - 1) & 31));
      mask = -1;
      for (; bits !== 0; bits &= bits - 1) visit((i << 5) + lowestBit(bits));
    }
  }

  and(other: Bitmap): Bitmap {
    const [a, b, out] = this.#with(other);
    const [low, high] = [Math.max(this.low, other.low), Math.min(this.high, other.high)];
    for (let i = low; i < high; i++) out[i] = a[i] & b[i];
    return new Bitmap(out, this.length, low, high);
  }

  or(other: Bitmap): Bitmap {
    const [a, b, out] = this.#with(other);
    for (let i = 0; i < out.length; i++) out[i] = a[i] | b[i];
    return new Bitmap(out, this.length);
  }

  andNot(other: Bitmap): Bitmap {
    const [a, b, out] = this.#with(other);
    for (let i = this.low; i < this.high; i++) out[i] = a[i] & ~b[i];
    return new Bitmap(out, this.length, this.low, this.high);
  }

  /** This set less `rows`; those it does not have are passed over. */
  without(rows: Iterable<number>): Bitmap {
    return this.andNot(Bitmap.fromRows(rows, this.length));
  }

  intersect(bitmap: Bitmap): Bitmap {
    return this.and(bitmap);
  }

  countIn(bitmap: Bitmap): number {
    sameLength(this.words, bitmap.words);
    return countCommon(this.words, bitmap.words);
  }

  addTo(words: Uint32Array): void {
    sameLength(this.words, words);
    const own = this.words;
    for (let i = 0; i < own.length; i++) words[i] |= own[i];
  }

  removeFrom(words: Uint32Array): void {
    sameLength(this.words, words);
    const own = this.words;
    for (let i = 0; i < own.length; i++) words[i] &= ~own[i];
  }

  toBitmap(): this {
    return this;
  }

  /** The words of both, and as many clear ones. */
  #with(other: Bitmap): readonly [Uint32Array, Uint32Array, Uint32Array] {
    if (other.length !== this.length) throw new RangeError(`bitmaps of ${this.length} and ${other.length} rows`);
    return [this.words, other.words, new Uint32Array(this.words.length)];
  }

  #rankDirectory(): Uint32Array {
    return (this.#directory ??= countsByEight(this.words, this.low, this.high));
  }
}

/** Words that `length` rows take. */
export function wordsFor(length: number): number {
  return Math.ceil(length / 32);
}

/** Sets the bits of rows [from, to) in `words`; nothing when from >= to. */
export function setRange(words: Uint32Array, from: number, to: number): void {
  if (!(from < to)) return;
  const first = from >>> 5;
  const last = (to - 1) >>> 5;
  const head = -1 << (from & 31);
  const tail = -1 >>> (31 - ((to - 1) & 31));
  if (first === last) {
    words[first] |= head & tail;
    return;
  }
  words[first] |= head;
  words.fill(0xffffffff, first + 1, last);
  words[last] |= tail;
}

function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}

function sameLength(a: Uint32Array, b: Uint32Array): void {
  if (a.length !== b.length) throw new RangeError(`row sets of ${a.length} and ${b.length} words`);
}
