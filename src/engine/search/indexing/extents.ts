import { Bitmap } from '../../bitmap';
import { lowerBound } from '../../rows/bounds';
import { type Reach, reachLevels, walkBack } from '../../rows/reach';

/** Rows [from, to). */
type VisitRows = (from: number, to: number) => void;

/**
 * When the dated events begin and end, in the order of their earliest instants: rows that stand beside each other and have
 * the same extent are a run, which is kept once. Room for 20 bytes a run.
 */
export class Extents {
  /** First rows of the runs, and the number of dated rows. */
  readonly #rows: Uint32Array;
  readonly #earliest: Float64Array;
  /** Of runs as though they were rows. */
  readonly #reach: Reach;

  /** Of the first `dated` rows; `earliest` is ascending there. Nothing of both is kept. O(dated). */
  constructor(earliest: Float64Array, latest: Float64Array, dated: number) {
    const begins = (row: number): boolean =>
      row === 0 || earliest[row] !== earliest[row - 1] || latest[row] !== latest[row - 1];
    let runs = 0;
    for (let row = 0; row < dated; row++) if (begins(row)) runs++;
    const rows = new Uint32Array(runs + 1);
    const [first, last] = [new Float64Array(runs), new Float64Array(runs)];
    const endless: number[] = [];
    rows[runs] = dated;
    for (let row = 0, run = 0; row < dated; row++) {
      if (!begins(row)) continue;
      rows[run] = row;
      first[run] = earliest[row];
      last[run] = latest[row];
      if (latest[row] === Infinity) endless.push(run);
      run++;
    }
    this.#rows = rows;
    this.#earliest = first;
    const levels = reachLevels(last, runs);
    this.#reach = { latest: last, dated: runs, levels, endless: Bitmap.fromRows(endless, runs) };
  }

  /** The first row whose event does not begin before `instant`; the number of dated rows when there is none. O(log runs). */
  rowFrom(instant: number): number {
    return this.#rows[lowerBound(this.#earliest, instant, 0, this.#earliest.length)];
  }

  /** Visits the rows below `row` that last beyond `instant`, in stretches. O(runs of them). */
  eachLasting(row: number, instant: number, visit: VisitRows): void {
    const rows = this.#rows;
    const before = lowerBound(rows, row, 0, this.#earliest.length);
    walkBack(this.#reach, before, instant, (run) => {
      visit(rows[run], Math.min(row, rows[run + 1]));
      return instant;
    });
    if (instant === Infinity) return;
    this.#reach.endless.forEach(0, before, (run) => {
      visit(rows[run], Math.min(row, rows[run + 1]));
    });
  }

  /** Visits the dated rows of [from, to) in stretches that end at the same instant. O(runs of them). */
  eachEnd(from: number, to: number, visit: (from: number, to: number, latest: number) => void): void {
    const rows = this.#rows;
    for (let run = lowerBound(rows, from + 1, 0, rows.length) - 1; run < this.#earliest.length; run++) {
      if (rows[run] >= to) return;
      visit(Math.max(from, rows[run]), Math.min(to, rows[run + 1]), this.#reach.latest[run]);
    }
  }
}
