import type { Precision } from '../edtf/model';
import type { Phrases, Style } from './phrases';

/** A year, counted astronomically, as people count it: 0 is 1 BC. Years of five digits and more are grouped. */
export function yearWords(year: number, phrases: Phrases, style: Style): string {
  const counted = year > 0 ? year : 1 - year;
  const digits = counted > 9999 ? counted.toLocaleString(phrases.locale) : String(counted);
  return phrases.year(digits, year <= 0 ? 'bc' : year < 100 ? 'early' : 'usual', style);
}

/** The year, or the decade, century or millennium that holds it. */
export function periodWords(year: number, precision: Precision, phrases: Phrases, style: Style): string {
  switch (precision) {
    case 'millennium':
      return phrases.millennium(Math.floor(Math.abs(year) / 1000) + 1, year < 0);
    case 'century':
      return phrases.century(Math.floor(Math.abs(year) / 100) + 1, year < 0);
    case 'decade':
      return decadeWords(year, phrases, style);
    default:
      return yearWords(year, phrases, style);
  }
}

/** A part of the year by its EDTF number, 21-41. */
export function seasonWords(code: number, year: string, phrases: Phrases, style: Style): string {
  if (code >= 40) return phrases.partOfYear(code - 39, 2, year, style);
  if (code >= 37) return phrases.partOfYear(code - 36, 3, year, style);
  if (code >= 33) return phrases.partOfYear(code - 32, 4, year, style);
  const words = phrases.ofYear(phrases.seasons[(code - 21) % 4], year);
  if (code <= 24 || style === 'short') return words;
  return `${words}, ${code <= 28 ? phrases.hemispheres.north : phrases.hemispheres.south}`;
}

/** Where no language has a name for a decade, around the birth of Christ and before, its first and last year. */
function decadeWords(year: number, phrases: Phrases, style: Style): string {
  const decade = Math.floor(Math.abs(year) / 10) * 10;
  if (year >= 100) return phrases.decade(decade, style);
  const [first, last] = year < 0 ? [-decade - 9, Math.min(-decade, -1)] : [decade, decade + 9];
  return `${yearWords(first, phrases, 'short')} – ${yearWords(last, phrases, style)}`;
}
