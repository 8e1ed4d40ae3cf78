import { messageOf } from '../../domain/message-of';
import { LIMITS } from '../../domain/limits';
import { tooManyEvents } from '../../domain/parsing/envelope';
import type { Break, Ended, Refused } from './ended';
import { byteOrderMark, otherThanText, partFault, TELLING } from './file-kind';
import type { JsonPlace, Want } from './json-fault';
import { Pages } from './pages';
import { ValueEnd } from './value-end';

/** Who is given the events of a file, one by one. */
export interface EventSink {
  /** A list of events begins. A file may have several: the last one counts. */
  begin(): void;
  /** The next event as the file has it; where its bytes are in the pages; how many levels of brackets it has. */
  add(item: unknown, place: number, length: number, levels: number): void;
}

/** Bytes taken at once. */
const SLICE = 1 << 18;
/** Bytes of events parsed in one go, or a little more: from some 128 kB on texts are dearer to make and to do away with. */
const BATCH = 1 << 16;
const EVENTS = 'events';
const [QUOTE, COMMA, COLON, OPEN_LIST, CLOSE_LIST, OPEN, CLOSE] = [34, 44, 58, 91, 93, 123, 125];

/**
 * A chronology as JSON in UTF-8 bytes that come in pieces, which may part anything. Finds the parts of the file by their
 * bytes; each is parsed once it is whole, of the events many together. What they mean is for others to check.
 */
export class DatelineStream {
  readonly pages: Pages;
  readonly #first: number;
  readonly #sink: EventSink;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  readonly #members = new Map<string, unknown>();
  readonly #value = new ValueEnd();
  #ended: Ended | null = null;
  #broken: Break | null = null;
  #within: 'telling' | 'between' | 'key' | 'member' | 'item' | 'other' = 'telling';
  #want: Want = 'value';
  #closers: JsonPlace['closers'] = [];
  #key = '';
  #events = 0;
  #order = 0;
  /** Indexes into the open page: the next byte to look at; where the present key, member or event begins. */
  #at = 0;
  #begun = 0;
  /** Of events found and not yet parsed. */
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #levels: number[] = [];
  /** From here on the bytes must stay in one piece; what was expected there. */
  #from = 0;
  #place: JsonPlace = { want: 'value', closers: [] };
  /** The parser's complaint, once there is one. */
  #said: string | null = null;

  constructor(sink: EventSink, pages = new Pages()) {
    this.#sink = sink;
    this.pages = pages;
    this.#first = pages.base;
  }

  /** What became of the file, as soon as that is known: before its end only when it is no chronology. */
  get ended(): Ended | null {
    return this.#ended;
  }

  /** Where it stops being sound, as soon as that is known: bytes that come after that are kept, and not read. */
  get broken(): Break | null {
    return this.#broken;
  }

  /** Takes bytes of `piece` from `from` on, not all at once when they are many; returns how many. */
  add(piece: Uint8Array, from: number): number {
    if (this.#ended === null && this.pages.isFull) this.#turn();
    if (this.#ended !== null) return piece.length - from;
    const taken = this.pages.fill(piece, from, SLICE);
    this.#scan(false);
    return taken;
  }

  /** There are no more bytes. */
  end(): Ended {
    this.#scan(true);
    if (this.#within === 'other') this.#ended ??= this.#judged(true);
    if (this.#ended === null && this.#within === 'between' && this.#want === 'nothing') {
      this.#ended = { ok: true, value: Object.fromEntries(this.#members) };
    }
    if (this.#ended === null && this.#broken === null) this.#break(true);
    return (this.#ended ??= this.#broken?.refused ?? this.#fault(true));
  }

  #scan(last: boolean): void {
    if (this.#broken !== null) return;
    const { bytes, used } = this.pages;
    if (this.#within === 'telling' && this.#ended === null) {
      const head = bytes.subarray(0, Math.min(used, TELLING));
      const message = otherThanText(head);
      if (message !== null) this.#ended = { ok: false, message };
      if (head.length < TELLING && !last) return;
      this.#order = byteOrderMark(head);
      this.#at = this.#order;
      this.#within = 'between';
      this.#mark();
    }
    while (this.#at < used && this.#said === null && this.#ended === null) {
      if (this.#within === 'between') this.#step(bytes[this.#at]);
      else if (this.#within === 'other') this.#at = used;
      else {
        const end = this.#value.find(bytes, this.#at, used);
        this.#at = end < 0 ? used : end;
        if (end >= 0) this.#complete(end);
      }
    }
    if (this.#ended !== null) return;
    this.#flush();
    // A few bytes more, lest the character in question is not yet whole.
    if (this.#said !== null && (last || used - this.#at >= TELLING)) this.#break(last);
  }

  /** Looks at a byte between values. */
  #step(byte: number): void {
    if (byte === 32 || byte === 10 || byte === 13 || byte === 9) {
      this.#at += 1;
      return;
    }
    const want = this.#want;
    const listed = this.#closers.length === 2;
    if (want === 'value' && this.#closers.length === 0) {
      if (byte === OPEN) this.#next('key or end', ['}']);
      else this.#within = 'other';
      return;
    }
    if (this.#starts.length === 0) this.#mark();
    if (byte === QUOTE && (want === 'key' || want === 'key or end')) this.#begin('key');
    else if (byte === CLOSE && (want === 'key or end' || (want === 'comma or end' && !listed)))
      this.#next('nothing', []);
    else if (byte === COLON && want === 'colon') this.#next('value');
    else if (byte === COMMA && want === 'comma or end') this.#next(listed ? 'value' : 'key');
    else if (byte === CLOSE_LIST && listed && (want === 'item or end' || want === 'comma or end')) {
      this.#flush();
      this.#next('comma or end', ['}']);
    } else if ((want === 'value' || want === 'item or end') && beginsValue(byte)) {
      if (listed) this.#begin('item');
      else if (byte === OPEN_LIST && this.#key === EVENTS) {
        this.#members.set(EVENTS, []);
        this.#events = 0;
        this.#sink.begin();
        this.#next('item or end', ['}', ']']);
      } else this.#begin('member');
    } else this.#said = 'unexpected';
  }

  #next(want: Want, closers = this.#closers): void {
    this.#want = want;
    this.#closers = closers;
    this.#at += 1;
  }

  #begin(within: 'key' | 'member' | 'item'): void {
    this.#within = within;
    this.#begun = this.#at;
    this.#value.restart();
  }

  #complete(end: number): void {
    const within = this.#within;
    this.#within = 'between';
    if (within === 'item') {
      this.#starts.push(this.#begun);
      this.#ends.push(end);
      this.#levels.push(this.#value.levels);
      this.#want = 'comma or end';
      if (end - this.#starts[0] > BATCH) this.#flush();
      return;
    }
    const value = this.#parsed(this.#begun, end);
    if (this.#said !== null) return;
    if (within === 'key') this.#key = String(value);
    else this.#members.set(this.#key, value);
    this.#want = within === 'key' ? 'colon' : 'comma or end';
    this.#mark();
  }

  /** Parses the events found and gives them away. */
  #flush(): void {
    const starts = this.#starts;
    const ends = this.#ends;
    const end = ends.at(-1);
    if (end === undefined || this.#said !== null) return;
    this.#events += starts.length;
    if (this.#events > LIMITS.events) this.#ended = { ok: false, message: tooManyEvents() };
    else {
      const items = this.#parsed(starts[0], end, true);
      if (!Array.isArray(items)) return;
      const { base } = this.pages;
      for (let i = 0; i < starts.length; i += 1)
        this.#sink.add(items[i], base + starts[i], ends[i] - starts[i], this.#levels[i]);
    }
    for (const batch of [starts, ends, this.#levels]) batch.length = 0;
    this.#from = end;
    this.#place = { want: 'comma or end', closers: this.#closers };
  }

  /** The value of the bytes [from, to) of the open page, or of a list of them; when there is none, that is noted. */
  #parsed(from: number, to: number, asList = false): unknown {
    try {
      const text = this.#decoder.decode(this.pages.bytes.subarray(from, to));
      return JSON.parse(asList ? `[${text}]` : text);
    } catch (error) {
      this.#said = messageOf(error);
      return undefined;
    }
  }

  /** What lies before the present point is done with. */
  #mark(): void {
    this.#from = this.#at;
    this.#place = { want: this.#want, closers: this.#closers };
  }

  /** Goes on to the next page. */
  #turn(): void {
    if (this.#broken !== null) {
      this.pages.turn(this.pages.used);
      return;
    }
    this.#flush();
    if (this.#within === 'between' && this.#said === null) this.#mark();
    if (this.#within === 'other') this.#ended = this.#judged(false);
    else if (this.pages.used - this.#from > LIMITS.part) {
      const part = this.#within === 'item' ? this.#events + 1 : this.#key;
      this.#ended = { ok: false, message: partFault(part) };
      this.#break(false, this.#ended);
    }
    if (this.#ended !== null) return;
    this.pages.turn(this.#from);
    this.#at -= this.#from;
    this.#begun -= this.#from;
    this.#from = 0;
  }

  /** Of a file that does not begin as a chronology does: all of it has come, or more than is needed to say so. */
  #judged(isAll: boolean): Ended {
    const value = this.#parsed(this.#from, this.pages.used);
    return value === undefined ? this.#fault(isAll) : { ok: true, value };
  }

  #break(isAll: boolean, tooLarge: Refused | null = null): void {
    this.#broken = {
      refused: tooLarge ?? this.#fault(isAll),
      from: tooLarge === null ? this.pages.base + this.#from : null,
      at: this.#place,
      key: this.#key,
      fields: Object.fromEntries(this.#members),
    };
  }

  #fault(isAll: boolean): Refused {
    const { bytes, used, base } = this.pages;
    const from = base + this.#from;
    const isStart = from === this.#first + this.#order;
    const piece = {
      bytes: bytes.subarray(this.#from, used),
      place: isStart ? null : this.#place,
      said: this.#said ?? '',
      isAll,
      before: () => this.pages.before(from),
      mark: this.#order,
    };
    return { ok: false, message: null, piece };
  }
}

/** Whether no list and no object goes on with this byte in place of a value. */
function beginsValue(byte: number): boolean {
  return byte !== COMMA && byte !== COLON && byte !== CLOSE && byte !== CLOSE_LIST;
}
