import { dayOf } from '../calendar';
import type { DatePoint, EventDate } from '../edtf/model';
import type { Phrases } from './phrases';
import { isBare } from './point';

/** What is not known exactly about a date, each in its own words; what its words tell by themselves ("c. 1992") is left out. */
export function notesOf(date: EventDate, phrases: Phrases): readonly string[] {
  const { begin, end, kind } = date;
  const single = kind === 'point' || (date.members.length === 1 && date.members[0].begin === date.members[0].end);
  if (single) return [...unknownParts(begin, phrases), ...qualifiers(begin, phrases)];
  return kind === 'span'
    ? [...unknownBounds(begin, end, phrases), ...spanDoubts(date, phrases)]
    : setDoubts(date, phrases);
}

/** The part that is not known, of a month and a usual year: "1990s" and "10,001 BC" tell by themselves. */
function unknownParts(point: DatePoint, { unknown }: Phrases): readonly string[] {
  if (!isBare(point)) return [];
  if (point.precision === 'month') return [unknown.day];
  const { year } = dayOf(point.earliest);
  return point.precision === 'year' && year >= 100 && year <= 9999 ? [unknown.month] : [];
}

function qualifiers({ uncertain, partly }: DatePoint, phrases: Phrases): readonly string[] {
  if (partly === null) return uncertain ? [phrases.uncertain.whole] : [];
  return [
    ...partly.uncertain.map((part) => phrases.uncertain[part]),
    ...partly.approximate.map((part) => phrases.approximate[part]),
  ];
}

function unknownBounds(begin: DatePoint, end: DatePoint, phrases: Phrases): readonly string[] {
  const notes: string[] = [];
  if (begin.bound === 'unknown') notes.push(phrases.unknown.begin);
  if (end.bound === 'unknown') notes.push(phrases.unknown.end);
  if (end.bound === 'open') notes.push(phrases.noEnd);
  return notes;
}

function spanDoubts({ begin, end }: EventDate, { uncertain }: Phrases): readonly string[] {
  const known = [begin, end].filter((point) => point.bound === 'known');
  if (known.every((point) => point.uncertain)) return [uncertain.whole];
  if (begin.uncertain) return [uncertain.begin];
  return end.uncertain ? [uncertain.end] : [];
}

function setDoubts({ members }: EventDate, { uncertain }: Phrases): readonly string[] {
  return members.some(({ begin, end }) => begin.uncertain || end.uncertain) ? [uncertain.whole] : [];
}
