/**
 * Milliseconds since 1970-01-01T00:00Z in the Gregorian calendar, extended in both directions, years counted
 * astronomically (0 is 1 BC). May lie far beyond what `Date` holds; ±Infinity stands for an open end.
 */
export type Instant = number;

/** Year of any sign, month 1-12, day 1-31. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export const DAY_MS = 86_400_000;

/** Years whose days `instantOf` and `dayOf` carry to and fro without loss. */
export const FARTHEST_YEAR = 1_000_000_000_000;

const DAYS_IN_CYCLE = 146_097;
const DAYS_BEFORE_1970 = 719_468;
/** Up to here every first instant of a day is a double (a day is 2^10 times an odd number of milliseconds). */
const EXACT_DAYS = 2 ** 63;

/**
 * First instant of a day. Months beyond 1-12 and days beyond the month count on into the neighbouring ones, so that
 * `instantOf(2024, 13, 1)` begins 2025. Whole numbers are expected; others give NaN or nonsense.
 */
export function instantOf(year: number, month: number, day: number): Instant {
  const months = month - 3;
  const shifted = year + Math.floor(months / 12);
  const monthFromMarch = months - Math.floor(months / 12) * 12;
  const cycle = Math.floor(shifted / 400);
  const yearOfCycle = shifted - cycle * 400;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  const dayOfCycle = yearOfCycle * 365 + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100) + dayOfYear;
  return (cycle * DAYS_IN_CYCLE + dayOfCycle - DAYS_BEFORE_1970) * DAY_MS;
}

/** The UTC day that holds `instant`. An infinite or NaN instant gives NaN in every field. */
export function dayOf(instant: Instant): CalendarDay {
  const shifted = dayNumber(instant) + DAYS_BEFORE_1970;
  const cycle = Math.floor(shifted / DAYS_IN_CYCLE);
  const dayOfCycle = shifted - cycle * DAYS_IN_CYCLE;
  const leaps = Math.floor(dayOfCycle / 1460) - Math.floor(dayOfCycle / 36_524) + Math.floor(dayOfCycle / 146_096);
  const yearOfCycle = Math.floor((dayOfCycle - leaps) / 365);
  const dayOfYear = dayOfCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** Whole days since 1970-01-01, of the UTC day that holds `instant`. */
export function dayNumber(instant: Instant): number {
  // Beyond exact doubles the first instant of a day may have been rounded into the day before.
  const rounding = Math.abs(instant) > EXACT_DAYS ? Math.abs(instant) * Number.EPSILON : 0;
  return Math.floor((instant + rounding) / DAY_MS);
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days in `month` (1-12) of `year`. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The same day and time `months` later (earlier when negative); the month's last day where it has no such day. */
export function addMonths(instant: Instant, months: number): Instant {
  const { year, month, day } = dayOf(instant);
  const first = instantOf(year, month + months, 1);
  const target = dayOf(first);
  const time = instant - instantOf(year, month, day);
  return first + (Math.min(day, daysInMonth(target.year, target.month)) - 1) * DAY_MS + time;
}
