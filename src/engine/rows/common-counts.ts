import { countCommon } from './popcount';
import { simdModule, STEP_BYTES } from './simd-module';

/** Many bitmaps of one length, and what each has in common with a mask. */
export interface CommonCounts {
  /** What a word of a bitmap takes, relative to other implementations. */
  readonly wordCost: number;
  /**
   * For each of the bitmaps [first, end) the number of bits it shares with `mask`, which must have as many words and must
   * not change afterwards. Overwritten by the next call. O(words) a bitmap.
   */
  count(mask: Uint32Array, first: number, end: number): Uint32Array;
}

/** Puts `bitmaps`, each of `words` words, where they can be counted. */
export type Counting = (bitmaps: readonly Uint32Array[], words: number) => CommonCounts;

const PLAIN_COST = 9;
const SIMD_COST = 1;
const PAGE_BYTES = 65_536;
const WORD_BYTES = 4;

/** By WebAssembly where the browser and the page's policy allow it, else in plain JavaScript. */
export const quickestCounts: Counting = (bitmaps, words) =>
  simdCounts(bitmaps, words) ?? plainCounts(bitmaps, words);

export const plainCounts: Counting = (bitmaps) => {
  const out = new Uint32Array(bitmaps.length);
  return {
    wordCost: PLAIN_COST,
    count(mask, first, end) {
      for (let i = first; i < end; i++) out[i - first] = countCommon(bitmaps[i], mask);
      return out.subarray(0, end - first);
    },
  };
};

/**
 * Copies the bitmaps into a WebAssembly memory that lives as long as what is returned; a mask is copied in when it is not
 * the one of the call before. Null where WebAssembly or its vectors are not to be had, and for no bitmaps or words.
 */
export function simdCounts(bitmaps: readonly Uint32Array[], words: number): CommonCounts | null {
  const stride = Math.ceil((words * WORD_BYTES) / STEP_BYTES) * STEP_BYTES;
  if (bitmaps.length === 0 || stride === 0) return null;
  const outAt = stride * (1 + bitmaps.length);
  const made = instantiated(Math.ceil((outAt + bitmaps.length * WORD_BYTES) / PAGE_BYTES));
  if (made === null) return null;
  const memory = new Uint32Array(made.buffer);
  bitmaps.forEach((bitmap, i) => memory.set(bitmap, (stride * (1 + i)) / WORD_BYTES));
  let present: Uint32Array | null = null;
  return {
    wordCost: SIMD_COST,
    count(mask, first, end) {
      if (mask !== present) memory.set(mask);
      present = mask;
      if (first < end) made.count(0, stride, stride * (1 + first), end - first, outAt);
      return memory.subarray(outAt / WORD_BYTES, outAt / WORD_BYTES + end - first);
    },
  };
}

type Count = (mask: number, maskEnd: number, bitmap: number, bitmaps: number, out: number) => void;

function instantiated(pages: number): { readonly buffer: ArrayBuffer; readonly count: Count } | null {
  try {
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(simdModule()), { rows: { memory } });
    // The module's only export is this function.
    return { buffer: memory.buffer, count: exports.count as Count };
  } catch {
    // No WebAssembly, none with vectors, a policy without 'wasm-unsafe-eval', or no room: plain JavaScript does.
    return null;
  }
}
