import { DAY_MS } from '../calendar';
import { written } from './emit';
import { type NumberKind, unread, type Written } from './model';

/** Day 0 of the spreadsheets' 1900 system for days from March 1900 on: it counts a 29 February 1900 that never was. */
const SERIAL_ZERO_MS = Date.UTC(1899, 11, 30);
const FALSE_LEAP_DAY = 60;
const FARTHEST_MS = 8.64e15;

const MS_PER: Readonly<Record<NumberKind, number>> = {
  'epoch s': 1000,
  'epoch ms': 1,
  'epoch us': 0.001,
  serial: DAY_MS,
};

/** Bare numbers that are plausible as each kind: 1973 to 2103, serial numbers 1927 to 2119. */
const PLAUSIBLE: readonly (readonly [NumberKind, number, number])[] = [
  ['serial', 10_000, 80_000],
  ['epoch s', 1e8, 4.2e9],
  ['epoch ms', 1e11, 4.2e12],
  ['epoch us', 1e14, 4.2e15],
];

/** The kind that a number is plausible as; null for none, or a number of other use. */
export function kindOf(value: number): NumberKind | null {
  return PLAUSIBLE.find(([, from, to]) => value >= from && value < to)?.[0] ?? null;
}

/** Whether a bare number is a year, a month or a day by itself: 1000 to 2999, `202401` of 1800 to 2099, or `20240105`. */
export function isCalendarNumber(value: number): boolean {
  if (!Number.isInteger(value)) return false;
  const isMonth = value >= 180_001 && value < 210_000 && value % 100 >= 1 && value % 100 <= 12;
  return (value >= 1000 && value < 3000) || isMonth || (value >= 10_000_101 && value <= 29_991_231);
}

/** A number of `kind` as a moment; serial numbers have no time zone, and without a fraction are days. */
export function readCounted(value: number, kind: NumberKind): Written {
  if (kind === 'serial') return readSerial(value);
  const ms = value * MS_PER[kind];
  if (!(Math.abs(ms) < FARTHEST_MS)) return unread(`too large for ${kind}`, 'check the number');
  const text = new Date(Math.floor(ms)).toISOString();
  if (!/^\d{4}-/.test(text)) return unread('beyond the years 0 to 9999', 'check the number');
  const fraction =
    kind === 'epoch us'
      ? fractionOf(value, 1e6, 6)
      : kind === 'epoch ms'
        ? fractionOf(value, 1000, 3)
        : fractionOf(value, 1, 3);
  return { ok: true, edtf: `${text.slice(0, 19)}${fraction}Z` };
}

/** What a moment of a workbook tells, in UTC: a day at midnight, otherwise a time without a zone. */
export function readMoment(moment: Date): Written {
  const ms = Math.round(moment.getTime());
  if (!(Math.abs(ms) < FARTHEST_MS)) return unread('no moment', 'write the date as YYYY-MM-DD');
  const iso = new Date(ms).toISOString();
  if (!/^\d{4}-/.test(iso)) return unread('beyond the years 0 to 9999', 'write the date as text');
  if (iso.endsWith('T00:00:00.000Z')) return { ok: true, edtf: iso.slice(0, 10) };
  return { ok: true, edtf: iso.slice(0, iso.endsWith(':00.000Z') ? 16 : iso.endsWith('.000Z') ? 19 : 23) };
}

function readSerial(value: number): Written {
  if (value >= FALSE_LEAP_DAY && value < FALSE_LEAP_DAY + 1) return written(1900, 2, 29);
  if (!(value >= 1 && value < 2_958_466))
    return unread('no serial number of a day', 'use 1 (1 January 1900) to 2958465');
  const days = value < FALSE_LEAP_DAY ? value + 1 : value;
  // What a double holds of a second in days is some thousandths of a millisecond off.
  return readMoment(new Date(SERIAL_ZERO_MS + Math.round(days * DAY_MS)));
}

function fractionOf(value: number, unit: number, digits: number): string {
  const rest = unit === 1 ? Math.round((value - Math.floor(value)) * 1000) % 1000 : ((value % unit) + unit) % unit;
  return rest === 0 ? '' : `.${String(Math.floor(rest)).padStart(digits, '0')}`;
}
