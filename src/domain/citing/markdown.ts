import { oneLine } from '../quote';
import { remarkOn, wordsOf } from './parts';
import type { Chronology } from '../dataset';
import type { ChronologyEvent, Source } from '../event';
import type { Phrases } from '../phrase-books';

/** A paragraph for the event, then a numbered list of the sources. */
export function markdown(event: ChronologyEvent, chronology: Chronology, phrases: Phrases, link: string): string {
  const date = wordsOf(event.date, phrases) ?? phrases.undated;
  const head = `${markdownLink(event.title, link)}, ${markdownText(date)}. In: *${markdownText(chronology.title)}*.\n`;
  const sources = event.sources.map((source, index) => `${index + 1}. ${markdownSource(source, phrases)}\n`);
  return sources.length === 0 ? head : `${head}\n${sources.join('')}`;
}

/** A source on one line. */
export function markdownSource(source: Source, phrases: Phrases): string {
  const where = [source.publisher, wordsOf(source.date, phrases)].filter((part) => part !== null);
  const remark = remarkOn(source);
  return [
    source.url === null ? `“${markdownText(source.title)}”.` : `${markdownLink(source.title, source.url)}.`,
    where.length === 0 ? null : `${where.map(markdownText).join(', ')}.`,
    remark === '' ? null : `(${markdownText(remark)})`,
  ]
    .filter((part) => part !== null)
    .join(' ');
}

/** A link that shows `text` and leads to `address`. */
export function markdownLink(text: string, address: string): string {
  const target = address.replace(/[<>\\\s]/g, (sign) => encodeURIComponent(sign)).replace(/&(?=#?\w+;)/g, '&amp;');
  return `[${markdownText(text)}](<${target}>)`;
}

/** None of the text stands at the start of a line, so only what has a meaning within one is escaped. */
export function markdownText(text: string): string {
  return oneLine(text).replace(/[\\`*_[\]<>&~|$!#]/g, '\\$&');
}
