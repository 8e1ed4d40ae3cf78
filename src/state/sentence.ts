import { rangeWords } from '../domain/date-range';
import type { Phrases } from '../domain/phrase-books';
import { grouped } from '../domain/limits';
import { cutText, oneLine } from '../domain/quote';
import type { CheckKind } from '../engine/checking/finding';
import type { DatingId } from '../engine/columns/dating';
import { FIELDS, type ClauseRef, type Field, type Query, type RangeClause, type Sign } from '../engine/query';
import { clauseOf, clauseState } from './view-edits';
import type { View } from './view';

/** Name of a facet value for people; null for one that the chronology lacks, which is then told. */
export type NameOf = (field: Field, id: string) => string | null;

/** How values are named, and the dates. */
export interface Dictionary {
  readonly nameOf: NameOf;
  readonly phrases: Phrases;
}

export interface Counts {
  readonly matches: number;
  readonly total: number;
  /** How the search stands; without an answer there is no number of matches. */
  readonly standing?: keyof typeof UNANSWERED | 'answered';
}

const UNANSWERED = { pending: 'searching', failed: 'not searched' };

const MAX_NAMES = 6;
const MAX_NAME = 120;

/** What stands before the names of a field in a sentence. */
const PHRASES: Readonly<Record<Field, Readonly<Record<Sign, string>>>> = {
  actor: { include: 'with', exclude: 'not with' },
  topic: { include: 'on', exclude: 'not on' },
  type: { include: 'of type', exclude: 'not of type' },
  status: { include: 'with status', exclude: 'not with status' },
  confidence: { include: 'with confidence', exclude: 'not with confidence' },
  place: { include: 'in', exclude: 'not in' },
  publisher: { include: 'with a source from', exclude: 'without a source from' },
  dating: { include: '', exclude: 'not' },
};

/** Values that say little by themselves, and the word that goes before them. */
const KINDS: Readonly<Partial<Record<Field, string>>> = {
  status: 'status',
  confidence: 'confidence',
  publisher: 'source',
};

const DATINGS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    day: 'dated to the day',
    span: 'dated to a span of days',
    month: 'dated to the month',
    season: 'dated to the season',
    year: 'dated to the year',
    coarser: 'dated to a decade or longer',
    bounded: 'dated between two dates',
    undated: 'undated',
  } satisfies Readonly<Record<DatingId, string>>),
);

/** The events of a finding of the data check. */
const CHECKED: Readonly<Record<CheckKind, string>> = {
  'first-of-january': 'dated 1 January',
  'first-of-month': 'dated the first of a month',
  'ends-early': 'said to end before they begin',
  future: 'in the future',
  'source-too-old': 'with a source older than they are',
  'near-duplicate': 'that nearly repeat another of their day',
  'no-source': 'without a source',
};

/**
 * The query of a view as one English sentence, plain text on one line: "Events with Imangali Tasmagambetov, not on
 * Exercises, Jan 2022 to Dec 2024: 37 of 318". What is switched off is left out; "All 318 events" when nothing is asked.
 */
export function sentence(
  { query }: View,
  dictionary: Dictionary,
  { matches, total, standing = 'answered' }: Counts,
): string {
  const phrases = [
    ...FIELDS.map((field) => fieldPhrase(query, field, 'include', dictionary)),
    ...FIELDS.map((field) => fieldPhrase(query, field, 'exclude', dictionary)),
  ].filter((phrase) => phrase !== null);
  const { range, check, text } = query;
  if (range !== null && !range.off) phrases.push(rangePhrase(range, phrases.length === 0, dictionary.phrases));
  if (check?.off === false) phrases.push(CHECKED[check.kind]);
  if (!text.off && text.value.trim() !== '') phrases.push(`matching ${quoted(text.value)}`);
  if (phrases.length === 0) return total === 1 ? '1 event' : total === 0 ? 'No events' : `All ${grouped(total)} events`;
  const count = standing === 'answered' ? `${grouped(matches)} of ${grouped(total)}` : UNANSWERED[standing];
  return `Events ${phrases.join(', ')}: ${count}`;
}

/** One clause in a few words, in force or not: "not Exercises", "certainly in 2022", "“security council”". */
export function clauseWords(ref: ClauseRef, { query }: View, nameOf: NameOf, dates: Phrases): string {
  switch (ref.kind) {
    case 'text':
      return quoted(query.text.value);
    case 'range':
      return query.range === null ? '' : rangePhrase(query.range, false, dates);
    case 'check':
      return query.check === undefined ? '' : CHECKED[query.check.kind];
    case 'pick': {
      const not = clauseState(query, ref).exclude ? 'not' : '';
      return spaced(not, KINDS[ref.field] ?? '', nameWords(query, ref.field, ref.id, nameOf));
    }
  }
}

function fieldPhrase(query: Query, field: Field, sign: Sign, { nameOf }: Dictionary): string | null {
  const inForce = clauseOf(query, field).picks.filter((pick) => pick.sign === sign && !pick.off);
  if (inForce.length === 0) return null;
  const names = inForce.map(({ id }) => nameWords(query, field, id, nameOf));
  const isAll = sign === 'include' && clauseOf(query, field).mode === 'all';
  return spaced(PHRASES[field][sign], listed(names, isAll ? 'and' : 'or'));
}

/** What one value is called; a name of nothing but white space is a pair of quotes. */
function nameWords(query: Query, field: Field, id: string, nameOf: NameOf): string {
  const dating = field === 'dating' ? DATINGS.get(id) : undefined;
  if (dating !== undefined) return dating;
  const known = nameOf(field, id);
  const name = known === null ? `${short(id)} (not in this chronology)` : short(known);
  return field === 'actor' && query.members.includes(id) ? `${name} or its members` : name;
}

function rangePhrase({ from, to, mode }: RangeClause, first: boolean, phrases: Phrases): string {
  const words = rangeWords(from, to, phrases);
  if (mode === 'certainly') return from === null || to === null ? `certainly ${words}` : `certainly in ${words}`;
  return first ? `dated ${words}` : words;
}

function listed(names: readonly string[], word: 'and' | 'or'): string {
  const shown =
    names.length > MAX_NAMES
      ? [...names.slice(0, MAX_NAMES - 1), `${grouped(names.length - MAX_NAMES + 1)} more`]
      : names;
  if (shown.length === 1) return shown[0];
  return `${shown.slice(0, -1).join(', ')} ${word} ${shown[shown.length - 1]}`;
}

function spaced(...words: readonly string[]): string {
  return words.filter((word) => word !== '').join(' ');
}

function quoted(text: string): string {
  return `“${shortened(text)}”`;
}

function short(text: string): string {
  return shortened(text) || quoted('');
}

function shortened(text: string): string {
  const line = oneLine(text);
  return line.length <= MAX_NAME ? line : `${cutText(line, MAX_NAME - 1)}…`;
}
