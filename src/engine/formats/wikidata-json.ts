import { LIMITS } from '../../domain/limits';
import { isFields, type Fields } from '../../domain/parsing/field';
import type { Found, Spot } from './format';
import type { ItemReader, JsonFormat } from './json-format';
import { noObject } from './json-part';
import type { RowReader } from './table';
import { wikidataCsv } from './wikidata-csv';

/** Results that tell which variables there are; those that a later one has besides make a new table. */
const FIRST = 200;

/** Results of the Wikidata Query Service as JSON: read as its tables are, by the names of the variables. */
export const wikidataJson: JsonFormat = {
  name: 'Wikidata (SPARQL JSON)',
  path: ['results', 'bindings'],
  recognises: (first) => {
    const results = first.filter(isFields).map(textsOf);
    const header = variablesOf(results);
    return wikidataCsv.recognises(
      header,
      results.map((result) => ({ cells: cellsOf(result, header), spot: { line: 0, column: 0 } })),
    );
  },
  reader: () => new Results(),
};

/** The same as a list of results, as the query service's download has it. */
export const wikidataList: JsonFormat = { ...wikidataJson, path: [] };

type Texts = ReadonlyMap<string, string>;

/** Results that follow one another and are of one item and one date make one event. */
class Results implements ItemReader {
  #waiting: { readonly result: Texts; readonly spot: Spot }[] = [];
  #header: readonly string[] = [];
  #rows: RowReader | null = null;
  readonly #ids = new Set<unknown>();
  #last: (Found & { readonly kind: 'event' }) | null = null;
  #lastId: unknown = undefined;

  *item(item: unknown, spot: Spot): Generator<Found> {
    if (!isFields(item)) {
      yield { kind: 'fault', fault: noObject(item, spot) };
      return;
    }
    const result = textsOf(item);
    if (this.#rows !== null && [...result.keys()].some((name) => !this.#header.includes(name))) yield* this.#turn();
    if (this.#rows === null) {
      this.#waiting.push({ result, spot });
      if (this.#waiting.length === FIRST) yield* this.#start();
    } else yield* this.#joined(this.#rows.row({ cells: cellsOf(result, this.#header), spot }));
  }

  *end(): Generator<Found> {
    yield* this.#start();
    yield* this.#turn();
    if (this.#last !== null) yield this.#last;
  }

  *#start(): Generator<Found> {
    if (this.#waiting.length === 0) return;
    this.#header = [...new Set([...this.#header, ...variablesOf(this.#waiting.map(({ result }) => result))])];
    this.#rows = wikidataCsv.reader(this.#header);
    for (const { result, spot } of this.#waiting.splice(0)) {
      yield* this.#joined(this.#rows.row({ cells: cellsOf(result, this.#header), spot }));
    }
  }

  *#turn(): Generator<Found> {
    if (this.#rows !== null) yield* this.#joined(this.#rows.end());
    this.#rows = null;
  }

  *#joined(all: Iterable<Found>): Generator<Found> {
    for (const found of all) {
      const last = this.#last;
      if (found.kind !== 'event') {
        yield found;
        continue;
      }
      const { id, date } = found.event;
      if (last !== null && id !== undefined && this.#lastId === id && last.event.date === date) {
        this.#last = { ...last, event: merged(last.event, found.event) };
        continue;
      }
      if (last !== null) yield last;
      // Another date of the same item is another event, for which its id is taken.
      this.#last = this.#ids.has(id) ? { ...found, event: { ...found.event, id: undefined } } : found;
      this.#lastId = id;
      if (id !== undefined) this.#ids.add(id);
    }
  }
}

function variablesOf(results: readonly Texts[]): readonly string[] {
  return [...new Set(results.flatMap((result) => [...result.keys()]))];
}

function cellsOf(result: Texts, header: readonly string[]): readonly string[] {
  return header.map((name) => result.get(name) ?? '');
}

/** The values of a result as texts: of an object `{ "type": …, "value": … }`, or as they stand. */
function textsOf(item: Fields): Texts {
  const texts = new Map<string, string>();
  for (const [name, given] of Object.entries(item)) {
    const value = isFields(given) ? given.value : given;
    if (typeof value === 'string' && value !== '') texts.set(name, value);
    else if (typeof value === 'number') texts.set(name, String(value));
  }
  return texts;
}

/** `event` with what `more` says besides: lists together, texts that differ parted by semicolons, as far as an event may hold. */
function merged(event: Fields, more: Fields): Fields {
  const all: Record<string, unknown> = { ...event };
  for (const [key, value] of Object.entries(more)) {
    const had = all[key];
    if (had === undefined) all[key] = value;
    else if (Array.isArray(had) && Array.isArray(value)) all[key] = union(had, value);
    else if (key !== 'title' && typeof had === 'string' && typeof value === 'string' && had.length < LIMITS.text) {
      if (!had.split('; ').includes(value)) all[key] = `${had}; ${value}`;
    }
  }
  return all;
}

/** What two lists hold, each value once. */
function union(had: readonly unknown[], more: readonly unknown[]): readonly unknown[] {
  if (had.length >= LIMITS.list) return had;
  const known = new Set(had.map((each) => JSON.stringify(each)));
  return had.concat(more.filter((each) => !known.has(JSON.stringify(each))));
}
