import { Marks } from './marks';
import type { SearchIndex } from '../indexing/search-index';
import type { Term } from '../language/terms';

/** Work that comes in slices: it pauses at every `yield`. */
export type Steps<T> = Generator<undefined, T>;

/** Work between two pauses: rows decoded, words compared and the like, of which one takes a few nanoseconds. */
const SLICE = 1_000_000;
/** Work that one search may take on. */
export const BUDGET = 9_000_000;

/** One search under way: the index it asks, the work it has done, the room it works in. */
export class Run {
  readonly index: SearchIndex;
  /**
   * What was too much work: terms that are not also looked for as if they were misspelt, phrases that are read as their words,
   * and words of phrases that do not count for what is nearest.
   */
  readonly unread = { misspelt: new Set<Term>(), phrases: new Set<Term>(), nearest: new Set<Term>() };
  #left: number;
  #done = 0;
  #rest = SLICE;
  #bytes: Uint8Array<ArrayBuffer>[] = [];
  #bits: Uint32Array<ArrayBuffer>[] = [];

  constructor(index: SearchIndex, budget = BUDGET) {
    this.index = index;
    this.#left = budget;
  }

  /** Whether so much work can still be taken on; then it counts as taken. */
  affords(work: number): boolean {
    const affords = work <= this.#left;
    if (affords) this.#left -= work;
    return affords;
  }

  /** Takes note of work where no pause can be made: it is made at the next `spend`. */
  note(amount: number): void {
    this.#done += amount;
  }

  /** Takes note of work; true when it is time for a pause, which is to be made then. */
  spend(amount: number): boolean {
    this.#done += amount;
    if (this.#done < this.#rest) return false;
    this.#rest = this.#done + SLICE;
    return true;
  }

  /** A bit per row, none set, until the run ends. */
  bits(): Uint32Array<ArrayBuffer> {
    const bits = this.index.pool.bits();
    this.#bits.push(bits);
    return bits;
  }

  /** Marks of no row so far, until the run ends. */
  marks(): Marks {
    return new Marks(this.bits(), null);
  }

  /** The same, of which grades can be asked. */
  gradedMarks(): Marks {
    const lend = (): Uint8Array => {
      const bytes = this.index.pool.bytes();
      this.#bytes.push(bytes);
      return bytes;
    };
    return new Marks(this.bits(), { lend, strong: this.bits() });
  }

  /** Gives all room back; nothing that was lent may be read after. */
  end(): void {
    this.index.pool.giveBack(this.#bytes, this.#bits);
    this.#bytes = [];
    this.#bits = [];
  }
}
