import { lowerBound } from './rows/bounds';
import type { Columns } from './columns';
import type { RowSet } from './rowset';

/**
 * For each of `steps` equal steps of [from, to), the first row that begins at or after its left
 * instant; the last edge is that of `to`. O(steps log(rows / steps)): no event between two edges is looked at.
 */
export function edgeRows(columns: Columns, from: number, to: number, steps: number): Int32Array {
  const rows = new Int32Array(steps + 1);
  const { earliest, dated } = columns;
  const instantAt = (step: number): number => from + ((to - from) * step) / steps;
  // Halving the steps bounds the search of each by its neighbours'.
  const fill = (low: number, high: number): void => {
    if (high - low < 2) return;
    const middle = (low + high) >>> 1;
    rows[middle] = lowerBound(earliest, instantAt(middle), rows[low], rows[high]);
    fill(low, middle);
    fill(middle, high);
  };
  rows[0] = lowerBound(earliest, from, 0, dated);
  rows[steps] = lowerBound(earliest, to, rows[0], dated);
  fill(0, steps);
  return rows;
}

/** Rows of `set` between each two neighbouring edges. O(edges), whatever the size of the set. */
export function densityOf(set: RowSet, edgesOf: Int32Array): Uint32Array {
  const ranks = set.ranks(edgesOf);
  const counts = new Uint32Array(Math.max(0, ranks.length - 1));
  for (let i = 0; i < counts.length; i++) counts[i] = ranks[i + 1] - ranks[i];
  return counts;
}
