import type { Instant } from './calendar';
import { readDate } from './date';
import type { DatePoint } from './edtf/model';
import { spanWords } from './wording/extent';
import type { Phrases } from './wording/phrases';
import { pointTerm } from './wording/point';

/**
 * The instants from the first of `from` to the last of `to`, half-open: `2022-01` and `2022-02` give January and
 * February. A null bound is ∓Infinity. Null when a bound cannot be read or the range ends before it begins.
 */
export function rangeInstants(from: string | null, to: string | null): { from: Instant; to: Instant } | null {
  const first = boundInstant(from, -Infinity);
  const last = boundInstant(to, Infinity);
  return first < last ? { from: first, to: last } : null;
}

/** A range for people: "Jan 2022 to Dec 2024", "from Jan 2022", "2024". A bound that cannot be read stands as it is. */
export function rangeWords(from: string | null, to: string | null, phrases: Phrases): string {
  const begin = boundPoint(from, 'begin');
  const end = boundPoint(to, 'end');
  if (begin === null || end === null) {
    const known = begin ?? end;
    if (from === null && to === null) return phrases.anyTime;
    if (known === null || (from !== null && to !== null))
      return [from, to].filter((bound) => bound !== null).join(' – ');
    const term = pointTerm(known, phrases, 'short');
    return begin === null ? phrases.until(term) : phrases.from(term);
  }
  const first = pointTerm(begin, phrases, 'short').text;
  if (first === pointTerm(end, phrases, 'short').text) return first;
  return spanWords(begin, end, phrases, 'short', 'long');
}

function boundInstant(bound: string | null, open: number): Instant {
  if (bound === null) return open;
  const reading = readDate(bound);
  if (!reading.ok) return NaN;
  return open < 0 ? reading.date.earliest : reading.date.latest;
}

function boundPoint(bound: string | null, side: 'begin' | 'end'): DatePoint | null {
  const reading = bound === null ? null : readDate(bound);
  if (reading?.ok !== true) return null;
  const point = reading.date[side];
  return point.bound === 'known' ? point : null;
}
