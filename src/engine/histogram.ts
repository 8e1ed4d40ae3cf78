import { DAY_MS } from '../domain/calendar';
import { Bitmap } from './bitmap';
import type { Columns } from './columns';
import { densityOf, edgeRows } from './density';
import { crossing } from './rows/reach';
import type { RowSet } from './rowset';

/** What is left of sums that should cancel out. */
const ROUNDING = 1e-9;

/** `new Bins(...).of(set)`, for one set. */
export function histogram(
  columns: Columns,
  set: RowSet | null,
  from: number,
  to: number,
  bins: number,
): Float64Array<ArrayBuffer> {
  return new Bins(columns, from, to, bins).of(set);
}

/**
 * Equal bins of [from, to). An event whose extent is wider than a bin is spread evenly over what the window shows of it:
 * one of which only the year is known is no spike in January. Any other counts where it begins, or in the first bin when
 * it began before the window. So the bins add up to the number of events that possibly lie in the window.
 */
export class Bins {
  readonly #columns: Columns;
  readonly #from: number;
  readonly #to: number;
  readonly #bins: number;
  readonly #edges: Int32Array;
  /** Wide rows that begin in the window: stretches [from, to) of rows with the same extent. */
  readonly #wide: Int32Array;
  /** Rows that began before the window and reach into it. */
  readonly #crossing: Uint32Array;

  /** O(bins) plus the rows longer than a day; bins shorter than a day make every row in the window such a one. */
  constructor(columns: Columns, from: number, to: number, bins: number) {
    const isSome = to - from > 0 && to - from < Infinity;
    this.#columns = columns;
    this.#from = from;
    this.#to = to;
    this.#bins = bins;
    this.#edges = isSome ? edgeRows(columns, from, to, bins) : new Int32Array(bins + 1);
    this.#wide = isSome ? wideRows(columns, this.#edges[0], this.#edges[bins], (to - from) / bins) : new Int32Array(0);
    this.#crossing = isSome
      ? crossing(columns.reach, this.#edges[0], from, Bitmap.all(columns.count), Infinity)
      : new Uint32Array(0);
  }

  /** Events of `set`, or of all, in each bin; zeros when the window is empty or infinite. O(bins + wide extents). */
  of(set: RowSet | null): Float64Array<ArrayBuffer> {
    const { earliest, latest } = this.#columns;
    const width = (this.#to - this.#from) / this.#bins;
    const edgesOf = this.#edges;
    const totals = Float64Array.from(densityOf(set ?? Bitmap.all(this.#columns.count), edgesOf));
    const spread = new Spread(this.#from, this.#to, this.#bins);
    const wide = this.#wide;
    for (let i = 0, bin = 0; i < wide.length; i += 2) {
      const row = wide[i];
      const times = set === null ? wide[i + 1] - row : rowsIn(set, row, wide[i + 1]);
      if (times === 0) continue;
      while (edgesOf[bin + 1] <= row) bin++;
      totals[bin] -= times;
      spread.add(earliest[row], latest[row], times);
    }
    for (const row of this.#crossing) {
      if (set !== null && !set.has(row)) continue;
      if (latest[row] - earliest[row] > width) spread.add(earliest[row], latest[row], 1);
      else totals[0]++;
    }
    spread.addTo(totals);
    return totals;
  }
}

/** Pairs of row numbers [from, to): rows among [first, end) with one extent, wider than `width`. */
function wideRows({ earliest, latest, long, count }: Columns, first: number, end: number, width: number): Int32Array {
  const pairs: number[] = [];
  let last = -1;
  // No row that is not long can be wider than a bin of a day or more.
  (width < DAY_MS ? Bitmap.all(count) : long).forEach(first, end, (row) => {
    if (!(latest[row] - earliest[row] > width)) return;
    const isSame = last === row - 1 && earliest[last] === earliest[row] && latest[last] === latest[row];
    if (isSame) pairs[pairs.length - 1] = row + 1;
    else pairs.push(row, row + 1);
    last = row;
  });
  return Int32Array.from(pairs);
}

function rowsIn(set: RowSet, from: number, to: number): number {
  return to - from === 1 ? Number(set.has(from)) : set.rank(to) - set.rank(from);
}

/** Gathers extents that cover many bins: whole bins by their differences, so that an extent costs the same however wide. */
class Spread {
  readonly #from: number;
  readonly #to: number;
  readonly #perMs: number;
  /** What falls into one bin only. */
  readonly #single: Float64Array;
  /** Rise of the level at each bin. */
  readonly #rise: Float64Array;

  constructor(from: number, to: number, bins: number) {
    this.#from = from;
    this.#to = to;
    this.#perMs = bins / (to - from);
    this.#single = new Float64Array(bins);
    this.#rise = new Float64Array(bins + 1);
  }

  /** So many events, evenly over the part of [earliest, latest) inside the window; the part must not be empty. */
  add(earliest: number, latest: number, times: number): void {
    const last = this.#single.length - 1;
    const start = (Math.max(earliest, this.#from) - this.#from) * this.#perMs;
    const end = (Math.min(latest, this.#to) - this.#from) * this.#perMs;
    const firstBin = Math.min(last, Math.floor(start));
    const lastBin = Math.min(last, Math.max(firstBin, Math.ceil(end) - 1));
    if (firstBin === lastBin) {
      this.#single[firstBin] += times;
      return;
    }
    const level = times / (end - start);
    this.#single[firstBin] += (firstBin + 1 - start) * level;
    this.#single[lastBin] += (end - lastBin) * level;
    this.#rise[firstBin + 1] += level;
    this.#rise[lastBin] -= level;
  }

  /** Ends the gathering. */
  addTo(totals: Float64Array): void {
    let level = 0;
    for (let bin = 0; bin < totals.length; bin++) {
      level += this.#rise[bin];
      const total = totals[bin] + this.#single[bin] + level;
      totals[bin] = Math.abs(total - Math.round(total)) < ROUNDING ? Math.round(total) : total;
    }
  }
}
