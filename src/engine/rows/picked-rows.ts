import type { Actor } from '../../domain/dataset';
import { Bitmap, setRange, wordsFor } from '../bitmap';
import type { Columns, FieldColumn } from '../columns';
import { membersByBody, withMembers } from '../members';
import type { FieldClause } from '../query';
import type { RowSet } from '../rowset';

/** The row sets that a picked actor stands for; none when the columns lack it. */
export type ActorSets = (id: string) => readonly RowSet[];

/** Actors among `members` stand for themselves and all their direct and indirect members. */
export function actorSets(columns: Columns, actors: readonly Actor[], members: readonly string[]): ActorSets {
  const column = columns.field('actor');
  const expanded = new Map<string, readonly RowSet[]>();
  let byBody: ReadonlyMap<string, readonly string[]> | null = null;
  return (id) => {
    if (!members.includes(id)) return setsOf(column, [id]);
    byBody ??= membersByBody(actors);
    const sets = expanded.get(id) ?? setsOf(column, withMembers(byBody, id));
    expanded.set(id, sets);
    return sets;
  };
}

/** Rows that satisfy the picks of one field; null when none is in force. O(words) a pick. */
export function pickedRows(column: FieldColumn, clause: FieldClause, actors: ActorSets): Bitmap | null {
  const picks = clause.picks.filter(({ off }) => !off);
  if (picks.length === 0) return null;
  const length = column.offsets.length - 1;
  const setsFor = (sign: 'include' | 'exclude'): (readonly RowSet[])[] =>
    picks
      .filter((pick) => pick.sign === sign)
      .map(({ id }) => (column.key === 'actor' ? actors(id) : setsOf(column, [id])));
  const included = setsFor('include');
  const excluded = setsFor('exclude');
  if (included.length === 1 && excluded.length === 0) return union(included[0], length);
  const words = new Uint32Array(wordsFor(length));
  if (included.length === 0) setRange(words, 0, length);
  else if (clause.mode === 'any') for (const sets of included) for (const set of sets) set.addTo(words);
  else words.set(included.map((sets) => union(sets, length)).reduce((all, rows) => all.and(rows)).words);
  for (const sets of excluded) for (const set of sets) set.removeFrom(words);
  return Bitmap.of(words, length);
}

function setsOf(column: FieldColumn, ids: readonly string[]): readonly RowSet[] {
  return ids
    .map((id) => column.indexOf(id))
    .filter((index) => index >= 0)
    .map((index) => column.sets[index]);
}

function union(sets: readonly RowSet[], length: number): Bitmap {
  if (sets.length === 1) return sets[0].toBitmap();
  const words = new Uint32Array(wordsFor(length));
  for (const set of sets) set.addTo(words);
  return Bitmap.of(words, length);
}
