import { dayNumber, dayOf, type Instant } from '../calendar';
import type { Precision } from '../edtf/model';
import { both, instantTerm, isTime, patternTerm, timeWords } from './instant';
import type { Phrases, Style, Term } from './phrases';

/** Words for the two ends of an extent. */
export interface Pair {
  readonly begin: Term;
  readonly end: Term;
}

/** Two units of time of the same precision, the first without what the second tells as well: "6" and "19 January 2022". */
export function pairTerms(first: Instant, last: Instant, precision: Precision, phrases: Phrases, style: Style): Pair {
  const begin = instantTerm(first, precision, phrases, style);
  const end = instantTerm(last, precision, phrases, style);
  if (isTime(precision)) return timePair(first, last, precision, phrases, style) ?? { begin, end };
  const pattern = remainder(first, last, precision, phrases, style);
  return { begin: pattern === null ? begin : patternTerm(first, pattern, begin.unit, phrases, style), end };
}

/** What is left to say of the first date; null for all of it. */
function remainder(first: Instant, last: Instant, precision: Precision, phrases: Phrases, style: Style): string | null {
  const a = dayOf(first);
  const b = dayOf(last);
  if (a.year !== b.year) return null;
  if (precision === 'month') return phrases[style].monthOfYear;
  if (precision !== 'day') return null;
  return a.month === b.month ? phrases[style].dayOfMonth : phrases[style].dayOfYear;
}

/** Two times of one day name the day and the zone once; null for different days. */
function timePair(first: Instant, last: Instant, precision: Precision, phrases: Phrases, style: Style): Pair | null {
  if (dayNumber(first) !== dayNumber(last)) return null;
  const day = instantTerm(first, 'day', phrases, style);
  return {
    begin: both(day, (text) => `${text}, ${timeWords(first, precision, phrases)}`),
    end: both(day, () => `${timeWords(last, precision, phrases)} UTC`),
  };
}
