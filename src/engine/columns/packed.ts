import type { Columns } from '../columns';
import { type PackedField, unpackField } from './field';
import { rowSet } from '../rows/postings';

/** Columns as plain data whose arrays can be transferred: no two share a buffer. */
export interface PackedColumns {
  readonly dated: number;
  readonly earliest: Float64Array;
  readonly beginLatest: Float64Array;
  readonly endEarliest: Float64Array;
  readonly latest: Float64Array;
  readonly flags: Uint8Array;
  readonly levels: readonly Float64Array[];
  /** Ascending rows. */
  readonly endless: Uint32Array;
  readonly long: Uint32Array;
  readonly coarse: Uint32Array;
  readonly wider: Uint32Array;
  /** All of FIELDS, in that order. */
  readonly fields: readonly PackedField[];
}

/** O(values) plus the sets of rows; no event is looked at. Throws when `packed` lacks a field. */
export function unpackColumns(packed: PackedColumns): Columns {
  const { dated, earliest, beginLatest, endEarliest, latest, flags, levels } = packed;
  const count = flags.length;
  const fields = packed.fields.map(unpackField);
  const byKey = new Map(fields.map((column) => [column.key, column]));
  return {
    count,
    dated,
    earliest,
    beginLatest,
    endEarliest,
    latest,
    flags,
    reach: { latest, dated, levels, endless: rowSet(packed.endless, count) },
    long: rowSet(packed.long, count),
    coarse: rowSet(packed.coarse, count),
    wider: rowSet(packed.wider, count),
    fields,
    field(key) {
      const column = byKey.get(key);
      if (column === undefined) throw new Error(`field "${key}": not among these columns`);
      return column;
    },
  };
}
