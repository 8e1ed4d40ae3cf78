import { Bitmap, setRange, wordsFor } from '../bitmap';
import { lowerBound } from './bounds';
import type { Columns } from '../columns';
import type { RangeClause } from '../query';
import { walkBack } from './reach';

/**
 * Rows of a stretch of time [from, to): those whose extent overlaps it (`possibly`) or lies within it (`certainly`). An
 * empty stretch has none, undated rows are in none. O(words) and a few steps for each row that reaches over the edge.
 */
export function rangeRows(columns: Columns, from: number, to: number, mode: RangeClause['mode']): Bitmap {
  const { count, dated, earliest } = columns;
  if (!(from < to)) return Bitmap.none(count);
  const words = new Uint32Array(wordsFor(count));
  const first = lowerBound(earliest, from, 0, dated);
  const end = lowerBound(earliest, to, first, dated);
  setRange(words, first, end);
  let least = first;
  if (mode === 'possibly') {
    forEachBeyond(columns, first, from, (row) => {
      words[row >>> 5] |= 1 << (row & 31);
      if (row < least) least = row;
    });
  } else {
    forEachBeyond(columns, end, to, (row) => (words[row >>> 5] &= ~(1 << (row & 31))));
  }
  return Bitmap.within(words, count, least, end);
}

function forEachBeyond({ reach }: Columns, row0: number, instant: number, visit: (row: number) => void): void {
  if (instant === Infinity) return;
  walkBack(reach, row0, instant, (row) => {
    visit(row);
    return instant;
  });
  reach.endless.forEach(0, row0, visit);
}
