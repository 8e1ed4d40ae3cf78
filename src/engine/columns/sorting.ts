const DIGIT_BITS = 16;
const DIGITS = 1 << DIGIT_BITS;

/** Events of which those at the same time are put into order between two pauses, at least. */
const EVENTS_PER_STEP = 50_000;

/** Dates by number: instants as in Columns, NaN for what is undated. */
export interface Times {
  readonly earliest: Float64Array;
  readonly latest: Float64Array;
}

/**
 * Numbers of events in the order of the `earliest`, then the `latest` of their dates, then of id by code units; the
 * undated last, by id. `dateOf` and `ids` are by event. O(dates + events), but for the ids of those at the same time.
 * In steps of some milliseconds: yields how many events stand in their place, again and again.
 */
export function* sorting(dateOf: Uint32Array, times: Times, ids: readonly string[]): Generator<number, Uint32Array> {
  const { ranks, count } = yield* ranking(times);
  const starts = new Uint32Array(count + 1);
  for (const date of dateOf) starts[ranks[date] + 1]++;
  for (let rank = 0; rank < count; rank++) starts[rank + 1] += starts[rank];
  const order = new Uint32Array(dateOf.length);
  const next = starts.slice();
  for (let event = 0; event < order.length; event++) order[next[ranks[dateOf[event]]]++] = event;
  let told = 0;
  yield told;
  for (let rank = 0; rank < count; rank++) {
    const [from, to] = [starts[rank], starts[rank + 1]];
    if (to - from > 1) order.subarray(from, to).sort((a, b) => (ids[a] < ids[b] ? -1 : ids[a] > ids[b] ? 1 : a - b));
    if (to - told < EVENTS_PER_STEP) continue;
    told = to;
    yield told;
  }
  return order;
}

/** The place of each date in the order of `earliest`, then `latest`, the undated last; the same for the same times. */
function* ranking({ earliest, latest }: Times): Generator<number, { ranks: Uint32Array; count: number }> {
  let order = new Uint32Array(earliest.length);
  for (let date = 0; date < order.length; date++) order[date] = date;
  for (const times of [latest, earliest]) {
    const keys = sortKeys(times);
    for (const half of [keys.low, keys.high]) {
      for (const shift of [0, DIGIT_BITS]) {
        order = sortedByDigit(order, half, shift);
        yield 0;
      }
    }
  }
  const same = (a: number, b: number): boolean =>
    (earliest[a] === earliest[b] && latest[a] === latest[b]) ||
    (Number.isNaN(earliest[a]) && Number.isNaN(earliest[b]));
  const ranks = new Uint32Array(order.length);
  let rank = 0;
  for (let i = 1; i < order.length; i++) {
    if (!same(order[i - 1], order[i])) rank++;
    ranks[order[i]] = rank;
  }
  return { ranks, count: rank + 1 };
}

/** The halves of whole numbers that order as `values` do, NaN last: a double's bits order as it does once the sign is seen to. */
function sortKeys(values: Float64Array): { readonly low: Uint32Array; readonly high: Uint32Array } {
  const low = new Uint32Array(values.length);
  const high = new Uint32Array(values.length);
  const double = new Float64Array(1);
  const [lowAt, highAt] = littleEndian() ? [0, 1] : [1, 0];
  const halves = new Uint32Array(double.buffer);
  for (let i = 0; i < values.length; i++) {
    // Adding 0 makes -0 the same as 0.
    double[0] = values[i] + 0;
    const negative = halves[highAt] >>> 31 === 1 && !Number.isNaN(values[i]);
    low[i] = negative ? ~halves[lowAt] : halves[lowAt];
    high[i] = negative ? ~halves[highAt] : halves[highAt] | 0x80000000;
  }
  return { low, high };
}

function littleEndian(): boolean {
  return new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
}

/** `order`, stably sorted by 16 bits of each event's key. */
function sortedByDigit(order: Uint32Array<ArrayBuffer>, keys: Uint32Array, shift: number): Uint32Array<ArrayBuffer> {
  const starts = new Uint32Array(DIGITS + 1);
  for (const key of keys) starts[((key >>> shift) & (DIGITS - 1)) + 1]++;
  for (let digit = 0; digit < DIGITS; digit++) starts[digit + 1] += starts[digit];
  const sorted = new Uint32Array(order.length);
  for (const event of order) sorted[starts[(keys[event] >>> shift) & (DIGITS - 1)]++] = event;
  return sorted;
}
