import type { Bitmap } from '../bitmap';
import { popcount } from './popcount';

/** What tells two sets of rows of one length apart. */
export class Change {
  readonly from: Bitmap;
  readonly to: Bitmap;
  #weight = -1;
  /** No less than so much, as far as was looked. */
  #atLeast = 0;
  #runs: Int32Array | null = null;
  /** Number of rows that came or went, and the first word that any of them is in; of all of them once `#weight` is known. */
  #rows = 0;
  #first = 0;

  constructor(from: Bitmap, to: Bitmap) {
    this.from = from;
    this.to = to;
  }

  /**
   * What it costs to look at the rows that came or went, where a row next to the one before costs 1; a `limit` below that may be
   * given in its place. O(words) up to the limit when first worked out.
   */
  weightUpTo(limit: number): number {
    if (this.#weight >= 0) return this.#weight;
    if (limit <= this.#atLeast) return limit;
    const weight = this.#weigh(limit);
    if (weight < limit) this.#weight = weight;
    else this.#atLeast = limit;
    return Math.min(weight, limit);
  }

  /** Stops at `limit` or a little beyond. */
  #weigh(limit: number): number {
    const { from, to } = this;
    const [before, after] = [from.words, to.words];
    const end = Math.max(from.high, to.high);
    let rows = 0;
    let words = 0;
    this.#first = 0;
    const whole = Math.min(Math.ceil(end / 4) * 4, after.length & ~3);
    // Most words are the same: they are passed over four at a time.
    for (let i = Math.min(from.low, to.low) & ~3; i < whole && rows + FAR * words < limit; i += 4) {
      const a = before[i] ^ after[i];
      const b = before[i + 1] ^ after[i + 1];
      const c = before[i + 2] ^ after[i + 2];
      const d = before[i + 3] ^ after[i + 3];
      if ((a | b | c | d) === 0) continue;
      if (words === 0) this.#first = i;
      rows += popcount(a) + popcount(b) + popcount(c) + popcount(d);
      words += Number(a !== 0) + Number(b !== 0) + Number(c !== 0) + Number(d !== 0);
    }
    for (let i = whole; i < end; i++) {
      const bits = before[i] ^ after[i];
      if (bits === 0) continue;
      if (words === 0) this.#first = i;
      rows += popcount(bits);
      words++;
    }
    this.#rows = rows;
    return rows + FAR * words;
  }

  /**
   * Pairs of first row and number of rows, ascending: stretches of rows that all came, or, where that number is negative,
   * all went. Found when first asked for: O(words + runs).
   */
  get runs(): Int32Array {
    this.weightUpTo(Infinity);
    return (this.#runs ??= runsOf(this.from.words, this.to.words, this.#rows, this.#first));
  }
}

/** Measured: what has to be fetched for a row far from the one before takes as long as so many rows. */
const FAR = 4;

/** `rows` is the number of bits that differ, `first` a word before which none does. */
function runsOf(before: Uint32Array, after: Uint32Array, rows: number, first: number): Int32Array {
  const runs = new Int32Array(2 * rows);
  let end = 0;
  let next = -1;
  const add = (row: number, length: number, sign: number): void => {
    if (row === next && Math.sign(runs[end - 1]) === sign) runs[end - 1] += sign * length;
    else {
      runs[end] = row;
      runs[end + 1] = sign * length;
      end += 2;
    }
    next = row + length;
  };
  for (let i = first, left = rows; left > 0; i++) {
    let bits = before[i] ^ after[i];
    if (bits !== 0) left -= popcount(bits);
    while (bits !== 0) {
      const bit = lowestBit(bits);
      const came = (after[i] >>> bit) & 1;
      // The bits from here on that changed in the same way, up to the first that did not.
      const same = (bits & (came === 1 ? after[i] : ~after[i])) >>> bit;
      const length = same === -1 >>> 0 ? 32 : lowestBit(~same);
      add((i << 5) + bit, length, came === 1 ? 1 : -1);
      bits = bit + length === 32 ? 0 : bits & (-1 << (bit + length));
    }
  }
  return runs.slice(0, end);
}

function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}
