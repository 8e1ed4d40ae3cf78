/** The year may have more than four digits and a sign, and counts astronomically: 0 is 1 BC. Month and day may be 00. */
const VALUE =
  /^([+-]?)(\d{1,16})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?(Z|[+-]00:?00)?)?)?)?$/;
const [MILLENNIUM, CENTURY, DECADE, YEAR, MONTH, DAY, HOUR, MINUTE] = [6, 7, 8, 9, 10, 11, 12, 13];
/** Coarser than a millennium: tens of thousands of years (5) to a billion (0). */
const MOST_DIGITS = 9;

/**
 * The EDTF text of a date as Wikidata writes it, `2015-03-01T00:00:00Z`, at the precision that Wikidata counts from 0 (a
 * billion years) to 14 (a second). Without one: the day, where the time is midnight, or else the time; the year or the month
 * where the text has no more than that. A century is that of people: 1900 lies in the 19th. Null when the value is no date,
 * as the name of a blank node is not.
 */
export function wikidataDate(value: string, precision: number | null): string | null {
  const match = VALUE.exec(value.trim());
  if (match === null) return null;
  const [, sign, digits = '', month = '00', day = '00', hour = '00', minute = '00', second = '00', part = ''] = match;
  const year = Number(digits) * (sign === '-' ? -1 : 1);
  if (!Number.isSafeInteger(year)) return null;
  const time = `${hour}:${minute}:${second}${part}`;
  const told = month === '00' ? YEAR : day === '00' ? MONTH : /[1-9]/.test(time) ? MINUTE + 1 : DAY;
  const wanted = precision ?? told;
  const level = wanted > YEAR ? Math.min(wanted, precision === null || wanted <= DAY ? told : MINUTE + 1) : wanted;
  if (level < YEAR) return coarse(year, level);
  const text = yearText(year);
  // Far years have no months in EDTF.
  if (level === YEAR || text.startsWith('Y') || told === YEAR) return text;
  if (level === MONTH || told === MONTH) return `${text}-${month}`;
  const date = `${text}-${month}-${day}`;
  if (level === DAY) return date;
  if (level === HOUR) return `${date}T${hour}Z`;
  return level === MINUTE ? `${date}T${hour}:${minute}Z` : `${date}T${time}Z`;
}

/** An astronomical year in EDTF: `0079`, `-0043`, `Y-12000`. */
export function yearText(year: number): string {
  const digits = String(Math.abs(year));
  const sign = year < 0 ? '-' : '';
  return digits.length > 4 ? `Y${sign}${digits}` : `${sign}${digits.padStart(4, '0')}`;
}

function coarse(year: number, level: number): string {
  if (level === DECADE) return masked(Math.trunc(year / 10), year < 0, 1);
  if (level === CENTURY) return masked(before(year, 100), year < 1, 2);
  if (level === MILLENNIUM) return masked(before(year, 1000), year < 1, 3);
  const unit = 10 ** (MOST_DIGITS - Math.max(0, level));
  return `${yearText(Math.round(year / unit) * unit)}~`;
}

/** How many whole centuries (of `length` 100) lie between the one of the year and the turn of the era. */
function before(year: number, length: number): number {
  const count = year < 1 ? 1 - year : year;
  return Math.ceil(count / length) - 1;
}

/** Years whose last digits are not known; far ones have no such digits in EDTF. */
function masked(leading: number, isBefore: boolean, unknown: number): string {
  const digits = String(Math.abs(leading)).padStart(4 - unknown, '0');
  if (digits.length + unknown > 4) return `${yearText((isBefore ? -1 : 1) * Math.abs(leading) * 10 ** unknown)}~`;
  return `${isBefore ? '-' : ''}${digits}${'X'.repeat(unknown)}`;
}
