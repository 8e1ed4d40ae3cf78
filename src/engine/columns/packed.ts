import type { Chronology } from '../../domain/dataset';
import type { Columns, FieldValue } from '../columns';
import type { Field } from '../query';
import { DATINGS } from './dating';
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
  /** Which of DATINGS there are. */
  readonly datings: readonly string[];
}

/** What names the values of fields. */
export type Names = Pick<Chronology, 'actors' | 'topics'>;

/** The values of a field that have a name of their own, in their order: all actors and topics, and the `datings` there are. */
export function knownValues(key: Field, { actors, topics }: Names, datings: readonly string[]): readonly FieldValue[] {
  switch (key) {
    case 'actor':
      return actors;
    case 'topic':
      return topics.map(({ id, name }) => ({ id, name, kind: null, short: null }));
    case 'dating':
      return DATINGS.filter(({ id }) => datings.includes(id)).map(({ id, name }) => {
        return { id, name, kind: null, short: null };
      });
    default:
      return [];
  }
}

/**
 * `names` are those of the chronology with which the columns were built. O(values) plus the sets of rows; no event is
 * looked at. Throws when `packed` lacks a field.
 */
export function unpackColumns(packed: PackedColumns, names: Names): Columns {
  const { dated, earliest, beginLatest, endEarliest, latest, flags, levels } = packed;
  const count = flags.length;
  const fields = packed.fields.map((field) => unpackField(field, knownValues(field.key, names, packed.datings)));
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
