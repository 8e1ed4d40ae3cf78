import type { Columns } from '../columns';
import { walkBack } from '../rows/reach';
import type { RowSet } from '../rowset';

/** Rows that began before the window and last into it, ascending. */
export interface Lasting {
  readonly rows: Uint32Array;
  /** False when there were too many to look at all. */
  readonly whole: boolean;
}

/** Lasting rows looked at for all lanes of a scene together. */
const LIMIT = 1024;
/** A lane with no more rows than this before the window is looked through itself. */
const FEW = 512;

/**
 * Rows of [since, row0) whose extent ends after `instant` and is at most `longest` ms: of those the last LIMIT and, with
 * them, those without an end.
 */
export function lastingOf(columns: Columns, since: number, row0: number, instant: number, longest: number): Lasting {
  const { earliest, latest, reach } = columns;
  const rows: number[] = [];
  let seen = 0;
  walkBack(reach, row0, instant, (row) => {
    if (row < since) return Infinity;
    if (latest[row] - earliest[row] <= longest) rows.push(row);
    seen++;
    return seen < LIMIT ? instant : Infinity;
  });
  if (longest < Infinity) return { rows: Uint32Array.from(rows).reverse(), whole: seen < LIMIT };
  const endless = reach.endless.rank(row0);
  for (let k = Math.max(reach.endless.rank(since), endless - LIMIT); k < endless; k++)
    rows.push(reach.endless.select(k));
  return { rows: Uint32Array.from(rows).sort(), whole: seen < LIMIT && endless < LIMIT };
}

/** The rows of a lane among `lasting`, or found by looking through the lane when it is small. O(1) in the number of events. */
export function lastingIn(
  columns: Columns,
  set: RowSet,
  lasting: Lasting,
  row0: number,
  instant: number,
  longest: number,
): Lasting {
  if (set.rank(row0) > FEW) return { rows: lasting.rows.filter((row) => set.has(row)), whole: lasting.whole };
  const { earliest, latest } = columns;
  const lasts = (row: number): boolean => latest[row] > instant && latest[row] - earliest[row] <= longest;
  return { rows: set.rows(0, row0).filter(lasts), whole: true };
}
