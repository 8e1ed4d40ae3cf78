import type { Bitmap } from './bitmap';

/** The list's order over the matching rows: positions 0 to `count` - 1. */
export interface ListOrder {
  readonly count: number;
  /** Row at a position in range. */
  rowAt(position: number): number;
  /** Position of a row; -1 when it does not match. */
  positionOf(row: number): number;
}

/** Matches by time, oldest or newest first; the undated stand last in both, in row order. `dated` is the number of dated rows. */
export function byTime(matches: Bitmap, dated: number, newestFirst: boolean): ListOrder {
  const inTime = matches.rank(dated);
  const mirror = (position: number): number => (newestFirst && position < inTime ? inTime - 1 - position : position);
  return {
    count: matches.count,
    rowAt: (position) => matches.select(mirror(position)),
    positionOf: (row) => (matches.has(row) ? mirror(matches.rank(row)) : -1),
  };
}

/** Matches with the `ranked` rows first, in their order, and all others by time. Rows of `ranked` that do not match are passed over. */
export function byRelevance(matches: Bitmap, ranked: Uint32Array): ListOrder {
  const best = ranked.filter((row) => matches.has(row));
  const positions = new Map(Array.from(best, (row, position) => [row, position]));
  const rest = matches.without(best);
  return {
    count: matches.count,
    rowAt: (position) => (position < best.length ? best[position] : rest.select(position - best.length)),
    positionOf: (row) => positions.get(row) ?? (rest.has(row) ? best.length + rest.rank(row) : -1),
  };
}
