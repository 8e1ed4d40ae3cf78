import type { Found } from './format';
import { propertyOf, Unfolding, type Property } from './ical-property';
import { LONGEST_LINE, TextLines, type TextLine } from './text-lines';

/** A component of a calendar that stands for itself, with the properties that could be read. */
export interface Component {
  /** In lower case: `vevent`. */
  readonly name: string;
  readonly line: number;
  readonly properties: readonly Property[];
  /** Of each of its parts, in their order: of a VTIMEZONE its observances. */
  readonly parts: readonly (readonly Property[])[];
  /** What does not end it but should; null when it ends as it should. */
  readonly brokenBy: string | null;
}

/** What a calendar consists of, in the order of the file; null: nothing yet. */
export type CalendarPart =
  | { readonly kind: 'component'; readonly component: Component }
  | { readonly kind: 'property'; readonly property: Property }
  | Extract<Found, { kind: 'fault' }>
  | null;

const OUTER = new Set(['vevent', 'vtodo', 'vjournal', 'vtimezone', 'vfreebusy', 'vcalendar']);
const PARTS = new Set(['standard', 'daylight']);
/** More lines than any component has: those beyond are left out. */
const MOST_LINES = 5000;
/** Lines after which the work may be paused. */
const TURN = 100;

/** Parts the text of calendars into components, each for itself: what is broken in one spoils no other. Time grows linearly. */
export class Components {
  readonly #lines = new TextLines();
  readonly #unfolding = new Unfolding();
  #name: string | null = null;
  #line = 0;
  #properties: Property[] = [];
  #parts: Property[][] = [];
  /** The part that a line belongs to, by name: of an alarm nothing is read. */
  #within: string | null = null;
  #count = 0;
  #read = 0;

  *add(text: string): Generator<CalendarPart> {
    for (const line of this.#lines.add(text)) yield* this.#take(line);
  }

  *end(): Generator<CalendarPart> {
    for (const line of this.#lines.end()) yield* this.#take(line);
    const last = this.#unfolding.end();
    if (last !== null) yield* this.#unfolded(last);
    if (this.#name !== null) yield this.#complete('the end of the file');
  }

  *#take(line: TextLine): Generator<CalendarPart> {
    if (line.isCut) yield fault(line, `is longer than ${LONGEST_LINE} characters: the rest is left out`, 'shorten it');
    const before = this.#unfolding.add(line);
    if (before !== null) yield* this.#unfolded(before);
    this.#read += 1;
    if (this.#read % TURN === 0) yield null;
  }

  *#unfolded(line: TextLine): Generator<CalendarPart> {
    const mark = /^\s*(BEGIN|END)\s*:\s*([\w-]*)\s*$/i.exec(line.text.length > 100 ? '' : line.text);
    if (mark === null) yield* this.#property(line);
    else if (mark[1].toLowerCase() === 'begin') yield* this.#begin(mark[2].toLowerCase(), line.line);
    else yield* this.#close(mark[2].toLowerCase());
  }

  *#begin(name: string, line: number): Generator<CalendarPart> {
    if (this.#name === null || OUTER.has(name)) {
      if (this.#name !== null) yield this.#complete(`BEGIN:${name.toUpperCase()}`);
      this.#count = 0;
      if (name === 'vcalendar') return;
      this.#name = name;
      this.#line = line;
    } else if (this.#within === null) {
      this.#within = name;
      if (PARTS.has(name)) this.#parts.push([]);
    }
  }

  *#close(name: string): Generator<CalendarPart> {
    if (name === this.#name) yield this.#complete(null);
    else if (name === 'vcalendar' && this.#name !== null) yield this.#complete('END:VCALENDAR');
    else if (name === this.#within) this.#within = null;
  }

  *#property(line: TextLine): Generator<CalendarPart> {
    if (line.text.trim() === '') return;
    this.#count += 1;
    if (this.#count > MOST_LINES) {
      if (this.#count === MOST_LINES + 1)
        yield fault(
          line,
          `comes after ${MOST_LINES} lines of the same component: the rest of it is left out`,
          'split it',
        );
      return;
    }
    const isSkipped = this.#within !== null && !PARTS.has(this.#within);
    const property = isSkipped ? null : propertyOf(line);
    if (property === null) {
      if (!isSkipped)
        yield fault(
          line,
          'is no property of a calendar: the line is left out',
          'write NAME:value, or begin the line with a space when it goes on',
        );
    } else if (this.#name === null) yield { kind: 'property', property };
    else (this.#within === null ? this.#properties : (this.#parts.at(-1) ?? [])).push(property);
  }

  #complete(brokenBy: string | null): CalendarPart {
    const component = {
      name: this.#name ?? '',
      line: this.#line,
      properties: this.#properties,
      parts: this.#parts,
      brokenBy,
    };
    this.#name = null;
    this.#within = null;
    this.#properties = [];
    this.#parts = [];
    this.#count = 0;
    return { kind: 'component', component };
  }
}

function fault({ text, line }: TextLine, reason: string, remedy: string): Extract<Found, { kind: 'fault' }> {
  return { kind: 'fault', fault: { line, column: 1, field: '', found: text, reason, remedy, leftOut: false } };
}
