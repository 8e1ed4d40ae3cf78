import { type CalendarDay, daysInMonth, FARTHEST_YEAR, instantOf } from '../calendar';
import { advise } from './advice';
import { captures } from './captures';
import { fittingDay, type Mask, maskPrecision, tellingMask } from './mask';
import { type DatePoint, type Fault, isFault, plainPoint } from './model';
import { type Marks, qualified, QUALIFIER } from './qualifier';
import { isSeason, seasonExtent } from './season';
import { readTime } from './time';

const Q = `(${QUALIFIER})`;
const PARTS = new RegExp(`^${Q}(-?)([\\dX]{4})${Q}(?:-${Q}([\\dX]{2})${Q}(?:-${Q}([\\dX]{2})${Q})?)?$`);
const FAR_YEAR = new RegExp(`^Y(-?)(0*)(\\d+)(?:E(\\d+))?${Q}$`);

/** One EDTF date of any level: neither span nor set, no open end. Never throws. */
export function readPoint(text: string): DatePoint | Fault {
  if (text.startsWith('Y')) return readFarYear(text);
  const split = text.indexOf('T');
  if (split < 0) return readParts(text);
  const day = readParts(text.slice(0, split));
  if (isFault(day)) return day;
  if (day.precision !== 'day' || day.uncertain || day.approximate) {
    return { reason: 'a time of day without a certain day before it', remedy: 'use YYYY-MM-DDThh:mm:ssZ' };
  }
  return readTime(day.earliest, text.slice(split + 1));
}

/** Year, month and day with unspecified digits and qualifiers, or a season in place of the month. */
function readParts(text: string): DatePoint | Fault {
  const match = captures(PARTS, text);
  if (match === null) return advise(text);
  const [, yearBefore = '', sign, year = '', yearAfter = '', monthBefore = '', month, ...rest] = match;
  const [monthAfter = '', dayBefore = '', day, dayAfter = ''] = rest;
  const mask: Mask = { negative: sign === '-', year, month: month ?? null, day: day ?? null };
  if (mask.negative && year === '0000') return { reason: 'year -0000', remedy: 'use 0000 for 1 BC, -0001 for 2 BC' };
  const point = isSeason(Number(month)) ? seasonPoint(mask) : maskedPoint(mask);
  if (isFault(point)) return point;
  const marks: Marks[] = [{ before: yearBefore, after: yearAfter }];
  if (month !== undefined) marks.push({ before: monthBefore, after: monthAfter });
  if (day !== undefined) marks.push({ before: dayBefore, after: dayAfter });
  return qualified(point, marks);
}

function maskedPoint(mask: Mask): DatePoint | Fault {
  const first = fittingDay(mask, false);
  const last = fittingDay(mask, true);
  if (first === null || last === null) return misfit(mask);
  const point = plainPoint(firstInstant(mask, first), endInstant(mask, last), maskPrecision(mask));
  return { ...point, mask: tellingMask(mask) };
}

function seasonPoint(mask: Mask): DatePoint | Fault {
  const code = Number(mask.month);
  if (mask.day !== null) return { reason: `season ${code} with a day`, remedy: 'use a month 01-12, or no day' };
  const years: Mask = { ...mask, month: null };
  const first = fittingDay(years, false);
  const last = fittingDay(years, true);
  if (first === null || last === null) return misfit(mask);
  const { earliest } = seasonExtent(first.year, code);
  const { latest } = seasonExtent(last.year, code);
  const unknown = mask.year.includes('X');
  const point = plainPoint(earliest, latest, unknown ? maskPrecision(years) : 'season');
  return { ...point, season: code, mask: unknown ? tellingMask(mask) : null };
}

function readFarYear(text: string): DatePoint | Fault {
  const match = captures(FAR_YEAR, text);
  if (match === null) {
    return { reason: 'Y is not followed by a year alone', remedy: 'use Y and five digits or more, such as Y-12000' };
  }
  const [, sign, zeros, digits, exponent, after = ''] = match;
  if (zeros !== '') return { reason: 'a year that begins with 0 after Y', remedy: 'use no zeros in front' };
  if (exponent === undefined && digits !== undefined && digits.length < 5) {
    return {
      reason: `Y before a year of ${digits.length} digits`,
      remedy: `use ${sign ?? ''}${digits.padStart(4, '0')}`,
    };
  }
  const magnitude = Number(digits) * 10 ** Number(exponent ?? 0);
  if (magnitude > FARTHEST_YEAR) {
    return { reason: 'a year more than a trillion years away', remedy: 'use Y-1000000000000 to Y1000000000000' };
  }
  const year = sign === '-' ? -magnitude : magnitude;
  return qualified(plainPoint(instantOf(year, 1, 1), instantOf(year + 1, 1, 1), 'year'), [{ before: '', after }]);
}

function firstInstant(mask: Mask, { year, month, day }: CalendarDay): number {
  return instantOf(year, mask.month === null ? 1 : month, mask.day === null ? 1 : day);
}

function endInstant(mask: Mask, { year, month, day }: CalendarDay): number {
  if (mask.month === null) return instantOf(year + 1, 1, 1);
  return mask.day === null ? instantOf(year, month + 1, 1) : instantOf(year, month, day + 1);
}

/** Why no day fits a mask. */
function misfit(mask: Mask): Fault {
  const { month, day } = mask;
  if (month !== null && fittingDay({ ...mask, day: null }, false) === null) {
    return { reason: `month ${month}`, remedy: 'use 01-12' };
  }
  const year = (mask.negative ? '-' : '') + mask.year;
  if (day === '00' || mask.year.includes('X') || month === null || month.includes('X')) {
    return { reason: `day ${day ?? ''} fits no month of ${year}`, remedy: 'use 01-31' };
  }
  const days = daysInMonth(Number(year), Number(month));
  return { reason: `day ${day ?? ''}, but ${year}-${month} has ${days} days`, remedy: `use 01-${days}` };
}
