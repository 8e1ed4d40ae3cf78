import { larger } from '../text/scanner';

/** Gives words numbers, without a string for any: letters stand one word after the other in one array. */
export class Interner {
  #units = new Uint16Array(1 << 14);
  #starts = new Uint32Array(1 << 10);
  #size = 0;
  /** Open addressing: number of the word plus 1, or 0. */
  #table = new Uint32Array(1 << 12);

  get size(): number {
    return this.#size;
  }

  /** The number of the word `units[start..end)`, the next free one when it is new. */
  intern(units: Uint16Array, start: number, end: number): number {
    let slot = hashOf(units, start, end) & (this.#table.length - 1);
    for (;;) {
      const held = this.#table[slot];
      if (held === 0) return this.#add(units, start, end, slot);
      if (this.#holds(held - 1, units, start, end)) return held - 1;
      slot = (slot + 1) & (this.#table.length - 1);
    }
  }

  /** All words: word `i` is `units[starts[i]..starts[i + 1])`. */
  words(): { readonly units: Uint16Array; readonly starts: Uint32Array } {
    return {
      units: this.#units.slice(0, this.#starts[this.#size]),
      starts: this.#starts.slice(0, this.#size + 1),
    };
  }

  #holds(word: number, units: Uint16Array, start: number, end: number): boolean {
    const from = this.#starts[word];
    if (this.#starts[word + 1] - from !== end - start) return false;
    for (let i = start; i < end; i++) if (this.#units[from + i - start] !== units[i]) return false;
    return true;
  }

  #add(units: Uint16Array, start: number, end: number, slot: number): number {
    const from = this.#starts[this.#size];
    while (from + end - start > this.#units.length) {
      this.#units = larger(this.#units, new Uint16Array(this.#units.length * 2));
    }
    this.#units.set(units.subarray(start, end), from);
    const word = this.#size++;
    if (this.#size === this.#starts.length) this.#starts = larger(this.#starts, new Uint32Array(this.#size * 2));
    this.#starts[this.#size] = from + end - start;
    this.#table[slot] = word + 1;
    if (this.#size * 2 > this.#table.length) this.#rehash();
    return word;
  }

  #rehash(): void {
    const table = new Uint32Array(this.#table.length * 2);
    for (let word = 0; word < this.#size; word++) {
      let slot = hashOf(this.#units, this.#starts[word], this.#starts[word + 1]) & (table.length - 1);
      while (table[slot] !== 0) slot = (slot + 1) & (table.length - 1);
      table[slot] = word + 1;
    }
    this.#table = table;
  }
}

/** 32 bits, unsigned (FNV-1a over code units, mixed once more). */
export function hashOf(units: ArrayLike<number>, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ units[i], 0x01000193);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> 0;
}
