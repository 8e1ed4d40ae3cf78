import { lowerBound } from '../../rows/bounds';

/** Where the events begin that are sorted by their earliest instants: many begin together, and are told once. */
export interface Starts {
  /** The first row whose event does not begin before `instant`; the number of dated rows when there is none. O(log rows). */
  rowFrom(instant: number): number;
}

/** Of the first `dated` of `earliest`, which are ascending. Keeps 12 bytes for each different instant. O(dated). */
export function startsOf(earliest: Float64Array, dated: number): Starts {
  const begins = (row: number): boolean => row === 0 || earliest[row] !== earliest[row - 1];
  let count = 0;
  for (let row = 0; row < dated; row++) if (begins(row)) count++;
  const instants = new Float64Array(count);
  const rows = new Uint32Array(count + 1);
  rows[count] = dated;
  for (let row = 0, at = 0; row < dated; row++) {
    if (!begins(row)) continue;
    instants[at] = earliest[row];
    rows[at++] = row;
  }
  return { rowFrom: (instant) => rows[lowerBound(instants, instant, 0, count)] };
}
