import { dayOf, type Instant } from '../calendar';
import { calendarWords } from './calendar';
import type { Precision } from '../edtf/model';
import type { Phrases, Style, Term } from './phrases';
import { periodWords, seasonWords, yearWords } from './year';

/** Patterns that come before the day in words, or after it, for a time of day. */
const TIME: Readonly<Partial<Record<Precision, string>>> = {
  hour: 'HH[h]',
  minute: 'HH:mm',
  second: 'HH:mm:ss',
  millisecond: 'HH:mm:ss.SSS',
};
const SPRING = 21;

export function isTime(precision: Precision): boolean {
  return precision in TIME;
}

/** The unit of time that holds `instant`, in UTC. A season is the northern one. `…` for an infinite instant. */
export function instantTerm(instant: Instant, precision: Precision, phrases: Phrases, style: Style): Term {
  if (!Number.isFinite(instant)) return { text: '…', genitive: '…', unit: 'other' };
  const { year, month } = dayOf(instant);
  if (precision === 'month') return patternTerm(instant, phrases[style].month, 'month', phrases, style);
  if (precision === 'day') return patternTerm(instant, phrases[style].day, 'day', phrases, style);
  if (isTime(precision)) {
    const day = patternTerm(instant, phrases[style].day, 'day', phrases, style);
    return both(day, (text) => `${text}, ${timeWords(instant, precision, phrases)} UTC`);
  }
  if (precision === 'season') {
    const quarter = Math.floor((month + 9) / 3) % 4;
    const named = month < 3 ? year - 1 : year;
    return otherTerm(seasonWords(SPRING + quarter, yearWords(named, phrases, style), phrases, style));
  }
  const text = periodWords(year, precision, phrases, style);
  return precision === 'year' ? { text, genitive: text, unit: 'year' } : otherTerm(text);
}

/** `instant` by one of the patterns of a language. */
export function patternTerm(
  instant: Instant,
  pattern: string,
  unit: Term['unit'],
  phrases: Phrases,
  style: Style,
): Term {
  const year = yearWords(dayOf(instant).year, phrases, style);
  const text = calendarWords(instant, pattern, year, phrases);
  if (unit !== 'month') return { text, genitive: text, unit };
  // After a day dayjs gives the month in the genitive, where a language has one.
  const [, genitive] = calendarWords(instant, `D[|]${pattern}`, year, phrases).split('|');
  return { text, genitive, unit };
}

export function timeWords(instant: Instant, precision: Precision, phrases: Phrases): string {
  return calendarWords(instant, TIME[precision] ?? '', '', phrases);
}

export function otherTerm(text: string): Term {
  return { text, genitive: text, unit: 'other' };
}

/** `term` with the same done to all its forms. */
export function both(term: Term, change: (text: string) => string): Term {
  return { ...term, text: change(term.text), genitive: change(term.genitive) };
}
