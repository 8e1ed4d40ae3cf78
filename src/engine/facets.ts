import { Bitmap, wordsFor } from './bitmap';
import type { Columns, FieldColumn } from './columns';
import { type Compiled, matchesWithout } from './filter';
import type { Field } from './query';
import { Change } from './rows/change';
import { type CommonCounts, type Counting, quickestCounts } from './rows/common-counts';
import type { RowSet } from './rowset';

/** What was counted, and what came of it. */
interface Counted {
  readonly rows: Bitmap;
  readonly counts: Uint32Array;
}

/** One field, its common values (bitmaps [first, end) of all) apart from its rare ones. */
interface Counter {
  readonly column: FieldColumn;
  readonly first: number;
  readonly common: readonly number[];
  readonly rare: readonly number[];
  /** What counting every value takes. */
  readonly fullCost: number;
  /** What each changed row takes. */
  readonly rowCost: number;
  /** Nothing, everything, and what was counted last: the newest first. */
  known: readonly Counted[];
}

/** Measured: what a posting, a rare value, a changed row and each value of it take, a word of SIMD being 1. */
const POSTING_COST = 5;
const VALUE_COST = 30;
const ROW_COST = 10;
const ROW_VALUE_COST = 10;
/** With a clause of its own, a field is counted among the matches and among the matches without that clause. */
const KNOWN = 2;
const CHANGES = 8;

/**
 * Counts the values of the fields of `columns`. It keeps what was counted last: where few rows came or went since, only
 * those are looked at, so that a step of a brush costs little more than the rows it swept over.
 */
export class FacetCounter {
  readonly #counts: CommonCounts;
  readonly #counters: ReadonlyMap<Field, Counter>;
  #changes: readonly Change[] = [];

  /** Copies the bitmaps of the common values. */
  constructor(columns: Columns, counting: Counting = quickestCounts) {
    const bitmaps: Uint32Array[] = [];
    const none = Bitmap.none(columns.count);
    const all = Bitmap.all(columns.count);
    const words = wordsFor(columns.count);
    const split = columns.fields.map((column) => {
      const first = bitmaps.length;
      const common: number[] = [];
      const rare: number[] = [];
      column.sets.forEach((set, value) => {
        if (!(set instanceof Bitmap)) return void rare.push(value);
        common.push(value);
        bitmaps.push(set.words);
      });
      return { column, first, common, rare };
    });
    this.#counts = counting(bitmaps, words);
    this.#counters = new Map(split.map(({column, first, common, rare}) => {
    }));
  }
}
