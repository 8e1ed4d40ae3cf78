import { edtfOfParts, padded } from './date-parts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const TIME = String.raw`(?:,?\s+(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?`;
const ZONE = String.raw`\s*(?:(?:GMT|UTC?|Z)?\s*([+-]\d\d:?\d\d)?|(?:GMT|UTC?|Z))\s*(?:\([^()]*\))?`;
const WEEKDAY = String.raw`(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?`;
const MONTH_FIRST = new RegExp(String.raw`^${WEEKDAY}([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(-?\d{1,6})${TIME}${ZONE}$`, 'i');
const DAY_FIRST = new RegExp(String.raw`^${WEEKDAY}(\d{1,2})\.?\s+([a-z]{3,9})\.?,?\s+(-?\d{1,6})${TIME}${ZONE}$`, 'i');
const ISO =
  /^(-?\d{4})(?:-?(\d\d)(?:-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?)?)?)?$/i;
const YEAR = /^(-?\d{1,7})\s*(bce?|b\.c\.(?:e\.)?|ad|ce|a\.d\.)?$/i;

/** Longer texts are no dates, and patterns would take long to say so. */
const LONGEST = 100;

/**
 * A date as SIMILE writes it, in EDTF: `1963`, `500 BC`, `1963-11-22T13:00:00-06:00`, `Fri Nov 22 1963 13:00:00 GMT-0600`. Its
 * notation wants a time with each day, so midnight says no more than the day. Null for anything else.
 */
export function simileDate(text: string): string | null {
  if (text.length > LONGEST) return null;
  const iso = ISO.exec(text);
  if (iso !== null && !/^\d{6}$/.test(text)) {
    const [, year, month, day, hour, minute, second, zone] = optional(iso);
    return edtfOfParts({
      year: Number(year),
      month: month === undefined ? null : Number(month),
      day: day === undefined ? null : Number(day),
      time: timeOf(hour, minute, second, zone),
    });
  }
  const year = YEAR.exec(text);
  if (year !== null) {
    const count = Number(year[1]);
    const isBefore = /^b/i.test(optional(year)[2] ?? '');
    return edtfOfParts({ year: isBefore ? 1 - Math.abs(count) : count, month: null, day: null, time: '' });
  }
  const first = MONTH_FIRST.exec(text);
  const match = first ?? DAY_FIRST.exec(text);
  if (match === null) return null;
  const [, one = '', two = '', written, hour, minute, second, zone] = optional(match);
  const month = MONTHS.indexOf((first === null ? two : one).slice(0, 3).toLowerCase()) + 1;
  if (month === 0) return null;
  const day = Number(first === null ? one : two);
  const isUtc = zone === undefined && /(?:GMT|UTC?|Z)\s*(?:\([^()]*\))?$/i.test(text);
  return edtfOfParts({ year: Number(written), month, day, time: timeOf(hour, minute, second, isUtc ? 'Z' : zone) });
}

function optional(match: RegExpExecArray): readonly (string | undefined)[] {
  return match;
}

function timeOf(hour?: string, minute?: string, second?: string, zone?: string): string {
  if (hour === undefined || Number(hour) + Number(minute) + Number(second ?? 0) === 0) return '';
  const seconds = second === undefined ? '' : `:${second}`;
  const offset = zone === undefined ? '' : zone.toUpperCase().replace(/^([+-]\d\d)(\d\d)$/, '$1:$2');
  return `T${padded(Number(hour), 2)}:${minute ?? '00'}${seconds}${/^[+-]00(?::00)?$/.test(offset) ? 'Z' : offset}`;
}
