import type { Chronology } from '../../../domain/dataset';
import { type NamedField, type NamedValue, namesOf } from './name-table';
import { PART } from './parts';
import { RowListsBuilder } from './row-lists';
import type { SearchIndex } from './search-index';
import type { WordRows } from './word-rows';

type Named = Pick<SearchIndex, 'namedStarts' | 'namedValues' | 'namedParts'>;

/** Values dealt with between two pauses. */
const SLICE = 2000;

/** What events have by name, gathered row by row. */
export class ValueRows {
  readonly values: NamedValue[] = [];
  readonly lists = new RowListsBuilder();
  readonly #offices: (readonly string[])[] = [];
  readonly #numbers = new Map<NamedField, Map<string, number>>();
  readonly #lastRow: number[] = [];
  #row = 0;

  constructor({ actors, topics }: Pick<Chronology, 'actors' | 'topics'>) {
    for (const { id, name, short, aliases, kind, roles } of actors) {
      this.#define(
        { field: 'actor', id, name, short, aliases, kind },
        roles.map((role) => role.title),
      );
    }
    for (const { id, name } of topics) {
      this.#define({ field: 'topic', id, name, short: null, aliases: [], kind: null }, []);
    }
  }

  /** Rows come in ascending order. */
  begin(row: number): void {
    this.#row = row;
  }

  /** The present row has the value `id` of `field`; a value not known so far is called by its id. */
  add(field: NamedField, id: string): void {
    const number =
      this.#numbers.get(field)?.get(id) ??
      this.#define({ field, id, name: id, short: null, aliases: [], kind: null }, []);
    if (this.#lastRow[number] === this.#row) return;
    this.#lastRow[number] = this.#row;
    this.lists.add(number, this.#row, 0);
  }

  /**
   * Puts the words of all names among `words`, in slices, and gives what tells, once these are in `order`, whose names they
   * are of.
   */
  *namingWords(words: WordRows): Generator<undefined, (order: Uint32Array) => Named> {
    const pairs = new Map<number, Map<number, number>>();
    const name = (text: string, value: number, part: number): void => {
      for (const word of words.wordsIn(text)) {
        let parts = pairs.get(word);
        if (parts === undefined) pairs.set(word, (parts = new Map<number, number>()));
        parts.set(value, (parts.get(value) ?? 0) | part);
      }
    };
    for (let value = 0; value < this.values.length; value++) {
      const { field, aliases } = this.values[value];
      for (const text of namesOf({ ...this.values[value], aliases: [] })) name(text, value, PART[field]);
      for (const text of aliases) name(text, value, PART.alias);
      for (const text of this.#offices[value]) name(text, value, PART.office);
      if (value % SLICE === SLICE - 1) yield;
    }
    return (order) => {
      const namedStarts = new Uint32Array(order.length + 1);
      for (let i = 0; i < order.length; i++) namedStarts[i + 1] = namedStarts[i] + (pairs.get(order[i])?.size ?? 0);
      const namedValues = new Uint32Array(namedStarts[order.length]);
      const namedParts = new Uint32Array(namedStarts[order.length]);
      for (let i = 0; i < order.length; i++) {
        let at = namedStarts[i];
        for (const [value, parts] of pairs.get(order[i]) ?? []) {
          namedValues[at] = value;
          namedParts[at++] = parts;
        }
      }
      return { namedStarts, namedValues, namedParts };
    };
  }

  #define(value: NamedValue, offices: readonly string[]): number {
    const number = this.values.length;
    let ids = this.#numbers.get(value.field);
    if (ids === undefined) this.#numbers.set(value.field, (ids = new Map<string, number>()));
    ids.set(value.id, number);
    this.values.push(value);
    this.#offices.push(offices);
    this.#lastRow.push(-1);
    return number;
  }
}
