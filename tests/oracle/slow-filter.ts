import { rangeInstants } from '../../src/domain/date-range';
import type { Chronology } from '../../src/domain/dataset';
import { type Field, FIELDS, type Query } from '../../src/engine/query';
import { type SlowRow, slowValues } from './slow-rows';

type Clause = Field | 'range' | 'text';

/** Rows that satisfy `query`, but for the clause `ignored`, by asking each event each clause. */
export function slowMatches(
  rows: readonly SlowRow[],
  chronology: Chronology,
  query: Query,
  hits: ReadonlySet<number> | null,
  ignored: Clause | null = null,
): readonly SlowRow[] {
  return rows.filter(
    (row) =>
      (ignored === 'text' || textAllows(row, query, hits)) &&
      (ignored === 'range' || rangeAllows(row, query)) &&
      FIELDS.every((field) => field === ignored || fieldAllows(row, field, query, chronology)),
  );
}

/** How many of the matches that ignore `field`'s own clause have each value. */
export function slowFacet(
  rows: readonly SlowRow[],
  chronology: Chronology,
  query: Query,
  hits: ReadonlySet<number> | null,
  field: Field,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of slowMatches(rows, chronology, query, hits, field)) {
    for (const id of slowValues(row, field)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

function textAllows({ row }: SlowRow, { text }: Query, hits: ReadonlySet<number> | null): boolean {
  return text.off || text.value.trim() === '' || hits === null || hits.has(row);
}

function rangeAllows({ date }: SlowRow, { range }: Query): boolean {
  if (range === null || range.off) return true;
  const bounds = rangeInstants(range.from, range.to);
  if (bounds === null) return true;
  if (date === null || bounds.from >= bounds.to) return false;
  return range.mode === 'possibly'
    ? date.earliest < bounds.to && date.latest > bounds.from
    : date.earliest >= bounds.from && date.latest <= bounds.to && date.earliest < bounds.to;
}

function fieldAllows(row: SlowRow, field: Field, query: Query, chronology: Chronology): boolean {
  const clause = query.fields[field];
  const picks = (clause?.picks ?? []).filter(({ off }) => !off);
  const own = slowValues(row, field);
  const has = (id: string): boolean =>
    own.some(
      (value) => value === id || (field === 'actor' && query.members.includes(id) && isMember(chronology, value, id)),
    );
  const included = picks.filter(({ sign }) => sign === 'include');
  if (picks.some(({ sign, id }) => sign === 'exclude' && has(id))) return false;
  if (included.length === 0) return true;
  return clause?.mode === 'all' ? included.every(({ id }) => has(id)) : included.some(({ id }) => has(id));
}

function isMember(chronology: Chronology, id: string, body: string, seen: readonly string[] = []): boolean {
  if (seen.includes(id)) return false;
  const bodies = chronology.actors.find((actor) => actor.id === id)?.memberOf ?? [];
  return bodies.some((each) => each === body || isMember(chronology, each, body, [...seen, id]));
}
