import type { DatePart, DatePoint } from './model';

export const QUALIFIER = '[?~%]?';

const PARTS: readonly DatePart[] = ['year', 'month', 'day'];

/** The qualifiers before and after one part of a date; '' for none. */
export interface Marks {
  readonly before: string;
  readonly after: string;
}

/**
 * `point` with the qualifiers of its parts, the year's first. One after a part holds for it and all to its left, one
 * before it for that part alone.
 */
export function qualified(point: DatePoint, marks: readonly Marks[]): DatePoint {
  const uncertain = partsWith('?', marks);
  const approximate = partsWith('~', marks);
  if (uncertain.length + approximate.length === 0) return point;
  const whole = [uncertain, approximate].every(({ length }) => length === 0 || length === marks.length);
  return {
    ...point,
    uncertain: uncertain.length > 0,
    approximate: approximate.length > 0,
    partly: whole ? null : { uncertain, approximate },
  };
}

function partsWith(sign: '?' | '~', marks: readonly Marks[]): DatePart[] {
  const holds = (mark: string): boolean => mark === sign || mark === '%';
  const upTo = marks.findLastIndex(({ after }) => holds(after));
  return PARTS.filter((_, i) => i < marks.length && (i <= upTo || holds(marks[i].before)));
}
