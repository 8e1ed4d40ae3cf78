import type { Chronology } from '../domain/dataset';
import { rangeInstants } from '../domain/date-range';
import { Bitmap } from './bitmap';
import type { Columns } from './columns';
import { type ActorSets, actorSets, pickedRows } from './rows/picked-rows';
import { type ClauseRef, type Field, FIELDS, type Query } from './query';
import { rangeRows } from './rows/range-rows';

/** The rows that one clause lets through. */
interface Part {
  readonly owner: Field | 'range' | 'check' | 'text';
  readonly rows: Bitmap;
}

/** A query worked out over columns: its clauses in force and what they have in common. */
export interface Compiled {
  readonly columns: Columns;
  readonly query: Query;
  readonly parts: readonly Part[];
  readonly matches: Bitmap;
  /** Stands for the picked actors, with their members where asked for. */
  readonly actorSets: ActorSets;
  /** Picks, in force or not, of values that the columns lack. */
  readonly unknownIds: readonly { readonly field: Field; readonly id: string }[];
}

/**
 * `hits` are the rows that the query's text matches; null when there is none, or no answer yet: then the text lets all
 * rows through. `checked` are those of its data check, null as long as they are not known. A range that cannot be read does the same. An included value that the columns lack matches nothing.
 * Throws RangeError when `hits` are of other columns. O(words) a clause.
 */
export function compile(
  columns: Columns,
  chronology: Chronology,
  query: Query,
  hits: Bitmap | null,
  checked: Bitmap | null = null,
): Compiled {
  if (hits !== null && hits.length !== columns.count) {
    throw new RangeError(`hits of ${hits.length} rows: the columns have ${columns.count}`);
  }
  const sets = actorSets(columns, chronology.actors, query.members);
  const parts: Part[] = [];
  if (hits !== null && !query.text.off && query.text.value.trim() !== '') parts.push({ owner: 'text', rows: hits });
  if (checked !== null && query.check?.off === false) parts.push({ owner: 'check', rows: checked });
  const range = query.range === null || query.range.off ? null : rangeInstants(query.range.from, query.range.to);
  if (query.range !== null && range !== null) {
    parts.push({ owner: 'range', rows: rangeRows(columns, range.from, range.to, query.range.mode) });
  }
  for (const field of FIELDS) {
    const clause = query.fields[field];
    const rows = clause === undefined ? null : pickedRows(columns.field(field), clause, sets);
    if (rows !== null) parts.push({ owner: field, rows });
  }
  const unknownIds = FIELDS.flatMap((field) =>
    (query.fields[field]?.picks ?? [])
      .filter(({ id }) => columns.field(field).indexOf(id) < 0)
      .map(({ id }) => ({ field, id })),
  );
  return { columns, query, parts, matches: common(parts, columns.count), actorSets: sets, unknownIds };
}

/** Rows that satisfy every clause, in time order. */
export function matches(compiled: Compiled): Bitmap {
  return compiled.matches;
}

/** Rows that satisfy every clause but one: a whole field, the range, the text, or a single pick of a field. */
export function matchesWithout(compiled: Compiled, clause: Part['owner'] | ClauseRef): Bitmap {
  const { columns, query, parts } = compiled;
  const owner = ownerOf(clause);
  if (!parts.some((part) => part.owner === owner)) return compiled.matches;
  const others = parts.filter((part) => part.owner !== owner);
  const field = typeof clause === 'object' && clause.kind === 'pick' ? query.fields[clause.field] : undefined;
  if (typeof clause === 'object' && clause.kind === 'pick' && field !== undefined) {
    const picks = field.picks.filter(({ id }) => id !== clause.id);
    const rows = pickedRows(columns.field(clause.field), { ...field, picks }, compiled.actorSets);
    if (rows !== null) others.push({ owner, rows });
  }
  return common(others, columns.count);
}

/** Undated events that match everything but the range: what the range silently leaves out. */
export function leftOut(compiled: Compiled): number {
  const { count, dated } = compiled.columns;
  if (!compiled.parts.some(({ owner }) => owner === 'range')) return 0;
  return count - dated === 0 ? 0 : undatedIn(matchesWithout(compiled, 'range'), dated);
}

function undatedIn(rows: Bitmap, dated: number): number {
  return rows.count - rows.rank(dated);
}

function ownerOf(clause: Part['owner'] | ClauseRef): Part['owner'] {
  if (typeof clause === 'string') return clause;
  return clause.kind === 'pick' ? clause.field : clause.kind;
}

function common(parts: readonly Part[], length: number): Bitmap {
  if (parts.length === 0) return Bitmap.all(length);
  return parts.map(({ rows }) => rows).reduce((all, rows) => all.and(rows));
}
