/** First index in [from, to) of ascending `values` that holds at least `bound`; `to` when none does. */
export function lowerBound(values: Float64Array | Uint32Array, bound: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle] < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
