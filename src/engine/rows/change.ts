import type { Bitmap } from '../bitmap';

/** What tells two sets of rows of one length apart. */
export class Change {
  readonly from: Bitmap;
  readonly to: Bitmap;
  #size = -1;
  #runs: Int32Array | null = null;

  constructor(from: Bitmap, to: Bitmap) {
    this.from = from;
    this.to = to;
  }

  /** Number of rows that came or went; a `limit` below it may be given in its place. O(words) when first worked out. */
  sizeUpTo(limit: number): number {
    if (this.#size >= 0) return this.#size;
    const { from, to } = this;
    const grown = Math.abs(to.count - from.count);
    if (grown > limit) return limit;
    const isPart = from.count === 0 || from.count === from.length;
    this.#size = isPart ? grown : from.count + to.count - 2 * from.countIn(to);
    return this.#size;
  }

  /**
   * Pairs of first row and number of rows, ascending: stretches of rows that all came, or, where that number is negative,
   * all went. Found when first asked for: O(words + runs).
   */
  get runs(): Int32Array {
    return (this.#runs ??= runsOf(this.from.words, this.to.words, this.sizeUpTo(Infinity)));
  }
}

function runsOf(before: Uint32Array, after: Uint32Array, size: number): Int32Array {
  const runs = new Int32Array(2 * size);
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
  for (let i = 0; i < after.length; i++) {
    let bits = before[i] ^ after[i];
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
