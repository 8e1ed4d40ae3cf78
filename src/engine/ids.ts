import { GrowingInts } from './columns/growing';

/** What `rowOf` needs of the records: the id of a row. */
export interface Identified {
  event(row: number): { readonly id: string };
}

/**
 * The distinct ids of a file, numbered as they come. Its table is one of numbers only: each slot holds a number plus one,
 * or 0. It is at most half full; a power of two long.
 */
export class Ids {
  readonly #ids: string[] = [];
  readonly #hashes = new GrowingInts();
  #table = new Int32Array(1024);

  /** By number. */
  get all(): readonly string[] {
    return this.#ids;
  }

  /** Whether `id` is new: then it has the next number. */
  add(id: string): boolean {
    const code = hash(id);
    const slot = this.#slotOf(id, code);
    if (this.#table[slot] !== 0) return false;
    this.#table[slot] = this.#ids.push(id);
    this.#hashes.push(code);
    if (this.#ids.length * 2 > this.#table.length) this.#grow();
    return true;
  }

  has(id: string): boolean {
    return this.#table[this.#slotOf(id, hash(id))] !== 0;
  }

  /** What `rowOf` looks into, `order` being the number of the id of each row. The ids themselves are let go. */
  tableOf(order: Uint32Array): Int32Array<ArrayBuffer> {
    const rows = new Int32Array(order.length);
    for (let row = 0; row < order.length; row += 1) rows[order[row]] = row + 1;
    const table = this.#table;
    for (let slot = 0; slot < table.length; slot += 1) if (table[slot] !== 0) table[slot] = rows[table[slot] - 1];
    this.#table = new Int32Array(2);
    this.#ids.length = 0;
    this.#hashes.clear();
    return table;
  }

  #slotOf(id: string, code: number): number {
    const table = this.#table;
    const mask = table.length - 1;
    let slot = code & mask;
    for (; table[slot] !== 0; slot = (slot + 1) & mask) {
      const number = table[slot] - 1;
      if (this.#hashes.at(number) === code && this.#ids[number] === id) break;
    }
    return slot;
  }

  #grow(): void {
    const table = new Int32Array(this.#table.length * 2);
    const mask = table.length - 1;
    const hashes = this.#hashes.view();
    for (let number = 0; number < hashes.length; number += 1) {
      let slot = hashes[number] & mask;
      while (table[slot] !== 0) slot = (slot + 1) & mask;
      table[slot] = number + 1;
    }
    this.#table = table;
  }
}

/** The row whose id is `id`, or -1. Decodes a record or two, no more. */
export function rowOf(table: Int32Array, records: Identified, id: string): number {
  const mask = table.length - 1;
  for (let slot = hash(id) & mask; table[slot] !== 0; slot = (slot + 1) & mask) {
    const row = table[slot] - 1;
    if (records.event(row).id === id) return row;
  }
  return -1;
}

/** A whole number of 32 bits: FNV-1a over UTF-16 units, its bits mixed once more so that the low ones depend on all. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}
