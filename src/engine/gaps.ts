import { lowerBound } from './rows/bounds';
import type { Columns } from './columns';
import { furthest } from './rows/reach';
import { rowBefore, rowFrom, type RowSet } from './rowset';

/** A stretch without any event: from the end of all extents before it to the next begin. */
export interface QuietPeriod {
  readonly from: number;
  readonly to: number;
  /** The rows that stand before and after it in time order. */
  readonly before: number;
  readonly after: number;
}

export interface QuietOptions {
  /** A period must be longer than this... */
  readonly minimumMs: number;
  /** ...and than this many times the median distance between two begins in a row. */
  readonly medians: number;
  /** The longest so many are kept; all when left out. */
  readonly limit?: number;
}

/** Distances looked at for the median; with more events, evenly picked ones. */
const SAMPLE = 255;

/**
 * Stretches, in time order, in which no event of `set` possibly lies. An open end covers nothing beyond the moment when
 * the event had begun: a treaty still in force is not unrest. Steps over busy times: O(span / shortest period), at most
 * O(count), each step O(log rows).
 */
export function quietPeriods(columns: Columns, set: RowSet, options: QuietOptions): readonly QuietPeriod[] {
  const { earliest, dated, reach } = columns;
  const shortest = Math.max(options.minimumMs, options.medians * medianDistance(columns, set));
  const periods: QuietPeriod[] = [];
  let row = rowFrom(set, 0);
  let covered = -Infinity;
  let coveredUpTo = 0;
  while (row >= 0 && row < dated) {
    const later = lowerBound(earliest, earliest[row] + shortest, row + 1, dated);
    const before = rowBefore(set, later);
    if (before > row) {
      row = before;
      continue;
    }
    const after = rowFrom(set, row + 1);
    if (after < 0 || after >= dated) break;
    covered = furthest(reach, row + 1, set, Math.max(covered, openCover(columns, set, coveredUpTo, row + 1)));
    coveredUpTo = row + 1;
    if (covered > -Infinity && earliest[after] - covered > shortest) {
      periods.push({ from: covered, to: earliest[after], before: row, after });
    }
    row = after;
  }
  if (options.limit === undefined || periods.length <= options.limit) return periods;
  const kept = new Set(longestFirst(periods).slice(0, options.limit));
  return periods.filter((period) => kept.has(period));
}

/** The same periods, the longest first, else in the order given. */
export function longestFirst<T extends Pick<QuietPeriod, 'from' | 'to'>>(periods: readonly T[]): readonly T[] {
  return [...periods].sort((a, b) => b.to - b.from - (a.to - a.from));
}

/** How far the rows of `set` without an end, among [from, to), certainly reach. */
function openCover(columns: Columns, set: RowSet, from: number, to: number): number {
  let covered = -Infinity;
  columns.reach.endless.forEach(from, to, (row) => {
    const begun = columns.beginLatest[row] < Infinity ? columns.beginLatest[row] : columns.earliest[row];
    if (set.has(row)) covered = Math.max(covered, begun);
  });
  return covered;
}

/** Median distance in ms between the begins of neighbours; 0 for fewer than three events. */
function medianDistance({ earliest, dated }: Columns, set: RowSet): number {
  const first = set.rank(lowerBound(earliest, -Number.MAX_VALUE, 0, dated));
  const pairs = set.rank(dated) - first - 1;
  if (pairs < 2) return 0;
  const taken = Math.min(pairs, SAMPLE);
  const distances = Float64Array.from({ length: taken }, (_, i) => {
    const k = first + Math.floor((i * pairs) / taken);
    return earliest[set.select(k + 1)] - earliest[set.select(k)];
  }).sort();
  return distances[taken >>> 1];
}
