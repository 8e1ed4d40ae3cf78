import { addMonths, DAY_MS, dayOf, instantOf, type Instant } from '../../domain/calendar';
import { readDate } from '../../domain/date';
import type { Amount, Expression, Point, Unit } from './markwhen-expression';
import { offsetText, type Zone } from './zone';

/** From its beginning to the moment after it, by the clock. */
export interface Range {
  readonly from: Instant;
  readonly to: Instant;
}

/** When an entry is. */
export interface Resolved {
  /** EDTF; null when it cannot be told. */
  readonly date: string | null;
  /** Null when no other entry can go by it. */
  readonly range: Range | null;
  readonly fault: { readonly reason: string; readonly remedy: string } | null;
}

const MINUTE_MS = 60_000;
const LENGTHS: Readonly<Record<Exclude<Unit, 'week day' | 'month' | 'year'>, number>> = {
  ms: 1,
  second: 1000,
  minute: MINUTE_MS,
  hour: 60 * MINUTE_MS,
  day: DAY_MS,
  week: 7 * DAY_MS,
};
const UNDATED = 'the event is undated';
/** Further on nothing is counted. */
const FARTHEST = instantOf(1_000_000, 1, 1);
const MOST_WEEK_DAYS = 10_000;

/** Resolves what entries say by what those before them said; nothing asks what time it is now. */
export class Resolving {
  readonly #ids = new Map<string, Range>();
  #last: Range | null = null;

  /** When an entry is; `zone`: where times of day without one hold. */
  resolve({ begin, end }: Expression, zone: Zone | null): Resolved {
    const resolved = this.#resolved(begin, end, zone);
    this.#last = resolved.range;
    return resolved;
  }

  /** The entry just resolved is named so. */
  name(id: string): void {
    if (this.#last !== null && !this.#ids.has(id)) this.#ids.set(id, this.#last);
  }

  #resolved(begin: Point, end: Point | null, zone: Zone | null): Resolved {
    if (begin.kind === 'unread') return untold(`${begin.reason}: ${UNDATED}`, begin.remedy);
    if (begin.kind === 'now' || (begin.kind === 'time' && this.#last === null))
      return untold(`goes by the time at which it is read: ${UNDATED}`, 'write a date');
    if (begin.kind === 'relative') return this.#relative(begin, end, zone);
    const text = begin.kind === 'date' ? begin.edtf : null;
    const from = begin.kind === 'date' ? boundsOf(begin.edtf) : this.#timeAfter(begin.minutes);
    if (from === null) return { date: text, range: null, fault: null };
    const first = text ?? pointText(from.from, 'minute', zone);
    if (first === null) return { date: null, range: from, fault: null };
    if (end === null) return { date: zoned(first, zone), range: from, fault: null };
    return this.#until(first, from, end, zone);
  }

  /** From `first` until what `end` says. */
  #until(first: string | null, from: Range, end: Point, zone: Zone | null): Resolved {
    const alone = { date: first === null ? null : zoned(first, zone), range: from };
    if (end.kind === 'unread')
      return { ...alone, fault: { ...end, reason: `has an end that ${end.reason}: it is left out` } };
    if (end.kind === 'now') {
      const reason = 'goes on until the time at which it is read: its end is left open';
      return {
        date: first === null ? null : `${zoned(first, zone)}/..`,
        range: null,
        fault: { reason, remedy: 'write a date' },
      };
    }
    if (end.kind === 'date') {
      const bounds = boundsOf(end.edtf);
      const date = first === null ? null : `${zoned(first, zone)}/${zoned(end.edtf, zone)}`;
      if (date === null || bounds === null || !readDate(date).ok)
        return {
          ...alone,
          fault: {
            reason: 'has an end that is before its beginning: the end is left out',
            remedy: 'correct one of the two',
          },
        };
      return { date, range: { from: from.from, to: bounds.to }, fault: null };
    }
    const to =
      end.kind === 'time'
        ? timeOn(from.from, end.minutes)
        : plus((end.id === null ? null : this.#ids.get(end.id)?.to) ?? from.from, end.amounts, 1);
    return told(first === null ? null : zoned(first, zone), { from: from.from, to }, zone);
  }

  #relative(begin: Extract<Point, { kind: 'relative' }>, end: Point | null, zone: Zone | null): Resolved {
    const base = (begin.id === null ? this.#last : this.#ids.get(begin.id)) ?? null;
    if (base === null) {
      const what =
        begin.id === null
          ? 'the entry before it, which has no date'
          : `!${begin.id}, which no dated entry before it is`;
      return untold(`goes by ${what}: ${UNDATED}`, 'write a date');
    }
    const { isBefore, side, amounts } = begin;
    const at = (side ?? (isBefore ? 'start' : 'end')) === 'start' ? base.from : base.to;
    if (isBefore) {
      const near = end === null ? at : plus(at, amounts, -1);
      const length = end?.kind === 'relative' ? end.amounts : end === null ? amounts : [];
      return told(null, { from: plus(near, length, -1), to: near }, zone);
    }
    if (end === null) return told(null, { from: at, to: plus(at, amounts, 1) }, zone);
    const from = plus(at, amounts, 1);
    return this.#until(pointText(from, 'day', zone), { from, to: from }, end, zone);
  }

  #timeAfter(minutes: number): Range {
    const { to } = this.#last ?? { to: 0 };
    const at = timeOn(to, minutes);
    return { from: at, to: at };
  }
}

/** EDTF of a range, as exact as `like` is; null when no date says it. */
export function dateText(range: Range, like: string | null, zone: Zone | null): string | null {
  const isWhole = range.from % DAY_MS === 0 && range.to % DAY_MS === 0 && range.to > range.from;
  const first = like?.split('/', 1)[0] ?? '';
  const precision = !isWhole
    ? 'minute'
    : /^-?\d{4}$/.test(first)
      ? 'year'
      : /^-?\d{4}-\d\d$/.test(first)
        ? 'month'
        : 'day';
  return told(pointText(range.from, precision, zone), range, zone).date;
}

/** `instant` moved by all of `amounts`, one after another. */
export function plus(instant: Instant, amounts: readonly Amount[], sign: 1 | -1): Instant {
  return amounts.reduce((at, { count, unit }) => moved(at, sign * count, unit), instant);
}

function moved(at: Instant, count: number, unit: Unit): Instant {
  if (!(Math.abs(at) < FARTHEST)) return at;
  if (unit === 'month' || unit === 'year') return addMonths(at, unit === 'year' ? 12 * count : count);
  if (unit !== 'week day') return at + count * LENGTHS[unit];
  let left = Math.min(Math.abs(count), MOST_WEEK_DAYS);
  let day = at;
  while (left > 0) {
    day += Math.sign(count) * DAY_MS;
    // The day gone through: the one before the moment when counting on.
    const weekday = (Math.floor((count > 0 ? day - DAY_MS : day) / DAY_MS) + 4) % 7;
    if ((weekday + 7) % 7 !== 0 && (weekday + 7) % 7 !== 6) left -= 1;
  }
  return day;
}

/** The next moment, not before `at`, when clocks show so. */
function timeOn(at: Instant, minutes: number): Instant {
  const midnight = Math.floor(at / DAY_MS) * DAY_MS;
  const time = midnight + minutes * MINUTE_MS;
  return time < at ? time + DAY_MS : time;
}

/** An entry of computed bounds; `first` is its beginning as it is written. */
function told(first: string | null, range: Range, zone: Zone | null): Resolved {
  const isWhole = range.from % DAY_MS === 0 && range.to % DAY_MS === 0;
  const begin = first ?? pointText(range.from, isWhole && range.to > range.from ? 'day' : 'minute', zone);
  const end = lastText(begin, range, isWhole, zone);
  const date = begin === null ? null : end === null || end === begin ? begin : `${begin}/${end}`;
  if (date === null || !readDate(date).ok)
    return untold(`ends before it begins, or lies too far away: ${UNDATED}`, 'correct its date');
  return { date, range, fault: null };
}

/** What the range ends with, as exact as its beginning where that holds; null when it is but a moment. */
function lastText(begin: string | null, { from, to }: Range, isWhole: boolean, zone: Zone | null): string | null {
  if (to <= from) return to < from ? pointText(to, 'minute', zone) : null;
  if (!isWhole) return pointText(to, 'minute', zone);
  const { month, day } = dayOf(to);
  if (begin !== null && /^-?\d{4}$/.test(begin) && month === 1 && day === 1) return pointText(to - 1, 'year', zone);
  if (begin !== null && /^-?\d{4}-\d\d$/.test(begin) && day === 1) return pointText(to - 1, 'month', zone);
  return pointText(to - 1, 'day', zone);
}

/** Null for a year that takes more than four digits. */
function pointText(instant: Instant, precision: 'year' | 'month' | 'day' | 'minute', zone: Zone | null): string | null {
  const { year, month, day } = dayOf(instant);
  if (!(Math.abs(year) <= 9999)) return null;
  const parts = [`${year < 0 ? '-' : ''}${pad(Math.abs(year), 4)}`, pad(month), pad(day)];
  const text = parts.slice(0, precision === 'year' ? 1 : precision === 'month' ? 2 : 3).join('-');
  if (precision !== 'minute') return text;
  const minutes = Math.floor((instant - Math.floor(instant / DAY_MS) * DAY_MS) / MINUTE_MS);
  return zoned(`${text}T${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`, zone);
}

/** A time of day without a zone gets the offset of `zone`. */
function zoned(edtf: string, zone: Zone | null): string {
  if (zone === null || !/^\d{4}-\d\d-\d\dT[\d:.]+$/.test(edtf)) return edtf;
  const reading = readDate(edtf);
  return reading.ok ? edtf + (offsetText(zone.offset(reading.date.earliest)) ?? '') : edtf;
}

/** When what `point` says is over; null when it says no date. */
export function overAt(point: Point): Instant | null {
  return point.kind === 'date' ? (boundsOf(point.edtf)?.to ?? null) : null;
}

/** Null when it has an open or unknown bound. */
function boundsOf(edtf: string): Range | null {
  const reading = readDate(edtf);
  if (!reading.ok) return null;
  const { earliest, latest } = reading.date;
  // A moment that is known to the minute is over when it begins.
  const to = edtf.includes('T') ? earliest : latest;
  return Number.isFinite(earliest) && Number.isFinite(to) ? { from: earliest, to } : null;
}

function untold(reason: string, remedy: string): Resolved {
  return { date: null, range: null, fault: { reason, remedy } };
}

function pad(number: number, length = 2): string {
  return String(number).padStart(length, '0');
}
