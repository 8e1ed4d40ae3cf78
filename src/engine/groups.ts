import { dayOf, instantOf } from '../domain/calendar';
import type { Bitmap } from './bitmap';
import { lowerBound } from './bounds';
import type { Columns } from './columns';
import { rowFrom, type RowSet } from './rowset';

/**
 * How exactly the begins under one heading are known: to the month or better; to the year; to several years, of which
 * `year` is the first (a decade, between two dates); not at all before some date; undated.
 */
export type GroupKind = 'month' | 'year' | 'years' | 'open' | 'undated';

/** Matches that stand under one heading of the list: positions [from, to) among the matches in time order. */
export interface Group {
  /** Distinct among the groups of one list. */
  readonly key: string;
  readonly kind: GroupKind;
  readonly from: number;
  readonly to: number;
  /** Astronomical: 0 is 1 BC. Null for `open` and `undated`. */
  readonly year: number | null;
  /** 1-12; null for all but `month`. */
  readonly month: number | null;
}

type Heading = Omit<Group, 'from' | 'to'>;

/**
 * Runs of matches with the same heading, in list order; a heading comes again where others stand between. O(words) and a
 * few steps a group: no row within a group is looked at.
 */
export function monthGroups(columns: Columns, matches: Bitmap): readonly Group[] {
  const { dated, earliest } = columns;
  const groups: Group[] = [];
  const times = new Map<string, number>();
  const nextChange = changes(columns, matches);
  for (let from = 0; from < matches.count;) {
    const row = matches.select(from);
    const heading = headingOf(columns, row);
    const end = row < dated ? lowerBound(earliest, endOf(heading), row + 1, dated) : columns.count;
    const to = Math.max(from + 1, matches.rank(Math.min(end, nextChange(row, heading.kind))));
    const time = (times.get(heading.key) ?? 0) + 1;
    times.set(heading.key, time);
    groups.push({ ...heading, key: time === 1 ? heading.key : `${heading.key}/${time}`, from, to });
    from = to;
  }
  return groups;
}

function headingOf({ dated, earliest, coarse, wider }: Columns, row: number): Heading {
  if (row >= dated) return { key: 'undated', kind: 'undated', year: null, month: null };
  if (earliest[row] === -Infinity) return { key: 'open', kind: 'open', year: null, month: null };
  const { year, month } = dayOf(earliest[row]);
  if (wider.has(row)) return { key: `${year}+`, kind: 'years', year, month: null };
  if (coarse.has(row)) return { key: `${year}`, kind: 'year', year, month: null };
  return { key: `${year}-${month}`, kind: 'month', year, month };
}

/** First instant that no longer belongs to the heading. */
function endOf({ year, month }: Heading): number {
  if (year === null) return -Number.MAX_VALUE;
  return month === null ? instantOf(year + 1, 1, 1) : instantOf(year, month + 1, 1);
}

/** First matching row after `row` that is of another kind than `kind`, the kind of `row`. */
function changes({ count, coarse, wider }: Columns, matches: Bitmap): (row: number, kind: GroupKind) => number {
  const fine = matches.andNot(coarse.toBitmap());
  const inexact = coarse.intersect(matches);
  const years = wider.intersect(matches);
  const year = inexact.toBitmap().andNot(years.toBitmap());
  const others: Readonly<Record<GroupKind, readonly RowSet[]>> = {
    month: [inexact],
    year: [fine, years],
    years: [fine, year],
    open: [],
    undated: [],
  };
  return (row, kind) =>
    others[kind].reduce((first, set) => {
      const next = rowFrom(set, row);
      return next < 0 ? first : Math.min(first, next);
    }, count);
}
