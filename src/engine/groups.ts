import { dayOf, instantOf } from '../domain/calendar';
import type { Bitmap } from './bitmap';
import { lowerBound } from './rows/bounds';
import { type Columns, FLAG } from './columns';
import { rowFrom } from './rowset';

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

/** All headings of a chronology over rows in time order, whatever matches. */
export interface Headings {
  /** First row of each run of rows with one heading, and in the end the number of rows. */
  readonly starts: Int32Array;
  /** Per run. */
  readonly runs: readonly Heading[];
}

interface Heading extends Pick<Group, 'key' | 'kind' | 'year' | 'month'> {
  /** The same for runs with the same heading. */
  readonly heading: string;
}

/** O(words) and a few steps a run; of rows known to the month only the first of a run is looked at. */
export function headingsOf(columns: Columns): Headings {
  const starts: number[] = [];
  const runs: Heading[] = [];
  const times = new Map<string, number>();
  const months = new Months(columns);
  for (let row = 0; row < columns.count;) {
    const kind = kindOf(columns, row);
    const end = endOfKind(columns, row, kind, months.endOf(row, kind));
    const year = kind === 'open' || kind === 'undated' ? null : months.year;
    const month = kind === 'month' ? months.month : null;
    const heading = year === null ? kind : `${year}${kind === 'years' ? '+' : ''}${month === null ? '' : `-${month}`}`;
    const time = (times.get(heading) ?? 0) + 1;
    times.set(heading, time);
    starts.push(row);
    runs.push({ heading, key: time === 1 ? heading : `${heading}/${time}`, kind, year, month });
    row = end;
  }
  return { starts: Int32Array.from([...starts, columns.count]), runs };
}

/**
 * Runs of matches with the same heading, in list order; a heading comes again where matches with others stand between.
 * O(headings), whatever the number of matches.
 */
export function groupsOf({ starts, runs }: Headings, matches: Bitmap): readonly Group[] {
  const groups: Group[] = [];
  const ranks = matches.ranks(starts);
  for (let i = 0; i < runs.length;) {
    const { heading, key, kind, year, month } = runs[i];
    const from = ranks[i];
    let to = ranks[++i];
    if (from === to) continue;
    for (; i < runs.length && (ranks[i + 1] === to || runs[i].heading === heading); i++) to = ranks[i + 1];
    groups.push({ key, kind, from, to, year, month });
  }
  return groups;
}

function kindOf({ dated, earliest, flags }: Columns, row: number): GroupKind {
  if (row >= dated) return 'undated';
  if (earliest[row] === -Infinity) return 'open';
  if ((flags[row] & FLAG.coarse) === 0) return 'month';
  return (flags[row] & FLAG.wider) === 0 ? 'year' : 'years';
}

/** First row after `row`, the first of a run of `kind`, that is of another kind; `end` when there is none before it. */
function endOfKind(columns: Columns, row: number, kind: GroupKind, end: number): number {
  if (kind === 'month') {
    const coarse = rowFrom(columns.coarse, row);
    return coarse < 0 ? end : Math.min(end, coarse);
  }
  if (kind === 'open' || kind === 'undated') return end;
  let next = row + 1;
  while (next < end && kindOf(columns, next) === kind) next++;
  return next;
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
