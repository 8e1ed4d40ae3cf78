import Fuse from 'fuse.js';
import type { ActorKind, Chronology } from '../domain/dataset';
import type { Columns } from './columns';
import { type Field, FIELDS } from './query';
import { EditDistance, editLimit } from './search/text/edits';
import { lex } from './search/language/lexer';
import { nameTable, type NamedValue, namesOf, type NameTable } from './search/indexing/name-table';
import { isFunctionWord } from './search/text/spelling';
import { foldText } from './search/text/tokens';
import { unitsOf } from './search/indexing/vocabulary';

/** A value that the last words of a search text may mean, to be offered as a filter. */
export interface Suggestion {
  readonly field: Field;
  readonly id: string;
  readonly name: string;
  /** Of actors; null for all else. */
  readonly kind: ActorKind | null;
  /** Events that have the value, filters aside. */
  readonly count: number;
  /** The other name by which it was found; null when that is its name. */
  readonly alias: string | null;
  /** The words it would take the place of: UTF-16 offsets into the text, half-open. */
  readonly from: number;
  readonly to: number;
}

export interface Names {
  /** For turning terms of a search text into picks (search/language/lift.ts). */
  readonly table: NameTable;
  /** Actors, topics and places that the longest possible run of last words names, the likeliest first. */
  suggest(text: string, limit: number): Suggestion[];
  /** Indexes of the values of a field that `text` names, in their column: the likeliest first; all for no words. */
  find(field: Field, text: string): number[];
}

interface Entry {
  readonly value: Omit<NamedValue, 'field'> & { readonly field: Field };
  /** Index in the column. */
  readonly index: number;
  readonly count: number;
  readonly names: readonly string[];
  readonly folded: readonly string[];
}

interface Match {
  readonly entry: Entry;
  /** Which of its names. */
  readonly name: number;
}

const SUGGESTED: readonly Field[] = ['actor', 'topic', 'place'];
/** fuse.js takes time in proportion to the query and to the list. */
const LONGEST_QUERY = 64;
const MOST_FUZZY = 20_000;
const MOST_WORDS = 5;
const SHORTEST_FUZZY = 4;
const THRESHOLD = 0.3;

/** Suggestions and find-in-list over the values of `columns`. Lists are made when first asked for. */
export function createNames(columns: Columns, chronology: Pick<Chronology, 'actors'>): Names {
  const aliases = new Map(chronology.actors.map((actor) => [actor.id, actor.aliases]));
  const lists = new Map<string, Lookup>();
  const entriesOf = (field: Field): Entry[] => {
    const column = columns.field(field);
    return column.values.map(({ id, name, kind, short }, index) => {
      const value = { field, id, name, kind, short, aliases: field === 'actor' ? (aliases.get(id) ?? []) : [] };
      const names = namesOf({ ...value, field: 'actor' });
      return { value, index, count: column.sets[index].count, names, folded: names.map((each) => foldText(each)) };
    });
  };
  const lookup = (key: string, fields: readonly Field[]): Lookup => {
    let list = lists.get(key);
    if (list === undefined) lists.set(key, (list = new Lookup(fields.flatMap(entriesOf))));
    return list;
  };
  let table: NameTable | null = null;
  return {
    get table() {
      return (table ??= nameTable(FIELDS.flatMap((field) => namedValues(field, entriesOf))));
    },
    suggest(text, limit) {
      for (const { words, from, to } of endings(text)) {
        const matches = lookup('suggested', SUGGESTED).search(words);
        if (matches.length > 0) return matches.slice(0, limit).map((match) => suggestion(match, from, to));
      }
      return [];
    },
    find(field, text) {
      const wanted = foldText(text.slice(0, LONGEST_QUERY));
      if (wanted === '') return columns.field(field).values.map((_, index) => index);
      return lookup(field, [field])
        .search(wanted)
        .map(({ entry }) => entry.index);
    },
  };
}

function namedValues(field: Field, entriesOf: (field: Field) => Entry[]): NamedValue[] {
  return field === 'dating' ? [] : entriesOf(field).map(({ value }) => ({ ...value, field }));
}

function suggestion({ entry: { value, count, names }, name }: Match, from: number, to: number): Suggestion {
  const { field, id, kind } = value;
  return { field, id, name: value.name, kind, count, alias: names[name] === value.name ? null : names[name], from, to };
}

/** The runs of plain words that `text` ends with, the longest first; none that begins with a function word. */
function endings(text: string): { words: string; from: number; to: number }[] {
  const lexemes = lex(text.slice(-2 * LONGEST_QUERY));
  const skipped = Math.max(0, text.length - 2 * LONGEST_QUERY);
  let first = lexemes.length;
  while (first > 0 && lexemes[first - 1].kind === 'word' && lexemes.length - first < MOST_WORDS) first--;
  return lexemes.slice(first).flatMap((lexeme, i, all) => {
    const words = foldText(
      all
        .slice(i)
        .map((each) => each.text)
        .join(' '),
    ).slice(0, LONGEST_QUERY);
    return words.length < 2 || isFunctionWord(words.split(' ')[0])
      ? []
      : [{ words, from: skipped + lexeme.from, to: skipped + all[all.length - 1].to }];
  });
}

/** A list of names that can be asked by folded words. */
class Lookup {
  readonly #entries: readonly Entry[];
  #fuse: Fuse<Entry> | null = null;

  constructor(entries: readonly Entry[]) {
    this.#entries = entries;
  }

  /** By beginnings of words when that gives any, by fuse.js otherwise. */
  search(wanted: string): Match[] {
    const words = wanted.split(' ');
    const found = this.#entries.flatMap((entry) => {
      const ranks = entry.folded.map((name) => rankOf(name, wanted, words));
      const rank = Math.min(...ranks);
      return rank === Infinity ? [] : [{ entry, rank, name: ranks.indexOf(rank) }];
    });
    if (found.length > 0) return found.sort((a, b) => a.rank - b.rank || b.entry.count - a.entry.count);
    if (wanted.length < SHORTEST_FUZZY) return [];
    this.#fuse ??= new Fuse(commonest(this.#entries), {
      keys: ['folded'],
      threshold: THRESHOLD,
      ignoreLocation: true,
      includeScore: true,
      includeMatches: true,
    });
    return this.#fuse.search(wanted).flatMap(({ item, matches }) => {
      const name = matches?.[0]?.refIndex ?? 0;
      return isNear(words, item.folded[name]) ? [{ entry: item, name }] : [];
    });
  }
}

/** How directly `wanted` is the folded `name`: 0 all of it, 1 its beginning, 2 beginnings of its words; Infinity not. */
function rankOf(name: string, wanted: string, words: readonly string[]): number {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  const own = ` ${name}`;
  return words.every((word) => own.includes(` ${word}`)) ? 2 : Infinity;
}

/** Whether each of the words is the beginning of one in `name`, typing errors aside: fuse.js lets whole words go. */
function isNear(words: readonly string[], name: string): boolean {
  const known = name.split(' ').map(unitsOf);
  return words.every((word) => {
    const limit = editLimit(word.length);
    const distance = new EditDistance(unitsOf(word));
    return known.some((other) => distance.toPrefixOf(other, 0, other.length, limit) <= limit);
  });
}

function commonest(entries: readonly Entry[]): Entry[] {
  return entries.length <= MOST_FUZZY
    ? [...entries]
    : entries.toSorted((a, b) => b.count - a.count).slice(0, MOST_FUZZY);
}
