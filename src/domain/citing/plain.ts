import { oneLine } from '../quote';
import { remarkOn, wordsOf } from './parts';
import { undatedWord } from '../date-words';
import type { Chronology } from '../dataset';
import type { ChronologyEvent, Source } from '../event';

/** One line for the event, then a numbered line for each source. */
export function plain(event: ChronologyEvent, chronology: Chronology, link: string): string {
  const { language } = chronology;
  const date = wordsOf(event.date, language) ?? undatedWord(language);
  const lines = [`“${oneLine(event.title)}”, ${date}. In: ${oneLine(chronology.title)}. ${link}`];
  if (event.sources.length > 0) lines.push('Sources:');
  for (const [index, source] of event.sources.entries()) lines.push(`${index + 1}. ${sourceLine(source, language)}`);
  return `${lines.join('\n')}\n`;
}

function sourceLine(source: Source, language: string): string {
  const where = [source.publisher, wordsOf(source.date, language)].filter((part) => part !== null).map(oneLine);
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
