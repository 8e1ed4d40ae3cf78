/** Letters by which words are first parted into heaps. */
const LETTERS = 3;
/** Words between two pauses. */
const SLICE = 1 << 16;

/** Numbers of words, `units[starts[i]..starts[i + 1])` each, in the order of their code units. In slices. */
export function* sortedWords(units: Uint16Array, starts: Uint32Array): Generator<undefined, Uint32Array> {
  const count = starts.length - 1;
  const letter = (word: number, at: number): number => {
    const index = starts[word] + at;
    return index < starts[word + 1] ? units[index] + 1 : 0;
  };
  let order = Uint32Array.from({ length: count }, (_, word) => word);
  for (let at = LETTERS - 1; at >= 0; at--) {
    const ends = new Uint32Array(0x10002);
    for (let i = 0; i < count; i++) ends[letter(order[i], at) + 1]++;
    for (let i = 1; i < ends.length; i++) ends[i] += ends[i - 1];
    const next = new Uint32Array(count);
    for (let i = 0; i < count; i++) {
      next[ends[letter(order[i], at)]++] = order[i];
      if (i % SLICE === SLICE - 1) yield;
    }
    order = next;
  }
  const compare = (a: number, b: number): number => {
    const [from, other] = [starts[a] + LETTERS, starts[b] + LETTERS];
    const length = Math.min(starts[a + 1] - from, starts[b + 1] - other);
    for (let i = 0; i < length; i++) {
      if (units[from + i] !== units[other + i]) return units[from + i] - units[other + i];
    }
    return starts[a + 1] - from - (starts[b + 1] - other);
  };
  const alike = (a: number, b: number): boolean => {
    for (let at = 0; at < LETTERS; at++) if (letter(a, at) !== letter(b, at)) return false;
    return true;
  };
  for (let from = 0, sorted = 0; from < count;) {
    let to = from + 1;
    while (to < count && alike(order[from], order[to])) to++;
    if (to - from > 1) order.subarray(from, to).sort(compare);
    sorted += to - from;
    from = to;
    if (sorted * 16 > SLICE) {
      sorted = 0;
      yield;
    }
  }
  return order;
}
