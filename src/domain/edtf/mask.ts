import { type CalendarDay, daysInMonth, isLeapYear } from '../calendar';
import type { Precision } from './model';

const COMMON_YEAR = 2001;
const LEAP_YEAR = 2000;

/** A date in digits, any of them `X`: four of the year, two of the month and the day. */
export interface Mask {
  readonly negative: boolean;
  readonly year: string;
  readonly month: string | null;
  readonly day: string | null;
}

/**
 * The first day that fits a mask: of the year or month when the mask ends there. Null when no day does. With `last`
 * the last day that fits. A season's number in place of a month is not known here.
 */
export function fittingDay(mask: Mask, last: boolean): CalendarDay | null {
  const { year, month, day } = mask;
  return `${year}${month ?? ''}${day ?? ''}`.includes('X') ? searchedDay(mask, last) : exactDay(mask, last);
}

function exactDay(mask: Mask, last: boolean): CalendarDay | null {
  const year = mask.negative ? -Number(mask.year) : Number(mask.year);
  const month = mask.month === null ? (last ? 12 : 1) : Number(mask.month);
  if (month < 1 || month > 12) return null;
  const days = daysInMonth(year, month);
  const day = mask.day === null ? (last ? days : 1) : Number(mask.day);
  return day < 1 || day > days ? null : { year, month, day };
}

function searchedDay(mask: Mask, last: boolean): CalendarDay | null {
  const common = fittingDayOfYear(mask, COMMON_YEAR, last);
  const leap = fittingDayOfYear(mask, LEAP_YEAR, last);
  // Without this a thousand odd years would be searched for 29 February.
  if (leap === null || (common === null && /[13579]$/.test(mask.year))) return null;
  const unknown = mask.year.split('X').length - 1;
  const count = 10 ** unknown;
  for (let i = 0; i < count; i += 1) {
    const ascending = last === mask.negative;
    const magnitude = fillYear(mask.year, ascending ? i : count - 1 - i, unknown);
    if (magnitude === 0 && mask.negative) continue;
    const year = mask.negative ? -magnitude : magnitude;
    const day = isLeapYear(year) ? leap : common;
    if (day !== null) return { ...day, year };
  }
  return null;
}

/** How exactly a mask tells a date: as the part that holds its first unknown digit, or what it ends with. */
export function maskPrecision(mask: Mask): Precision {
  const unknown = mask.year.indexOf('X');
  if (unknown >= 0) return unknown === 3 ? 'decade' : unknown === 2 ? 'century' : 'millennium';
  if (mask.month === null || mask.month.includes('X')) return 'year';
  return mask.day === null || mask.day.includes('X') ? 'month' : 'day';
}

/** The mask in writing, or null where precision tells all of it: `196X`, `2004-XX`, `1985-04-XX`. */
export function tellingMask(mask: Mask): string | null {
  const text = [(mask.negative ? '-' : '') + mask.year, mask.month, mask.day].filter((part) => part !== null).join('-');
  const known = text.replace(/(?:-XX)+$/, '');
  if (!known.includes('X') || /^-?\d+X+$/.test(known)) return null;
  return known;
}

/** The `index`th year, ascending, that a pattern with `unknown` unknown digits stands for. */
function fillYear(pattern: string, index: number, unknown: number): number {
  const filling = String(index).padStart(unknown, '0');
  let used = 0;
  return Number(pattern.replace(/X/g, () => filling[used++]));
}

function fittingDayOfYear(mask: Mask, year: number, last: boolean): CalendarDay | null {
  for (let i = 1; i <= 12; i += 1) {
    const month = last ? 13 - i : i;
    if (!fits(mask.month, month)) continue;
    const days = daysInMonth(year, month);
    for (let k = 1; k <= days; k += 1) {
      const day = last ? days + 1 - k : k;
      if (fits(mask.day, day)) return { year, month, day };
    }
  }
  return null;
}

function fits(pattern: string | null, value: number): boolean {
  if (pattern === null) return true;
  const [tens, ones] = pattern;
  return (tens === 'X' || Number(tens) === Math.floor(value / 10)) && (ones === 'X' || Number(ones) === value % 10);
}
