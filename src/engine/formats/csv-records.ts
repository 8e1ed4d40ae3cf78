import { cellsOfLine } from './csv-cells';

/** A record of a table, as text. */
export interface CsvRecord {
  /** Without the line feed that ends it. */
  readonly text: string;
  /** 1-based, of its beginning. */
  readonly line: number;
  /** What is wrong with it, and where. */
  readonly slip: CsvSlip | null;
}

export interface CsvSlip {
  /** A quoted cell that does not end; quotes in a quoted cell that are not doubled; a line too long. */
  readonly kind: 'unclosed' | 'inside' | 'long';
  readonly line: number;
  readonly column: number;
}

/** Characters of a line: what is longer is cut. */
export const LONGEST_LINE = 1 << 22;
/** Characters of a record of several lines: when it is longer, a quote in it is taken for one that does not end. */
const FARTHEST = 1 << 20;
/** The more quotes do not end, the less far the end of the next one is looked for, down to this: the time stays linear. */
const NEAREST = 1 << 8;

/**
 * Parts a text with line feeds into records, at the line feeds that are not within quotes. A quote that nobody closes takes no
 * more with it than its line: it is found by what follows it, when lines read without it have as many cells as they should.
 */
export class CsvRecords {
  /** Cells that a record should have; 0 while that is not known. */
  width = 0;
  readonly #delimiter: string;
  #text = '';
  #at = 0;
  #line = 1;
  #farthest = FARTHEST;
  /** The next ones from where they were last looked for; Infinity where there is none. */
  #quote = -1;
  #break = -1;
  #isSkipping = false;
  /** Of the present record: the first quote out of place; whether it was asked if a quote is unclosed for it. */
  #misquote: number | null = null;
  #isChecked = false;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  /** Characters that are not yet parted. */
  get waiting(): number {
    return this.#text.length - this.#at;
  }

  add(text: string): void {
    this.#text = this.#text.slice(this.#at) + text;
    this.#at = 0;
    this.#quote = -1;
    this.#break = -1;
  }

  /** The next record; null when it is not yet whole, or (`last`: no text follows) there is none. */
  next(last: boolean): CsvRecord | null {
    if (this.#isSkipping && !this.#skip(last)) return null;
    if (this.#at >= this.#text.length) return null;
    this.#begin();
    const end = this.#endFrom(this.#at, last);
    if (end !== null && typeof end !== 'number') return end;
    if ((end ?? this.#text.length) - this.#at > LONGEST_LINE) return this.#cut();
    if (end === null) return null;
    const slip = this.#misquote === null ? null : this.#slip('inside', this.#misquote);
    return this.#taken(this.#text.slice(this.#at, end), end, slip);
  }

  #begin(): void {
    this.#misquote = null;
    this.#isChecked = false;
  }

  /** Where the record at `from` ends, or the record up to an unclosed quote; null when that is not yet known. */
  #endFrom(from: number, last: boolean): number | CsvRecord | null {
    let at = from;
    for (;;) {
      if (this.#break < at) this.#break = orNever(this.#text.indexOf('\n', at));
      if (this.#quote < at) this.#quote = orNever(this.#text.indexOf('"', at));
      const quote = this.#quote;
      if (this.#break < quote) return this.#break;
      if (quote === Infinity) return last ? this.#text.length : null;
      if (quote !== from && this.#text[quote - 1] !== this.#delimiter) {
        at = quote + 1;
        continue;
      }
      const close = this.#close(from, quote, last);
      if (close === null) return null;
      if (close === 'unclosed') return this.#withoutQuote(from, quote);
      at = close;
    }
  }

  /** The index after the quoted cell that begins at `open`, where a delimiter or line feed stands or the text ends. */
  #close(from: number, open: number, last: boolean): number | 'unclosed' | null {
    const text = this.#text;
    const lineEnd = this.#break;
    let quote = open;
    for (;;) {
      quote = text.indexOf('"', quote + 1);
      const reached = quote < 0 ? text.length : quote;
      if (reached - from > this.#farthest && lineEnd < reached) return this.#giveUp();
      if (quote < 0) return last ? this.#giveUp() : null;
      if (text[quote + 1] === '"') {
        quote += 1;
        continue;
      }
      const after = this.#afterSpaces(quote + 1);
      if (after >= text.length) return last ? after : null;
      if (text[after] === this.#delimiter || text[after] === '\n') return after;
      this.#misquote ??= quote;
      if (quote < lineEnd || this.#isChecked) continue;
      const isLost = this.#isLost(from, open, lineEnd, last);
      if (isLost === null) return null;
      if (isLost) return 'unclosed';
      this.#isChecked = true;
    }
  }

  #afterSpaces(from: number): number {
    let at = from;
    for (;;) {
      const sign = this.#text.charAt(at);
      if (sign === '' || sign === '\n' || sign === this.#delimiter || sign.trim() !== '') return at;
      at += 1;
    }
  }

  #giveUp(): 'unclosed' {
    this.#farthest = Math.max(NEAREST, this.#farthest / 2);
    return 'unclosed';
  }

  /** Whether lines, read without the quote at `open`, have as many cells as they should; null when that is not yet known. */
  #isLost(from: number, open: number, lineEnd: number, last: boolean): boolean | null {
    const found = this.#text.indexOf('\n', lineEnd + 1);
    if (found < 0 && !last) return null;
    const nextEnd = found < 0 ? this.#text.length : found;
    const line = this.#text.slice(from, open) + this.#text.slice(open + 1, lineEnd);
    const next = this.#text.slice(lineEnd + 1, nextEnd);
    const wide = cellsOfLine(next, this.#delimiter).length;
    return wide === (this.width || wide) && wide > 1 && cellsOfLine(line, this.#delimiter).length === wide;
  }

  #withoutQuote(from: number, open: number): CsvRecord {
    const lineEnd = Math.min(orNever(this.#text.indexOf('\n', open)), this.#text.length);
    const text = this.#text.slice(from, open) + this.#text.slice(open + 1, lineEnd);
    return this.#taken(text, lineEnd, this.#slip('unclosed', open), this.#text.slice(from, lineEnd));
  }

  /** A line without an end, as far as it is kept; the rest of it is passed over. */
  #cut(): CsvRecord {
    const end = this.#at + LONGEST_LINE;
    const text = this.#text.slice(this.#at, end);
    const slip = this.#slip('long', this.#at);
    this.#isSkipping = true;
    return this.#taken(text, end - 1, slip);
  }

  /** Passes over the rest of a line; whether its end was there. */
  #skip(last: boolean): boolean {
    const end = this.#text.indexOf('\n', this.#at);
    this.#at = end < 0 ? this.#text.length : end + 1;
    this.#isSkipping = end < 0 && !last;
    return end >= 0;
  }

  #slip(kind: CsvSlip['kind'], index: number): CsvSlip {
    const before = this.#text.slice(this.#at, index);
    return { kind, line: this.#line + breaksIn(before), column: before.length - before.lastIndexOf('\n') };
  }

  #taken(text: string, end: number, slip: CsvSlip | null, raw = text): CsvRecord {
    const record = { text, line: this.#line, slip };
    this.#line += 1 + breaksIn(raw);
    this.#at = end + 1;
    return record;
  }
}

function orNever(index: number): number {
  return index < 0 ? Infinity : index;
}

function breaksIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
