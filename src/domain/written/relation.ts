import { DAY_MS, dayOf } from '../calendar';
import { readDate } from '../date';
import { twoDigits, yearText } from './emit';
import { type Trouble, unread, type Written } from './model';
import type { Side } from './side';
import type { Extent } from './whole';

/** How an event lies to the date, or the two dates, that are told of it. */
export type Relation = 'before' | 'after' | 'since' | 'by' | 'between' | 'and' | 'or' | null;

/** The date itself, or what lies before or after it; "after 2004" begins with 2005. */
export function related({ begin, end }: Extent, relation: Relation): string {
  switch (relation) {
    case 'before':
      return `../${neighbour(begin, -1)}`;
    case 'by':
      return `../${end}`;
    case 'after':
      return `${neighbour(end, 1)}/..`;
    case 'since':
      return `${begin}/..`;
    default:
      return begin === end ? begin : `${begin}/${end}`;
  }
}

/** The year, month or day right before or after a date; itself where it tells a time or a far year. */
function neighbour(edtf: string, step: -1 | 1): string {
  const reading = readDate(edtf);
  if (!reading.ok) return edtf;
  const { earliest, latest, precision } = reading.date;
  if (edtf.includes('T') || !Number.isFinite(earliest)) return edtf;
  const { year, month, day } = dayOf(step < 0 ? earliest - DAY_MS : latest);
  const mark = /[?~%]$/.exec(edtf)?.[0] ?? '';
  if (precision === 'day') return `${yearText(year)}-${twoDigits(month)}-${twoDigits(day)}${mark}`;
  if (precision === 'month' || precision === 'season') return `${yearText(year)}-${twoDigits(month)}${mark}`;
  return yearText(year) + mark;
}

/** A date of `sides`, with what is said of it; not read when `edtf` is none. */
export function told(edtf: string, sides: readonly Side[]): Written {
  const reading = readDate(edtf);
  if (!reading.ok) return unread(reading.reason, reading.remedy);
  return accepted(edtf, sides);
}

/** The same of what is known to be a date. */
export function accepted(edtf: string, sides: readonly Side[]): Written {
  const shows = sides.flatMap((side) => side.shows ?? []).at(0);
  const note = sides.flatMap((side) => noteOf(side) ?? []).at(0);
  return { ok: true, edtf, ...(shows && { shows }), ...(note && { note }) };
}

function noteOf({ note, time, isApproximate, isUncertain, day }: Side): Trouble | null {
  if (note !== null || time === null || time.edtf === '') return note;
  if (!isApproximate && !isUncertain && day !== null) return null;
  return { reason: 'a time of day without a certain day: only the date is kept', remedy: 'write a whole, certain day' };
}
