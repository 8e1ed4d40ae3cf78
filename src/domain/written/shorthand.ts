import { DAY_MS, dayOf, instantOf } from '../calendar';
import { written, yearText } from './emit';
import { NO_DATE, unread, type Written } from './model';

const WEEK = /^(\d{4})[- ]?(?:W|KW)(\d\d?)(?:-?([1-7]))?$/i;
const WEEK_OF_YEAR = /^(?:W|KW|week|wk|woche|semaine|semana|неделя)\.? ?(\d\d?)(?:[ ,/-]| of )+(\d{4})$/i;
const DAY_OF_YEAR = /^(\d{4})-(\d{3})$/;
const BOUND = /^(<=|>=|[<>≤≥]) ?(\S.*)$/;
const FINANCIAL_YEAR = /^(?:FY|HJ|Gj\.?|fiscal year|financial year) ?'?\d{2}(?:\d\d)?(?: ?[/–-] ?\d{2,4})?$/i;

/**
 * What is written in signs rather than words: weeks and days of the year of ISO 8601 (a span of seven days, or the day), a bound
 * (`<1990`, read as `readDate` reads `before 1990`), and financial years, which are refused. Null for any other text.
 */
export function readShorthand(text: string, readDate: (text: string) => Written): Written | null {
  const found: readonly (string | undefined)[] = WEEK.exec(text) ?? [];
  const [, year, week, day] = found;
  if (year !== undefined) return readWeek(Number(year), Number(week), day === undefined ? null : Number(day));
  const [, weekFirst, yearLast] = WEEK_OF_YEAR.exec(text) ?? [];
  if (weekFirst) return readWeek(Number(yearLast), Number(weekFirst), null);
  const [, ofYear, count] = DAY_OF_YEAR.exec(text) ?? [];
  if (ofYear) return readDayOfYear(Number(ofYear), Number(count));
  const [, sign = '', bound = ''] = BOUND.exec(text) ?? [];
  if (sign === '<' || sign === '>') return readDate(`${sign === '<' ? 'before' : 'after'} ${bound}`);
  if (sign !== '') {
    const date = readDate(bound);
    if (!date.ok || /[/[{]/.test(date.edtf)) return date;
    return { ...date, edtf: sign.startsWith('<') || sign === '≤' ? `../${date.edtf}` : `${date.edtf}/..` };
  }
  if (!FINANCIAL_YEAR.test(text)) return null;
  return unread(
    'a financial year, which begins in other months elsewhere',
    'write its first and last month: 2023-04/2024-03',
  );
}

function readWeek(year: number, week: number, day: number | null): Written {
  const fourth = instantOf(year, 1, 4);
  const first = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY_MS;
  const monday = first + (week - 1) * 7 * DAY_MS;
  const isThere = week > 0 && dayOf(monday + 3 * DAY_MS).year === year;
  if (!isThere)
    return unread(`there is no week ${week} in ${yearText(year)}`, 'use weeks 1 to 52 or 53, or YYYY-MM-DD');
  const at = (days: number): Written => {
    const found = dayOf(monday + days * DAY_MS);
    return written(found.year, found.month, found.day);
  };
  if (day !== null) return at(day - 1);
  const [begin, end] = [at(0), at(6)];
  return begin.ok && end.ok ? { ok: true, edtf: `${begin.edtf}/${end.edtf}` } : begin;
}

function readDayOfYear(year: number, count: number): Written {
  const found = dayOf(instantOf(year, 1, 1) + (count - 1) * DAY_MS);
  if (year === 0 && count === 0) return NO_DATE;
  if (count > 0 && found.year === year) return written(year, found.month, found.day);
  return unread(`there is no day ${count} of ${yearText(year)}`, 'use days 001 to 365 or 366, or YYYY-MM-DD');
}
