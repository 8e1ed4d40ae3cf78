import { countCommon } from './popcount';
import { simdModule, STEP_BYTES } from './simd-module';

/** Many bitmaps of one length, and what each has in common with a mask. */
export interface CommonCounts {
  /**
   * For each of the bitmaps [first, end) the number of bits it shares with `mask`, which must have as many words and must
   * not change afterwards. Overwritten by the next call. O(words) a bitmap.
   */
  count(mask: Uint32Array, first: number, end: number): Uint32Array;
}

/** A way of counting. */
export interface Counting {
  /** Measured: ns for each word of a bitmap. */
  readonly wordCost: number;
  /** Takes `bitmaps` of `words` words each. */
  place(bitmaps: readonly Uint32Array[], words: number): CommonCounts;
}

const PAGE_BYTES = 65_536;
const WORD_BYTES = 4;

/** In plain JavaScript. */
export const PLAIN: Counting = {
  wordCost: 1.3,
  place(bitmaps) {
    const out = new Uint32Array(bitmaps.length);
    return {
      count(mask, first, end) {
        for (let i = first; i < end; i++) out[i - first] = countCommon(bitmaps[i], mask);
        return out.subarray(0, end - first);
      },
    };
  },
};

/**
 * By WebAssembly, five times as fast: bitmaps are copied into a memory that lives as long as what `place` returns, a mask
 * is copied in when it is not the one of the call before. PLAIN where a browser has no WebAssembly or none with vectors,
 * or the page's policy forbids it.
 */
export function quickest(): Counting {
  try {
    const module = new WebAssembly.Module(simdModule());
    return { wordCost: 0.25, place: (bitmaps, words) => placed(module, bitmaps, words) };
  } catch {
    return PLAIN;
  }
}

type Count = (mask: number, maskEnd: number, bitmap: number, bitmaps: number, out: number) => void;

function placed(module: WebAssembly.Module, bitmaps: readonly Uint32Array[], words: number): CommonCounts {
  const stride = Math.ceil((Math.max(1, words) * WORD_BYTES) / STEP_BYTES) * STEP_BYTES;
  const out = stride * (1 + bitmaps.length);
  const pages = Math.ceil((out + bitmaps.length * WORD_BYTES) / PAGE_BYTES);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the module's only export is this function
  const run = new WebAssembly.Instance(module, { rows: { memory } }).exports.count as Count;
  const all = new Uint32Array(memory.buffer);
  bitmaps.forEach((bitmap, i) => all.set(bitmap, (stride * (1 + i)) / WORD_BYTES));
  let present: Uint32Array | null = null;
  return {
    count(mask, first, end) {
      if (mask !== present) all.set(mask);
      present = mask;
      if (first < end) run(0, stride, stride * (1 + first), end - first, out);
      return all.subarray(out / WORD_BYTES, out / WORD_BYTES + end - first);
    },
  };
}
