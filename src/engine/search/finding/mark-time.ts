import { setRange } from '../../bitmap';
import { lowerBound } from '../../rows/bounds';
import type { Span } from '../language/date-terms';
import { gradeOf, PART } from '../indexing/parts';
import type { Marks } from './marks';
import type { TimeTest } from '../language/search-fields';
import type { SearchIndex } from '../indexing/search-index';

/** An event that may lie partly outside a date found among the words. */
const OVERLAPPING = 0.85;

/**
 * Sets the bits of rows whose extents pass the test: a stretch of rows by where they begin, and before it those that last
 * into it. Gives the work it was: O(rows before the stretch), nothing for `before`.
 */
export function markTime(index: SearchIndex, test: TimeTest, { from, to }: Span, bits: Uint32Array): number {
  const { earliest, latest, dated } = index;
  if (test === 'before') {
    setRange(bits, 0, lowerBound(earliest, from, 0, dated));
    return 0;
  }
  const beyond = test === 'on' ? from : to;
  const first = lowerBound(earliest, beyond, 0, dated);
  const end = test === 'on' ? lowerBound(earliest, to, 0, dated) : dated;
  setRange(bits, first, end);
  const lasting = Math.min(first, end);
  for (let row = 0; row < lasting; row++) if (latest[row] > beyond) bits[row >>> 5] |= 1 << (row & 31);
  return lasting;
}

/** Adds rows of that date, those within it with a better grade than those that reach beyond. Gives the work it was. */
export function markDate(index: SearchIndex, span: Span, marks: Marks): number {
  const { earliest, latest, dated } = index;
  const within = gradeOf(PART.date, 1);
  const overlapping = gradeOf(PART.date, OVERLAPPING);
  const end = lowerBound(earliest, span.to, 0, dated);
  for (let row = 0; row < end; row++) {
    if (latest[row] <= span.from) continue;
    marks.add(row, earliest[row] >= span.from && latest[row] <= span.to ? within : overlapping);
  }
  return end;
}
