import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PLAIN, quickest } from '../../src/engine/rows/common-counts';
import { simdModule } from '../../src/engine/rows/simd-module';

const SEED = 300;
const words = fc.oneof(fc.constantFrom(0, 1, 31, 32, 33, 64), fc.nat(100));
const word = fc.oneof(fc.constantFrom(0, 0xffffffff, 0x80000000), fc.integer({ min: 0, max: 0xffffffff }));
const bitmapsOf = (length: number) => fc.uint32Array({ minLength: length, maxLength: length, ...{ min: 0 } });
const cases = words.chain((length) =>
  fc.tuple(
    fc.constant(length),
    fc.array(bitmapsOf(length), { maxLength: 6 }),
    fc.array(fc.array(word, { minLength: length, maxLength: length }), { minLength: 1, maxLength: 3 }),
  ),
);

afterEach(() => {
  vi.unstubAllGlobals();
});

describe(`counts by WebAssembly (seed ${SEED})`, () => {
  const simd = quickest();

  it('are to be had here, so that what follows means something', () => {
    expect(simd).not.toBe(PLAIN);
  });

  it('are those of plain JavaScript, mask after mask, for any stretch of bitmaps', () => {
    fc.assert(
      fc.property(cases, ([length, bitmaps, masks]) => {
        const fast = simd.place(bitmaps, length);
        const plain = PLAIN.place(bitmaps, length);
        for (const mask of masks.map((each) => Uint32Array.from(each))) {
          for (let first = 0; first <= bitmaps.length; first++) {
            for (let end = first; end <= bitmaps.length; end++) {
              expect([...fast.count(mask, first, end)]).toEqual([...plain.count(mask, first, end)]);
            }
          }
        }
      }),
      { seed: SEED, numRuns: 100 },
    );
  });

  it('do not overflow where every bit is set', () => {
    const full = new Uint32Array(70_000).fill(0xffffffff);
    expect([...simd.place([full, full], full.length).count(full, 0, 2)]).toEqual([2_240_000, 2_240_000]);
  });

  it('copy a mask in once, whatever is counted in it', () => {
    const copied = vi.spyOn(Uint32Array.prototype, 'set');
    const counts = simd.place([Uint32Array.of(3), Uint32Array.of(5)], 1);
    const [a, b] = [Uint32Array.of(1), Uint32Array.of(1)];
    copied.mockClear();
    for (const mask of [a, a, a, b, b]) counts.count(mask, 0, 2);
    expect(copied.mock.calls).toEqual([[a], [b]]);
    copied.mockRestore();
  });

  it('of two data sets stand apart', () => {
    const one = simd.place([Uint32Array.of(7)], 1);
    const other = quickest().place([Uint32Array.of(1)], 1);
    const mask = Uint32Array.of(15);
    expect([one.count(mask, 0, 1)[0], other.count(mask, 0, 1)[0], one.count(mask, 0, 1)[0]]).toEqual([3, 1, 3]);
  });

  it('take a module of some 300 bytes', () => {
    expect(WebAssembly.validate(simdModule())).toBe(true);
    expect(simdModule().length).toBeLessThan(340);
  });
});

describe('counts in plain JavaScript stand in', () => {
  it('where there is no WebAssembly', () => {
    vi.stubGlobal('WebAssembly', undefined);
    expect(quickest()).toBe(PLAIN);
  });

  it('where the policy, or an old browser, refuses the module', () => {
    const { CompileError } = WebAssembly;
    function Module() {
      throw new CompileError('refused');
    }
    vi.stubGlobal('WebAssembly', { Module });
    expect(quickest()).toBe(PLAIN);
  });
});
