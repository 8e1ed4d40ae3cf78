import { popcount } from '../../rows/popcount';

/** Rows that have something, and what having it weighs. */
export interface Unit {
  readonly bits: Uint32Array;
  readonly weight: number;
}

/** Units of which a row's share is one number, a bit each. */
const GROUP = 32;
/** From so many units and so many rows of a word on it is quicker to turn all 32 rows at once. */
const [MANY_UNITS, MANY_ROWS] = [6, 6];

/** Finds rows whose units weigh at least `needed` together. */
export class NearRows {
  readonly #groups: readonly (readonly Unit[])[];
  /** Per group and per byte of a number: what its bits weigh. */
  readonly #tables: readonly (readonly Float64Array[])[];
  readonly #block = new Uint32Array(GROUP);
  readonly #sums = new Float64Array(32);
  readonly #needed: number;

  constructor(units: readonly Unit[], needed: number) {
    this.#needed = needed;
    this.#groups = Array.from({ length: Math.ceil(units.length / GROUP) }, (_, group) =>
      units.slice(group * GROUP, (group + 1) * GROUP),
    );
    this.#tables = this.#groups.map((group) =>
      Array.from({ length: Math.ceil(group.length / 8) }, (_, byte) => tableOf(group.slice(byte * 8, byte * 8 + 8))),
    );
  }

  /** Sets those of `candidates` in `near`, of words [from, to) of the bitmaps. O(words × units). */
  find(candidates: Uint32Array, near: Uint32Array, from: number, to: number): void {
    const sums = this.#sums;
    for (let at = from; at < to; at++) {
      const wanted = candidates[at];
      if (wanted === 0) continue;
      sums.fill(0);
      const many = popcount(wanted) >= MANY_ROWS;
      for (let group = 0; group < this.#groups.length; group++) {
        if (many && this.#groups[group].length >= MANY_UNITS) this.#addTurned(group, at, wanted);
        else this.#addEach(group, at, wanted);
      }
      let bits = 0;
      for (let rest = wanted; rest !== 0; rest &= rest - 1) {
        const row = 31 - Math.clz32(rest & -rest);
        if (sums[row] >= this.#needed) bits |= 1 << row;
      }
      near[at] |= bits;
    }
  }

  #addEach(group: number, at: number, wanted: number): void {
    const sums = this.#sums;
    for (const { bits, weight } of this.#groups[group]) {
      for (let rest = bits[at] & wanted; rest !== 0; rest &= rest - 1) sums[31 - Math.clz32(rest & -rest)] += weight;
    }
  }

  #addTurned(group: number, at: number, wanted: number): void {
    const block = this.#block;
    const units = this.#groups[group];
    for (let unit = 0; unit < units.length; unit++) block[unit] = units[unit].bits[at];
    block.fill(0, units.length);
    turn(block);
    const tables = this.#tables[group];
    for (let rest = wanted; rest !== 0; rest &= rest - 1) {
      const row = 31 - Math.clz32(rest & -rest);
      let having = block[row];
      for (let byte = 0; byte < tables.length; byte++) {
        this.#sums[row] += tables[byte][having & 255];
        having >>>= 8;
      }
    }
  }
}

/** Changes 32 numbers of 32 bits: bit `i` of number `k` becomes bit `k` of number `i`. */
export function turn(block: Uint32Array): void {
  for (let width = 16, mask = 0xffff; width > 0; width >>>= 1, mask ^= mask << width) {
    for (let k = 0; k < 32; k = (k + width + 1) & ~width) {
      const swapped = ((block[k] >>> width) ^ block[k + width]) & mask;
      block[k + width] ^= swapped;
      block[k] ^= swapped << width;
    }
  }
}

function tableOf(units: readonly Unit[]): Float64Array {
  const table = new Float64Array(256);
  for (let having = 1; having < 256; having++) {
    const lowest = 31 - Math.clz32(having & -having);
    table[having] = table[having & (having - 1)] + (units.at(lowest)?.weight ?? 0);
  }
  return table;
}
