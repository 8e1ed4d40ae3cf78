import { DAY_MS } from '../domain/calendar';
import { Bitmap } from './bitmap';
import type { Columns } from './columns';
import { densityOf, edgeRows } from './density';
import { crossing } from './rows/reach';
import type { RowSet } from './rowset';

/** What is left of sums that should cancel out. */
const ROUNDING = 1e-9;

/**
 * Events in each of `bins` equal bins of [from, to), of `set` or of all. One whose extent is wider than a bin is spread
 * evenly over what the window shows of it: an event of which only the year is known is no spike in January. Any other
 * counts where it begins, or in the first bin when it began before the window. So the bins add up to the number of
 * events that possibly lie in the window. Zeros when the window is empty or infinite.
 * O(bins) plus the wide rows; bins shorter than a day make every row in the window a wide one.
 */
export function histogram(
  columns: Columns,
  set: RowSet | null,
  from: number,
  to: number,
  bins: number,
): Float64Array<ArrayBuffer> {
  const totals = new Float64Array(bins);
  if (!(to - from > 0 && to - from < Infinity)) return totals;
  const rows = set ?? Bitmap.all(columns.count);
  const edgesOf = edgeRows(columns, from, to, bins);
  totals.set(densityOf(rows, edgesOf));

  const width = (to - from) / bins;
  const { earliest, latest, reach, long } = columns;
  const spread = new Spread(from, to, bins);
  const first = edgesOf[0];
  let bin = 0;
  const spreadIfWide = (row: number): void => {
    if (!(latest[row] - earliest[row] > width)) return;
    while (edgesOf[bin + 1] <= row) bin++;
    totals[bin]--;
    spread.add(earliest[row], latest[row]);
  };
  // No row that is not long can be wider than a bin of a day or more.
  if (width < DAY_MS) rows.forEach(first, edgesOf[bins], spreadIfWide);
  else if (set === null) long.forEach(first, edgesOf[bins], spreadIfWide);
  else long.intersect(set.toBitmap()).forEach(first, edgesOf[bins], spreadIfWide);
  for (const row of crossing(reach, first, from, rows, Infinity)) {
    if (latest[row] - earliest[row] > width) spread.add(earliest[row], latest[row]);
    else totals[0]++;
  }
  spread.addTo(totals);
  return totals;
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
  /** The extent added last, and how often: those of the same year or month come one after the other. */
  #earliest = 0;
  #latest = 0;
  #times = 0;

  constructor(from: number, to: number, bins: number) {
    this.#from = from;
    this.#to = to;
    this.#perMs = bins / (to - from);
    this.#single = new Float64Array(bins);
    this.#rise = new Float64Array(bins + 1);
  }

  /** One event, evenly over the part of [earliest, latest) inside the window; the part must not be empty. */
  add(earliest: number, latest: number): void {
    if (earliest !== this.#earliest || latest !== this.#latest) {
      this.#flush();
      this.#earliest = earliest;
      this.#latest = latest;
    }
    this.#times++;
  }

  /** Ends the gathering. */
  addTo(totals: Float64Array): void {
    this.#flush();
    let level = 0;
    for (let bin = 0; bin < totals.length; bin++) {
      level += this.#rise[bin];
      const total = totals[bin] + this.#single[bin] + level;
      totals[bin] = Math.abs(total - Math.round(total)) < ROUNDING ? Math.round(total) : total;
    }
  }

  #flush(): void {
    const times = this.#times;
    if (times === 0) return;
    this.#times = 0;
    const last = this.#single.length - 1;
    const start = (Math.max(this.#earliest, this.#from) - this.#from) * this.#perMs;
    const end = (Math.min(this.#latest, this.#to) - this.#from) * this.#perMs;
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
}
