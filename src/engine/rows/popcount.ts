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

/** Set bits before each eighth word, and in the end their total. Words outside [low, high) must be clear: they are not looked at. */
export function countsByEight(words: Uint32Array, low = 0, high = words.length): Uint32Array {
  const whole = words.length >>> 3;
  const counts = new Uint32Array(Math.ceil(words.length / 8) + 1);
  const end = Math.min(whole, Math.ceil(high / 8));
  let total = 0;
  for (let block = low >>> 3; block < end; block++) {
    total += countEight(words, block << 3);
    counts[block + 1] = total;
  }
  counts.fill(total, end + 1);
  if ((words.length & 7) !== 0) counts[whole + 1] = total + countBits(words, whole << 3, words.length);
  return counts;
}

/** Number of set bits in `words[at..at + 8)`: the eight are added up bit by bit, so that four popcounts serve them. */
function countEight(words: Uint32Array, at: number): number {
  const a = words[at];
  const b = words[at + 1];
  const d = words[at + 3];
  const e = words[at + 4];
  const ab = a ^ b;
  const de = d ^ e;
  const c = words[at + 2];
  const f = words[at + 5];
  const abc = ab ^ c;
  const def = de ^ f;
  const twos1 = (a & b) | (ab & c);
  const twos2 = (d & e) | (de & f);
  const g = words[at + 6];
  const six = abc ^ def;
  const seven = six ^ g;
  const twos3 = (abc & def) | (six & g);
  const h = words[at + 7];
  const twos4 = seven & h;
  const twos12 = twos1 ^ twos2;
  const twos = twos12 ^ twos3;
  const fours1 = (twos1 & twos2) | (twos12 & twos3);
  const fours2 = twos & twos4;
  return (
    popcount(seven ^ h) + 2 * popcount(twos ^ twos4) + 4 * popcount(fours1 ^ fours2) + 8 * popcount(fours1 & fours2)
  );
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
