import { dayOf, type Instant } from '../domain/calendar';
import { instantWords, monthName } from '../domain/date-words';
import type { Phrases } from '../domain/phrase-books';
import type { Rung } from './ticks';

const HOUR_MS = 3_600_000;
const HOURS = 24;

/** Of a tick that begins no larger unit: "06:00" of a day, "12" of a month, "Apr" of a year, "1994". */
export function minorLabel(rung: Rung, instant: Instant, phrases: Phrases): string {
  const { month, day } = dayOf(instant);
  switch (rung.unit) {
    case 'hour':
      return `${String(Math.round(instant / HOUR_MS - Math.floor(instant / HOUR_MS / HOURS) * HOURS)).padStart(2, '0')}:00`;
    case 'day':
      return String(day);
    case 'month':
      return monthName(month, phrases, 'short');
    case 'year':
      return instantWords(instant, 'year', phrases, 'short');
  }
}

/** Of a tick that begins a larger unit: the day among hours, the month among days, the year among months and years. */
export function majorLabel(rung: Rung, instant: Instant, phrases: Phrases): string {
  const { month } = dayOf(instant);
  if (rung.unit === 'day' && month > 1) return monthName(month, phrases, 'short');
  return contextLabel(rung, instant, phrases) || instantWords(instant, 'year', phrases, 'short');
}

/** The whole of the larger unit that holds `instant`; '' among years, which need none. */
export function contextLabel(rung: Rung, instant: Instant, phrases: Phrases): string {
  if (rung.unit === 'year') return '';
  const larger = rung.unit === 'hour' ? 'day' : rung.unit === 'day' ? 'month' : 'year';
  return instantWords(instant, larger, phrases, 'short');
}
