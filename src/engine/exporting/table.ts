import type { ChronologyEvent, Source } from '../../domain/event';
import { EVENT_KEYS, SOURCE_COLUMNS, joined } from '../formats/dateline-columns';
import { selected, type Piece, type Selected, type Selection } from './selection';

/** Columns for keys that the format does not know, at most. */
const MOST_OWN = 500;

/** The rows of a table, its header first, as texts. */
export interface TableStep {
  readonly cells: readonly string[];
  readonly done: number;
}

/**
 * Events as a table of texts: a row each under a header, a column for each field and one for each key of their own. They
 * are gone through twice, for the columns and for the rows. Lists are joined as `formats/dateline-columns.ts` says.
 */
export function* tableRows(selection: Selection): Generator<TableStep | Piece, readonly string[]> {
  const own = new Set<string>();
  const others = new Set<string>();
  for (const { fields, done } of selected(selection)) {
    for (const key of Object.keys(fields)) {
      if (!EVENT_KEYS.has(key) && !own.has(key)) (own.size < MOST_OWN ? own : others).add(key);
    }
    yield { data: '', done: done / 2 };
  }
  const names = namesOf(selection);
  const columns = [...own];
  const header = [...COLUMNS.map(({ name }) => name), ...columns.map(ownName)];
  yield { cells: header, done: selection.rows.count / 2 };
  for (const each of selected(selection)) {
    const cells = COLUMNS.map(({ cell }) => cell(each, names));
    for (const key of columns) cells.push(ownCell(each.fields[key]));
    yield { cells, done: (selection.rows.count + each.done) / 2 };
  }
  return others.size === 0 ? [] : [`${others.size} keys beyond the first ${MOST_OWN} of your own have no column.`];
}

interface Names {
  readonly actors: ReadonlyMap<string, string>;
  readonly topics: ReadonlyMap<string, string>;
}

interface Column {
  readonly name: string;
  readonly cell: (selected: Selected, names: Names) => string;
}

const COLUMNS: readonly Column[] = [
  { name: 'id', cell: ({ event }) => event.id },
  { name: 'title', cell: ({ event }) => event.title },
  { name: 'date', cell: ({ event, fields }) => event.date ?? unread(fields.date) },
  { name: 'reported', cell: ({ event, fields }) => event.reported ?? unread(fields.reported) },
  { name: 'summary', cell: ({ event }) => event.summary ?? '' },
  { name: 'note', cell: ({ event }) => event.note ?? '' },
  { name: 'actors', cell: ({ event }, { actors }) => joined(actorIds(event).map((id) => nameOf(actors, id))) },
  { name: 'actor_ids', cell: ({ event }, { actors }) => idsUnlessNames(actorIds(event), actors) },
  { name: 'actor_roles', cell: ({ event }) => aligned(event.actors.map(({ role }) => role)) },
  { name: 'topics', cell: ({ event }, { topics }) => joined(event.topics.map((id) => nameOf(topics, id))) },
  { name: 'topic_ids', cell: ({ event }, { topics }) => idsUnlessNames(event.topics, topics) },
  { name: 'type', cell: ({ event }) => event.type ?? '' },
  { name: 'place', cell: ({ event }) => event.place ?? '' },
  { name: 'status', cell: ({ event }) => event.status ?? '' },
  { name: 'confidence', cell: ({ event }) => event.confidence ?? '' },
  ...SOURCE_COLUMNS.map(({ name, key }) => ({
    name,
    cell: ({ event }: Selected) => aligned(event.sources.map((source: Source) => source[key])),
  })),
  { name: 'disagreements', cell: ({ event }) => joined(event.disagreements) },
  { name: 'related', cell: ({ event }) => joined(event.related) },
];

/** So many columns come first; those of the events' own keys follow. */
export const KNOWN_COLUMNS = COLUMNS.length;

const COLUMN_NAMES: ReadonlySet<string> = new Set(COLUMNS.map(({ name }) => name));

function namesOf({ chronology }: Selection): Names {
  return {
    actors: new Map(chronology.actors.map(({ id, name }) => [id, name])),
    topics: new Map(chronology.topics.map(({ id, name }) => [id, name])),
  };
}

function nameOf(names: ReadonlyMap<string, string>, id: string): string {
  return names.get(id) ?? id;
}

/** Empty where the names say the same. */
function idsUnlessNames(ids: readonly string[], names: ReadonlyMap<string, string>): string {
  return ids.every((id) => nameOf(names, id) === id) ? '' : joined(ids);
}

function actorIds(event: ChronologyEvent): readonly string[] {
  return event.actors.map(({ id }) => id);
}

/** A list that goes along with another one: an empty place for what an item lacks, nothing where all lack it. */
function aligned(items: readonly (string | null)[]): string {
  return items.every((item) => item === null) ? '' : joined(items.map((item) => item ?? ''));
}

/** A date that could not be read, as the file has it: a table can say it, and whoever reads it tells of it. */
function unread(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A key that is called as a column here gets another name. */
function ownName(key: string): string {
  return COLUMN_NAMES.has(key) ? `${key} (own)` : key;
}

function ownCell(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
