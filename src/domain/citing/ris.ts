import { dayOf } from '../calendar';
import { oneLine } from '../quote';
import { dateOf, remarkOn, wordsOf } from './parts';
import type { EventDate } from '../date';
import type { Source } from '../event';
import type { Phrases } from '../phrase-books';

type Field = readonly [tag: string, value: string | null];

/** One reference in RIS: a web page, or a document when it has no address. Ends with an empty line. */
export function risSource(id: string, source: Source, phrases: Phrases): string {
  const date = dateOf(source.date);
  const remark = remarkOn(source);
  const fields: readonly Field[] = [
    ['TY', source.url === null ? 'GEN' : 'ELEC'],
    ['ID', oneLine(id)],
    ['TI', oneLine(source.title)],
    ['PB', source.publisher === null ? null : oneLine(source.publisher)],
    ['PY', date === null ? null : yearOf(date)],
    ['DA', date === null ? null : risDate(date, wordsOf(source.date, phrases))],
    ['LA', source.language],
    ['UR', source.url === null ? null : oneLine(source.url)],
    ['N1', remark === '' ? null : remark],
    ['ER', ''],
  ];
  return `${fields.flatMap(([tag, value]) => (value === null ? [] : [`${tag}  - ${value}\r\n`])).join('')}\r\n`;
}

/** `YYYY/MM/DD/words`, parts that are not known empty; the words only where the parts do not say all. */
function risDate(date: EventDate, words: string | null): string | null {
  const year = yearOf(date);
  if (year === null) return null;
  const { month, day } = dayOf(date.begin.earliest);
  const { precision } = date;
  const isPlain = date.kind === 'point' && !date.uncertain && !date.approximate;
  const two = (part: number): string => String(part).padStart(2, '0');
  if (isPlain && precision === 'year') return `${year}///`;
  if (isPlain && precision === 'month') return `${year}/${two(month)}//`;
  if (isPlain && precision === 'day') return `${year}/${two(month)}/${two(day)}/`;
  return `${year}///${words ?? ''}`;
}

/** Four digits; null where the year is not known or has more or less. */
function yearOf({ begin }: EventDate): string | null {
  if (begin.bound !== 'known' || ['millennium', 'century', 'decade'].includes(begin.precision)) return null;
  const { year } = dayOf(begin.earliest);
  return year >= 1 && year <= 9999 ? String(year).padStart(4, '0') : null;
}
