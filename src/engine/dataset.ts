import type { Chronology, Problem } from '../domain/dataset';
import type { Columns } from './columns';
import { rowOf } from './ids';
import { unpackColumns, type PackedColumns } from './columns/packed';
import { Records } from './records';

/** A chronology as the page holds it. Immutable, but for the records at hand. */
export interface Dataset {
  readonly chronology: Chronology;
  readonly columns: Columns;
  readonly records: Records;
  /** What was left out or altered when the file was read. */
  readonly problems: readonly Problem[];
  /** The file without its events as JSON text, with every key it had. */
  readonly head: string;
  /** The row of the event with this id, or -1. */
  rowOf(id: string): number;
}

/** A data set as plain data that a worker can hand over. */
export interface DatasetParts {
  readonly chronology: Chronology;
  readonly columns: PackedColumns;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly starts: Uint32Array<ArrayBuffer>;
  readonly ids: Int32Array<ArrayBuffer>;
  readonly problems: readonly Problem[];
  readonly head: string;
}

/** The data set made of `parts`, which it keeps and does not copy. */
export function openDataset({ chronology, columns, bytes, starts, ids, problems, head }: DatasetParts): Dataset {
  const records = new Records(bytes, starts);
  return {
    chronology,
    columns: unpackColumns(columns),
    records,
    problems,
    head,
    rowOf: (id) => rowOf(ids, records, id),
  };
}
