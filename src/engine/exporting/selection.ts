import type { Instant } from '../../domain/calendar';
import type { Chronology } from '../../domain/dataset';
import type { ChronologyEvent } from '../../domain/event';
import { isFields, type Fields } from '../../domain/parsing/field';
import { readEvent } from '../../domain/parsing/event';
import type { Phrases } from '../../domain/phrase-books';
import type { Bitmap } from '../bitmap';
import type { Records } from '../records';

/** Events to be written, and what their file says of them. */
export interface Selection {
  readonly chronology: Chronology;
  /** The chronology's file without its events, as JSON text. */
  readonly head: string;
  readonly records: Records;
  /** The rows to be written, in their order: by time, the undated last. */
  readonly rows: Bitmap;
  /** What was asked for, in words, and a link to it. */
  readonly sentence: string;
  readonly link: string;
  readonly phrases: Phrases;
  /** When it is written. */
  readonly now: Instant;
}

/** The next part of a file. */
export interface Piece {
  readonly data: string | Uint8Array<ArrayBuffer>;
  /** How many of the events are done; one that is half done may count as half. */
  readonly done: number;
}

/**
 * A file being written, one event a step. In the end it tells what the format could not hold of these events, for people:
 * a sentence each.
 */
export type Writing = Generator<Piece, readonly string[]> | AsyncGenerator<Piece, readonly string[]>;

/** An event to be written. */
export interface Selected {
  readonly event: ChronologyEvent;
  /** As the file has it, with every key. */
  readonly fields: Fields;
  /** How many are done with this one: 1, 2, … */
  readonly done: number;
}

/** The events of a selection, each decoded anew: those on screen stay at hand. */
export function* selected({ records, rows }: Pick<Selection, 'records' | 'rows'>): Generator<Selected> {
  const { count } = rows;
  for (let at = 0; at < count; at += 1) {
    const row = rows.select(at);
    const fields: unknown = JSON.parse(records.json(row));
    const { event } = readEvent(fields, row);
    if (event === null || !isFields(fields)) throw new Error(`record ${row} is not an event`);
    yield { event, fields, done: at + 1 };
  }
}
