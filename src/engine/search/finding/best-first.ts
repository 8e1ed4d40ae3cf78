import { Best } from './best';
import type { Marks } from './marks';
import type { Run, Steps } from './run';
import { BLOCK, Scale, type Weighed } from './scale';

/**
 * Work after which rows that come later are not looked at any more, once there are as many as are wanted. Of a million
 * rows that have one of many words it is hard to say which are the best, and little use.
 */
const ENOUGH = 500_000;

/**
 * The best `most` rows of `bits` by the sum of what they score, times `named.factor` for rows of `named`; among equals the
 * newest first, the undated last. Rows that more of the terms find strongly come first, and the others are not looked at
 * once they could not be among the best, or when ENOUGH was done. O(rows × weighed).
 */
export function* bestFirst(
  run: Run,
  bits: Uint32Array,
  weighed: readonly Weighed[],
  named: { readonly marks: Marks; readonly factor: number } | null,
  most: number,
): Steps<{ readonly rows: Uint32Array<ArrayBuffer>; readonly scale: Scale }> {
  const { dated } = run.index;
  const scale = new Scale(weighed, named);
  const best = new Best(dated, most);
  const layers = 1 + weighed.reduce((sum, { marks }) => sum + marks.layers, 0);
  const strong = counted(
    run,
    weighed.map(({ marks }) => marks.strong),
  );
  const rowsOfTier = run.bits();
  let done = 0;
  for (let tier = weighed.length; tier >= 0; tier--) {
    const isEmpty = !putCounted(bits, strong, tier, rowsOfTier);
    if (run.spend(bits.length * (strong.length + 1))) yield;
    if (isEmpty) continue;
    const highest = scale.highest(tier);
    const below = tier === 0 ? -1 : scale.highest(tier - 1);
    best.begin();
    for (const { rows, count } of newestFirst(rowsOfTier, dated)) {
      best.add(rows, scale.stepsOf(rows, count), count);
      const work = count * layers;
      done += work;
      if (run.spend(work)) yield;
      if (below < highest && best.above(highest - 1) >= most) break;
      if (done > ENOUGH && best.above(-1) >= most) break;
    }
    if (best.above(below) >= most || (done > ENOUGH && best.above(-1) >= most)) break;
  }
  return { rows: best.rows(), scale };
}

/** How many of several sets each row is in, as a number with a bitmap for each of its bits. */
function counted(run: Run, sets: readonly Uint32Array[]): readonly Uint32Array[] {
  const planes: Uint32Array[] = [];
  for (const set of sets) {
    if (2 ** planes.length <= sets.indexOf(set) + 1) planes.push(run.bits());
    for (let i = 0; i < set.length; i++) {
      let carry = set[i];
      for (let p = 0; carry !== 0 && p < planes.length; p++) {
        const plane = planes[p];
        const both = plane[i] & carry;
        plane[i] ^= carry;
        carry = both;
      }
    }
  }
  return planes;
}

/** Puts the rows of `bits` that are counted `wanted` times into `rows`; whether there are any. */
function putCounted(bits: Uint32Array, planes: readonly Uint32Array[], wanted: number, rows: Uint32Array): boolean {
  let any = 0;
  for (let i = 0; i < rows.length; i++) {
    let rest = bits[i];
    for (let p = 0; rest !== 0 && p < planes.length; p++)
      rest &= ((wanted >>> p) & 1) === 1 ? planes[p][i] : ~planes[p][i];
    rows[i] = rest;
    any |= rest;
  }
  return any !== 0;
}

/** The rows of `bits` in blocks: those below `dated` from the last to the first, then the others from the first. */
function* newestFirst(
  bits: Uint32Array,
  dated: number,
): Generator<{ readonly rows: Uint32Array; readonly count: number }> {
  const rows = new Uint32Array(BLOCK);
  let count = 0;
  for (let i = Math.min(bits.length, (dated + 31) >>> 5) - 1; i >= 0; i--) {
    let rest = bits[i];
    if (i === dated >>> 5) rest &= (1 << (dated & 31)) - 1;
    while (rest !== 0) {
      const bit = 31 - Math.clz32(rest);
      rows[count++] = (i << 5) + bit;
      rest &= ~(1 << bit);
    }
    if (count <= BLOCK - 32) continue;
    yield { rows, count };
    count = 0;
  }
  for (let i = dated >>> 5; i < bits.length; i++) {
    let rest = bits[i];
    if (i === dated >>> 5) rest &= -1 << (dated & 31);
    for (; rest !== 0; rest &= rest - 1) rows[count++] = (i << 5) + 31 - Math.clz32(rest & -rest);
    if (count <= BLOCK - 32) continue;
    yield { rows, count };
    count = 0;
  }
  if (count > 0) yield { rows, count };
}
