import type { Instant } from '../calendar';
import { captures } from './captures';
import { type DatePoint, type Fault, plainPoint, type Precision } from './model';

const TIME = /^(\d\d)(?::(\d\d)(?::(\d\d)(?:\.(\d+))?)?)?(Z|[+-]\d\d(?::?\d\d)?)?$/;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/**
 * A time of the day that begins at `midnight`: hours, minutes, seconds and their fraction as far as given, down to
 * milliseconds. The offset of the zone is taken off; a time without zone counts as UTC.
 */
export function readTime(midnight: Instant, text: string): DatePoint | Fault {
  const match = captures(TIME, text);
  if (match === null) {
    return { reason: `${JSON.stringify(text)} is not a time`, remedy: 'use T15:30Z, T15:30:00Z or T15:30:00+03:00' };
  }
  const [, hour = '', minute, second, fraction, zone] = match;
  const fault = outside('hour', hour, 23) ?? outside('minute', minute, 59) ?? outside('second', second, 59);
  if (fault !== null) return fault;
  const offset = zoneOffset(zone);
  if (offset === null) return { reason: `zone ${zone ?? ''}`, remedy: 'use Z, or -12:00 to +14:00' };
  const [precision, length] = resolution(minute, second, fraction);
  const time =
    Number(hour) * HOUR_MS +
    Number(minute ?? 0) * MINUTE_MS +
    Number(second ?? 0) * 1000 +
    Number((fraction ?? '').padEnd(3, '0').slice(0, 3));
  const earliest = midnight + time - offset;
  return plainPoint(earliest, earliest + length, precision);
}

function outside(name: string, digits: string | undefined, highest: number): Fault | null {
  if (digits === undefined || Number(digits) <= highest) return null;
  const midnight = name === 'hour' && digits === '24' ? ', and T00:00 of the next day for midnight' : '';
  return { reason: `${name} ${digits}`, remedy: `use 00-${highest}${midnight}` };
}

/** Milliseconds ahead of UTC; null for an offset that no place has. */
function zoneOffset(zone: string | undefined): number | null {
  if (zone === undefined || zone === 'Z') return 0;
  const west = zone.startsWith('-');
  const minutes = zone.length > 3 ? Number(zone.slice(-2)) : 0;
  const offset = Number(zone.slice(1, 3)) * 60 + minutes;
  if (minutes > 59 || offset > (west ? 12 : 14) * 60) return null;
  return (west ? -offset : offset) * MINUTE_MS;
}

function resolution(
  minute: string | undefined,
  second: string | undefined,
  fraction: string | undefined,
): [Precision, number] {
  if (minute === undefined) return ['hour', HOUR_MS];
  if (second === undefined) return ['minute', MINUTE_MS];
  if (fraction === undefined) return ['second', 1000];
  return ['millisecond', Math.max(1, 1000 / 10 ** fraction.length)];
}
