import { Bitmap } from '../bitmap';
import type { FieldColumn } from '../columns';
import type { RowSet } from '../rowset';
import type { Change } from './change';
import type { CommonCounts } from './common-counts';

/** Measured, in ns: what a posting takes, a value with postings, a row that came or went, and each value of such a row. */
const POSTING_COST = 2;
const RARE_COST = 10;
const ROW_COST = 5;
const ROW_VALUE_COST = 8;
/** Where the cost is so many times less, looking for something nearer costs more than it may save. */
const NEAR = 8;
/** A field with a clause is counted in two sets of rows: the matches, and those that there would be without the clause. */
const KEPT = 2;

/** Values counted as bitmaps: those of the field, and where they begin among all that `counts` has. */
interface Common {
  readonly values: readonly number[];
  readonly counts: CommonCounts;
  readonly first: number;
}

/** Rows in which the field was counted, and what came of it. */
interface Counted {
  readonly rows: Bitmap;
  readonly counts: Uint32Array;
}

/** Whether a value is counted faster as a bitmap of `words` words than by its postings. */
export function isCommon(set: RowSet, words: number, wordCost: number): boolean {
  return set instanceof Bitmap || words * wordCost < set.count * POSTING_COST;
}

/** Counts the values of one field. */
export class FieldCounter {
  readonly #column: FieldColumn;
  readonly #common: Common;
  readonly #rare: readonly number[];
  /** From so many rows on, one next to the other, that came or went, counting every value is quicker. */
  readonly #worthUpTo: number;
  readonly #none: Counted;
  #kept: readonly Counted[] = [];

  /** `none` is the bitmap without rows. */
  constructor(column: FieldColumn, common: Common, none: Bitmap, wordCost: number) {
    const { sets, ids } = column;
    this.#column = column;
    this.#common = common;
    const taken = new Set(common.values);
    this.#rare = [...sets.keys()].filter((value) => !taken.has(value));
    const postings = this.#rare.reduce((total, value) => total + sets[value].count, 0);
    const full =
      common.values.length * none.words.length * wordCost + postings * POSTING_COST + this.#rare.length * RARE_COST;
    this.#worthUpTo = full / (ROW_COST + (ids.length / Math.max(1, none.length)) * ROW_VALUE_COST);
    this.#none = { rows: none, counts: new Uint32Array(sets.length) };
  }

  /** `changeFrom` tells what separates `rows` from rows counted before. */
  count(rows: Bitmap, changeFrom: (from: Bitmap) => Change): Uint32Array {
    const counts = this.#kept.find((kept) => kept.rows === rows)?.counts ?? this.#quickest(rows, changeFrom);
    this.#kept = [{ rows, counts }, ...this.#kept.filter((kept) => kept.rows !== rows).slice(0, KEPT - 1)];
    return counts;
  }

  #quickest(rows: Bitmap, changeFrom: (from: Bitmap) => Change): Uint32Array {
    let near = this.#none;
    let weight = this.#worthUpTo;
    for (const known of [...this.#kept, this.#none]) {
      const changed = changeFrom(known.rows).weightUpTo(weight);
      if (changed >= weight) continue;
      near = known;
      weight = changed;
      if (weight * NEAR < this.#worthUpTo) break;
    }
    if (weight === this.#worthUpTo) return this.#full(rows);
    return weight === 0 ? near.counts : this.#changed(near.counts, changeFrom(near.rows).runs);
  }

  #changed(before: Uint32Array, runs: Int32Array): Uint32Array {
    const { offsets, ids } = this.#column;
    const counts = before.slice();
    for (let i = 0; i < runs.length; i += 2) {
      const row = runs[i];
      const length = runs[i + 1];
      const step = length < 0 ? -1 : 1;
      const end = offsets[row + step * length];
      for (let at = offsets[row]; at < end; at++) counts[ids[at]] += step;
    }
    return counts;
  }

  #full(rows: Bitmap): Uint32Array {
    const { sets } = this.#column;
    const { values, counts: all, first } = this.#common;
    const counts = new Uint32Array(sets.length);
    if (values.length > 0) {
      all.count(rows.words, first, first + values.length).forEach((count, i) => (counts[values[i]] = count));
    }
    for (const value of this.#rare) counts[value] = sets[value].countIn(rows);
    return counts;
  }
}
