import type { Chronology } from '../../../domain/dataset';
import type { ChronologyEvent } from '../../../domain/event';
import { Interner } from './interner';
import { MONTHS, monthsTouched } from '../language/months';
import { nameTable, namesOf, type NamedField, type NamedValue } from './name-table';
import { PART } from './parts';
import { RowListsBuilder } from './row-lists';
import { larger, Scanner } from '../text/scanner';
import { type SearchIndex, type SearchInput, TEXT_PARTS, textsOf } from './search-index';
import { Vocabulary } from './vocabulary';

const ROWS_PER_SLICE = 2000;

/** The index of all events, at once. */
export function buildSearchIndex(input: SearchInput): SearchIndex {
  const work = indexing(input);
  for (;;) {
    const slice = work.next();
    if (slice.done === true) return slice.value;
  }
}

/** Makes the index in slices of ROWS_PER_SLICE rows; yields the number of rows done. */
export function* indexing(input: SearchInput): Generator<number, SearchIndex, undefined> {
  const words = new WordRows();
  const values = new ValueRows(input.chronology);
  for (let row = 0; row < input.count; row++) {
    const event = input.event(row);
    words.add(row, event, monthsTouched(input.earliest[row], input.latest[row]));
    values.add(row, event);
    if (row % ROWS_PER_SLICE === ROWS_PER_SLICE - 1) yield row + 1;
  }
  yield input.count;
  const undated = input.earliest.findIndex((instant) => Number.isNaN(instant));
  return {
    input,
    dated: undated < 0 ? input.count : undated,
    ...packWords(words, values),
    scanner: words.scanner,
  };
}

/** Words as they stand in events. */
class WordRows {
  readonly scanner = new Scanner();
  readonly interner = new Interner();
  readonly lists = new RowListsBuilder();
  readonly #months: readonly number[];
  /** Parts of the present event per word; `#touched` are the words that have any. */
  #parts = new Uint8Array(1024);
  readonly #touched: number[] = [];

  constructor() {
    this.#months = MONTHS.map((name) => this.wordsIn(name)[0]);
  }

  add(row: number, event: ChronologyEvent, months: readonly number[]): void {
    const texts = textsOf(event);
    for (const part of TEXT_PARTS) {
      for (const text of texts[part]) for (const word of this.wordsIn(text)) this.#note(word, PART[part]);
    }
    for (const month of months) this.#note(this.#months[month], PART.date);
    for (const word of this.#touched) {
      this.lists.add(word, row, this.#parts[word]);
      this.#parts[word] = 0;
    }
    this.#touched.length = 0;
  }

  /** Numbers of the words of a text, as often as they occur. */
  wordsIn(text: string): number[] {
    const { scanner } = this;
    const count = scanner.scan(text);
    const words: number[] = [];
    for (let i = 0; i < count; i++) words.push(this.interner.intern(scanner.units, scanner.starts[i], scanner.ends[i]));
    return words;
  }

  #note(word: number, part: number): void {
    while (word >= this.#parts.length) this.#parts = larger(this.#parts, new Uint8Array(this.#parts.length * 2));
    if (this.#parts[word] === 0) this.#touched.push(word);
    this.#parts[word] |= part;
  }
}

/** What events have by name. */
class ValueRows {
  readonly values: NamedValue[] = [];
  readonly lists = new RowListsBuilder();
  readonly offices: (readonly string[])[] = [];
  readonly #numbers = new Map<NamedField, Map<string, number>>();
  readonly #lastRow: number[] = [];

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

  add(row: number, event: ChronologyEvent): void {
    for (const { id, role } of event.actors) {
      this.#note(row, 'actor', id);
      this.#note(row, 'role', role);
    }
    for (const id of event.topics) this.#note(row, 'topic', id);
    this.#note(row, 'type', event.type);
    this.#note(row, 'place', event.place);
    this.#note(row, 'status', event.status);
    this.#note(row, 'confidence', event.confidence);
    for (const source of event.sources) this.#note(row, 'publisher', source.publisher);
  }

  #note(row: number, field: NamedField, id: string | null): void {
    if (id === null) return;
    const number =
      this.#numbers.get(field)?.get(id) ??
      this.#define({ field, id, name: id, short: null, aliases: [], kind: null }, []);
    if (this.#lastRow[number] === row) return;
    this.#lastRow[number] = row;
    this.lists.add(number, row, 0);
  }

  #define(value: NamedValue, offices: readonly string[]): number {
    const number = this.values.length;
    let ids = this.#numbers.get(value.field);
    if (ids === undefined) this.#numbers.set(value.field, (ids = new Map<string, number>()));
    ids.set(value.id, number);
    this.values.push(value);
    this.offices.push(offices);
    this.#lastRow.push(-1);
    return number;
  }
}

type Packed = Pick<
  SearchIndex,
  'vocabulary' | 'written' | 'namedStarts' | 'namedValues' | 'namedParts' | 'names' | 'valueRows'
>;

function packWords(words: WordRows, { values, offices, lists }: ValueRows): Packed {
  const pairs = new Map<number, Map<number, number>>();
  const name = (text: string, value: number, part: number): void => {
    for (const word of words.wordsIn(text)) {
      let parts = pairs.get(word);
      if (parts === undefined) pairs.set(word, (parts = new Map<number, number>()));
      parts.set(value, (parts.get(value) ?? 0) | part);
    }
  };
  for (let value = 0; value < values.length; value++) {
    const { field, aliases } = values[value];
    const own = namesOf({ ...values[value], aliases: [] });
    for (const text of own) name(text, value, PART[field]);
    for (const text of aliases) name(text, value, PART.alias);
    for (const text of offices[value]) name(text, value, PART.office);
  }
  const { vocabulary, order } = Vocabulary.sorted(words.interner);
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
  return {
    vocabulary,
    written: words.lists.pack(order),
    namedStarts,
    namedValues,
    namedParts,
    names: nameTable(values, words.scanner),
    valueRows: lists.pack(Uint32Array.from(values, (_, value) => value)),
  };
}
