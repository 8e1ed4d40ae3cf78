import type { Marks } from './marks';

/** What a row scores by having something: `weight` times its grade. */
export interface Weighed {
  readonly marks: Marks;
  readonly weight: number;
}

/** Scores are told apart in so many steps. */
export const STEPS = 4096;
/** Rows that can be scored at once. */
export const BLOCK = 4096;
/** Parts of a step, so that sums of rounded weights are right. */
const FINE = 2048;

/** Scores of rows, as steps from 0 to STEPS - 1. */
export class Scale {
  readonly #weighed: readonly Weighed[];
  readonly #named: { readonly marks: Marks; readonly factor: number } | null;
  readonly #tables: readonly Int32Array[];
  readonly #whole: number;
  readonly #grades = new Uint8Array(BLOCK);
  readonly #sums = new Int32Array(BLOCK);
  readonly #steps = new Uint16Array(BLOCK);

  constructor(weighed: readonly Weighed[], named: { readonly marks: Marks; readonly factor: number } | null) {
    this.#weighed = weighed;
    this.#named = named;
    const sum = weighed.reduce((total, { weight }) => total + weight, 0) * (named?.factor ?? 1);
    this.#whole = sum === 0 ? 1 : sum;
    const unit = ((STEPS - 1) * FINE) / this.#whole / 255;
    this.#tables = weighed.map(({ weight }) => {
      const table = new Int32Array(256);
      for (let grade = 0; grade < table.length; grade++) table[grade] = weight * grade * unit;
      return table;
    });
  }

  /** No row that at most `strong` of the terms find strongly has a higher step. */
  highest(strong: number): number {
    const tops = this.#weighed.map(({ marks }, k) => this.#tables[k][marks.most]);
    const losses = this.#weighed.map(({ marks }, k) => Math.max(0, tops[k] - this.#tables[k][marks.weakMost]));
    losses.sort((a, b) => a - b);
    const top = tops.reduce((total, each) => total + each, 0);
    const lost = losses.slice(0, losses.length - strong).reduce((total, each) => total + each, 0);
    return Math.floor(((top - lost) * (this.#named?.factor ?? 1)) / FINE);
  }

  /** Steps of the first `count` of `rows`, at most BLOCK; overwritten the next time. */
  stepsOf(rows: Uint32Array, count: number): Uint16Array {
    const sums = this.#sums;
    const grades = this.#grades;
    sums.fill(0, 0, count);
    this.#weighed.forEach(({ marks }, k) => {
      const table = this.#tables[k];
      marks.gradesOf(rows, count, grades);
      for (let i = 0; i < count; i++) sums[i] += table[grades[i]];
    });
    if (this.#named !== null) {
      const { marks, factor } = this.#named;
      for (let i = 0; i < count; i++) if (marks.has(rows[i])) sums[i] *= factor;
    }
    const steps = this.#steps;
    for (let i = 0; i < count; i++) steps[i] = sums[i] / FINE;
    return steps;
  }

  /** Scores of at most BLOCK rows, 0 to 1, not rounded. */
  exactly(rows: Uint32Array): Float64Array {
    const scores = new Float64Array(rows.length);
    for (const { marks, weight } of this.#weighed) {
      marks.gradesOf(rows, rows.length, this.#grades);
      for (let i = 0; i < rows.length; i++) scores[i] += (weight * this.#grades[i]) / 255 / this.#whole;
    }
    if (this.#named !== null) {
      const { marks, factor } = this.#named;
      for (let i = 0; i < rows.length; i++) if (marks.has(rows[i])) scores[i] *= factor;
    }
    return scores;
  }
}
