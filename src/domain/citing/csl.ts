import { dayOf } from '../calendar';
import { oneLine } from '../quote';
import { dateOf, remarkOn, wordsOf } from './parts';
import type { Chronology } from '../dataset';
import type { DatePoint } from '../date';
import type { ChronologyEvent, Source } from '../event';
import type { Phrases } from '../phrase-books';

/** Parts of a date that CSL has: year, month and day, as far as they are known. */
type Parts = readonly number[];

/** A list of CSL items: the event as an `entry` of the chronology, each source as a `webpage`. */
export function cslJson(event: ChronologyEvent, chronology: Chronology, phrases: Phrases, link: string): string {
  const entry = {
    id: event.id,
    type: 'entry',
    title: oneLine(event.title),
    'container-title': oneLine(chronology.title),
    'event-date': cslDate(event.date, phrases),
    issued: cslDate(chronology.updated, phrases),
    URL: link,
    language: chronology.language,
  };
  const sources = event.sources.map((source, index) => cslSource(`${event.id}-${index + 1}`, source, phrases));
  return `${JSON.stringify([entry, ...sources], null, 2)}\n`;
}

/** A CSL item for a source, a `webpage`; what is undefined is to be left out. */
export function cslSource(id: string, source: Source, phrases: Phrases): object {
  const remark = remarkOn(source);
  return {
    id,
    type: 'webpage',
    title: oneLine(source.title),
    'container-title': source.publisher === null ? undefined : oneLine(source.publisher),
    issued: cslDate(source.date, phrases),
    URL: source.url ?? undefined,
    language: source.language ?? undefined,
    note: remark === '' ? undefined : remark,
  };
}

/** Parts where CSL can say the date, else words. Undefined for none. */
function cslDate(text: string | null, phrases: Phrases): object | undefined {
  const date = dateOf(text);
  if (date === null) return undefined;
  const doubt = date.uncertain || date.approximate ? { circa: true } : {};
  const begin = partsOf(date.begin);
  const end = partsOf(date.end);
  if (begin !== null && date.kind === 'point') return { 'date-parts': [begin], ...doubt };
  if (begin !== null && end !== null && date.kind === 'span') return { 'date-parts': [begin, end], ...doubt };
  return { literal: wordsOf(text, phrases) };
}

/** Null for what CSL has no parts for: open and unknown bounds, seasons, decades and longer, years before 1. */
function partsOf({ bound, earliest, precision, mask }: DatePoint): Parts | null {
  if (bound !== 'known' || mask !== null) return null;
  const { year, month, day } = dayOf(earliest);
  if (year < 1) return null;
  switch (precision) {
    case 'millennium':
    case 'century':
    case 'decade':
    case 'season':
      return null;
    case 'year':
      return [year];
    case 'month':
      return [year, month];
    default:
      return [year, month, day];
  }
}
