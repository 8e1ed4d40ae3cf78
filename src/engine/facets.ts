import { Bitmap, wordsFor } from './bitmap';
import type { Columns } from './columns';
import { type Compiled, matchesWithout } from './filter';
import type { Field } from './query';
import { Change } from './rows/change';
import { type Counting, quickest } from './rows/common-counts';
import { FieldCounter, isCommon } from './rows/field-counter';

/** Differences between sets of rows that are remembered: most fields are counted in the same rows. */
const CHANGES = 16;

/**
 * Counts how many rows have which values. What was counted last is remembered: where few rows came or went since, those
 * are looked at and no others, so that a step of a brush costs what it swept over.
 */
export class FacetCounter {
  readonly #fields: ReadonlyMap<Field, FieldCounter>;
  #changes: readonly Change[] = [];

  /** Copies the bitmaps of common values: at most 16 bytes for each value of each row, an eighth of it as a rule. */
  constructor(columns: Columns, counting: Counting = quickest()) {
    const words = wordsFor(columns.count);
    const common = columns.fields.map(({ sets }) =>
      [...sets.keys()].filter((value) => isCommon(sets[value], words, counting.wordCost)),
    );
    const bitmaps = columns.fields.flatMap(({ sets }, i) => common[i].map((value) => sets[value].toBitmap().words));
    const counts = counting.place(bitmaps, words);
    const none = Bitmap.none(columns.count);
    let first = 0;
    this.#fields = new Map(
      columns.fields.map((column, i) => {
        const counter = new FieldCounter(column, { values: common[i], counts, first }, none, counting.wordCost);
        first += common[i].length;
        return [column.key, counter];
      }),
    );
  }

  /** Per value of a field: events that have it and satisfy every clause but those of the field itself. */
  facet(compiled: Compiled, field: Field): Uint32Array {
    return this.count(field, matchesWithout(compiled, field));
  }

  /**
   * Per value of a field: how many of `rows` have it; the same array where nothing changed. Not to be written to. O(words)
   * for each common value and O(its rows) for each other, or O(rows that came or went) for all where that is less.
   */
  count(field: Field, rows: Bitmap): Uint32Array {
    const counter = this.#fields.get(field);
    if (counter === undefined) throw new Error(`field "${field}": not among these columns`);
    return counter.count(rows, (from) => this.#change(from, rows));
  }

  #change(from: Bitmap, to: Bitmap): Change {
    const known = this.#changes.find((change) => change.from === from && change.to === to);
    if (known !== undefined) return known;
    const change = new Change(from, to);
    this.#changes = [change, ...this.#changes.slice(0, CHANGES - 1)];
    return change;
  }
}
