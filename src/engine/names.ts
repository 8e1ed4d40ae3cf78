import Fuse from 'fuse.js';
import type { ActorKind, Chronology } from '../domain/dataset';
import type { Columns } from './columns';
import { type Hit, NameList } from './name-list';
import { type Field, FIELDS } from './query';
import { lex } from './search/language/lexer';
import { nameTable, type NamedValue, type NameTable } from './search/indexing/name-table';
import { isFunctionWord } from './search/text/spelling';
import { Scanner } from './search/text/scanner';
import { foldText } from './search/text/tokens';

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
  find(field: Field, text: string): Uint32Array;
}

const SUGGESTED: readonly Field[] = ['actor', 'topic', 'place'];
/** fuse.js takes time in proportion to the query and to the list. */
const LONGEST_QUERY = 64;
const MOST_FUZZY = 200;
const MOST_WORDS = 5;
const SHORTEST_FUZZY = 4;
const THRESHOLD = 0.3;
const NAME = { name: 'name', getFn: (hit: Hit) => hit.list.folded(hit) };
/** Greater than any number of events or of values. */
const ROOM = 2 ** 24;

/** Suggestions and find-in-list over the values of `columns`. Lists are made when first asked for. */
export function createNames(columns: Columns, chronology: Pick<Chronology, 'actors'>): Names {
  const aliases = new Map(chronology.actors.map((actor) => [actor.id, actor.aliases]));
  const scanner = new Scanner();
  const lists = new Map<Field, NameList>();
  const aliasesOf = (field: Field, id: string): readonly string[] => (field === 'actor' ? (aliases.get(id) ?? []) : []);
  const listOf = (field: Field): NameList => {
    const known = lists.get(field);
    if (known !== undefined) return known;
    const list = new NameList(columns.field(field), (id) => aliasesOf(field, id), scanner);
    lists.set(field, list);
    return list;
  };
  const named = (field: Field): NamedValue[] =>
    field === 'dating'
      ? []
      : columns.field(field).values.map((value) => ({ field, ...value, aliases: aliasesOf(field, value.id) }));
  let table: NameTable | null = null;
  return {
    get table() {
      return (table ??= nameTable(FIELDS.flatMap(named), scanner));
    },
    suggest(text, limit) {
      for (const { words, from, to } of endings(text, scanner)) {
        const hits = search(SUGGESTED.map(listOf), words);
        if (hits.length > 0) return hits.slice(0, limit).map((hit) => suggestion(hit, from, to));
      }
      return [];
    },
    find(field, text) {
      const wanted = foldText(text.slice(0, LONGEST_QUERY), scanner);
      if (wanted === '') return Uint32Array.from(columns.field(field).values.keys());
      return Uint32Array.from(search([listOf(field)], wanted), ({ value }) => value);
    },
  };
}

function suggestion(hit: Hit, from: number, to: number): Suggestion {
  const { key: field, values, sets } = hit.list.column;
  const { id, name, kind } = values[hit.value];
  const called = hit.list.called(hit);
  return { field, id, name, kind, count: sets[hit.value].count, alias: called === name ? null : called, from, to };
}

/** The runs of plain words that `text` ends with, the longest first; none that begins with a function word. */
function endings(text: string, scanner: Scanner): { words: string; from: number; to: number }[] {
  const lexemes = lex(text.slice(-2 * LONGEST_QUERY));
  const skipped = Math.max(0, text.length - 2 * LONGEST_QUERY);
  let first = lexemes.length;
  while (first > 0 && lexemes[first - 1].kind === 'word' && lexemes.length - first < MOST_WORDS) first--;
  return lexemes.slice(first).flatMap((lexeme, i, all) => {
    const run = all.slice(i).map((each) => each.text);
    const words = foldText(run.join(' '), scanner).slice(0, LONGEST_QUERY);
    return words.length < 2 || isFunctionWord(words.split(' ')[0])
      ? []
      : [{ words, from: skipped + lexeme.from, to: skipped + all[all.length - 1].to }];
  });
}

/** By beginnings of words when that gives any; else typing errors aside, in the order that fuse.js gives. */
function search(lists: readonly NameList[], wanted: string): readonly Hit[] {
  const begun = lists.flatMap((list) => list.beginning(wanted));
  if (begun.length > 0) return likeliest(begun);
  if (wanted.length < SHORTEST_FUZZY) return [];
  const near = likeliest(lists.flatMap((list) => list.near(wanted.split(' ')))).slice(0, MOST_FUZZY);
  const fuse = new Fuse(near, { keys: [NAME], threshold: THRESHOLD, ignoreLocation: true });
  const found = new Map(fuse.search(wanted).map(({ item }) => [item.list.column.values[item.value], item]));
  return [...found.values()];
}

/** The most direct first, then the most frequent, else in the order given. */
function likeliest(hits: readonly Hit[]): readonly Hit[] {
  // Numbers that sort as wanted: twenty thousand hits of one letter are sorted in a tenth of the time.
  const keys = Float64Array.from(hits, ({ list, value, rank }, i) => {
    return (rank * ROOM + ROOM - 1 - list.column.sets[value].count) * ROOM + i;
  });
  return Array.from(keys.sort(), (key) => hits[key % ROOM]);
}
