import { dayOf, type Instant, instantOf } from '../calendar';

/** First month and length in months by EDTF number; 13 and on are months of the following year. */
const MONTHS: Readonly<Record<number, readonly [first: number, length: number]>> = {
  21: [3, 3],
  22: [6, 3],
  23: [9, 3],
  24: [12, 3],
  25: [3, 3],
  26: [6, 3],
  27: [9, 3],
  28: [12, 3],
  29: [9, 3],
  30: [12, 3],
  31: [3, 3],
  32: [6, 3],
  33: [1, 3],
  34: [4, 3],
  35: [7, 3],
  36: [10, 3],
  37: [1, 4],
  38: [5, 4],
  39: [9, 4],
  40: [1, 6],
  41: [7, 6],
};

export function isSeason(code: number): boolean {
  return code >= 21 && code <= 41;
}

/**
 * The whole months of a part of the year, half-open. 21-24 spring to winter, taken as in the north, like 25-28: March to
 * May, and so on; 29-32 the same in the south; winter (in the south, summer) begins in December of the year it is
 * named after. 33-36 quarters, 37-39 thirds, 40-41 halves of the year. Other codes give NaN.
 */
export function seasonExtent(year: number, code: number): { readonly earliest: Instant; readonly latest: Instant } {
  const [first, length] = isSeason(code) ? MONTHS[code] : [NaN, NaN];
  return { earliest: instantOf(year, first, 1), latest: instantOf(year, first + length, 1) };
}

/** The year that the part of the year around `instant` is named after. */
export function seasonYear(instant: Instant, code: number): number {
  const { year } = dayOf(instant);
  return seasonExtent(year, code).earliest <= instant ? year : year - 1;
}
