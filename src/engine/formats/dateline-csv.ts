import type { Fields } from '../../domain/parsing/field';
import { deneutralised, parted, SOURCE_COLUMNS } from './dateline-columns';
import type { Found } from './format';
import type { Cell, RowReader, TableFormat, TableRow } from './table';

const TEXTS = ['id', 'title', 'date', 'reported', 'summary', 'note', 'type', 'place', 'status', 'confidence'];
const LISTS = ['disagreements', 'related'];
const NAMES = ['actors', 'actor_ids', 'actor_roles', 'topics', 'topic_ids'];
const KNOWN: ReadonlySet<string> = new Set([...TEXTS, ...LISTS, ...NAMES, ...SOURCE_COLUMNS.map(({ name }) => name)]);

/** What `exporting/csv.ts` and `exporting/xlsx.ts` write: columns named as fields, lists joined by semicolons. */
export const datelineCsv: TableFormat = {
  name: 'Dateline table',
  recognises: (header) => {
    const names = new Set(header.map(named));
    return ['id', 'title', 'date', 'actor_ids', 'source_titles'].every((name) => names.has(name));
  },
  reader: (header) => new DatelineRows(header.map(named)),
};

class DatelineRows implements RowReader {
  readonly #header: readonly string[];
  /** Names by id. */
  readonly #actors = new Map<string, string>();
  readonly #topics = new Map<string, string>();

  constructor(header: readonly string[]) {
    this.#header = header;
  }

  *row({ cells, spot }: TableRow): Generator<Found> {
    const texts = new Map<string, string>();
    for (const [at, name] of this.#header.entries()) {
      const text = deneutralised(textOf(cells[at]));
      if (text !== '' && !texts.has(name)) texts.set(name, text);
    }
    if (texts.size > 0) yield { kind: 'event', event: this.#eventOf(texts), spot };
  }

  *end(): Generator<Found> {
    const actors = Array.from(this.#actors, ([id, name]) => ({ id, name, kind: 'other' }));
    const topics = Array.from(this.#topics, ([id, name]) => ({ id, name }));
    yield { kind: 'head', fields: { actors, topics } };
  }

  #eventOf(texts: ReadonlyMap<string, string>): Fields {
    const event: Record<string, unknown> = {};
    for (const name of TEXTS) if (texts.has(name)) event[name] = texts.get(name);
    const list = (name: string): readonly string[] => parted(texts.get(name) ?? '');
    const roles = list('actor_roles');
    const actors = idsOf(list('actors'), list('actor_ids'), this.#actors);
    const topics = idsOf(list('topics'), list('topic_ids'), this.#topics);
    const sources = sourcesOf(list);
    if (actors.length > 0) event.actors = actors.map((id, at) => (roles[at] ? { id, role: roles[at] } : id));
    if (topics.length > 0) event.topics = topics;
    if (sources.length > 0) event.sources = sources;
    for (const name of LISTS) if (texts.has(name)) event[name] = list(name);
    for (const [name, text] of texts) if (!KNOWN.has(name)) event[name] = text;
    return event;
  }
}

/** The ids, or where there is none the name; each with its name is noted. */
function idsOf(names: readonly string[], ids: readonly string[], known: Map<string, string>): readonly string[] {
  const all: string[] = [];
  for (let at = 0; at < Math.max(names.length, ids.length); at += 1) {
    const id = ids[at] || names[at];
    if (!id) continue;
    all.push(id);
    if (!known.has(id)) known.set(id, names[at] || id);
  }
  return all;
}

function sourcesOf(list: (name: string) => readonly string[]): readonly Fields[] {
  const columns = SOURCE_COLUMNS.map(({ name, key }) => ({ key, items: list(name) }));
  const count = Math.max(...columns.map(({ items }) => items.length));
  return Array.from({ length: count }, (_, at) =>
    Object.fromEntries(columns.flatMap(({ key, items }) => (items[at] ? [[key, items[at]]] : []))),
  );
}

function named(header: string): string {
  const name = deneutralised(header);
  return KNOWN.has(name.trim().toLowerCase()) ? name.trim().toLowerCase() : name;
}

/** As a spreadsheet that has made it a value of its own would write it. */
function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date)
    return cell
      .toISOString()
      .replace(/T00:00:00\.000Z$/, '')
      .replace(/\.000Z$/, 'Z');
  return String(cell);
}
