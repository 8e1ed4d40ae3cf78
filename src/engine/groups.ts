import { dayOf, instantOf } from '../domain/calendar';
import type { Bitmap } from './bitmap';
import { lowerBound } from './rows/bounds';
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

/**
 * Runs of matches with the same heading, in list order; a heading comes again where others stand between. O(words) and a
 * few steps a group: no row within a group is looked at.
 */
export function monthGroups(columns: Columns, matches: Bitmap): readonly Group[] {
  const groups: Group[] = [];
  const times = new Map<string, number>();
  const months = new Months(columns);
  const nextChange = changes(columns, matches);
  const count = matches.count;
  for (let from = 0; from < count;) {
    const row = matches.select(from);
    const kind = kindOf(columns, row);
    const end = Math.min(months.endOf(row, kind), nextChange(row, kind));
    const to = Math.max(from + 1, matches.rank(end));
    const year = kind === 'open' || kind === 'undated' ? null : months.year;
    const month = kind === 'month' ? months.month : null;
    const heading = year === null ? kind : `${year}${kind === 'years' ? '+' : ''}${month === null ? '' : `-${month}`}`;
    const time = (times.get(heading) ?? 0) + 1;
    times.set(heading, time);
    groups.push({ key: time === 1 ? heading : `${heading}/${time}`, kind, from, to, year, month });
    from = to;
  }
  return groups;
}

function kindOf({ dated, earliest, coarse, wider }: Columns, row: number): GroupKind {
  if (row >= dated) return 'undated';
  if (earliest[row] === -Infinity) return 'open';
  if (!coarse.has(row)) return 'month';
  return wider.has(row) ? 'years' : 'year';
}

/** The calendar month that the rows asked about begin in, and where its rows and those of its year end. */
class Months {
  year = 0;
  month = 0;
  readonly #columns: Columns;
  #monthEnd = 0;
  #yearEnd = 0;
  readonly #firstFinite: number;

  constructor(columns: Columns) {
    this.#columns = columns;
    this.#firstFinite = lowerBound(columns.earliest, -Number.MAX_VALUE, 0, columns.dated);
  }

  /** First row that no longer stands under the heading of `row`, by its begin alone. Rows are asked about in order. */
  endOf(row: number, kind: GroupKind): number {
    const { count, dated, earliest } = this.#columns;
    if (kind === 'undated') return count;
    if (kind === 'open') return this.#firstFinite;
    if (row >= this.#monthEnd) {
      const { year, month } = dayOf(earliest[row]);
      this.#monthEnd = lowerBound(earliest, instantOf(year, month + 1, 1), row + 1, dated);
      if (row >= this.#yearEnd) {
        this.#yearEnd = lowerBound(earliest, instantOf(year + 1, 1, 1), this.#monthEnd, dated);
      }
      this.year = year;
      this.month = month;
    }
    return kind === 'month' ? this.#monthEnd : this.#yearEnd;
  }
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
  return (row, kind) => {
    let first = count;
    for (const set of others[kind]) {
      const next = rowFrom(set, row);
      if (next >= 0 && next < first) first = next;
    }
    return first;
  };
}
