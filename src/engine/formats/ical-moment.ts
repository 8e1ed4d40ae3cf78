import { DAY_MS, dayOf, daysInMonth, instantOf, type Instant } from '../../domain/calendar';
import { offsetText, UTC, type Zone } from './zone';

/** A day, or a time of day, of iCalendar. */
export interface Moment {
  readonly isDay: boolean;
  /** What the clock shows, as if it were one of UTC; the first instant of a day. */
  readonly wall: Instant;
  /** Null of a day, and of a time that holds wherever one is. */
  readonly zone: Zone | null;
}

const FORM = /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d):?(\d\d)?(Z)?)?$/i;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** The moment that `text` names, `20240115` or `20240115T100000Z`, in `zone` unless it says UTC; null when there is none. */
export function momentOf(text: string, zone: Zone | null): Moment | null {
  const match = FORM.exec(text.trim());
  if (match === null) return null;
  const [year, month, day, hour, minute, second] = match
    .slice(1, 7)
    .map((digits: string | undefined) => Number(digits ?? 0));
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  const midnight = instantOf(year, month, day);
  const isDay = !/[T ]/i.test(text.trim());
  if (isDay) return { isDay, wall: midnight, zone: null };
  if (hour > 23 || minute > 59 || second > 60) return null;
  const wall = midnight + hour * HOUR_MS + minute * MINUTE_MS + Math.min(second, 59) * 1000;
  return { isDay, wall, zone: /Z$/i.test(text.trim()) ? UTC : zone };
}

/** When it is; a time that holds anywhere counts as one of UTC. */
export function instantAt({ wall, zone }: Moment): Instant {
  return zone === null ? wall : wall - zone.offset(wall);
}

/** EDTF of a moment: with the offset of its zone, without one when it holds anywhere. Null when no EDTF date has its year. */
export function edtfOf(moment: Moment): string | null {
  const { wall, zone, isDay } = moment;
  if (!hasYear(wall)) return null;
  if (isDay) return dayText(wall);
  const offset = zone === null ? 0 : zone.offset(wall);
  // Clocks of former times were ahead by seconds too, which no offset can say.
  const said = offsetText(offset);
  const shown = said === null ? wall - offset : wall;
  if (!hasYear(shown)) return null;
  const time = timeText(shown - Math.floor(shown / DAY_MS) * DAY_MS);
  return `${dayText(shown)}T${time}${zone === null ? '' : (said ?? 'Z')}`;
}

/** `20240115`, or `20240115T100000` with Z when it is of UTC: names one occurrence among those of its rule. */
export function basicText({ wall, zone, isDay }: Moment): string {
  const day = dayText(wall).replace(/-/g, '');
  const time = timeText(wall - Math.floor(wall / DAY_MS) * DAY_MS).replace(/:/g, '');
  return isDay ? day : `${day}T${time}${zone === UTC ? 'Z' : ''}`;
}

function hasYear(wall: Instant): boolean {
  return wall >= instantOf(0, 1, 1) && wall < instantOf(10_000, 1, 1);
}

function dayText(wall: Instant): string {
  const { year, month, day } = dayOf(wall);
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
}

function timeText(ms: number): string {
  return `${pad(Math.floor(ms / HOUR_MS))}:${pad(Math.floor((ms % HOUR_MS) / MINUTE_MS))}:${pad(Math.floor((ms % MINUTE_MS) / 1000))}`;
}

function pad(number: number, length = 2): string {
  return String(number).padStart(length, '0');
}
