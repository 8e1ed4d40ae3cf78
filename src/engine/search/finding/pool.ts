import { wordsFor } from '../../bitmap';

/** Arrays of a kind that are kept for the next search, so that none is made anew for every word of every query. */
const MOST_KEPT = { bytes: 8, bits: 32 } as const;

/** Lends arrays of a byte or a bit a row. One that is never given back is simply lost to the pool. */
export class Pool {
  readonly #rows: number;
  readonly #bytes: Uint8Array<ArrayBuffer>[] = [];
  readonly #bits: Uint32Array<ArrayBuffer>[] = [];

  constructor(rows: number) {
    this.#rows = rows;
  }

  /** All zero, as are `bits`. */
  bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.pop()?.fill(0) ?? new Uint8Array(this.#rows);
  }

  bits(): Uint32Array<ArrayBuffer> {
    return this.#bits.pop()?.fill(0) ?? new Uint32Array(wordsFor(this.#rows));
  }

  giveBack(bytes: readonly Uint8Array<ArrayBuffer>[], bits: readonly Uint32Array<ArrayBuffer>[]): void {
    this.#bytes.push(...bytes.slice(0, MOST_KEPT.bytes - this.#bytes.length));
    this.#bits.push(...bits.slice(0, MOST_KEPT.bits - this.#bits.length));
  }
}
