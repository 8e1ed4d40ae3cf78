import type { Problem } from '../../domain/dataset';
import { isFields, type Fields } from '../../domain/parsing/field';
import { quote } from '../../domain/quote';
import type { Renaming } from './file';

/** By id of an actor: the id of the one it is another spelling of. */
export type AliasTable = Readonly<Record<string, string>>;

/** Which actors stand for others; chains are followed. Those that lead back to themselves stand for nobody, which is told. */
export class Aliases implements Renaming {
  readonly problems: readonly Problem[];
  readonly #table: ReadonlyMap<string, string>;

  constructor(table: AliasTable) {
    const known = new Map(Object.entries(table).filter(([from, to]) => from !== to && to !== ''));
    const circles = circlesIn(known);
    const lost = new Set(circles.flat());
    for (const id of lost) known.delete(id);
    this.#table = new Map([...known.keys()].map((from) => [from, lastOf(from, known)]));
    this.problems = circles.map(told);
  }

  get isEmpty(): boolean {
    return this.#table.size === 0;
  }

  /** The event with the actors that stand for its own, each once, with the role found first; itself when that changes nothing. */
  event(item: unknown): unknown {
    if (!isFields(item) || !Array.isArray(item.actors)) return item;
    const seen = new Map<string, unknown>();
    let changed = false;
    const actors: readonly unknown[] = item.actors;
    for (const actor of actors) {
      const id = idOf(actor);
      const other = id === null ? null : (this.#table.get(id) ?? null);
      const key = other ?? id ?? `\n${seen.size}`;
      if (other !== null) changed = true;
      if (!seen.has(key)) seen.set(key, other === null ? actor : isFields(actor) ? { ...actor, id: other } : other);
    }
    return changed ? { ...item, actors: [...seen.values()] } : item;
  }

  /** The head of a file with the actors that are left, each with the names of those it stands for among its aliases. */
  head(fields: Fields): Fields {
    if (this.isEmpty) return fields;
    const actors: readonly unknown[] = Array.isArray(fields.actors) ? fields.actors : [];
    const names = new Map(actors.map((actor) => [idOf(actor), nameOf(actor)]));
    const others = new Map<string, string[]>();
    for (const [from, to] of this.#table) others.set(to, [...(others.get(to) ?? []), names.get(from) ?? from]);
    const left = actors.filter((actor) => !this.#table.has(idOf(actor) ?? ''));
    const there = new Set(left.map(idOf));
    const added = [...others.keys()].filter((id) => !there.has(id)).map((id) => ({ id, name: id, kind: 'other' }));
    return { ...fields, actors: [...left, ...added].map((actor) => withAliases(actor, others)) };
  }
}

/** `table` leads from none back to itself. */
function lastOf(from: string, table: ReadonlyMap<string, string>): string {
  let at = from;
  for (let next = table.get(at); next !== undefined; next = table.get(at)) at = next;
  return at;
}

/** The ids that lead back to themselves, those of a circle together, in its order. */
function circlesIn(table: ReadonlyMap<string, string>): readonly (readonly string[])[] {
  const done = new Set<string>();
  const circles: (readonly string[])[] = [];
  for (const start of table.keys()) {
    const path: string[] = [];
    let at: string | undefined = start;
    for (; at !== undefined && !done.has(at); at = table.get(at)) {
      done.add(at);
      path.push(at);
    }
    const from = at === undefined ? -1 : path.indexOf(at);
    if (from >= 0) circles.push(path.slice(from));
  }
  return circles;
}

function told(circle: readonly string[]): Problem {
  return {
    index: null,
    eventId: null,
    field: 'actors',
    found: quote(circle.join(', ')),
    reason: 'are said to be other spellings of one another, in a circle: each stays as it is',
    remedy: 'leave out the alias of the one that is to stay',
  };
}

function withAliases(actor: unknown, others: ReadonlyMap<string, readonly string[]>): unknown {
  const more = others.get(idOf(actor) ?? '');
  if (more === undefined || !isFields(actor)) return actor;
  const before: readonly unknown[] = Array.isArray(actor.aliases) ? actor.aliases : [];
  return { ...actor, aliases: [...new Set([...before, ...more])] };
}

function idOf(actor: unknown): string | null {
  const id = isFields(actor) ? actor.id : actor;
  return typeof id === 'string' ? id : null;
}

function nameOf(actor: unknown): string {
  const name = isFields(actor) ? actor.name : null;
  return typeof name === 'string' ? name : (idOf(actor) ?? '');
}
