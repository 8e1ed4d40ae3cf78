/** Most edits that still make a folded word of `length` letters the same word; below 4 only a swap of neighbours. */
export function editLimit(length: number): number {
  return length < 4 ? 0 : length < 7 ? 1 : 2;
}

/** Bit per letter that occurs (a to z one each, other letters share six): words of one edit differ in at most two bits. */
export function letterMask(units: ArrayLike<number>, start: number, end: number): number {
  let mask = 0;
  for (let i = start; i < end; i++) {
    const unit = units[i];
    mask |= 1 << (unit >= 97 && unit <= 122 ? unit - 97 : 26 + (unit % 6));
  }
  return mask;
}

/** Whether `a` is `b` with two neighbours swapped. */
export function isSwap(a: ArrayLike<number>, b: ArrayLike<number>, start: number, end: number): boolean {
  const length = a.length;
  if (end - start !== length) return false;
  let at = 0;
  while (at < length && a[at] === b[start + at]) at++;
  if (at + 1 >= length || a[at] !== b[start + at + 1] || a[at + 1] !== b[start + at]) return false;
  for (let i = at + 2; i < length; i++) if (a[i] !== b[start + i]) return false;
  return true;
}

/** Finds how many letters one word is away from others; holds the room that this needs. */
export class EditDistance {
  readonly #word: ArrayLike<number>;
  #before: Uint8Array;
  #last: Uint8Array;
  #row: Uint8Array;

  constructor(word: ArrayLike<number>) {
    this.#word = word;
    this.#before = new Uint8Array(word.length + 1);
    this.#last = new Uint8Array(word.length + 1);
    this.#row = new Uint8Array(word.length + 1);
  }

  /**
   * Insertions, deletions, replacements and swaps of neighbours between the word and `units[start..end)`; `limit + 1`
   * when there are more than `limit`. O(length × limit).
   */
  to(units: ArrayLike<number>, start: number, end: number, limit: number): number {
    const length = this.#word.length;
    if (Math.abs(end - start - length) > limit) return limit + 1;
    const lowest = this.#fill(units, start, end, limit, null);
    return lowest > limit ? limit + 1 : Math.min(this.#last[length], limit + 1);
  }

  /** The same to whichever beginning of `units[start..end)` is nearest. */
  toPrefixOf(units: ArrayLike<number>, start: number, end: number, limit: number): number {
    const best = { distance: limit + 1 };
    this.#fill(units, start, Math.min(end, start + this.#word.length + limit), limit, best);
    return best.distance;
  }

  #fill(
    units: ArrayLike<number>,
    start: number,
    end: number,
    limit: number,
    best: { distance: number } | null,
  ): number {
    const word = this.#word;
    const length = word.length;
    for (let i = 0; i <= length; i++) this.#last[i] = i;
    let lowest = 0;
    for (let at = start; at < end; at++) {
      const row = this.#row;
      const last = this.#last;
      const step = at - start + 1;
      const from = Math.max(1, step - limit);
      const to = Math.min(length, step + limit);
      row.fill(limit + 1);
      row[0] = Math.min(step, limit + 1);
      lowest = row[0];
      for (let i = from; i <= to; i++) {
        let distance = Math.min(last[i - 1] + (word[i - 1] === units[at] ? 0 : 1), last[i] + 1, row[i - 1] + 1);
        if (i > 1 && step > 1 && word[i - 1] === units[at - 1] && word[i - 2] === units[at]) {
          distance = Math.min(distance, this.#before[i - 2] + 1);
        }
        row[i] = distance;
        if (distance < lowest) lowest = distance;
      }
      this.#row = this.#before;
      this.#before = last;
      this.#last = row;
      if (best !== null) best.distance = Math.min(best.distance, row[length]);
      if (lowest > limit) break;
    }
    return lowest;
  }
}
