import { buildColumns, type BuiltColumns } from '../../src/engine/columns/build';
import { faultOfFile } from '../../src/engine/formats/fault-words';
import { Records } from '../../src/engine/records';
import { rowOf } from '../../src/engine/ids';
import type { Told } from '../fixtures/opened';
import { readChronology, type Reading } from './read-chronology';

/** All that a file holds, as plain values: events by row. */
export interface Whole {
  readonly about: object;
  readonly actors: readonly object[];
  readonly topics: readonly object[];
  readonly problems: readonly object[];
  readonly head: string;
  readonly columns: BuiltColumns['columns'];
  readonly records: readonly unknown[];
  readonly rows: readonly number[];
}

/** The slow and obvious way to open a file: its whole text at once. A message says why there is nothing. */
export function openWhole(text: string): Whole | string {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    return faultOfFile(text, error instanceof Error ? error.message : '');
  }
  const reading: Reading = readChronology(raw);
  if (!reading.ok) return reading.message;
  const { chronology, events, head, problems } = reading;
  const { actors, topics, ...about } = chronology;
  const { columns, order } = buildColumns(
    chronology,
    events.map(({ event }) => event),
  );
  const records = Array.from(order, (index) => events[index].raw);
  return { about, actors, topics, problems, head: JSON.stringify(head), columns, records, rows: [...records.keys()] };
}

/** What the engine made of a file, told in the same way. */
export function wholeOf(opened: Told): Whole | string {
  if (!opened.ok) return opened.message;
  const { parts, names } = opened;
  const { about, columns, packed, ids, problems, head } = parts;
  const records = new Records(packed);
  const all = Array.from({ length: records.count }, (_, row) => row);
  return {
    about,
    ...names,
    problems: problems.map(({ at: _, leftOut: __, ...problem }) => problem),
    head,
    columns,
    records: all.map((row): unknown => JSON.parse(records.json(row))),
    rows: all.map((row) => rowOf(ids, records, records.event(row).id)),
  };
}
