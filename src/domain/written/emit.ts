import { daysInMonth } from '../calendar';
import { unread, type Written } from './model';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
/** Two digits below it are years from 2000 on, the others from 1900: the rule of RFC 5322. */
const FIRST_OF_1900 = 50;

/** A year with four digits or more as it is; of two digits 00 to 49 are 2000 to 2049 and 50 to 99 are 1950 to 1999. */
export function fullYear(value: number, digits: number): number {
  if (digits > 2) return value;
  return value < FIRST_OF_1900 ? 2000 + value : 1900 + value;
}

/** An astronomical year in EDTF: `0079`, `-2999`, `Y12000`. */
export function yearText(year: number): string {
  const magnitude = Math.abs(year);
  const sign = year < 0 ? '-' : '';
  return magnitude > 9999 ? `Y${sign}${magnitude}` : sign + String(magnitude).padStart(4, '0');
}

export function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/** `March 2024`, for messages. */
export function monthWords(year: number, month: number): string {
  return `${MONTHS[month - 1]} ${year}`;
}

/** A day, or a month when `day` is null, with `time` after it (`T10:30Z`, or ''); not read when the calendar has none. */
export function written(year: number, month: number, day: number | null, time = ''): Written {
  if (month < 1 || month > 12) return unread(`there is no month ${month}`, 'use months 1 to 12');
  const text = `${yearText(year)}-${twoDigits(month)}`;
  if (Math.abs(year) > 9999) return unread('a year of more than four digits with a month', 'write the year alone');
  if (day === null) return { ok: true, edtf: text };
  const days = daysInMonth(year, month);
  if (day < 1 || day > days) {
    return unread(`there is no day ${day}: ${monthWords(year, month)} has ${days} days`, `use days 1 to ${days}`);
  }
  return { ok: true, edtf: `${text}-${twoDigits(day)}${time}` };
}
