import { unitOf, type Amount, type Expression } from './markwhen-expression';
import { overAt, plus, type Range } from './markwhen-resolve';

/** The most occurrences that are made of one entry. */
export const MOST = 500;
/** How far an entry that recurs without an end goes on. */
export const YEARS_WITHOUT_END = 50;

const UNIT =
  '(milliseconds|ms|seconds?|secs?|minutes?|mins?|hours?|(?:week|work|business)\\s*days?|days?|weeks?|months?|years?)';
const EVERY = new RegExp(
  `^(?:(other|\\d{1,5})\\s+)?${UNIT}(?:\\s+for\\s+(\\d{1,6})\\s*(?:(times?)|${UNIT})|\\s*x\\s*(\\d{1,6}))?$`,
  'i',
);

/** What recurs. */
export interface Recurrence {
  /** The first included, ascending. */
  readonly ranges: readonly Range[];
  /** Whether there would be more. */
  readonly isCut: boolean;
}

/** When what is first at `first` recurs, `every` so: `other week for 1 year`. Null when that cannot be read. */
export function recurring({ every, until }: Expression, first: Range): Recurrence | null {
  const match = EVERY.exec(every ?? '');
  const last = until === null ? null : overAt(until);
  if (match === null || (until !== null && last === null)) return null;
  const groups: readonly (string | undefined)[] = match;
  const [, each, unit = '', count, times, length, repeated] = groups;
  const step: Amount = { count: each === undefined ? 1 : /other/i.test(each) ? 2 : Number(each), unit: unitOf(unit) };
  if (step.count === 0) return null;
  const most = repeated ?? (times === undefined ? undefined : count);
  const lasts: Amount =
    length === undefined ? { count: YEARS_WITHOUT_END, unit: 'year' } : { count: Number(count), unit: unitOf(length) };
  const ends = last ?? plus(first.from, [lasts], 1);
  const ranges: Range[] = [];
  const wanted = most === undefined ? Infinity : Number(most);
  while (ranges.length < Math.min(MOST, wanted)) {
    const amounts = [{ ...step, count: step.count * ranges.length }];
    const from = plus(first.from, amounts, 1);
    if (ranges.length > 0 && (most === undefined || last !== null) && from >= ends)
      return { ranges, isCut: length === undefined && last === null };
    ranges.push({ from, to: plus(first.to, amounts, 1) });
  }
  return { ranges, isCut: wanted > MOST };
}
