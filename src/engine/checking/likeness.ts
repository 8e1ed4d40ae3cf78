/** Words that two titles share, of those that either has, from which on they count as saying the same. */
const SHARE = 0.75;
/** Longer days are looked through for titles of the same words only. */
const MOST = 200;

/**
 * Of titles (folded, one space between words) of one day, the numbers of those that another one says nearly the same as, ascending: the same
 * words in any order, or all but few of them. Compares every two of up to 200.
 */
export function nearlySame(titles: readonly string[]): number[] {
  const words = titles.map((title) => new Set(title.split(' ').filter((word) => word !== '')));
  const found = new Set<number>();
  const first = new Map<string, number>();
  for (const [at, set] of words.entries()) {
    if (set.size === 0) continue;
    const key = [...set].sort().join(' ');
    const before = first.get(key);
    if (before === undefined) first.set(key, at);
    else found.add(before).add(at);
  }
  if (titles.length > MOST) return [...found].sort((a, b) => a - b);
  for (let a = 0; a < words.length; a += 1) {
    for (let b = a + 1; b < words.length; b += 1) if (shared(words[a], words[b]) >= SHARE) found.add(a).add(b);
  }
  return [...found].sort((a, b) => a - b);
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (Math.min(a.size, b.size) < 2) return 0;
  let both = 0;
  for (const word of a) if (b.has(word)) both += 1;
  return both / (a.size + b.size - both);
}
