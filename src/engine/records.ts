import type { ChronologyEvent } from '../domain/event';
import { readEvent } from '../domain/parsing/event';

/** Decoded events kept at hand: a few screens of list rows and labels. */
const AT_HAND = 1024;

const ROWS_PER_SLICE = 20_000;

/** Record `row` is `bytes[starts[row]..starts[row + 1])`; `starts` has one more entry than there are records. */
export interface PackedRecords {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly starts: Uint32Array<ArrayBuffer>;
}

/** The events of a chronology by row, as the bytes of the file's JSON; decoded when asked for, one by one. */
export class Records {
  readonly #bytes: Uint8Array;
  readonly #starts: Uint32Array;
  readonly #decoder = new TextDecoder();
  readonly #recent = new Map<number, ChronologyEvent>();
  #decoded = 0;

  constructor({ bytes, starts }: PackedRecords) {
    this.#bytes = bytes;
    this.#starts = starts;
  }

  get count(): number {
    return this.#starts.length - 1;
  }

  /** How many records have been decoded so far; those still at hand are not decoded again. */
  get decoded(): number {
    return this.#decoded;
  }

  /** The event of a row, the same object while it is at hand. Throws a RangeError for a row that does not exist. */
  event(row: number): ChronologyEvent {
    const recent = this.#recent.get(row);
    if (recent !== undefined) {
      this.#recent.delete(row);
      this.#recent.set(row, recent);
      return recent;
    }
    const { event } = readEvent(JSON.parse(this.json(row)), row);
    if (event === null) throw new Error(`record ${row} is not an event`);
    this.#decoded += 1;
    this.#recent.set(row, event);
    if (this.#recent.size > AT_HAND) {
      const oldest = this.#recent.keys().next();
      if (oldest.done !== true) this.#recent.delete(oldest.value);
    }
    return event;
  }

  /** The event of a row as JSON text, with every key that the file gave it. Throws a RangeError as `event` does. */
  json(row: number): string {
    if (!Number.isInteger(row) || row < 0 || row >= this.count) {
      throw new RangeError(`row ${row}: there are ${this.count} records; use 0 to ${this.count - 1}`);
    }
    return this.#decoder.decode(this.#bytes.subarray(this.#starts[row], this.#starts[row + 1]));
  }
}

/** Where the JSON of records lies, by row. */
export interface RecordBytes {
  readonly count: number;
  at(row: number): Uint8Array;
}

/** What `Records` reads: the bytes of `source` in one piece. In slices: yields the number of rows packed. */
export function* packing(source: RecordBytes, length: number): Generator<number, PackedRecords> {
  const bytes = new Uint8Array(length);
  const starts = new Uint32Array(source.count + 1);
  let end = 0;
  for (let row = 0; row < source.count; row += 1) {
    if (row % ROWS_PER_SLICE === 0) yield row;
    const record = source.at(row);
    bytes.set(record, end);
    end += record.length;
    starts[row + 1] = end;
  }
  return { bytes, starts };
}
