import { isFields } from '../../domain/parsing/field';
import { onOneLine } from './one-line';
import type { Piece, Selection } from './selection';

const FORMAT = '{"format":"dateline/1"';
const LISTS = ['actors', 'topics'] as const;

/**
 * A file of the format dateline/1. All events: its head is the one that was read. Some of them: of actors and topics those
 * that they name, and whom these belong to; events are gone through twice then, for the names and to be written. Every event
 * stands on a line, each with every key as it was read. What is opened again and written again is the same file.
 */
export function* datelineJson(selection: Selection): Generator<Piece, readonly string[]> {
  const { rows, records } = selection;
  const isAll = rows.count === records.count;
  const head = isAll ? wholeHead(selection.head) : partedHead(selection, yield* namesOf(selection));
  const before = isAll ? 0 : rows.count / 2;
  yield { data: `${head},"events":[`, done: before };
  for (let at = 0; at < rows.count; at += 1) {
    const data = `${at === 0 ? '\n' : ',\n'}${onOneLine(records.json(rows.select(at)))}`;
    yield { data, done: isAll ? at + 1 : before + (at + 1) / 2 };
  }
  yield { data: `\n]}\n`, done: rows.count };
  return [];
}

/** The head without its closing bracket; it says its format. */
function wholeHead(head: string): string {
  const open = head.replace(/\}\s*$/, '');
  if (open.startsWith(FORMAT)) return open;
  return withFormat(entriesOf(head));
}

/** The same with those actors and topics that are named. */
function partedHead({ head }: Selection, named: ReadonlySet<string>): string {
  const isList = (key: string): boolean => LISTS.some((list) => list === key);
  return withFormat(
    entriesOf(head).map(([key, value]) => [
      key,
      isList(key) && Array.isArray(value) ? value.filter((item) => isNamed(item, key, named)) : value,
    ]),
  );
}

function withFormat(entries: readonly (readonly [string, unknown])[]): string {
  const others = entries.filter(([key]) => key !== 'format').map((entry) => `,${member(entry)}`);
  return `${FORMAT}${others.join('')}`;
}

function entriesOf(head: string): readonly (readonly [string, unknown])[] {
  const fields: unknown = JSON.parse(head);
  return isFields(fields) ? Object.entries(fields) : [];
}

function member([key, value]: readonly [string, unknown]): string {
  return `${JSON.stringify(key)}:${JSON.stringify(value)}`;
}

/** Actors and topics that the events name, and whom these belong to: an actor as `a…`, a topic as `t…`. */
function* namesOf({ chronology, rows, records }: Selection): Generator<Piece, ReadonlySet<string>> {
  const named = new Set<string>();
  for (let at = 0; at < rows.count; at += 1) {
    noteNames(records.json(rows.select(at)), named);
    yield { data: '', done: (at + 1) / 2 };
  }
  spread(chronology.actors, named);
  return named;
}

function noteNames(json: string, named: Set<string>): void {
  const fields: unknown = JSON.parse(json);
  if (!isFields(fields)) return;
  for (const [list, sign] of [
    [fields.actors, 'a'],
    [fields.topics, 't'],
  ] as const) {
    for (const item of Array.isArray(list) ? list : []) {
      const id: unknown = isFields(item) ? item.id : item;
      if (typeof id === 'string') named.add(sign + id);
    }
  }
}

/** Adds whom the named actors belong to, and the bodies of their roles. */
function spread(actors: Selection['chronology']['actors'], named: Set<string>): void {
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  // A set hands out what is added to it while it is walked.
  for (const name of named) {
    const actor = name.startsWith('a') ? byId.get(name.slice(1)) : undefined;
    for (const id of actor?.memberOf ?? []) named.add(`a${id}`);
    for (const { body } of actor?.roles ?? []) if (body !== null && byId.has(body)) named.add(`a${body}`);
  }
}

function isNamed(item: unknown, list: string, named: ReadonlySet<string>): boolean {
  return isFields(item) && typeof item.id === 'string' && named.has((list === 'actors' ? 'a' : 't') + item.id);
}
