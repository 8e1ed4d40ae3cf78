import { wordsFor } from '../../bitmap';
import { larger } from '../text/scanner';
import { PART } from './parts';

/**
 * Ascending rows with a byte of parts each, many lists in one array of bytes: per row twice the distance from the row
 * before (varint, low seven bits first; the first row from -1), plus 1 when the parts are again those that were before
 * the present ones. A byte 1 and then one of parts say what those are to be taken for. At first the present parts are
 * FIRST_PARTS, and those before them OTHER_PARTS. A list that would be longer so than as bitmaps is kept as those, and
 * has no bytes.
 */
export interface RowLists {
  readonly bytes: Uint8Array;
  /** `bytes[starts[list]..starts[list + 1])` is a list. */
  readonly starts: Uint32Array;
  /** Rows per list. */
  readonly counts: Uint32Array;
  readonly dense: ReadonlyMap<number, readonly DensePart[]>;
}

/** The rows of a list that have one part; a list without parts has one of part 0. */
export interface DensePart {
  readonly part: number;
  readonly bits: Uint32Array;
}

export const [FIRST_PARTS, OTHER_PARTS] = [PART.summary, PART.title] as const;

const PAGE = 1 << 16;
/** Bytes at the end of a slice that say where the list goes on. */
const LINK = 4;
const SMALLEST = 8;
const LARGEST = 1024;
/** Bytes packed between two pauses. */
const PACKED = 1 << 20;

/** Numbers kept per list while it grows, side by side. */
const STRIDE = 8;
const [HEAD, TAIL, LIMIT, SIZE, COUNT, LENGTH, ROW, PARTS] = [0, 1, 2, 3, 4, 5, 6, 7];

/** Gathers many lists at once, in bytes from the start: memory stays near that of the lists themselves. */
export class RowListsBuilder {
  readonly #pages: Uint8Array[] = [];
  #free = PAGE;
  /** TAIL up to LIMIT is what is left of the present slice; ROW is the row added last, plus 1, PARTS its parts and in the second byte those before. */
  #state = new Uint32Array(STRIDE << 10);

  /** Rows must come in ascending order per list; adding to a list for the first time makes it. */
  add(list: number, row: number, parts: number): void {
    const at = list * STRIDE;
    while (at >= this.#state.length) this.#state = larger(this.#state, new Uint32Array(this.#state.length * 2));
    const state = this.#state;
    if (state[at + COUNT]++ === 0) this.#begin(at);
    const present = state[at + PARTS];
    const changed = parts !== (present & 255);
    if (changed && parts !== present >>> 8) {
      this.#write(at, 1);
      this.#write(at, parts);
    }
    let rest = (row + 1 - state[at + ROW]) * 2 + (changed ? 1 : 0);
    while (rest > 127) {
      this.#write(at, (rest & 127) | 128);
      rest >>>= 7;
    }
    this.#write(at, rest);
    state[at + ROW] = row + 1;
    if (changed) state[at + PARTS] = parts | ((present & 255) << 8);
  }

  /** `packing`, at once. */
  pack(order: Uint32Array, rows: number): RowLists {
    const steps = this.packing(order, rows);
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
    }
  }

  /**
   * The lists `order[0]`, `order[1]`, …, renumbered from 0, of rows below `rows`; lists never added to are empty. In slices.
   */
  *packing(order: Uint32Array, rows: number): Generator<undefined, RowLists> {
    const starts = new Uint32Array(order.length + 1);
    const counts = new Uint32Array(order.length);
    const dense = new Map<number, readonly DensePart[]>();
    const bitmap = wordsFor(rows) * 4;
    let packed = 0;
    for (let i = 0; i < order.length; i++) {
      const at = order[i] * STRIDE;
      const known = at < this.#state.length;
      const length = known ? this.#state[at + LENGTH] : 0;
      counts[i] = known ? this.#state[at + COUNT] : 0;
      const parts = length < bitmap ? null : this.#asBitmaps(at, rows);
      const kept = parts === null || parts.length * bitmap > length ? length : 0;
      if (parts !== null && kept === 0) dense.set(i, parts);
      starts[i + 1] = starts[i] + kept;
      packed += parts === null ? 0 : length;
      if (packed > PACKED) {
        packed = 0;
        yield;
      }
    }
    const bytes = new Uint8Array(starts[order.length]);
    for (let i = 0; i < order.length; i++) {
      if (starts[i + 1] > starts[i]) this.#copy(order[i] * STRIDE, bytes, starts[i], starts[i + 1]);
      packed += starts[i + 1] - starts[i] + STRIDE;
      if (packed > PACKED) {
        packed = 0;
        yield;
      }
    }
    return { bytes, starts, counts, dense };
  }

  #asBitmaps(at: number, rows: number): readonly DensePart[] {
    const bytes = new Uint8Array(this.#state[at + LENGTH]);
    this.#copy(at, bytes, 0, bytes.length);
    const gathered = new Bitmaps(rows);
    gathered.addBytes(bytes, 0, bytes.length);
    return gathered.parts;
  }

  #copy(at: number, bytes: Uint8Array, start: number, end: number): void {
    let slice = this.#state[at + HEAD];
    let size = SMALLEST;
    for (let to = start; to < end;) {
      const page = this.#pages[slice >>> 16];
      const offset = slice & (PAGE - 1);
      const taken = Math.min(size - LINK, end - to);
      bytes.set(page.subarray(offset, offset + taken), to);
      to += taken;
      slice = this.#linkAt(page, offset + size - LINK);
      size = Math.min(LARGEST, size * 2);
    }
  }

  #write(at: number, byte: number): void {
    const state = this.#state;
    if (state[at + TAIL] === state[at + LIMIT]) this.#extend(at);
    const tail = state[at + TAIL]++;
    this.#pages[tail >>> 16][tail & (PAGE - 1)] = byte;
    state[at + LENGTH]++;
  }

  #begin(at: number): void {
    const slice = this.#slice(SMALLEST);
    this.#state[at + HEAD] = slice;
    this.#state[at + TAIL] = slice;
    this.#state[at + LIMIT] = slice + SMALLEST - LINK;
    this.#state[at + SIZE] = SMALLEST;
    this.#state[at + PARTS] = FIRST_PARTS | (OTHER_PARTS << 8);
  }

  #extend(at: number): void {
    const state = this.#state;
    const size = Math.min(LARGEST, state[at + SIZE] * 2);
    const slice = this.#slice(size);
    const link = state[at + LIMIT];
    const page = this.#pages[link >>> 16];
    for (let i = 0; i < LINK; i++) page[(link & (PAGE - 1)) + i] = slice >>> (8 * i);
    state[at + TAIL] = slice;
    state[at + LIMIT] = slice + size - LINK;
    state[at + SIZE] = size;
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
}

/** Gathers rows below `rows` by their parts. */
export class Bitmaps {
  readonly parts: DensePart[] = [];
  readonly #length: number;

  constructor(rows: number) {
    this.#length = wordsFor(rows);
  }

  addBits({ part, bits }: DensePart): void {
    const own = this.#bitsOf(part);
    for (let i = 0; i < own.length; i++) own[i] |= bits[i];
  }

  addList({ bytes, starts, dense }: RowLists, list: number): void {
    for (const each of dense.get(list) ?? []) this.addBits(each);
    this.addBytes(bytes, starts[list], starts[list + 1]);
  }

  /** The bytes of one list. */
  addBytes(bytes: Uint8Array, start: number, end: number): void {
    let [parts, others]: [number, number] = [FIRST_PARTS, OTHER_PARTS];
    let present: readonly Uint32Array[] | null = null;
    let row = -1;
    for (let at = start; at < end;) {
      let byte = bytes[at++];
      if (byte === 1) {
        others = bytes[at++];
        continue;
      }
      let value = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++];
        value |= (byte & 127) << shift;
      }
      row += value >>> 1;
      if ((value & 1) === 1) {
        [parts, others] = [others, parts];
        present = null;
      }
      present ??= this.#bitmapsOf(parts);
      for (let i = 0; i < present.length; i++) present[i][row >>> 5] |= 1 << (row & 31);
    }
  }

  #bitmapsOf(parts: number): readonly Uint32Array[] {
    return parts === 0 ? [this.#bitsOf(0)] : bitsIn(parts).map((part) => this.#bitsOf(part));
  }

  #bitsOf(part: number): Uint32Array {
    const known = this.parts.find((each) => each.part === part)?.bits;
    if (known !== undefined) return known;
    const bits = new Uint32Array(this.#length);
    this.parts.push({ part, bits });
    return bits;
  }
}

function bitsIn(parts: number): number[] {
  return [1, 2, 4, 8, 16, 32, 64, 128].filter((part) => (parts & part) !== 0);
}
