import { oneLine } from '../quote';
import { remarkOn, wordsOf } from './parts';
import type { Chronology } from '../dataset';
import type { ChronologyEvent, Source } from '../event';
import type { Phrases } from '../phrase-books';

/** One line for the event, then a numbered line for each source. */
export function plain(event: ChronologyEvent, chronology: Chronology, phrases: Phrases, link: string): string {
  const date = wordsOf(event.date, phrases) ?? phrases.undated;
  const lines = [`“${oneLine(event.title)}”, ${date}. In: ${oneLine(chronology.title)}. ${link}`];
  if (event.sources.length > 0) lines.push('Sources:');
  for (const [index, source] of event.sources.entries()) lines.push(`${index + 1}. ${plainSource(source, phrases)}`);
  return `${lines.join('\n')}\n`;
}

/** A source on one line. */
export function plainSource(source: Source, phrases: Phrases): string {
  const where = [source.publisher, wordsOf(source.date, phrases)].filter((part) => part !== null).map(oneLine);
  const remark = remarkOn(source);
  return [
    `“${oneLine(source.title)}”.`,
    where.length === 0 ? null : `${where.join(', ')}.`,
    source.url,
    remark === '' ? null : `(${remark})`,
  ]
    .filter((part) => part !== null)
    .join(' ');
}
