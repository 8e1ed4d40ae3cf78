import { readDate } from '../../domain/date';
import { type DayOrder, readWritten } from '../../domain/written-date';

/** A length of time, of one unit. */
export interface Amount {
  readonly count: number;
  readonly unit: Unit;
}

export type Unit = 'ms' | 'second' | 'minute' | 'hour' | 'day' | 'week day' | 'week' | 'month' | 'year';

/** One side of what stands before the colon of an entry. */
export type Point =
  | { readonly kind: 'date'; readonly edtf: string }
  /** Minutes since midnight, of a day that another entry names. */
  | { readonly kind: 'time'; readonly minutes: number }
  /** `after !id 3 days`; without amounts: the moment itself. */
  | {
      readonly kind: 'relative';
      readonly isBefore: boolean;
      readonly id: string | null;
      readonly side: 'start' | 'end' | null;
      readonly amounts: readonly Amount[];
    }
  | { readonly kind: 'now' }
  /** A date that cannot be read, such as one without a year. */
  | { readonly kind: 'unread'; readonly reason: string; readonly remedy: string };

/** When an entry is, as it is written. */
export interface Expression {
  readonly begin: Point;
  readonly end: Point | null;
  /** What follows `every`; null when it does not recur. */
  readonly every: string | null;
  /** Until when it recurs; null when nothing is said of it. */
  readonly until: Point | null;
}

const NO_DATE: Point = { kind: 'unread', reason: 'is no date', remedy: 'write its year' };
const UNTIL = /\suntil\s+(.*)$/i;
/** Longer texts before a colon are no dates. */
const LONGEST = 120;
/** Colons, and dashes, that are tried one after another. */
const MOST_TRIED = 8;
const BEGINS = /^(?:[\d!+.[{]|-\d|Y-?\d|now\b|after\b|before\b|by\b|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;
const EDTF_DATE = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/;
const ISO = /^\d{4}-\d\d-\d\dT[\d:.]{2,12}(?:Z|[+-]\d\d:?\d\d)?$/i;
const WEEK = /^(\d{4})-?W(\d\d)(?:-?([1-7]))?$/i;
const SLASH = /^(?:(?:(\d{1,2})\/)?(\d{1,2})\/)?(\d{1,5})$/;
const ERA = /^(\d{1,5})\s?(BCE?|AD|CE)$/i;
const TIME = /^(?:(1[0-2]|[1-9])(?::(\d\d))?\s?([ap])m|([01]?\d|2[0-3])(?::(\d\d))?)$/i;
const RELATIVE = /^(by|before|after)?\s*(?:!([\w-]+)(?:\.(start|end))?|\.(start|end))?\s*(?:plus|\+)?\s*(.*)$/i;
const AMOUNT =
  /\s*(-?\d{1,7})\s*(milliseconds|ms|seconds?|secs?|s|minutes?|mins?|hours?|h|(?:week|work|business)\s*days?|days?|d|weeks?|w|months?|years?|y)\b[\s,]*/iy;
const MONTH = /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i;

/** Where a line that begins an entry parts date and text, and its date; null for any other line. Bounded time. */
export function entryStart(
  line: string,
  order: DayOrder,
): { readonly expression: Expression; readonly text: string } | null {
  const start = line.trimStart().slice(0, LONGEST + 1);
  if (!BEGINS.test(start)) return null;
  const skipped = line.length - line.trimStart().length;
  const colons: number[] = [];
  for (let at = start.indexOf(':'); at >= 0 && colons.length < MOST_TRIED; at = start.indexOf(':', at + 1)) {
    // Of a time of day.
    if (!/^\d:\d\d(?!\d)/.test(start.slice(Math.max(0, at - 1), at + 4))) colons.push(at);
  }
  for (const colon of colons) {
    const expression = expressionOf(start.slice(0, colon).trim(), order);
    if (expression !== null) return { expression, text: line.slice(skipped + colon + 1).trim() };
  }
  return null;
}

function expressionOf(text: string, order: DayOrder): Expression | null {
  const recurs = /\bevery\b/i.exec(text);
  const dated = recurs === null ? text : text.slice(0, recurs.index).trim();
  const recurrence =
    recurs === null ? { every: null, until: null } : recurrenceOf(text.slice(recurs.index + 'every'.length), order);
  const one = pointOf(dated, order);
  if (one !== null && (one.kind !== 'unread' || EDTF_DATE.test(dated))) return { begin: one, end: null, ...recurrence };
  const sides = dated.split('/', 3).map((side) => edtfSide(side.trim(), order));
  if (sides.length === 2) {
    const [begin, end] = sides;
    if (begin !== null && end !== null) return { begin, end, ...recurrence };
  }
  const separator = /\s+(?:to|\/)\s+|\s*[-–—]\s*/gi;
  for (let tried = 0; tried < MOST_TRIED; tried += 1) {
    const match = separator.exec(dated);
    if (match === null) break;
    const range = rangeOf(dated.slice(0, match.index), dated.slice(separator.lastIndex), order);
    if (range !== null) return { ...range, ...recurrence };
  }
  if (/^[\dX?~%./[\]{},Y\s-]+$/.test(dated) && readDate(dated).ok)
    return { begin: { kind: 'date', edtf: dated }, end: null, ...recurrence };
  return one === null ? null : { begin: one, end: null, ...recurrence };
}

/** `said` follows `every`. */
function recurrenceOf(said: string, order: DayOrder): Pick<Expression, 'every' | 'until'> {
  const last = UNTIL.exec(said);
  if (last === null) return { every: said.trim(), until: null };
  return { every: said.slice(0, last.index).trim(), until: pointOf(last[1].trim(), order) ?? NO_DATE };
}

function rangeOf(before: string, after: string, order: DayOrder): Pick<Expression, 'begin' | 'end'> | null {
  const end = pointOf(after, order);
  if (end === null) return null;
  // An era that stands once is that of both: 300-200 BC.
  const era = /(BCE?|AD|CE)$/i.exec(after)?.[0];
  const begin = pointOf(era !== undefined && /^\d{1,5}$/.test(before) ? `${before} ${era}` : before, order);
  if (begin === null) return null;
  // A time of day ends what begins at one, or on a day.
  const isLost = end.kind === 'time' && begin.kind === 'date' && begin.edtf.length < '2012-01-01'.length;
  return { begin, end: isLost ? NO_DATE : end };
}

function edtfSide(text: string, order: DayOrder): Point | null {
  const point = pointOf(text, order);
  if (point === null) return null;
  return EDTF_DATE.test(text) || point.kind === 'relative' || point.kind === 'now' || ISO.test(text) ? point : null;
}

function pointOf(text: string, order: DayOrder): Point | null {
  if (text === '') return null;
  if (/^now$/i.test(text)) return { kind: 'now' };
  if (EDTF_DATE.test(text) || ISO.test(text)) return dated(text.toUpperCase());
  const week = WEEK.exec(text);
  if (week !== null) return weekPoint(week);
  const era = ERA.exec(text);
  if (era !== null) return dated(yearText(/^b/i.test(era[2]) ? 1 - Number(era[1]) : Number(era[1])));
  const relative = relativeOf(text);
  if (relative !== null) return relative;
  const space = text.replace(/\s[ap]m$/i, (half) => half.trim()).lastIndexOf(' ');
  const time = space < 0 ? null : timeOf(text.slice(space + 1));
  if (time !== null) {
    const day = pointOf(text.slice(0, space).replace(/[\s,]+$/, ''), order);
    if (day?.kind === 'date' && /^\d{4}-\d\d-\d\d$/.test(day.edtf)) return dated(`${day.edtf}T${clock(time)}`);
  }
  const alone = timeOf(text);
  if (alone !== null) return { kind: 'time', minutes: alone };
  const slash = SLASH.exec(text);
  if (slash !== null) return slashPoint(slash, order);
  return MONTH.test(text) ? monthPoint(text, order) : null;
}

function relativeOf(text: string): Point | null {
  const match = RELATIVE.exec(text);
  if (match === null) return null;
  const groups: readonly (string | undefined)[] = match;
  const [, word, id, side, ownSide, rest = ''] = groups;
  const amounts: Amount[] = [];
  AMOUNT.lastIndex = 0;
  let end = 0;
  for (let found = AMOUNT.exec(rest); found !== null; found = AMOUNT.exec(rest)) {
    amounts.push({ count: Number(found[1]), unit: unitOf(found[2]) });
    end = AMOUNT.lastIndex;
  }
  if (end < rest.length || (amounts.length === 0 && id === undefined && ownSide === undefined)) return null;
  const named = side ?? ownSide;
  return {
    kind: 'relative',
    isBefore: word !== undefined && !/^after$/i.test(word),
    id: id ?? null,
    side: named === undefined ? null : /^start$/i.test(named) ? 'start' : 'end',
    amounts,
  };
}

/** The unit that a word of markwhen names. */
export function unitOf(word: string): Unit {
  if (/^(?:ms|milli)/i.test(word)) return 'ms';
  if (/^(?:week|work|business)\s*day/i.test(word)) return 'week day';
  if (/^s/i.test(word)) return 'second';
  if (/^min/i.test(word)) return 'minute';
  if (/^h/i.test(word)) return 'hour';
  if (/^d/i.test(word)) return 'day';
  if (/^w/i.test(word)) return 'week';
  return /^y/i.test(word) ? 'year' : 'month';
}

function timeOf(text: string): number | null {
  const match = TIME.exec(text);
  if (match === null) return null;
  const groups: readonly (string | undefined)[] = match;
  const [, hour, minute, half, hour24, minute24] = groups;
  if (Number(minute ?? minute24 ?? 0) > 59) return null;
  if (half === undefined) return Number(hour24) * 60 + Number(minute24 ?? 0);
  return ((Number(hour) % 12) + (/p/i.test(half) ? 12 : 0)) * 60 + Number(minute ?? 0);
}

function slashPoint([, first, second, year]: readonly (string | undefined)[], order: DayOrder): Point {
  const dayFirst = order === 'day first';
  const written = yearText(Number(year));
  if (second === undefined) return dated(written);
  if (first === undefined) return dated(`${written}-${second.padStart(2, '0')}`);
  const [day, month] = dayFirst ? [first, second] : [second, first];
  return dated(`${written}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

function weekPoint([, year, week, day]: readonly (string | undefined)[]): Point {
  // 4 January is in the first week.
  const fourth = Date.UTC(Number(year), 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * 86_400_000 + (Number(week) - 1) * 7 * 86_400_000;
  const text = (offset: number): string => new Date(monday + offset * 86_400_000).toISOString().slice(0, 10);
  return dated(day === undefined ? `${text(0)}/${text(6)}` : text(Number(day) - 1));
}

function monthPoint(text: string, order: DayOrder): Point | null {
  const read = readWritten(text, { order, numbers: null });
  if (read.ok) return dated(read.edtf);
  const isMonth = /^(?:\d{1,2}\s+)?[a-z]{3,9}\.?(?:\s+\d{1,2})?$/i.test(text);
  return isMonth ? { kind: 'unread', reason: 'has no year', remedy: 'write the year too' } : null;
}

function dated(edtf: string): Point {
  const read = readDate(edtf);
  return read.ok
    ? { kind: 'date', edtf }
    : { kind: 'unread', reason: `is not a date (${read.reason})`, remedy: read.remedy };
}

function yearText(year: number): string {
  if (Math.abs(year) > 9999) return `Y${year}`;
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;
}

function clock(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
