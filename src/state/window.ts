import { addMonths, DAY_MS, dayOf, instantOf } from '../domain/calendar';
import { rangeInstants } from '../domain/date-range';
import type { Bitmap } from '../engine/bitmap';
import type { Columns } from '../engine/columns';
import { lowerBound } from '../engine/rows/bounds';
import { furthest } from '../engine/rows/reach';
import { rowBefore, rowFrom } from '../engine/rowset';
import type { View } from './view';

/** A stretch of time: instants, half-open, both finite, `from` before `to`. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/**
 * The stretch that holds every finite extent of the dated `rows`; null when none is dated. A few steps, and some for each
 * row without a begin or an end.
 */
export function extentOf(columns: Columns, rows: Bitmap): Window | null {
  const { earliest, beginLatest, endEarliest, dated, reach } = columns;
  let from = Infinity;
  let to = -Infinity;
  const take = (row: number): void => {
    for (const edge of [earliest[row], beginLatest[row], endEarliest[row], columns.latest[row]]) {
      if (!Number.isFinite(edge)) continue;
      from = Math.min(from, edge);
      to = Math.max(to, edge);
    }
  };
  const first = lowerBound(earliest, -Number.MAX_VALUE, 0, dated);
  rows.forEach(0, first, take);
  reach.endless.intersect(rows).forEach(0, dated, take);
  const begun = rowFrom(rows, first);
  if (begun >= 0 && begun < dated) take(begun);
  to = furthest(reach, rowBefore(rows, dated) + 1, rows, to);
  return from <= to ? { from, to } : null;
}

/** A window as the whole days it touches, EDTF, both inclusive: what a link carries. */
export function windowText(window: Window): NonNullable<View['window']> {
  return { from: dayText(window.from), to: dayText(window.to - 1) };
}

/** The window of EDTF bounds; null when they name no stretch of time with two ends. */
export function windowOf(from: string | null, to: string | null): Window | null {
  const range = rangeInstants(from, to);
  return range !== null && Number.isFinite(range.from) && Number.isFinite(range.to) && range.from < range.to
    ? range
    : null;
}

/** The window of EDTF bounds of which either may be open or unreadable: `bounds` stands in for what is missing. */
export function within(from: string | null, to: string | null, bounds: Window): Window {
  const range = rangeInstants(from, to) ?? { from: -Infinity, to: Infinity };
  const start = Number.isFinite(range.from) ? range.from : bounds.from;
  const end = Number.isFinite(range.to) ? range.to : bounds.to;
  return start < end ? { from: start, to: end } : bounds;
}

/** The day that holds an instant as EDTF, `Y`-prefixed beyond four digits. */
export function dayText(instant: number): string {
  const { year, month, day } = dayOf(instant);
  if (Math.abs(year) > 9999) return `Y${String(year)}`;
  const sign = year < 0 ? '-' : '';
  return `${sign}${pad(Math.abs(year), 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** The year that holds an instant as EDTF. */
export function yearText(instant: number): string {
  return unitText(instant, 12);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/** Up to so many ms a pixel, a range is drawn in whole days; up to so many, in months; beyond, in years. */
const DAYS_UP_TO_MS = 4 * DAY_MS;
const MONTHS_UP_TO_MS = 120 * DAY_MS;

/**
 * A drawn range as EDTF bounds, both inclusive, of the unit that a pixel can tell: whole days, months or years, each end moved to
 * the nearest boundary, and at least one unit long.
 */
export function snapped(window: Window, msPerPx: number): { readonly from: string; readonly to: string } {
  const months = msPerPx <= DAYS_UP_TO_MS ? 0 : msPerPx <= MONTHS_UP_TO_MS ? 1 : 12;
  const from = nearest(window.from, months);
  const to = Math.max(nearest(window.to, months), after(from, months));
  return { from: unitText(from, months), to: unitText(to - 1, months) };
}

/** The boundary of a unit of so many months (0: a day) nearest to an instant. */
function nearest(instant: number, months: number): number {
  const { year, month, day } = dayOf(instant);
  const start = months === 12 ? instantOf(year, 1, 1) : instantOf(year, month, months === 0 ? day : 1);
  const end = after(start, months);
  return instant - start < end - instant ? start : end;
}

function after(start: number, months: number): number {
  return months === 0 ? start + DAY_MS : addMonths(start, months);
}

function unitText(instant: number, months: number): string {
  const text = dayText(instant);
  if (text.startsWith('Y')) return text;
  return text.slice(0, text.length - (months === 12 ? 6 : months === 1 ? 3 : 0));
}
