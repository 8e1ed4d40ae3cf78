const DIGIT_BITS = 16;
const DIGITS = 1 << DIGIT_BITS;

/** Events at the same time that are put into order between two pauses. */
const TIED = 50_000;

/**
 * Numbers of events (0 to the length of the columns - 1) in the order of `earliest`, then `latest`, then of id by code
 * units; those whose `earliest` is NaN last, by id. O(events), but for the ids of those at the same time. In steps of
 * some ten milliseconds at a million events: yields what `share` makes of the share done.
 */
export function* sorting(
  earliest: Float64Array,
  latest: Float64Array,
  ids: readonly string[],
  share: (done: number) => number,
): Generator<number, Uint32Array> {
  let order = new Uint32Array(ids.length);
  for (let event = 0; event < order.length; event++) order[event] = event;
  let passes = 0;
  for (const times of [latest, earliest]) {
    const keys = sortKeys(times);
    for (const half of [keys.low, keys.high]) {
      for (const shift of [0, DIGIT_BITS]) {
        yield share(passes++ / 16);
        order = sortedByDigit(order, half, shift);
      }
    }
  }
  const same = (a: number, b: number): boolean =>
    (earliest[a] === earliest[b] && latest[a] === latest[b]) ||
    (Number.isNaN(earliest[a]) && Number.isNaN(earliest[b]));
  let pause = 0;
  for (let from = 0, to = 1; from < order.length; from = to, to++) {
    while (to < order.length && same(order[from], order[to])) to++;
    if (to - from > 1) order.subarray(from, to).sort((a, b) => (ids[a] < ids[b] ? -1 : ids[a] > ids[b] ? 1 : a - b));
    if (to < pause) continue;
    pause = to + TIED;
    yield share(0.5 + to / order.length / 2);
  }
  return order;
}

/** `sorting` at once. */
export function sortedRows(earliest: Float64Array, latest: Float64Array, ids: readonly string[]): Uint32Array {
  const steps = sorting(earliest, latest, ids, (done) => done);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
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
