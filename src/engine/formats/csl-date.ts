import { isFields } from '../../domain/parsing/field';
import { edtfOfParts } from './date-parts';
import type { Spot } from './format';
import { looseDate, type LooseDate } from './loose-date';
import { textOf } from './own-keys';

const SEASONS: Readonly<Record<string, number>> = { spring: 21, summer: 22, autumn: 23, fall: 23, winter: 24 };

/**
 * A date of CSL in EDTF: `date-parts` of one date or of two, their numbers perhaps as texts, with a season and `circa`; or what
 * `raw` or `literal` say. Years below 0 count as historians do: -100 is 100 BC.
 */
export function cslDate(value: unknown, field: string, spot: Spot): LooseDate {
  if (!isFields(value)) return looseDate(value, field, 'it is ignored', spot);
  const parts = Array.isArray(value['date-parts']) ? value['date-parts'] : [];
  const dates = parts.flatMap((each) => partsDate(each, seasonOf(value.season)) ?? []);
  if (
    dates.length === 0 ||
    dates.length < parts.filter((each) => Array.isArray(each) && textOf(each[0]) !== null).length
  ) {
    const said = looseDate(value.raw ?? value.literal ?? parts.flat().join('-'), field, 'it is ignored', spot);
    return said.date === undefined ? said : { ...said, date: doubted(said.date, isCirca(value.circa)) };
  }
  const sides = dates.slice(0, 2).map((date) => doubted(date, isCirca(value.circa)));
  return { date: sides.length === 2 && sides[0] !== sides[1] ? sides.join('/') : sides[0], faults: [] };
}

function partsDate(parts: unknown, season: number | null): string | null {
  if (!Array.isArray(parts)) return null;
  const [year, month, day] = [0, 1, 2].map((at) => wholeNumber(parts[at]));
  if (year === null) return null;
  const isSeason = month !== null && month > 12;
  // CSL itself counts seasons in place of months as 13 to 16 or 21 to 24.
  const code = isSeason ? (month < 17 ? month + 8 : month) : season;
  const astronomical = year < 0 ? year + 1 : year;
  return edtfOfParts({
    year: astronomical,
    month: isSeason || month === null ? code : month,
    day: isSeason ? null : day,
    time: '',
  });
}

function seasonOf(value: unknown): number | null {
  const text = textOf(value)?.toLowerCase();
  if (text === undefined) return null;
  const number = Number(text);
  if (number >= 1 && number <= 4) return number + 20;
  return SEASONS[text] ?? null;
}

function isCirca(value: unknown): boolean {
  return (
    value === true ||
    (typeof value === 'number' && value !== 0) ||
    (typeof value === 'string' && !/^(?:|0|false)$/.test(value))
  );
}

function doubted(date: string, isAbout: boolean): string {
  return isAbout && !/[~%/\]}]|T/.test(date) ? `${date}~` : date;
}

/** Null for nothing and for 0, which stands for a part that is not known. */
function wholeNumber(value: unknown): number | null {
  const text = textOf(value);
  return text !== null && /^-?\d{1,9}$/.test(text) && Number(text) !== 0 ? Number(text) : null;
}
