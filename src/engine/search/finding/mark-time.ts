import { setRange } from '../../bitmap';
import type { Span } from '../language/date-terms';
import { gradeOf, PART } from '../indexing/parts';
import type { Marks } from './marks';
import type { TimeTest } from '../language/search-fields';
import type { SearchIndex } from '../indexing/search-index';

/** An event that may lie partly outside a date found among the words. */
const OVERLAPPING = 0.85;

/**
 * Sets the bits of rows whose extents pass the test. Gives the work it was. O(rows / 32 + stretches of rows that last into
 * the span).
 */
export function markTime(
  { extents, dated }: SearchIndex,
  test: TimeTest,
  { from, to }: Span,
  bits: Uint32Array,
): number {
  if (test === 'before') {
    setRange(bits, 0, extents.rowFrom(from));
    return bits.length;
  }
  const beyond = test === 'on' ? from : to;
  const first = extents.rowFrom(beyond);
  const end = test === 'on' ? extents.rowFrom(to) : dated;
  setRange(bits, first, end);
  let stretches = 0;
  extents.eachLasting(Math.min(first, end), beyond, (begin, after) => {
    stretches++;
    setRange(bits, begin, after);
  });
  return bits.length + stretches;
}

/** Adds rows of that date, those within it with a better grade than those that reach beyond. Gives the work it was. */
export function markDate({ extents }: SearchIndex, span: Span, marks: Marks): number {
  const within = gradeOf(PART.date, 1);
  const overlapping = gradeOf(PART.date, OVERLAPPING);
  const first = extents.rowFrom(span.from);
  const end = extents.rowFrom(span.to);
  let work = 0;
  const add = (from: number, to: number, grade: number): void => {
    work += 8 + ((to - from) >>> 3);
    marks.addRange(from, to, grade);
  };
  extents.eachEnd(first, end, (from, to, latest) => {
    add(from, to, latest <= span.to ? within : overlapping);
  });
  extents.eachLasting(Math.min(first, end), span.from, (from, to) => {
    add(from, to, overlapping);
  });
  return work;
}
