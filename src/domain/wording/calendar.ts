import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';
import { DAY_MS, dayNumber, dayOf, type Instant } from '../calendar';
import type { Phrases } from './phrases';

dayjs.extend(utc);

/** After so many days weekdays and leap years come round again. */
const CYCLE_DAYS = 146_097;

/**
 * What dayjs makes of `pattern` for an instant in UTC, `Y` in it replaced by `year`. dayjs writes years 100-9999 alone,
 * so it gets the same day within 400 years of 1970. A NaN or infinite instant gives "Invalid Date".
 */
export function calendarWords(instant: Instant, pattern: string, year: string, phrases: Phrases): string {
  const days = dayNumber(instant);
  const time = Math.min(Math.max(instant - days * DAY_MS, 0), DAY_MS - 1);
  const cycled = days - Math.floor(days / CYCLE_DAYS) * CYCLE_DAYS;
  const { first } = phrases;
  const special = first !== null && dayOf(instant).day === 1 ? pattern.replace(/\bD\b/, `[${first}]`) : pattern;
  const filled = special.replace('Y', () => `[${year}]`);
  return dayjs
    .utc(cycled * DAY_MS + time)
    .locale(phrases.locale)
    .format(filled);
}
