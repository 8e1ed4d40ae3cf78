import type { SearchIndex } from '../indexing/search-index';

/** Work that comes in slices: it pauses at every `yield`. */
export type Steps<T> = Generator<undefined, T>;

/** Work between two pauses: rows decoded, words compared and the like, of which one takes a few nanoseconds. */
const SLICE = 1_000_000;

/** One search under way: the index it asks, the work it has done, the room it works in. */
export class Run {
  readonly index: SearchIndex;
  #done = 0;
  #rest = SLICE;
  #lent: Uint8Array<ArrayBuffer>[] = [];

  constructor(index: SearchIndex) {
    this.index = index;
  }

  /** Rows decoded, words compared, bytes of texts read, so far. */
  get done(): number {
    return this.#done;
  }

  /** Takes note of work; true when it is time for a pause. */
  spend(amount: number): boolean {
    this.#done += amount;
    if (this.#done < this.#rest) return false;
    this.#rest = this.#done + SLICE;
    return true;
  }

  /** A byte per row, all zero, until the run ends. */
  lend(): Uint8Array<ArrayBuffer> {
    const array = this.index.pool.lend();
    this.#lent.push(array);
    return array;
  }

  /** Gives all room back; nothing that was lent may be read after. */
  end(): void {
    for (const array of this.#lent) this.index.pool.giveBack(array);
    this.#lent = [];
  }
}
