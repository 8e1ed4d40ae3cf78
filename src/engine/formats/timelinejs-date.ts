import { isFields } from '../../domain/parsing/field';
import { edtfOfParts, padded } from './date-parts';
import { textOf } from './own-keys';
import { simileDate } from './simile-date';

const AMERICAN = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:,? (\d{1,2}):(\d\d)(?::(\d\d))?(?: ?([ap])\.?m\.?)?)?$/i;

/** A date of TimelineJS in EDTF: null when it has none; `found` tells what could not be read. */
export type TimelineJsDate = { readonly date: string | null } | { readonly found: unknown };

/**
 * A date by its parts, as exact as these go: numbers or texts, blank when not known. Years before 1 count as historians do: -1 is
 * 1 BC, and there is no year 0 (0 is taken as 1 BC).
 */
export function dateOfParts(parts: unknown): TimelineJsDate {
  if (!isFields(parts)) return textOf(parts) === null ? { date: null } : oldDate(parts);
  const [year, month, day, hour, minute, second, part] = [
    parts.year,
    parts.month,
    parts.day,
    parts.hour,
    parts.minute,
    parts.second,
    parts.millisecond,
  ].map(wholeNumber);
  if (year === null && textOf(parts.year) === null) return { date: null };
  if (year === null || [month, day, hour].some(Number.isNaN) || Number.isNaN(year)) return { found: partsText(parts) };
  const isTimed = day !== null && hour !== null;
  const seconds =
    second === null ? '' : `:${padded(second, 2)}${part === null || part === 0 ? '' : `.${padded(part, 3)}`}`;
  const minutes = minute === null ? '' : `:${padded(minute, 2)}${seconds}`;
  return {
    date: edtfOfParts({ year: astronomical(year), month, day, time: isTimed ? `T${padded(hour, 2)}${minutes}` : '' }),
  };
}

/** A date as TimelineJS once wrote it: `2011,12,10,07,02,10`, as many of these as are known; also `2011-12-10`, `12/10/2011`. */
export function oldDate(value: unknown): TimelineJsDate {
  const text = textOf(value);
  if (text === null) return { date: null };
  if (/^-?\d+(?:\s*,\s*\d+){0,6}$/.test(text)) {
    const [year, month, day, hour, minute, second] = text.split(/\s*,\s*/);
    return dateOfParts({ year, month, day, hour, minute, second });
  }
  const american: readonly (string | undefined)[] | null = AMERICAN.exec(text);
  if (american !== null) {
    const [, month, day, year, hour, minute, second, half] = american;
    const hours = half === undefined ? hour : String((Number(hour) % 12) + (/p/i.test(half) ? 12 : 0));
    return dateOfParts({ year, month, day, hour: hours, minute, second });
  }
  const date = simileDate(text);
  return date === null ? { found: text } : { date };
}

/** Null when blank, NaN when it is something else. */
function wholeNumber(value: unknown): number | null {
  const text = textOf(value);
  if (text === null) return null;
  return /^[+-]?\d{1,15}(?:\.0+)?$/.test(text) ? Number(text) : NaN;
}

function astronomical(year: number): number {
  return year < 0 ? year + 1 : year;
}

function partsText(parts: Readonly<Record<string, unknown>>): string {
  return [parts.year, parts.month, parts.day, parts.hour].flatMap((part) => textOf(part) ?? []).join(', ');
}
