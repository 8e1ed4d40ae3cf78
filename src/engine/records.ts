import type { ChronologyEvent } from '../domain/event';
import { readEvent } from '../domain/parsing/event';

/** Decoded events kept at hand: a few screens of list rows and labels. */
const AT_HAND = 1024;

/** The events of a chronology by row, as the bytes of the file's JSON; decoded when asked for, one by one. */
export class Records {
  readonly #bytes: Uint8Array;
  readonly #starts: Uint32Array;
  readonly #decoder = new TextDecoder();
  readonly #recent = new Map<number, ChronologyEvent>();
  #decoded = 0;

  /** Record `row` is `bytes[starts[row]..starts[row + 1])`; `starts` has one more entry than there are records. */
  constructor(bytes: Uint8Array, starts: Uint32Array) {
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

/** Packs objects, in the order they come, into what `Records` reads. */
export class RecordPacker {
  readonly #encoder = new TextEncoder();
  readonly #starts: Uint32Array<ArrayBuffer>;
  #bytes = new Uint8Array(1 << 16);
  #end = 0;
  #row = 0;

  /** For `count` records, no more. */
  constructor(count: number) {
    this.#starts = new Uint32Array(count + 1);
  }

  add(record: object): void {
    const json = JSON.stringify(record);
    const room = this.#end + json.length * 3;
    if (room > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(room, Math.ceil(this.#bytes.length * 1.5)));
      larger.set(this.#bytes.subarray(0, this.#end));
      this.#bytes = larger;
    }
    this.#end += this.#encoder.encodeInto(json, this.#bytes.subarray(this.#end)).written;
    this.#row += 1;
    this.#starts[this.#row] = this.#end;
  }

  finish(): { readonly bytes: Uint8Array<ArrayBuffer>; readonly starts: Uint32Array<ArrayBuffer> } {
    return { bytes: this.#bytes.slice(0, this.#end), starts: this.#starts };
  }
}
