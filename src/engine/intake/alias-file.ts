import type { Actor } from '../../domain/dataset';
import { csvTable } from '../exporting/csv';
import { deneutralised } from '../formats/dateline-columns';
import { TableReader } from '../formats/csv';
import { delimiterOf } from '../formats/delimiter';
import type { AliasTable } from './aliases';

/** The table as CSV, `alias,actor`, by names: it does for other chronologies too. */
export function aliasFile(aliases: AliasTable, nameOf: (id: string) => string): string {
  return csvTable([['alias', 'actor'], ...Object.entries(aliases).map(([from, to]) => [nameOf(from), nameOf(to)])]);
}

/** What an alias file says of actors that there are. */
export interface AliasReading {
  readonly aliases: AliasTable;
  /** Names in it that no actor has. */
  readonly unknown: readonly string[];
}

/** Reads a table of two columns, another spelling and the actor it is one of, by id or name, with a header or without. */
export function readAliasFile(text: string, actors: readonly Actor[]): AliasReading {
  const ids = new Map(actors.flatMap(({ id, name }) => [[plain(name), id] as const]));
  for (const { id } of actors) ids.set(plain(id), id);
  const aliases: Record<string, string> = {};
  const unknown: string[] = [];
  const table = new TableReader(delimiterOf(text) ?? ',');
  for (const items of [table.add(text.replace(/^\ufeff/, '')), table.end()]) {
    for (const item of items) {
      if (item === null || !('cells' in item)) continue;
      const [from, to] = [0, 1].map((at) => plain(deneutralised(String(item.cells.at(at) ?? ''))));
      if (from === 'alias' && item.spot.line === 1) continue;
      const [alias, actor] = [ids.get(from), ids.get(to)];
      if (alias !== undefined && actor !== undefined)
        Object.defineProperty(aliases, alias, { value: actor, enumerable: true });
      else unknown.push(...[from, to].filter((name) => !ids.has(name)));
    }
  }
  return { aliases, unknown };
}

function plain(name: string): string {
  return name.trim().toLowerCase();
}
