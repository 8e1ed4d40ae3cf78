/** Number of set bits of a 32-bit word, signed or not. */
export function popcount(word: number): number {
  const bits = (word | 0) - ((word >>> 1) & 0x55555555);
  const pairs = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((pairs + (pairs >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Number of set bits in `words[from..to)`. */
export function countBits(words: Uint32Array, from: number, to: number): number {
  let total = 0;
  for (let i = from; i < to; i++) total += popcount(words[i]);
  return total;
}

/**
 * Number of bits set in both `a` and `b`, which are of one length. Eight words at a time go through a tree of
 * carry-save adders, so that one popcount serves eight words: half the time of a popcount a word.
 */
export function countCommon(a: Uint32Array, b: Uint32Array): number {
  const blocks = a.length & ~7;
  let ones = 0;
  let twos = 0;
  let fours = 0;
  let total = 0;
  for (let i = 0; i < blocks; i += 8) {
    let x = a[i] & b[i];
    let y = a[i + 1] & b[i + 1];
    let u = ones ^ x;
    const twosA = (ones & x) | (u & y);
    ones = u ^ y;
    x = a[i + 2] & b[i + 2];
    y = a[i + 3] & b[i + 3];
    u = ones ^ x;
    const twosB = (ones & x) | (u & y);
    ones = u ^ y;
    u = twos ^ twosA;
    const foursA = (twos & twosA) | (u & twosB);
    twos = u ^ twosB;
    x = a[i + 4] & b[i + 4];
    y = a[i + 5] & b[i + 5];
    u = ones ^ x;
    const twosC = (ones & x) | (u & y);
    ones = u ^ y;
    x = a[i + 6] & b[i + 6];
    y = a[i + 7] & b[i + 7];
    u = ones ^ x;
    const twosD = (ones & x) | (u & y);
    ones = u ^ y;
    u = twos ^ twosC;
    const foursB = (twos & twosC) | (u & twosD);
    twos = u ^ twosD;
    u = fours ^ foursA;
    const eights = (fours & foursA) | (u & foursB);
    fours = u ^ foursB;
    total += popcount(eights);
  }
  total = total * 8 + popcount(fours) * 4 + popcount(twos) * 2 + popcount(ones);
  for (let i = blocks; i < a.length; i++) total += popcount(a[i] & b[i]);
  return total;
}
