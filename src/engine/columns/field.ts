import { Bitmap, wordsFor } from '../bitmap';
import type { FieldColumn, FieldValue } from '../columns';
import { isRare, Postings } from '../rows/postings';
import type { Field } from '../query';
import type { RowSet } from '../rowset';

const ROWS_PER_STEP = 100_000;

/** A field as plain data whose arrays can be transferred: no two share a buffer. */
export interface PackedField {
  readonly key: Field;
  /** How many values the chronology or the program itself names; `others` follow them, named by their id. */
  readonly known: number;
  readonly others: readonly string[];
  readonly offsets: Uint32Array;
  readonly ids: Uint32Array;
  /** Rows of all rare values, one value after the other; `starts` has an entry more than there are values. */
  readonly postings: Uint32Array;
  readonly starts: Uint32Array;
  /** Bitmaps of all common values, `commonAt` saying which stands where; -1 for a rare one. */
  readonly words: Uint32Array;
  readonly commonAt: Int32Array;
}

/**
 * `offsets` and `ids` as in FieldColumn, taken over without a copy. O(ids). In steps of some ten milliseconds: yields what
 * `as` makes of the share done.
 */
export function* packing(
  key: Field,
  known: number,
  others: readonly string[],
  offsets: Uint32Array,
  ids: Uint32Array,
  as: (share: number) => number,
): Generator<number, PackedField> {
  const count = offsets.length - 1;
  const size = known + others.length;
  const totals = new Uint32Array(size);
  for (const id of ids) totals[id]++;
  const starts = new Uint32Array(size + 1);
  const commonAt = new Int32Array(size).fill(-1);
  let common = 0;
  for (let value = 0; value < size; value++) {
    const rare = isRare(totals[value], count);
    if (!rare) commonAt[value] = common++;
    starts[value + 1] = starts[value] + (rare ? totals[value] : 0);
  }
  const stride = wordsFor(count);
  const words = new Uint32Array(stride * common);
  const postings = new Uint32Array(starts[size]);
  const next = starts.slice();
  for (let row = 0; row < count; row++) {
    for (let at = offsets[row]; at < offsets[row + 1]; at++) {
      const value = ids[at];
      if (commonAt[value] < 0) postings[next[value]++] = row;
      else words[commonAt[value] * stride + (row >>> 5)] |= 1 << (row & 31);
    }
    if (row % ROWS_PER_STEP === 0) yield as(row / count);
  }
  return { key, known, others, offsets, ids, postings, starts, words, commonAt };
}

/** `known` names the values that are named. Costs a small object a value; what is only sometimes asked for is made then. */
export function unpackField(packed: PackedField, known: readonly FieldValue[]): FieldColumn {
  const values = [...known, ...packed.others.map((id) => ({ id, name: id, kind: null, short: null }))];
  const { key, offsets, ids, postings, starts, words, commonAt } = packed;
  const count = offsets.length - 1;
  const stride = wordsFor(count);
  const sets = values.map((_, value): RowSet => {
    const at = commonAt[value];
    if (at < 0) return new Postings(postings, starts[value], starts[value + 1], count);
    return Bitmap.of(words.subarray(at * stride, (at + 1) * stride), count);
  });
  let indexes: ReadonlyMap<string, number> | null = null;
  let without: RowSet | null = null;
  return {
    key,
    values,
    offsets,
    ids,
    sets,
    get without() {
      return (without ??= rowsWithout(offsets));
    },
    indexOf(id) {
      indexes ??= new Map(values.map((value, index) => [value.id, index]));
      return indexes.get(id) ?? -1;
    },
  };
}

function rowsWithout(offsets: Uint32Array): Bitmap {
  const count = offsets.length - 1;
  const words = new Uint32Array(wordsFor(count));
  for (let row = 0; row < count; row++) {
    if (offsets[row] === offsets[row + 1]) words[row >>> 5] |= 1 << (row & 31);
  }
  return Bitmap.of(words, count);
}
