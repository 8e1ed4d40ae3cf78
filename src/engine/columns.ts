import type { ActorKind } from '../domain/dataset';
import type { Field } from './query';
import type { Reach } from './rows/reach';
import type { RowSet } from './rowset';

/** Bits of `Columns.flags`. */
export const FLAG = {
  uncertain: 1,
  approximate: 2,
  /** The extent has no beginning, or no end. */
  openStart: 4,
  openEnd: 8,
  /** The begin or the end may be any moment of more than a day; an open one does not count. */
  imprecise: 16,
  /** It lasted from its begin to its end, rather than having been at some moment between. */
  span: 32,
  /** The begin may be in any of several months: a year, a season, between two dates. */
  coarse: 64,
  /** The begin may be in any of several years. Always `coarse` too. */
  wider: 128,
} as const;

/**
 * A chronology as columns: an event is a row. Rows 0 to `dated` - 1 are dated, in the order of earliest, latest, id; the
 * undated follow by id. Instants are ms since 1970 UTC, half-open, ±Infinity at open ends, NaN for the undated.
 */
export interface Columns {
  readonly count: number;
  readonly dated: number;
  readonly earliest: Float64Array;
  /** End of the extent in which the event began: its latest possible beginning. */
  readonly beginLatest: Float64Array;
  /** Start of the extent in which the event ended: its earliest possible end. */
  readonly endEarliest: Float64Array;
  readonly latest: Float64Array;
  /** FLAG bits; 0 for the undated. */
  readonly flags: Uint8Array;
  readonly reach: Reach;
  /** Rows whose whole extent is longer than a day. */
  readonly long: RowSet;
  /** Rows with the flag of that name. */
  readonly coarse: RowSet;
  readonly wider: RowSet;
  /** All of FIELDS, in that order, also those without a value. */
  readonly fields: readonly FieldColumn[];
  field(key: Field): FieldColumn;
}

export interface FieldValue {
  readonly id: string;
  readonly name: string;
  /** Of actors; null for all else. */
  readonly kind: ActorKind | null;
  readonly short: string | null;
}

/** One facet: its values, and which rows have which, both ways. A value is known by its index in `values`. */
export interface FieldColumn {
  readonly key: Field;
  readonly values: readonly FieldValue[];
  /** `ids[offsets[row]..offsets[row + 1])` are the values of a row, distinct, in the event's order. */
  readonly offsets: Uint32Array;
  readonly ids: Uint32Array;
  /** Per value. */
  readonly sets: readonly RowSet[];
  /** Rows that have no value. */
  readonly without: RowSet;
  /** Index of the value with this id; -1 when there is none. */
  indexOf(id: string): number;
}
