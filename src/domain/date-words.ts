import { dayOf, type Instant, instantOf } from './calendar';
import { calendarWords } from './wording/calendar';
import { notesOf } from './wording/notes';
import type { DateMember, DatePoint, EventDate, Precision } from './edtf/model';
import { betweenWords, spanWords } from './wording/extent';
import { instantTerm } from './wording/instant';
import type { Phrases, Style } from './wording/phrases';
import { isBare, pointTerm } from './wording/point';
import { yearWords } from './wording/year';

/** What the events under one heading share: `years` begins with `year`, `open` has no beginning. */
interface GroupDate {
  readonly kind: 'month' | 'year' | 'years' | 'open' | 'undated';
  readonly year: number | null;
  readonly month: number | null;
}

/** So many entries of a set are told one by one; of more, how many there are. */
const MOST_ENTRIES = 6;
/** Before it another calendar was in use, and a weekday by this one would be read as one by that. */
const FIRST_YEAR_OF_WEEKDAYS = 1583;

const MINUTE_MS = 60_000;
const DAYS_IN_MONTH = 30.436_875;
const DAYS_IN_YEAR = 365.2425;
const MOST_DAYS = 60;
const MOST_MONTHS = 23;

/**
 * A date for people, keeping the precision it has. Long: "Thursday 25 July 2024", "November 2023, day not known", "6 to
 * 19 January 2022". Short: "25 Jul 2024", "Nov 2023", "2000?", "6–19 Jan 2022". Days are those of UTC.
 */
export function dateWords(date: EventDate, phrases: Phrases, style: Style): string {
  const words = date.kind === 'point' ? pointWords(date, phrases, style) : severalWords(date, phrases, style);
  return style === 'short' ? words : [words, ...notesOf(date, phrases)].join(', ');
}

/**
 * As `dateWords` short, for narrow columns: a span from one full minute to another is told without their seconds,
 * "15 Jan 2024, 09:00 – 11:30 UTC".
 */
export function narrowDateWords(date: EventDate, phrases: Phrases): string {
  const { kind, begin, end } = date;
  const full = kind === 'span' && [begin, end].every(isFullMinute);
  const told = full ? { ...date, begin: inMinutes(begin), end: inMinutes(end) } : date;
  return dateWords(told, phrases, 'short');
}

/** The millennium, …, month, day or time that holds `instant`, in UTC; `…` for an infinite one. */
export function instantWords(instant: Instant, precision: Precision, phrases: Phrases, style: Style): string {
  return instantTerm(instant, precision, phrases, style).text;
}

/** Month 1-12 by name. */
export function monthName(month: number, phrases: Phrases, style: Style): string {
  return calendarWords(instantOf(2000, month, 1), phrases[style].monthOfYear, '', phrases);
}

/**
 * How far away, in words: "6 days before" for negative `days`, "same day" for less than half of one, "8 months after",
 * "3 years after". Up to 60 days are counted in days, up to 23 months in months.
 */
export function distanceWords(days: number, phrases: Phrases): string {
  const count = Math.round(Math.abs(days));
  if (count === 0) return phrases.sameDay;
  const distance = quantityWords(count, phrases);
  return days < 0 ? phrases.before(distance) : phrases.after(distance);
}

/** The heading over list rows of one month or year (engine/groups.ts): "July 2024", "2013, month not known", "Undated". */
export function groupTitle(group: GroupDate, phrases: Phrases): string {
  return capitalised(groupWords(group, phrases), phrases);
}

function pointWords(date: EventDate, phrases: Phrases, style: Style): string {
  const { begin } = date;
  const { year } = dayOf(begin.earliest);
  const weekday = style === 'long' && begin.precision === 'day' && isBare(begin) && year >= FIRST_YEAR_OF_WEEKDAYS;
  if (!weekday) return pointTerm(begin, phrases, style).text;
  return calendarWords(begin.earliest, phrases.weekday, yearWords(year, phrases, style), phrases);
}

function isFullMinute({ bound, precision, earliest }: DatePoint): boolean {
  return bound === 'known' && precision === 'second' && earliest % MINUTE_MS === 0;
}

function inMinutes(point: DatePoint): DatePoint {
  return { ...point, precision: 'minute' };
}

function groupWords({ kind, year, month }: GroupDate, phrases: Phrases): string {
  if (kind === 'undated') return phrases.undated;
  if (year === null) return phrases.unknown.begin;
  if (month !== null) return instantTerm(instantOf(year, month, 1), 'month', phrases, 'long').text;
  const words = yearWords(year, phrases, 'long');
  return kind === 'years'
    ? `${words} ${phrases.orLater}, ${phrases.unknown.year}`
    : `${words}, ${phrases.unknown.month}`;
}

function capitalised(words: string, { locale }: Phrases): string {
  const [first = ''] = words;
  return first.toLocaleUpperCase(locale) + words.slice(first.length);
}

function severalWords({ kind, begin, end, members }: EventDate, phrases: Phrases, style: Style): string {
  if (kind === 'span') return spanWords(begin, end, phrases, style, style);
  const words = members
    .slice(0, MOST_ENTRIES)
    .map((member) => memberWords(member, kind, members.length, phrases, style));
  const rest = members.length - words.length;
  if (rest > 0) return `${words.join(', ')}, … (+${rest})`;
  if (words.length === 1) return words[0];
  if (kind === 'one of' && style === 'long') return `${phrases.oneOf} ${words.join(', ')}`;
  const last = kind === 'one of' ? phrases.or : phrases.and;
  return `${words.slice(0, -1).join(', ')} ${last} ${words.slice(-1).join('')}`;
}

function memberWords(
  { begin, end }: DateMember,
  kind: EventDate['kind'],
  of: number,
  phrases: Phrases,
  style: Style,
): string {
  if (begin === end) return pointTerm(begin, phrases, style).text;
  const bounded = begin.bound === 'known' && end.bound === 'known';
  if (kind === 'one of' && (of === 1 || !bounded)) return betweenWords(begin, end, phrases, style);
  return spanWords(begin, end, phrases, style, style);
}

function quantityWords(days: number, phrases: Phrases): string {
  if (days <= MOST_DAYS) return countWords(days, 'day', phrases);
  const months = Math.round(days / DAYS_IN_MONTH);
  if (months <= MOST_MONTHS) return countWords(months, 'month', phrases);
  return countWords(Math.round(days / DAYS_IN_YEAR), 'year', phrases);
}

function countWords(count: number, unit: keyof Phrases['units'], phrases: Phrases): string {
  const noun = phrases.units[unit];
  const form = noun[new Intl.PluralRules(phrases.locale).select(count)] ?? noun.other;
  return `${count.toLocaleString(phrases.locale)} ${form}`;
}
