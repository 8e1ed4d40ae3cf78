import { DAY_MS, dayOf, daysInMonth, instantOf, type Instant } from '../domain/calendar';
import type { Phrases } from '../domain/phrase-books';
import { roundedUp } from './layout/rounding';
import { pixelsPerMs, position, type TimeScale } from './scale';
import type { Tick } from './scene';
import { contextLabel, majorLabel, minorLabel } from './tick-labels';

/** A step of the calendar: each `step` units begin a tick, the next larger unit a major one. */
export interface Rung {
  readonly unit: 'hour' | 'day' | 'month' | 'year';
  readonly step: number;
}

interface Mark {
  readonly instant: Instant;
  readonly major: boolean;
}

const HOUR_MS = 3_600_000;
const YEAR_MS = 365 * DAY_MS;

/** Least length in ms of each step below a year, from fine to coarse. Days of a month are counted from its first: 1, 5, 10, 15. */
const RUNGS: readonly (Rung & { readonly least: number })[] = [
  ...[1, 3, 6, 12].map((step) => ({ unit: 'hour' as const, step, least: step * HOUR_MS })),
  { unit: 'day', step: 1, least: DAY_MS },
  { unit: 'day', step: 2, least: 2 * DAY_MS },
  { unit: 'day', step: 5, least: 4 * DAY_MS },
  { unit: 'day', step: 10, least: 9 * DAY_MS },
  { unit: 'month', step: 1, least: 28 * DAY_MS },
  { unit: 'month', step: 3, least: 90 * DAY_MS },
  { unit: 'month', step: 6, least: 181 * DAY_MS },
];

/** Room before a label, after its line, and after it. */
const LABEL_LEAD_PX = 5;
const LABEL_CLEAR_PX = 8;
/** Of a letter at 11 px, on the safe side. */
const LETTER_PX = 6.6;
const BOLD_LETTER_PX = 7.2;

/**
 * Ticks of the calendar (UTC) in the window of `scale`, ascending, at least `minGapPx` apart, `left` px further right;
 * the unit depends on the room. Minor labels need the major one before them ("Apr" of 2022): the unit in which the
 * window begins is named at its left edge by a tick without a line. Labels never overlap; what has no room is ''.
 * O(width / minGapPx), however far the years.
 */
export function ticks(scale: TimeScale, left: number, phrases: Phrases, minGapPx: number): Tick[] {
  const rung = rungFor(scale, minGapPx, phrases);
  const found: Tick[] = [];
  const context = contextLabel(rung, scale.from, phrases);
  if (context !== '') found.push({ x: left, label: context, major: true, line: false });
  for (const { instant, major } of marks(rung, scale.from, scale.to)) {
    const label = major ? majorLabel(rung, instant, phrases) : minorLabel(rung, instant, phrases);
    found.push({ x: left + position(scale, instant), label, major, line: true });
  }
  return spaced(found, left + scale.width);
}

/** Where the label of a tick begins and how wide it is, at most. */
export function labelRoom(tick: Tick): { readonly x: number; readonly width: number } {
  const width = tick.label.length * (tick.major ? BOLD_LETTER_PX : LETTER_PX);
  return { x: tick.x + LABEL_LEAD_PX, width };
}

function rungFor(scale: TimeScale, minGapPx: number, phrases: Phrases): Rung {
  const perMs = pixelsPerMs(scale);
  const rung = RUNGS.find(({ least }) => least * perMs >= minGapPx);
  if (rung !== undefined) return rung;
  const longest = [scale.from, scale.to].map(
    (instant) => majorLabel({ unit: 'year', step: 1 }, instant, phrases).length,
  );
  const gap = Math.max(minGapPx, Math.max(...longest) * LETTER_PX + LABEL_LEAD_PX + LABEL_CLEAR_PX);
  return { unit: 'year', step: roundedUp(gap / (YEAR_MS * perMs)) };
}

/** Without the labels that would pass `right` or run into one before; a major one stays and an earlier one gives way. */
function spaced(found: readonly Tick[], right: number): Tick[] {
  const kept = found.map((tick) => ({ ...tick }));
  let last: (typeof kept)[number] | null = null;
  for (const tick of kept) {
    const { x, width } = labelRoom(tick);
    if (x + width > right) tick.label = '';
    if (tick.label === '') continue;
    const room = last === null ? null : labelRoom(last);
    const free = room === null || x >= room.x + room.width + LABEL_CLEAR_PX;
    if (!free && !tick.major) tick.label = '';
    else {
      if (!free && last !== null) last.label = '';
      last = tick;
    }
  }
  return kept.filter((tick) => tick.line || tick.label !== '');
}

function* marks(rung: Rung, from: Instant, to: Instant): Generator<Mark> {
  for (const mark of rung.unit === 'year' ? years(rung.step, from, to) : withinYears(rung, from, to)) {
    if (mark.instant >= to) return;
    if (mark.instant >= from) yield mark;
  }
}

function* withinYears({ unit, step }: Rung, from: Instant, to: Instant): Generator<Mark> {
  const start = dayOf(from);
  if (unit === 'hour') {
    const midnight = instantOf(start.year, start.month, start.day);
    for (let at = midnight; at < to; at += step * HOUR_MS) yield { instant: at, major: (at - midnight) % DAY_MS === 0 };
    return;
  }
  const firstMonth = unit === 'month' ? Math.floor((start.month - 1) / step) * step + 1 : start.month;
  for (let month = firstMonth; instantOf(start.year, month, 1) < to; month += unit === 'month' ? step : 1) {
    const first = instantOf(start.year, month, 1);
    yield { instant: first, major: unit === 'day' || month % 12 === 1 };
    if (unit === 'day') yield* daysAfterFirst(first, step);
  }
}

/** Days of the month that begins at `first`, multiples of `step` (every other day for 2), not too close to the next month. */
function* daysAfterFirst(first: Instant, step: number): Generator<Mark> {
  const { year, month } = dayOf(first);
  const end = daysInMonth(year, month) + 1 - Math.max(1, step > 2 ? step - 1 : step);
  for (let day = step > 2 ? step : 1 + step; day <= end; day += step) {
    yield { instant: first + (day - 1) * DAY_MS, major: false };
  }
}

/** Years that people count by: 10, 20, 30 AD and 10, 20, 30 BC, the year 1 between them. */
function* years(step: number, from: Instant, to: Instant): Generator<Mark> {
  const lead = Number(String(step).charAt(0));
  const greater = step * (lead === 2 ? 5 : 10);
  for (let k = Math.floor(dayOf(from).year / step) - 1; ; k++) {
    const year = step === 1 || k > 0 ? k * step : 1 + k * step;
    const instant = instantOf(year, 1, 1);
    if (instant >= to || Number.isNaN(instant)) return;
    yield { instant, major: (k * step) % greater === 0 };
  }
}
