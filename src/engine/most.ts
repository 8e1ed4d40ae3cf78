/** Above this many, sorting everything costs no more than picking out. */
const FEW = 64;
/** Greater than any count or index. */
const ROOM = 2 ** 24;

/**
 * The `limit` of `indexes` (which ascend; all when left out) with the greatest `counts`, the greatest first, else by index.
 * O(indexes) for a few.
 */
export function most(counts: Uint32Array, limit: number, indexes?: Uint32Array): Uint32Array {
  const length = indexes?.length ?? counts.length;
  const wanted = Math.max(0, Math.min(limit, length));
  const isFew = wanted <= FEW;
  // Numbers that sort as wanted: typed arrays sort those without a comparison function.
  const keys = new Float64Array(isFew ? wanted : length).fill(Infinity);
  for (let i = 0; i < length; i++) {
    const index = indexes === undefined ? i : indexes[i];
    const key = (ROOM - counts[index]) * ROOM + index;
    if (!isFew) keys[i] = key;
    else if (key < keys[wanted - 1]) insert(keys, key);
  }
  if (!isFew) keys.sort();
  return Uint32Array.from(keys.subarray(0, wanted), (key) => key % ROOM);
}

/** Puts `key` in its place among ascending `keys`; the last one goes. */
function insert(keys: Float64Array, key: number): void {
  let at = keys.length - 1;
  for (; at > 0 && keys[at - 1] > key; at--) keys[at] = keys[at - 1];
  keys[at] = key;
}
