import { larger } from '../text/scanner';
import { STEPS } from './scale';

/** Keeps the best rows of those that come, the highest steps first, the newest first among equals, the undated last. */
export class Best {
  readonly #dated: number;
  readonly #most: number;
  readonly #counts = new Uint32Array(STEPS);
  /** The same since `begin`. */
  readonly #lately = new Uint32Array(STEPS);
  /** Steps of which rows came before and after a `begin`. */
  readonly #mixed = new Uint8Array(STEPS);
  /** Rows of lower steps are not among the best any more. */
  #floor = 0;
  /** Rows of the floor and of higher steps. */
  #kept = 0;
  /** Rows, numbered from the newest on, and their steps, as they came. */
  #places = new Uint32Array(1024);
  #steps = new Uint16Array(1024);
  #end = 0;

  constructor(dated: number, most: number) {
    this.#dated = dated;
    this.#most = most;
  }

  /** From here on rows come from the newest to the oldest and then the undated, until it is called again. */
  begin(): void {
    this.#lately.fill(0);
  }

  add(rows: Uint32Array, steps: Uint16Array, count: number): void {
    const counts = this.#counts;
    const lately = this.#lately;
    const dated = this.#dated;
    if (this.#end + count > this.#places.length) {
      this.#places = larger(this.#places, new Uint32Array(this.#end * 2 + count));
      this.#steps = larger(this.#steps, new Uint16Array(this.#end * 2 + count));
    }
    for (let i = 0; i < count; i++) {
      const step = steps[i];
      if (step < this.#floor || lately[step] >= this.#most) continue;
      if (lately[step]++ === 0 && counts[step] > 0) this.#mixed[step] = 1;
      counts[step]++;
      this.#kept++;
      this.#places[this.#end] = rows[i] < dated ? dated - 1 - rows[i] : rows[i];
      this.#steps[this.#end++] = step;
    }
    while (this.#kept - counts[this.#floor] >= this.#most) this.#kept -= counts[this.#floor++];
  }

  /** How many rows with a higher step have come; right up to the number that is kept. */
  above(step: number): number {
    let count = 0;
    for (let at = STEPS - 1; at > step && at >= this.#floor && count < this.#most; at--) count += this.#counts[at];
    return count;
  }

  rows(): Uint32Array<ArrayBuffer> {
    const ends = new Uint32Array(STEPS);
    for (let step = STEPS - 1, end = 0; step >= this.#floor; step--) {
      ends[step] = end;
      end += this.#counts[step];
    }
    const places = new Uint32Array(this.#kept);
    for (let i = 0; i < this.#end; i++) {
      const step = this.#steps[i];
      if (step >= this.#floor) places[ends[step]++] = this.#places[i];
    }
    for (let step = this.#floor; step < STEPS; step++) {
      if (this.#mixed[step] === 1) places.subarray(ends[step] - this.#counts[step], ends[step]).sort();
    }
    const rows = places.slice(0, this.#most);
    const dated = this.#dated;
    for (let i = 0; i < rows.length; i++) if (rows[i] < dated) rows[i] = dated - 1 - rows[i];
    return rows;
  }
}
