import type { Chronology, Problem } from '../domain/dataset';
import type { Columns } from './columns';
import { unpackColumns, type Names, type PackedColumns } from './columns/packed';
import type { FileRead } from './formats/choices';
import { rowOf } from './ids';
import { Records, type PackedRecords } from './records';

/** A chronology as the page holds it. Immutable, but for the records at hand. */
export interface Dataset {
  readonly chronology: Chronology;
  readonly columns: Columns;
  readonly records: Records;
  /** What was left out or altered when the file was read. */
  readonly problems: readonly Problem[];
  /** The file without its events as JSON text, with every key it had. */
  readonly head: string;
  /** The files it was read from. */
  readonly files: readonly FileRead[];
  /** The row of the event with this id, or -1. */
  rowOf(id: string): number;
}

/** A data set as plain data that a worker can hand over, but for its names. */
export interface DatasetParts {
  readonly about: Omit<Chronology, keyof Names>;
  readonly columns: PackedColumns;
  readonly packed: PackedRecords;
  readonly ids: Int32Array<ArrayBuffer>;
  readonly problems: readonly Problem[];
  readonly head: string;
  readonly files: readonly FileRead[];
}

/** Actors or topics in one slice: some milliseconds' work to receive. */
const SLICE = 1000;

/** `names` in slices, in their order: all in one message would take long to receive. */
export function* slicesOf({ actors, topics }: Names): Generator<Names> {
  for (let at = 0; at < actors.length; at += SLICE) yield { actors: actors.slice(at, at + SLICE), topics: [] };
  for (let at = 0; at < topics.length; at += SLICE) yield { actors: [], topics: topics.slice(at, at + SLICE) };
}

/** The data set made of `parts` and all slices of its names; the arrays are kept and not copied. */
export function openDataset(parts: DatasetParts, slices: readonly Names[]): Dataset {
  const { about, columns, packed, ids, problems, head, files } = parts;
  const actors = slices.flatMap((slice) => slice.actors);
  const topics = slices.flatMap((slice) => slice.topics);
  const records = new Records(packed);
  return {
    chronology: { ...about, actors, topics },
    columns: unpackColumns(columns, { actors, topics }),
    records,
    problems,
    head,
    files,
    rowOf: (id) => rowOf(ids, records, id),
  };
}
