import { dayOf } from '../calendar';
import type { DatePart, DatePoint, EventDate } from '../edtf/model';
import type { Part, Phrases } from './phrases';
import { isBare } from './point';

/** What is not known exactly about a date, each in its own words. `said`: what "c. 1992, uncertain" tells by itself is left out. */
export function notesOf(date: EventDate, phrases: Phrases, said: boolean): readonly string[] {
  const { begin, end, kind } = date;
  const single = kind === 'point' || (date.members.length === 1 && date.members[0].begin === date.members[0].end);
  if (single) return [...unknownParts(begin, phrases, said), ...qualifiers(begin, phrases, said)];
  const notes = kind === 'span' ? boundNotes(begin, end, phrases, said) : [];
  if (kind === 'one of' && !said) notes.push(phrases.someTime);
  const doubts = kind === 'span' ? spanDoubts : setDoubts;
  notes.push(...doubts(date, 'uncertain', phrases));
  if (!said) notes.push(...doubts(date, 'approximate', phrases));
  return notes;
}

/** The part that is not known. In words it is said of a month and a usual year only: "1990s" and "10,001 BC" tell by themselves. */
function unknownParts(point: DatePoint, phrases: Phrases, said: boolean): readonly string[] {
  if (said && !isBare(point)) return [];
  const part = point.mask === null ? unknownPart(point) : maskedPart(point.mask);
  if (part === null || (said && part === 'year')) return [];
  return [phrases.unknown[part]];
}

function unknownPart({ precision, earliest }: DatePoint): DatePart | null {
  if (precision === 'month') return 'day';
  if (precision === 'decade' || precision === 'century' || precision === 'millennium') return 'year';
  const { year } = dayOf(earliest);
  return precision === 'year' && year >= 100 && year <= 9999 ? 'month' : null;
}

function maskedPart(mask: string): DatePart {
  const [year, month] = mask.replace(/^-/, '').split('-');
  if (year.includes('X')) return 'year';
  return month.includes('X') ? 'month' : 'day';
}

function qualifiers(point: DatePoint, phrases: Phrases, said: boolean): readonly string[] {
  const { uncertain, approximate, partly } = point;
  if (partly !== null) {
    const words = (parts: readonly DatePart[], names: Readonly<Record<Part, string>>): string[] =>
      parts.map((part) => names[part]);
    return [...words(partly.uncertain, phrases.uncertain), ...words(partly.approximate, phrases.approximate)];
  }
  const notes: string[] = [];
  if (uncertain) notes.push(phrases.uncertain.whole);
  if (approximate && !said) notes.push(phrases.approximate.whole);
  return notes;
}

function boundNotes(begin: DatePoint, end: DatePoint, phrases: Phrases, said: boolean): string[] {
  const notes: string[] = [];
  if (begin.bound === 'unknown') notes.push(phrases.unknown.begin);
  if (begin.bound === 'open' && !said) notes.push(phrases.noBegin);
  if (end.bound === 'unknown') notes.push(phrases.unknown.end);
  if (end.bound === 'open') notes.push(phrases.noEnd);
  return notes;
}

type Doubt = 'uncertain' | 'approximate';

function spanDoubts({ begin, end }: EventDate, doubt: Doubt, phrases: Phrases): readonly string[] {
  const known = [begin, end].filter((point) => point.bound === 'known');
  if (known.every((point) => point[doubt])) return [phrases[doubt].whole];
  if (begin[doubt]) return [phrases[doubt].begin];
  return end[doubt] ? [phrases[doubt].end] : [];
}

function setDoubts(date: EventDate, doubt: Doubt, phrases: Phrases): readonly string[] {
  return date.members.some(({ begin, end }) => begin[doubt] || end[doubt]) ? [phrases[doubt].whole] : [];
}
