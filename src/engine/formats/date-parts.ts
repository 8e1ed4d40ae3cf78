import { readDate } from '../../domain/date';
import type { Fault, Spot } from './format';

/** A date in numbers, as exact as it has parts; the year counted astronomically. */
export interface DateParts {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
  /** `T13:00:00-06:00`, or ''. */
  readonly time: string;
}

const FOUR_DIGITS = 9999;

/** The parts as EDTF, checked by nobody: a year of more than four digits goes alone, as EDTF has it. */
export function edtfOfParts({ year, month, day, time }: DateParts): string {
  if (Math.abs(year) > FOUR_DIGITS) return `Y${year}`;
  const digits = `${year < 0 ? '-' : ''}${padded(Math.abs(year), 4)}`;
  if (month === null) return digits;
  return day === null ? `${digits}-${padded(month, 2)}` : `${digits}-${padded(month, 2)}-${padded(day, 2)}${time}`;
}

/** `7` as `07`. */
export function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/**
 * One date, in EDTF, of a beginning and an end. An end that makes no span with it is told of `field`, and left out; one that
 * is the same text as the beginning adds nothing.
 */
export function spanOf(
  begin: string,
  end: string | null,
  field: string,
  spot: Spot,
): { readonly date: string; readonly faults: readonly Fault[] } {
  if (end === null || end === begin) return { date: begin, faults: [] };
  const date = `${begin}/${end}`;
  const reading = readDate(date);
  if (reading.ok || !readDate(begin).ok) return { date, faults: [] };
  const { reason, remedy } = reading;
  return {
    date: begin,
    faults: [
      {
        ...spot,
        field,
        found: end,
        reason: `makes no span (${reason}): the beginning alone is kept`,
        remedy,
        leftOut: false,
      },
    ],
  };
}
