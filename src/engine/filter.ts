import type { Chronology } from '../domain/dataset';
import { rangeInstants } from '../domain/date-range';
import { Bitmap } from './bitmap';
import type { Columns } from './columns';
import { type ActorSets, actorSets, pickedRows } from './rows/picked-rows';
import { type ClauseRef, type Field, type FieldClause, FIELDS, type Query, type RangeClause } from './query';
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
 * rows through. `checked` are those of its data check, null as long as they are not known. A range that cannot be read does
 * the same. An included value that the columns lack matches nothing. Throws RangeError when `hits` are of other columns.
 * O(words) a clause; what `before` made of the same chronology is taken over where its clauses say the same.
 */
export function compile(
  columns: Columns,
  chronology: Chronology,
  query: Query,
  hits: Bitmap | null,
  checked: Bitmap | null = null,
  before: Compiled | null = null,
): Compiled {
  if (hits !== null && hits.length !== columns.count) {
    throw new RangeError(`hits of ${hits.length} rows: the columns have ${columns.count}`);
  }
  const known = before?.columns === columns && sameIds(before.query.members, query.members) ? before : null;
  const knownRows = (owner: Part['owner']): Bitmap | null =>
    known?.parts.find((part) => part.owner === owner)?.rows ?? null;
  const sets = known?.actorSets ?? actorSets(columns, chronology.actors, query.members);
  const parts: Part[] = [];
  if (hits !== null && !query.text.off && query.text.value.trim() !== '') parts.push({ owner: 'text', rows: hits });
  if (checked !== null && query.check?.off === false) parts.push({ owner: 'check', rows: checked });
  const range = query.range === null || query.range.off ? null : rangeInstants(query.range.from, query.range.to);
  if (query.range !== null && range !== null) {
    const same = known !== null && sameRange(known.query.range, query.range) ? knownRows('range') : null;
    parts.push({ owner: 'range', rows: same ?? rangeRows(columns, range.from, range.to, query.range.mode) });
  }
  for (const field of FIELDS) {
    const clause = query.fields[field];
    const same = known !== null && sameClause(known.query.fields[field], clause) ? knownRows(field) : null;
    const rows = same ?? (clause === undefined ? null : pickedRows(columns.field(field), clause, sets));
    if (rows !== null) parts.push({ owner: field, rows });
  }
  const unknownIds = FIELDS.flatMap((field) =>
    (query.fields[field]?.picks ?? [])
      .filter(({ id }) => columns.field(field).indexOf(id) < 0)
      .map(({ id }) => ({ field, id })),
  );
  const isSame = known !== null && sameRows(known.parts, parts);
  const rows = isSame ? known.matches : common(parts, columns.count);
  return { columns, query, parts, matches: rows, actorSets: sets, unknownIds };
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
  const [first, ...others] = parts.map(({ rows }) => rows);
  return parts.length === 0 ? Bitmap.all(length) : Bitmap.common([first, ...others]);
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((id, i) => id === b[i]));
}

function sameRows(a: readonly Part[], b: readonly Part[]): boolean {
  return a.length === b.length && a.every(({ rows }, i) => rows === b[i].rows);
}

function sameRange(a: RangeClause | null, b: RangeClause): boolean {
  return a?.from === b.from && a.to === b.to && a.mode === b.mode && a.off === b.off;
}

function sameClause(a: FieldClause | undefined, b: FieldClause | undefined): boolean {
  if (a === b) return true;
  if (b === undefined || a?.mode !== b.mode || a.picks.length !== b.picks.length) return false;
  return a.picks.every(({ id, sign, off }, i) => {
    const other = b.picks[i];
    return id === other.id && sign === other.sign && off === other.off;
  });
}
