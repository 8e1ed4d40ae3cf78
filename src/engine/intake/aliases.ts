import { isFields, type Fields } from '../../domain/parsing/field';
import type { Renaming } from './file';

/** By id of an actor: the id of the one it is another spelling of. */
export type AliasTable = Readonly<Record<string, string>>;

/** Which actors stand for others; chains are followed, and circles end where they began. */
export class Aliases implements Renaming {
  readonly #table: ReadonlyMap<string, string>;

  constructor(table: AliasTable) {
    const known = new Map(Object.entries(table).filter(([from, to]) => from !== to && to !== ''));
    this.#table = new Map([...known.keys()].map((from) => [from, lastOf(from, known)]));
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

function lastOf(from: string, table: ReadonlyMap<string, string>): string {
  const seen = new Set([from]);
  let at = from;
  for (let next = table.get(at); next !== undefined && !seen.has(next); next = table.get(at)) {
    seen.add(next);
    at = next;
  }
  return at;
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
