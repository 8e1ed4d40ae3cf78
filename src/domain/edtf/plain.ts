import { daysInMonth, instantOf } from '../calendar';
import { type DatePoint, plainPoint } from './model';

const ZERO = 48;
const HYPHEN = 45;

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, the dates nearly every event has, without a regular expression; null for any other text. */
export function readPlain(text: string): DatePoint | null {
  const length = text.length;
  if (length !== 4 && length !== 7 && length !== 10) return null;
  const year = digits(text, 0, 4);
  if (year < 0) return null;
  if (length === 4) return plainPoint(instantOf(year, 1, 1), instantOf(year + 1, 1, 1), 'year');
  const month = text.charCodeAt(4) === HYPHEN ? digits(text, 5, 7) : -1;
  if (month < 1 || month > 12) return null;
  if (length === 7) return plainPoint(instantOf(year, month, 1), instantOf(year, month + 1, 1), 'month');
  const day = text.charCodeAt(7) === HYPHEN ? digits(text, 8, 10) : -1;
  if (day < 1 || day > daysInMonth(year, month)) return null;
  return plainPoint(instantOf(year, month, day), instantOf(year, month, day + 1), 'day');
}

/** The number written at [from, to), or -1 when anything there is not a digit. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i += 1) {
    const digit = text.charCodeAt(i) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}
