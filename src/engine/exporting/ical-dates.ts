import { DAY_MS, dayNumber, instantOf, type Instant } from '../../domain/calendar';
import { dateOf } from '../../domain/citing/parts';
import type { EventDate, Precision } from '../../domain/date';
import { digits, momentOf } from './clock';
import { dayStamp, stamp } from './ical-lines';

const FIRST = instantOf(1, 1, 1);
const END = instantOf(9999, 12, 31) + DAY_MS;
const TIMES: ReadonlySet<Precision> = new Set(['hour', 'minute', 'second', 'millisecond']);

/** A date as a calendar has it. */
export interface Placed {
  /** DTSTART and DTEND; none for a date that no calendar can hold. */
  readonly lines: readonly string[];
  /** Whether they say all that the date says. */
  readonly told: boolean;
}

/**
 * A date as whole days, the end exclusive, or as times in UTC. One that is not known to the day takes all days on which it
 * may lie; one with an open or unknown bound begins, or ends, at the other. Undated, before the year 1, after 9999: no lines.
 */
export function placed(text: string | null): Placed {
  const date = dateOf(text);
  if (date === null) return { lines: [], told: text === null };
  const [from, to] = [date.earliest, date.latest];
  if (TIMES.has(date.begin.precision) && TIMES.has(date.end.precision) && isHeld(from) && isHeld(to))
    return timed(date);
  const first = Number.isFinite(from) ? from : to - DAY_MS;
  const last = Number.isFinite(to) ? to : from + DAY_MS;
  if (!isHeld(first) || !isHeld(last)) return { lines: [], told: false };
  const begin = dayNumber(first) * DAY_MS;
  const end = Math.max(dayNumber(last - 1) + 1, dayNumber(first) + 1) * DAY_MS;
  if (end >= END) return { lines: [], told: false };
  const days = end - begin === DAY_MS ? dayText(begin) : `${dayText(begin)}/${dayText(end - DAY_MS)}`;
  return {
    lines: [`DTSTART;VALUE=DATE:${dayStamp(begin)}`, `DTEND;VALUE=DATE:${dayStamp(end)}`],
    told: date.text === days,
  };
}

/** A point in time has no end; a span ends when its last moment begins. */
function timed({ text, kind, begin, end }: EventDate): Placed {
  const [from, to] = [begin.earliest, end.earliest];
  const isPoint = kind === 'point' || to <= from;
  const told = isPoint ? timeText(from) : `${timeText(from)}/${timeText(to)}`;
  return {
    lines: [`DTSTART:${stamp(from)}`, ...(isPoint ? [] : [`DTEND:${stamp(to)}`])],
    told: text === told,
  };
}

/** Whether the instant, as a beginning or as an exclusive end, has a year of four digits. */
function isHeld(instant: Instant): boolean {
  return instant >= FIRST && instant < END;
}

function dayText(instant: Instant): string {
  const { year, month, day } = momentOf(instant);
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
}

function timeText(instant: Instant): string {
  const { hour, minute, second } = momentOf(instant);
  return `${dayText(instant)}T${digits(hour, 2)}:${digits(minute, 2)}:${digits(second, 2)}Z`;
}
