/** Arrays of a byte a row kept for the next search, so that none is made anew for every word of every query. */
const MOST_KEPT = 8;

/** Lends arrays of a byte per row. One that is never given back is simply lost to the pool. */
export class Pool {
  readonly #rows: number;
  readonly #free: Uint8Array<ArrayBuffer>[] = [];

  constructor(rows: number) {
    this.#rows = rows;
  }

  /** All zero. */
  lend(): Uint8Array<ArrayBuffer> {
    const kept = this.#free.pop();
    return kept === undefined ? new Uint8Array(this.#rows) : kept.fill(0);
  }

  giveBack(array: Uint8Array<ArrayBuffer>): void {
    if (this.#free.length < MOST_KEPT) this.#free.push(array);
  }
}
