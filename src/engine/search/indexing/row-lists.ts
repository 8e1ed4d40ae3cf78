import { larger } from '../text/scanner';

/**
 * Ascending rows with a byte of parts each, many lists in one array of bytes: per row twice the distance from the row
 * before (varint, low seven bits first), plus 1 when a byte of parts follows because they changed.
 */
export interface RowLists {
  readonly bytes: Uint8Array;
  /** `bytes[starts[list]..starts[list + 1])` is a list. */
  readonly starts: Uint32Array;
  /** Rows per list. */
  readonly counts: Uint32Array;
}

const PAGE = 1 << 16;
/** Bytes at the end of a slice that say where the list goes on. */
const LINK = 4;
const SMALLEST = 8;
const LARGEST = 1024;

/** Gathers many lists at once, in bytes from the start: memory stays near that of the lists themselves. */
export class RowListsBuilder {
  readonly #pages: Uint8Array[] = [];
  #free = PAGE;
  #heads = new Uint32Array(1024);
  #tails = new Uint32Array(1024);
  /** Where the present slice of a list ends. */
  #limits = new Uint32Array(1024);
  #sizes = new Uint16Array(1024);
  #counts = new Uint32Array(1024);
  #lengths = new Uint32Array(1024);
  #rows = new Uint32Array(1024);
  #parts = new Uint8Array(1024);

  /** Rows must come in ascending order per list; adding to a list for the first time makes it. */
  add(list: number, row: number, parts: number): void {
    while (list >= this.#heads.length) this.#grow();
    const first = this.#counts[list]++ === 0;
    if (first) this.#begin(list);
    const changed = parts !== this.#parts[list];
    let rest = (row - this.#rows[list]) * 2 + (changed ? 1 : 0);
    while (rest > 127) {
      this.#write(list, (rest & 127) | 128);
      rest >>>= 7;
    }
    this.#write(list, rest);
    if (changed) this.#write(list, parts);
    this.#rows[list] = row;
    this.#parts[list] = parts;
  }

  /** The lists `order[0]`, `order[1]`, …, renumbered from 0; lists never added to are empty. */
  pack(order: Uint32Array): RowLists {
    const starts = new Uint32Array(order.length + 1);
    const counts = new Uint32Array(order.length);
    for (let i = 0; i < order.length; i++) {
      const known = order[i] < this.#heads.length;
      counts[i] = known ? this.#counts[order[i]] : 0;
      starts[i + 1] = starts[i] + (known ? this.#lengths[order[i]] : 0);
    }
    const bytes = new Uint8Array(starts[order.length]);
    for (let i = 0; i < order.length; i++) {
      if (counts[i] > 0) this.#copy(order[i], bytes, starts[i], starts[i + 1]);
    }
    return { bytes, starts, counts };
  }

  #copy(list: number, bytes: Uint8Array, start: number, end: number): void {
    let slice = this.#heads[list];
    let size = SMALLEST;
    for (let at = start; at < end;) {
      const page = this.#pages[slice >>> 16];
      const offset = slice & (PAGE - 1);
      const taken = Math.min(size - LINK, end - at);
      bytes.set(page.subarray(offset, offset + taken), at);
      at += taken;
      slice = this.#linkAt(page, offset + size - LINK);
      size = Math.min(LARGEST, size * 2);
    }
  }

  #write(list: number, byte: number): void {
    if (this.#tails[list] === this.#limits[list]) this.#extend(list);
    const tail = this.#tails[list]++;
    this.#pages[tail >>> 16][tail & (PAGE - 1)] = byte;
    this.#lengths[list]++;
  }

  #begin(list: number): void {
    const slice = this.#slice(SMALLEST);
    this.#heads[list] = slice;
    this.#tails[list] = slice;
    this.#limits[list] = slice + SMALLEST - LINK;
    this.#sizes[list] = SMALLEST;
  }

  #extend(list: number): void {
    const size = Math.min(LARGEST, this.#sizes[list] * 2);
    const slice = this.#slice(size);
    const link = this.#limits[list];
    const page = this.#pages[link >>> 16];
    for (let i = 0; i < LINK; i++) page[(link & (PAGE - 1)) + i] = slice >>> (8 * i);
    this.#tails[list] = slice;
    this.#limits[list] = slice + size - LINK;
    this.#sizes[list] = size;
  }

  #linkAt(page: Uint8Array, at: number): number {
    return (page[at] | (page[at + 1] << 8) | (page[at + 2] << 16) | (page[at + 3] << 24)) >>> 0;
  }

  /** Address of `size` free bytes; no slice crosses from one page to the next. */
  #slice(size: number): number {
    if (this.#free + size > PAGE) {
      this.#pages.push(new Uint8Array(PAGE));
      this.#free = 0;
    }
    const address = (this.#pages.length - 1) * PAGE + this.#free;
    this.#free += size;
    return address;
  }

  #grow(): void {
    const length = this.#heads.length * 2;
    this.#heads = larger(this.#heads, new Uint32Array(length));
    this.#tails = larger(this.#tails, new Uint32Array(length));
    this.#limits = larger(this.#limits, new Uint32Array(length));
    this.#counts = larger(this.#counts, new Uint32Array(length));
    this.#lengths = larger(this.#lengths, new Uint32Array(length));
    this.#rows = larger(this.#rows, new Uint32Array(length));
    this.#sizes = larger(this.#sizes, new Uint16Array(length));
    this.#parts = larger(this.#parts, new Uint8Array(length));
  }
}
