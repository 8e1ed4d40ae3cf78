import { DAY_MS, dayOf, instantOf } from '../../domain/calendar';
import { edtfOfParts, padded } from './date-parts';

const PARTS = /^-?\d{1,6}(?:,-?\d{1,6}){1,6}$/;
const QUOTED = /^(?:"([^"\\]*)"|'([^'\\]*)')$/;
const UNITS = [DAY_MS, 3_600_000, 60_000, 1000, 1];

/**
 * The date that `call`, what follows `Date` in a script, stands for: `(2001, 8, 11)` is 2001-09-11, for months count from 0, and as
 * exact as its parts go; a number is of milliseconds since 1970; of a text, the text. Null for the day on which the script runs; what
 * else there is stays as it is.
 */
export function scriptDate(call: string): string | null {
  const text = call
    .replace(/^\s*(?:\.\w+)?\s*\(/, '')
    .replace(/\)\s*$/, '')
    .trim();
  if (/^Date\b/.test(text)) return scriptDate(text.slice(4));
  const isUtc = /^\s*\.UTC/.test(call);
  const plain = text.replace(/\s/g, '');
  if (plain === '') return null;
  if (PARTS.test(plain)) return dateOf(plain.split(',').map(Number), isUtc);
  if (/^-?\d{1,15}$/.test(plain)) return dateOf([1970, 0, 1, 0, 0, 0, Number(plain)], true);
  const quoted: readonly (string | undefined)[] | null = QUOTED.exec(text);
  return quoted === null ? text : (quoted[1] ?? quoted[2] ?? text);
}

/** Parts that are too large go over into the next: the 31st of April is the 1st of May. */
function dateOf([written, month, ...rest]: readonly number[], isUtc: boolean): string {
  const year = (written >= 0 && written < 100 ? 1900 : 0) + written + Math.floor(month / 12);
  const first = instantOf(year, (((month % 12) + 12) % 12) + 1, 1);
  const shift = rest.reduce((sum, part, at) => sum + (at === 0 ? part - 1 : part) * UNITS[at], 0);
  const day = dayOf(first + shift);
  const ms = (((first + shift) % DAY_MS) + DAY_MS) % DAY_MS;
  const [hours, minutes, seconds] = [ms / 3_600_000, (ms / 60_000) % 60, (ms / 1000) % 60].map(Math.floor);
  const clock = `T${[hours, minutes, seconds].map((part) => padded(part, 2)).join(':')}${isUtc ? 'Z' : ''}`;
  return edtfOfParts({ ...day, day: rest.length === 0 ? null : day.day, time: rest.length > 1 ? clock : '' });
}
