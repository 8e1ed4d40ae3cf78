import { textOfCell } from './columns';
import { spanOf } from './date-parts';
import type { Fault, Found } from './format';
import { ownKeys } from './own-keys';
import type { RowReader, TableFormat, TableRow } from './table';
import { wikidataDate } from './wikidata-date';
import { WikidataGathering, type WikidataRow } from './wikidata-gathering';
import { ENTITY, isDateValue, wikidataRoles, type WikidataRoles } from './wikidata-roles';

const UNKNOWN = /^(?:t\d+|_:.*|https?:\/\/www\.wikidata\.org\/\.well-known\/genid\/.*)$/;
const NONE: ReadonlySet<string> = new Set();

/**
 * Results of the Wikidata Query Service as CSV or TSV, by the names that its queries usually give: an item with its label, dates
 * with their precision, and other things with theirs. Rows after each other of one item and date are one event.
 */
export const wikidataCsv: TableFormat = {
  name: 'Wikidata query result (CSV)',
  recognises(header, first) {
    const roles = wikidataRoles(header, first.map(texts));
    return roles !== null && first.some((row) => roles.dates.some((place) => isDateValue(texts(row)[place] ?? '')));
  },
  reader: (header) => new Results(header),
};

class Results implements RowReader {
  readonly #header: readonly string[];
  /** Null until the first row with an item shows which column has it. */
  #roles: WikidataRoles | null = null;
  #event: WikidataGathering | null = null;
  #id: string | undefined = undefined;
  /** Ids of events so far: a later event of the same item goes without, and is given one as others are that have none. */
  readonly #ids = new Set<string>();

  constructor(header: readonly string[]) {
    this.#header = header;
  }

  *row(row: TableRow): Generator<Found> {
    const cells = texts(row);
    this.#roles ??= wikidataRoles(this.#header, [cells]);
    const roles = this.#roles;
    if (roles === null) {
      yield leftOut(row, cells);
      return;
    }
    const read = this.#read(row, cells, roles);
    if (read === null) {
      yield* this.end();
      yield leftOut(row, cells);
    } else if (this.#event?.isOf(read) === true) {
      this.#event.add(read);
    } else {
      yield* this.end();
      this.#event = new WikidataGathering(read);
      this.#id = read.id;
    }
  }

  *end(): Generator<Found> {
    if (this.#event === null) return;
    const id = this.#id;
    yield this.#event.found(id !== undefined && !this.#ids.has(id));
    if (id !== undefined) this.#ids.add(id);
    this.#event = null;
  }

  #read(row: TableRow, cells: readonly string[], roles: WikidataRoles): WikidataRow | null {
    const at = (place: number | null): string => (place === null ? '' : (cells[place] ?? ''));
    const named = ({ value, label }: { readonly value: number | null; readonly label: number | null }): string =>
      at(label) || idOf(at(value));
    const id = ENTITY.exec(at(roles.item.value))?.[1];
    const title = named(roles.item);
    if (title === '') return null;
    const { date, faults } = this.#date(row, at, roles);
    const item = at(roles.item.value);
    const url = id === undefined ? '' : /^https?:/.test(item) ? item : `https://www.wikidata.org/entity/${id}`;
    const sources = [
      { title: `Wikidata: ${title}`, url },
      { title: 'Article', url: at(roles.article) },
    ];
    return {
      id,
      title,
      date,
      actors: roles.actors.map(named).filter((name) => name !== '' && !UNKNOWN.test(name)),
      type: named(roles.type),
      texts: [['summary', at(roles.summary)], ['place', named(roles.place)], ...this.#own(cells, roles.known)],
      sources: sources.filter((source) => source.url !== ''),
      spot: row.spot,
      faults,
    };
  }

  #date(
    { spot }: TableRow,
    at: (place: number | null) => string,
    { point, start, end }: WikidataRoles,
  ): { readonly date: string | null; readonly faults: readonly Fault[] } {
    const faults: Fault[] = [];
    const [on, from, to] = [point, start, end].map(({ value, precision }) => {
      const found = at(value);
      if (found === '' || value === null) return null;
      const date = wikidataDate(found, precisionOf(at(precision)));
      if (date === null) {
        const reason = UNKNOWN.test(found)
          ? 'is known to exist, but not which date it is'
          : 'is not a date of Wikidata';
        const remedy = 'write it as 2015-03-01T00:00:00Z, with a precision of 0 to 14 beside it';
        faults.push({
          ...spot,
          field: this.#header[value],
          found,
          reason: `${reason}: it is left out`,
          remedy,
          leftOut: false,
        });
      }
      return date;
    });
    if (on !== null || from === null) return { date: on ?? to, faults };
    const span = spanOf(from, to, end.value === null ? '' : this.#header[end.value], spot);
    return { date: span.date, faults: [...faults, ...span.faults] };
  }

  #own(cells: readonly string[], known: ReadonlySet<number>): readonly (readonly [string, string])[] {
    const own: [string, string][] = [];
    for (const [place, text] of cells.entries()) {
      if (!known.has(place) && text !== '') own.push([this.#header[place] || `column ${place + 1}`, text]);
    }
    return Object.entries(ownKeys(Object.fromEntries(own), NONE)).map(([name, text]) => [name, String(text)]);
  }
}

function texts({ cells }: TableRow): readonly string[] {
  // As TSV, literals are quoted, with what they are after it, and addresses are in angle brackets.
  return cells.map((cell) => {
    const text = textOfCell(cell);
    return /^"(.*)"(?:@[\w-]+|\^\^<.*>)?$/s.exec(text)?.[1] ?? /^<(.*)>$/.exec(text)?.[1] ?? text;
  });
}

function idOf(value: string): string {
  return ENTITY.exec(value)?.[1] ?? value;
}

function precisionOf(text: string): number | null {
  return /^(?:\d|1[0-4])$/.test(text) ? Number(text) : null;
}

function leftOut({ spot }: TableRow, cells: readonly string[]): Found {
  const reason = 'names no item: the row is left out';
  const remedy = 'select ?item and ?itemLabel in the query';
  return { kind: 'fault', fault: { ...spot, field: '', found: cells.join(' '), reason, remedy, leftOut: true } };
}
