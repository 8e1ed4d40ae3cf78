import { daysInMonth } from '../calendar';
import { fullYear, monthWords, written, yearText } from './emit';
import type { DayOrder, Trouble } from './model';
import { readNumeric } from './numeric';
import type { Side } from './side';

/** A date as EDTF: one, or a beginning and an end of which the date is a part (`early 2023`). */
export interface Extent {
  readonly begin: string;
  readonly end: string;
}

/** Gives the small numbers of a date their use: `other` is the other date of its span, null without. */
export function settle(side: Side, other: Side | null, order: DayOrder | null): Trouble | null {
  const { smalls, era } = side;
  if (side.month !== null) {
    // In "March 44 BC" the number is the year.
    const isYear = smalls.length === 1 && era !== null && side.year === null;
    if (side.day === null && !isYear) side.day = smalls.shift() ?? null;
    const year = side.year === null ? smalls.shift() : undefined;
    if (year !== undefined) side.year = { value: year, digits: era === null ? 2 : 4 };
  } else if (smalls.length === 1) return settleOne(side, smalls.shift() ?? 0, other);
  else if (smalls.length > 1) return settleDigits(side, other?.year ?? null, order);
  return smalls.length > 0 ? { reason: 'has more numbers than a date', remedy: 'use YYYY-MM-DD' } : null;
}

/** One small number without the name of a month: a month, a day or the end of a year. */
function settleOne(side: Side, value: number, other: Side | null): Trouble | null {
  const isDayThere = other !== null && (other.day !== null || (other.month !== null && other.smalls.length > 0));
  if (side.year !== null) {
    // "winter 2023/24" is that of 2023.
    if (side.code !== null && (side.year.value + 1) % 100 === value) return null;
    if (side.code !== null || side.group !== null)
      return { reason: `has "${value}" beside a year`, remedy: 'use Q1 2024' };
    if (isDayThere) side.day = value;
    else if (value > 12) return { reason: `there is no month ${value}`, remedy: 'use months 1 to 12' };
    else side.month = value;
    return null;
  }
  if (side.era !== null) side.year = { value, digits: 4 };
  else if (side.code !== null) side.year = { value, digits: 2 };
  else if (isDayThere) side.day = value;
  else if (other !== null && other.era !== null) side.year = { value, digits: 4 };
  else {
    const year = other === null ? null : continued(other, value);
    if (year === null) return noYear(`${value}`);
    side.year = { value: year, digits: 4 };
  }
  return null;
}

/** The year that the last digits after a year of four stand for: `1914–18`, `2001–4`. */
function continued({ year }: Side, value: number): number | null {
  if (year?.digits !== 4) return null;
  const length = value < 10 && year.value % 10 < value ? 10 : 100;
  return year.value % length < value ? year.value - (year.value % length) + value : null;
}

/** Two numbers beside a year, or three: a day in digits, parted by spaces or elided before the end of a span. */
function settleDigits(side: Side, known: Side['year'], order: DayOrder | null): Trouble | null {
  const year = side.year ?? (side.smalls.length === 2 ? known : null);
  const [a, b, c] = side.smalls;
  const digits = year === null ? [a, b, c] : side.isYearFirst ? [year.value, a, b] : [a, b, year.value];
  // Without a year of its own it was parted by a dot, as only days in digits are elided.
  const mark = side.year === null && year !== null ? '.' : '/';
  const texts = digits.map((value) => String(value).padStart(2, '0'));
  const found = side.smalls.length > 3 ? null : readNumeric(texts.join(mark), order);
  if (found === null) return { reason: 'is no date in digits that is known here', remedy: 'use YYYY-MM-DD' };
  if (!found.ok) return found;
  side.year = { value: Number(found.edtf.slice(0, 4)), digits: 4 };
  side.month = Number(found.edtf.slice(5, 7));
  side.day = Number(found.edtf.slice(8, 10));
  side.shows = found.shows ?? side.shows;
  side.smalls = [];
  return null;
}

/** A date as EDTF, with its doubts; trouble when it has no year, or the calendar no such day. */
export function extentOf(side: Side): Extent | Trouble {
  const mark = side.isApproximate || side.part !== null ? (side.isUncertain ? '%' : '~') : side.isUncertain ? '?' : '';
  const bare = bareExtent(side, mark !== '');
  if ('reason' in bare) return bare;
  return { begin: bare.begin + mark, end: bare.end + mark };
}

function bareExtent(side: Side, isMarked: boolean): Extent | Trouble {
  const { group, month, day } = side;
  if (group !== null) {
    const isHalf = side.code === FIRST_HALF || side.code === FIRST_HALF + 1;
    const isAlone = side.year === null && month === null && day === null && (side.code === null || isHalf);
    return isAlone
      ? groupExtent(side, group)
      : { reason: `has a date beside a ${group.of}`, remedy: 'use one of both' };
  }
  if (side.year === null) return noYear(null);
  const year = astronomical(
    side.era === null ? fullYear(side.year.value, side.year.digits) : side.year.value,
    side.era,
  );
  if (year === null) return { reason: 'there is no year 0 BC', remedy: 'use 1 BC or AD 1' };
  if (side.code !== null) return coded(year, side);
  if (month === null) {
    if (side.era === null && side.year.digits === 3) {
      return { reason: 'a year needs four digits', remedy: `use ${yearText(year)}, or AD ${side.year.value}` };
    }
    return side.part === null ? same(yearText(year)) : thirdOfYear(yearText(year), side.part);
  }
  const time = isMarked || side.time === null ? '' : side.time.edtf;
  const found = written(year, month, day, day === null ? '' : time);
  if (!found.ok) return found;
  if (side.part === null || day !== null) return same(found.edtf);
  const days = [`-01`, `-10`, `-11`, `-20`, `-21`, `-${daysInMonth(year, month)}`];
  return { begin: found.edtf + days[side.part * 2], end: found.edtf + days[side.part * 2 + 1] };
}

function coded(year: number, { code, day, month }: Side): Extent | Trouble {
  if (day !== null || month !== null)
    return { reason: 'has both a month and a part of the year', remedy: 'use one of both' };
  if (Math.abs(year) > 9999)
    return { reason: 'a year of more than four digits with a season', remedy: 'write the year alone' };
  return same(`${yearText(year)}-${code ?? ''}`);
}

function thirdOfYear(year: string, part: number): Extent {
  if (year.startsWith('Y')) return same(year);
  const months = ['-01', '-04', '-05', '-08', '-09', '-12'];
  return { begin: year + months[part * 2], end: year + months[part * 2 + 1] };
}

/** EDTF's number of a first half. */
const FIRST_HALF = 40;
const YEARS = { decade: 10, century: 100, millennium: 1000 };
/** Where a third of a decade, a century or a millennium begins and ends, in tenths of it: early, mid, late. */
const THIRDS = [
  [0, 3],
  [4, 6],
  [7, 9],
] as const;

function groupExtent({ era, part, code }: Side, { of, value }: NonNullable<Side['group']>): Extent | Trouble {
  const length = YEARS[of];
  const first = of === 'decade' ? value : (value - 1) * length;
  if (era === 'bc') {
    // The fifth century BC is 500 to 401 BC, of which 500 BC is astronomically -499.
    if (of !== 'decade' && part === null && code === null && value > 1) return same(`-${masked(first, length)}`);
    const end = 1 - Math.max(1, of === 'decade' ? first : first + 1);
    const begin = 1 - (of === 'decade' ? first + 9 : first + length);
    if (code !== null) return half(begin, length, code);
    return part === null ? { begin: yearText(begin), end: yearText(end) } : within(begin, length, part);
  }
  if (first > 9999) return { reason: `a ${of} after the year 9999`, remedy: 'use a year' };
  if (code !== null) return half(first, length, code);
  return part === null ? same(masked(first, length)) : within(first, length, part);
}

function half(begin: number, length: number, code: number): Extent {
  const from = begin + ((code - FIRST_HALF) * length) / 2;
  return { begin: yearText(from), end: yearText(from + length / 2 - 1) };
}

/** `199X`, `18XX`, `1XXX`. */
function masked(first: number, length: number): string {
  const unknown = String(length).length - 1;
  const digits = String(first).padStart(4, '0');
  return digits.slice(0, digits.length - unknown) + 'X'.repeat(unknown);
}

function within(begin: number, length: number, part: number): Extent {
  const tenth = length / 10;
  const [from, to] = THIRDS[part];
  return { begin: yearText(begin + from * tenth), end: yearText(begin + (to + 1) * tenth - 1) };
}

function astronomical(year: number, era: Side['era']): number | null {
  if (era !== 'bc') return year;
  return year === 0 ? null : 1 - year;
}

function same(edtf: string): Extent {
  return { begin: edtf, end: edtf };
}

function noYear(found: string | null): Trouble {
  const reason = found === null ? 'has no year that can be told' : `"${found}" alone tells no year`;
  return { reason, remedy: `write the year in four digits, as in ${monthWords(2024, 7)}` };
}
