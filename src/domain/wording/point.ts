import { dayOf, type Instant, instantOf } from '../calendar';
import { captures } from '../edtf/captures';
import type { DatePoint, Precision } from '../edtf/model';
import { seasonYear } from '../edtf/season';
import { both, instantTerm, otherTerm, patternTerm } from './instant';
import { pairTerms } from './pair';
import type { Phrases, Style, Term } from './phrases';
import { periodWords, seasonWords, yearWords } from './year';

/** A known month or season, and perhaps day, of a year with unknown last digits. */
const ANNUAL = /^-?\d*X+-(\d\d)(?:-(\d\d))?$/;
const LEAP_YEAR = 2000;

/** A date in words, with what is said of all of it: approximate, and in short style uncertain. The bound must be known. */
export function pointTerm(point: DatePoint, phrases: Phrases, style: Style): Term {
  const bare = bareTerm(point, phrases, style);
  const short = style === 'short';
  const circa = point.approximate && (short || point.partly === null);
  const term = circa ? { text: phrases.circa(bare), genitive: circaGenitive(bare, phrases), unit: bare.unit } : bare;
  return short && point.uncertain ? both(term, (text) => `${text}?`) : term;
}

/** Whether words need say no more than year, month and day. */
export function isBare({ uncertain, approximate, season, mask }: DatePoint): boolean {
  return !uncertain && !approximate && season === null && mask === null;
}

function bareTerm(point: DatePoint, phrases: Phrases, style: Style): Term {
  const { earliest, precision, season, mask } = point;
  if (mask !== null) return maskTerm(point, mask, phrases, style);
  if (season === null) return instantTerm(earliest, precision, phrases, style);
  return otherTerm(seasonWords(season, yearWords(seasonYear(earliest, season), phrases, style), phrases, style));
}

function circaGenitive(term: Term, phrases: Phrases): string {
  return phrases.circa({ ...term, text: term.genitive });
}

function maskTerm(point: DatePoint, mask: string, phrases: Phrases, style: Style): Term {
  const { earliest, latest, precision, season } = point;
  const period = yearOfMask(mask, earliest, precision, phrases, style);
  if (/^-?X+$/.test(mask)) return otherTerm(period);
  const annual = captures(ANNUAL, mask);
  if (annual === null) return betweenTerm(earliest, latest, mask, phrases, style);
  if (season !== null) return otherTerm(seasonWords(season, period, phrases, style));
  const [, month, day] = annual;
  const pattern = day === undefined ? phrases[style].monthOfYear : phrases[style].dayOfYear;
  const instant = instantOf(LEAP_YEAR, Number(month), Number(day ?? 1));
  return otherTerm(`${patternTerm(instant, pattern, 'other', phrases, style).text}, ${period}`);
}

function yearOfMask(mask: string, earliest: Instant, precision: Precision, phrases: Phrases, style: Style): string {
  return /^-?XXXX/.test(mask) ? phrases.unknown.year : periodWords(dayOf(earliest).year, precision, phrases, style);
}

/** Where digits are unknown in the middle: the first and the last date that fit, and the digits. */
function betweenTerm(earliest: Instant, latest: Instant, mask: string, phrases: Phrases, style: Style): Term {
  const parts = mask.replace(/^-/, '').split('-').length;
  const precision = parts === 1 ? 'year' : parts === 2 ? 'month' : 'day';
  const { begin, end } = pairTerms(earliest, latest - 1, precision, phrases, style);
  const words = phrases.between(begin, end);
  return otherTerm(style === 'long' ? `${words} (${mask})` : words);
}
