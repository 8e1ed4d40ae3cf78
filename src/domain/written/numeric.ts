import { DAY_MS, dayOf, instantOf } from '../calendar';
import { fullYear, monthWords, written, yearText } from './emit';
import { type DayOrder, NO_DATE, type Trouble, type Written } from './model';
import { readTimeOfDay } from './time-of-day';

const ZERO = 48;
const NINE = 57;
const DOT = 46;
const SLASH = 47;
const HYPHEN = 45;
const SPACE = 32;
const COMMA = 44;

/**
 * Days and months in digits alone, with a time or without: `2024-01-05 13:45:00`, `5.1.2024`, `7/19/24`, `01/2024`. With dots
 * the day comes first; with slashes and hyphens `order` decides, where the numbers leave a choice. Null for texts of other
 * shapes. The year comes first when it has four digits there, or is over 31.
 */
export function readNumeric(text: string, order: DayOrder | null): Written | null {
  const first = digitsEnd(text, 0);
  if (first === 0 || first > 4 || first === 3) return null;
  const mark = text.charCodeAt(first);
  if (mark !== DOT && mark !== SLASH && mark !== HYPHEN) return null;
  const second = digitsEnd(text, first + 1);
  const secondLength = second - first - 1;
  if (secondLength < 1) return null;
  const a = valueOf(text, 0, first);
  const b = valueOf(text, first + 1, second);
  if (second === text.length) return monthOf(a, first, b, secondLength);
  if (text.charCodeAt(second) !== mark || secondLength > 2) return null;
  const third = digitsEnd(text, second + 1);
  const thirdLength = third - second - 1;
  if (thirdLength < 1 || thirdLength === 3 || thirdLength > 4) return null;
  const c = valueOf(text, second + 1, third);
  const time = third === text.length ? NO_TIME : timeAfter(text, third);
  if (time === null) return null;
  if (first === 4) return thirdLength > 2 ? null : timed(a, b, c, time);
  if (thirdLength === 2 && a > 31) return timed(fullYear(a, 2), b, c, time);
  if (thirdLength === 1) return null;
  return ordered(a, b, fullYear(c, thirdLength), mark === DOT, order, time);
}

interface After {
  readonly edtf: string;
  readonly note?: Trouble;
  readonly endsDay?: true;
}

const NO_TIME: After = { edtf: '' };

/** What a triple of day, month and year tells, in whichever order. Dots say nothing of how others are meant. */
function ordered(a: number, b: number, year: number, isDotted: boolean, order: DayOrder | null, time: After): Written {
  if (a === b) return timed(year, a, b, time);
  if (a === 0 || b === 0) return withoutDay(a, b, year, isDotted);
  if (a > 12 || b > 12) {
    const shows = a > 12 ? 'day first' : 'month first';
    const reading = a > 12 ? timed(year, b, a, time) : timed(year, a, b, time);
    const expected = isDotted ? 'day first' : order;
    if (!reading.ok || (isDotted && shows === expected)) return reading;
    const { edtf } = reading;
    if (expected === null || expected === shows)
      return { ok: true, edtf, shows, ...(reading.note && { note: reading.note }) };
    const reason = `cannot be ${expected}: it is read as ${shows}`;
    const note = { reason, remedy: 'use the same order in the whole column, or YYYY-MM-DD' };
    return isDotted ? { ok: true, edtf, note } : { ok: true, edtf, shows, note };
  }
  const taken = isDotted ? 'day first' : order;
  if (taken !== null) return taken === 'day first' ? timed(year, b, a, time) : timed(year, a, b, time);
  const words = `${a} ${monthWords(year, b)} or ${b} ${monthWords(year, a)}`;
  return {
    ok: false,
    reason: `could be ${words}`,
    remedy: 'say whether the day or the month comes first',
    shows: 'either',
  };
}

/** `00/05/1992`: the day is not known, and stands where days do. */
function withoutDay(a: number, b: number, year: number, isDotted: boolean): Written {
  const reading = timed(year, a + b, 0, NO_TIME);
  return isDotted || !reading.ok ? reading : { ...reading, shows: a === 0 ? 'day first' : 'month first' };
}

/** What is 0 is not known, as databases write it; the dates that programs have for none are none. */
function timed(year: number, month: number, day: number, time: After): Written {
  if (isNone(year, month, day)) return NO_DATE;
  if (day === 0) return month === 0 ? { ok: true, edtf: yearText(year) } : written(year, month, null);
  const reading = written(year, month, day, time.edtf);
  if (!reading.ok) return reading;
  if (time.endsDay === true) {
    const next = dayOf(instantOf(year, month, day) + DAY_MS);
    return written(next.year, next.month, next.day, time.edtf);
  }
  return time.note === undefined ? reading : { ...reading, note: time.note };
}

/** 0000-00-00, a spreadsheet's day 0, and the last day of the year 9999. */
function isNone(year: number, month: number, day: number): boolean {
  if (day === 0) return year === 0 || year === 1900;
  return year === 9999 && month === 12 && day === 31;
}

function monthOf(a: number, aLength: number, b: number, bLength: number): Written | null {
  // 2020-21: who writes EDTF's number of a season into a table is rarer than who has years across two of the calendar.
  if (aLength === 4 && bLength === 2 && (b === 0 || b > 12) && (a + 1) % 100 === b)
    return { ok: true, edtf: `${yearText(a)}/${yearText(a + 1)}` };
  if (aLength === 4 && bLength <= 2) return b >= 1 && b <= 12 ? written(a, b, null) : null;
  if (aLength <= 2 && bLength === 4) return written(b, a, null);
  return null;
}

function timeAfter(text: string, end: number): After | null {
  let at = end;
  if (text.charCodeAt(at) === COMMA) at += 1;
  const mark = text.charCodeAt(at);
  if (mark === SPACE) while (text.charCodeAt(at) === SPACE) at += 1;
  else if (at === end && (mark === 84 || mark === 116)) at += 1;
  else return null;
  return readTimeOfDay(text.slice(at));
}

function valueOf(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) value = value * 10 + text.charCodeAt(at) - ZERO;
  return value;
}

function digitsEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code < ZERO || code > NINE) break;
    at += 1;
  }
  return at;
}
