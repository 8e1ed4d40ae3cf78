import { dayOf, DAY_MS, instantOf, type CalendarDay, type Instant } from '../../domain/calendar';

/** A moment by calendar and clock, in UTC. */
export interface Moment extends CalendarDay {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

export function momentOf(instant: Instant): Moment {
  const day = dayOf(instant);
  const rest = instant - instantOf(day.year, day.month, day.day);
  return {
    ...day,
    hour: Math.floor((rest % DAY_MS) / 3_600_000),
    minute: Math.floor((rest % 3_600_000) / 60_000),
    second: Math.floor((rest % 60_000) / 1000),
    millisecond: rest % 1000,
  };
}

export function digits(number: number, length: number): string {
  return String(number).padStart(length, '0');
}
