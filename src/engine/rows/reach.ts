import type { RowSet } from '../rowset';

const FAN_SHIFT = 6;

/**
 * How far the rows reach: for each 64 rows the greatest `latest`, for each 64 of those again, up to the top. Finds the
 * rows that began before an instant and last beyond it without looking at those that do not. Rows without an end are
 * kept apart: a few of them in every block would otherwise hide what ends.
 */
export interface Reach {
  /** Per row; only the dated ones count. */
  readonly latest: Float64Array;
  readonly dated: number;
  /** From fine to coarse, of finite ends only; the last has at most 64 entries. Empty when no row is dated. */
  readonly levels: readonly Float64Array[];
  /** Dated rows whose extent has no end. */
  readonly endless: RowSet;
}

/** O(dated). */
export function reachLevels(latest: Float64Array, dated: number): Float64Array[] {
  const levels: Float64Array[] = [];
  let below = latest.subarray(0, dated);
  while (below.length > 0) {
    const level = new Float64Array(((below.length - 1) >>> FAN_SHIFT) + 1).fill(-Infinity);
    for (let i = 0; i < below.length; i++) {
      const at = i >>> FAN_SHIFT;
      if (below[i] > level[at] && below[i] < Infinity) level[at] = below[i];
    }
    levels.push(level);
    if (level.length <= 1 << FAN_SHIFT) break;
    below = level;
  }
  return levels;
}

/**
 * Rows of `set` in [0, row0) whose extent ends after `instant`, ascending: all of them, or the last `limit`. Costs a few
 * steps for each row so found before `set` is asked, none for those between.
 */
export function crossing(reach: Reach, row0: number, instant: number, set: RowSet, limit: number): Uint32Array {
  const rows: number[] = [];
  if (instant === Infinity || !(limit > 0)) return new Uint32Array(0);
  walkBack(reach, row0, instant, (row) => {
    if (set.has(row)) rows.push(row);
    return rows.length < limit ? instant : Infinity;
  });
  const { endless } = reach;
  let left = limit;
  for (let k = endless.rank(Math.min(row0, reach.dated)) - 1; k >= 0 && left > 0; k--) {
    const row = endless.select(k);
    if (!set.has(row)) continue;
    rows.push(row);
    left--;
  }
  return Uint32Array.from(rows)
    .sort()
    .slice(-Math.min(limit, rows.length || 1));
}

/** Greatest finite `latest` among the rows of `set` in [0, row0); `atLeast` when none is greater. */
export function furthest(reach: Reach, row0: number, set: RowSet, atLeast: number): number {
  let best = atLeast;
  walkBack(reach, row0, atLeast, (row) => {
    if (set.has(row)) best = reach.latest[row];
    return best;
  });
  return best;
}

/**
 * Calls `visit` for the rows in [0, row0) whose extent ends after `instant` but some time, descending. What `visit`
 * answers takes the place of `instant` for the rows that remain; Infinity ends the walk.
 */
export function walkBack(reach: Reach, row0: number, instant: number, visit: (row: number) => number): void {
  const end = Math.min(row0, reach.dated);
  const { latest, levels } = reach;
  let bar = instant;
  const descend = (level: number, from: number, to: number): void => {
    if (level < 0) {
      for (let row = to - 1; row >= from; row--) if (latest[row] > bar && latest[row] < Infinity) bar = visit(row);
      return;
    }
    const values = levels[level];
    const lastBelow = (end - 1) >>> (FAN_SHIFT * level);
    for (let i = to - 1; i >= from; i--) {
      if (values[i] > bar) descend(level - 1, i << FAN_SHIFT, Math.min(lastBelow + 1, (i + 1) << FAN_SHIFT));
    }
  };
  if (end > 0) descend(levels.length - 1, 0, ((end - 1) >>> (FAN_SHIFT * levels.length)) + 1);
}
