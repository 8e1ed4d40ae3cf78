import { setRange } from '../../bitmap';
import { walkBack } from '../../rows/reach';
import type { Span } from '../language/date-terms';
import { gradeOf, PART } from '../indexing/parts';
import type { Marks } from './marks';
import type { TimeTest } from '../language/search-fields';
import type { SearchIndex } from '../indexing/search-index';

/** An event that may lie partly outside a date found among the words. */
const OVERLAPPING = 0.85;

/** Sets the bits of rows whose extents pass the test. Gives the work it was. O(rows / 32 + rows that last into the span). */
export function markTime(index: SearchIndex, test: TimeTest, { from, to }: Span, bits: Uint32Array): number {
  const { starts, dated } = index;
  if (test === 'before') {
    setRange(bits, 0, starts.rowFrom(from));
    return bits.length;
  }
  const beyond = test === 'on' ? from : to;
  const first = starts.rowFrom(beyond);
  const end = test === 'on' ? starts.rowFrom(to) : dated;
  setRange(bits, first, end);
  return bits.length + eachLasting(index, Math.min(first, end), beyond, (row) => (bits[row >>> 5] |= 1 << (row & 31)));
}

/** Adds rows of that date, those within it with a better grade than those that reach beyond. Gives the work it was. */
export function markDate(index: SearchIndex, span: Span, marks: Marks): number {
  const { starts, reach } = index;
  const { latest } = reach;
  const within = gradeOf(PART.date, 1);
  const overlapping = gradeOf(PART.date, OVERLAPPING);
  const first = starts.rowFrom(span.from);
  const end = starts.rowFrom(span.to);
  for (let row = first; row < end; row++) marks.add(row, latest[row] <= span.to ? within : overlapping);
  return (
    Math.max(0, end - first) +
    eachLasting(index, Math.min(first, end), span.from, (row) => {
      marks.add(row, overlapping);
    })
  );
}

/** Visits the rows below `row0` that last beyond an instant; gives their number. */
function eachLasting({ reach }: SearchIndex, row0: number, instant: number, visit: (row: number) => void): number {
  let count = 0;
  const each = (row: number): void => {
    count++;
    visit(row);
  };
  walkBack(reach, row0, instant, (row) => {
    each(row);
    return instant;
  });
  if (instant < Infinity) reach.endless.forEach(0, row0, each);
  return count;
}
