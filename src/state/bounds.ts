import { rangeInstants } from '../domain/date-range';

/** EDTF bounds, each null when open. */
export interface Bounds {
  readonly from: string | null;
  readonly to: string | null;
}

/** The bounds with the earlier one first; null when one of them cannot be read. */
export function inOrder({ from, to }: Bounds): Bounds | null {
  if (rangeInstants(from, to) !== null) return { from, to };
  return rangeInstants(to, from) === null ? null : { from: to, to: from };
}
