import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../src/domain/calendar';
import {
  clamp,
  instantAt,
  interpolate,
  narrowest,
  padded,
  pan,
  position,
  zoom,
  type Bounds,
  type TimeScale,
} from '../../src/engine/scale';

const bounds: Bounds = { from: Date.UTC(1992, 0, 1), to: Date.UTC(2026, 0, 1) };
const scale: TimeScale = { from: Date.UTC(2022, 0, 1), to: Date.UTC(2025, 0, 1), width: 600 };
const SEED = { seed: 20, numRuns: 300 };
const anyBounds = fc
  .record({ year: fc.integer({ min: -3_000_000, max: 3_000_000 }), years: fc.integer({ min: 0, max: 900_000 }) })
  .map(({ year, years }) => padded({ from: year * 365 * DAY_MS, to: (year + years) * 365 * DAY_MS }));
const step = fc.oneof(
  fc.record({
    kind: fc.constant('zoom' as const),
    by: fc.double({ min: 0.01, max: 90, noNaN: true }),
    at: fc.integer({ min: 0, max: 900 }),
  }),
  fc.record({ kind: fc.constant('pan' as const), by: fc.integer({ min: -5000, max: 5000 }), at: fc.constant(0) }),
);

describe('a time scale', () => {
  it('puts the window on the pixels and back', () => {
    expect(position(scale, scale.from)).toBe(0);
    expect(position(scale, scale.to)).toBeCloseTo(600);
    expect(instantAt(scale, position(scale, Date.UTC(2023, 5, 7)))).toBeCloseTo(Date.UTC(2023, 5, 7), -1);
  });

  it('puts open ends infinitely far away', () => {
    expect(position(scale, -Infinity)).toBe(-Infinity);
    expect(position(scale, Infinity)).toBe(Infinity);
  });

  it('works far beyond what Date holds', () => {
    const far: TimeScale = { from: -5.4e21, to: 5.4e21, width: 1000 };
    expect(position(far, 0)).toBeCloseTo(500);
    expect(instantAt(far, 750)).toBe(2.7e21);
  });

  it('keeps the instant under the pointer where it is while zooming', () => {
    const under = instantAt(scale, 150);
    expect(position(zoom(scale, 0.5, 150, bounds), under)).toBeCloseTo(150);
    expect(position(zoom(scale, 1.3, 150, bounds), under)).toBeCloseTo(150);
  });

  it('zooms in to one day across and not further', () => {
    let at = scale;
    for (let count = 0; count < 60; count++) at = zoom(at, 0.5, 300, bounds);
    expect(at.to - at.from).toBeCloseTo(DAY_MS, 3);
    expect(position(at, instantAt(scale, 300))).toBeCloseTo(300, 0);
  });

  it('zooms out to the bounds and not further', () => {
    expect(zoom(scale, 1000, 10, bounds)).toEqual({ ...bounds, width: 600 });
  });

  it('pans by pixels, keeps its span and stops at the bounds', () => {
    const later = pan(scale, 100, bounds);
    expect(position(later, scale.to)).toBeCloseTo(500);
    expect(later.to - later.from).toBe(scale.to - scale.from);
    expect(pan(scale, 1e9, bounds).to).toBe(bounds.to);
    expect(pan(scale, -1e9, bounds).from).toBe(bounds.from);
  });

  it('shows all bounds when asked for a window that makes no sense', () => {
    for (const from of [NaN, -Infinity])
      expect(clamp({ from, to: 0, width: 9 }, bounds)).toEqual({ ...bounds, width: 9 });
  });

  it('pads an extent on both sides, also a single day, also one that is not finite', () => {
    const wide = padded(bounds);
    expect(wide.from).toBeLessThan(bounds.from);
    expect(wide.to).toBeGreaterThan(bounds.to);
    const one = padded({ from: 0, to: DAY_MS });
    expect(one.to - one.from).toBe(15 * DAY_MS);
    const none = padded({ from: Infinity, to: -Infinity });
    expect(none.to).toBeGreaterThan(none.from);
  });

  it('stays within bounds and no narrower than allowed, whatever the moves (seed 20)', () => {
    fc.assert(
      fc.property(anyBounds, fc.array(step, { maxLength: 12 }), (limits, steps) => {
        let at = clamp({ ...limits, width: 900 }, limits);
        const slack = Math.max(Math.abs(limits.from), Math.abs(limits.to)) * 1e-12 + 1e-3;
        for (const { kind, by, at: px } of steps) {
          at = kind === 'zoom' ? zoom(at, by, px, limits) : pan(at, by, limits);
          expect(at.from).toBeGreaterThanOrEqual(limits.from - slack);
          expect(at.to).toBeLessThanOrEqual(limits.to + slack);
          expect(at.to - at.from).toBeGreaterThanOrEqual(narrowest(limits) - slack);
        }
      }),
      SEED,
    );
  });

  it('moves smoothly from one window to another and arrives exactly', () => {
    const target: TimeScale = { from: Date.UTC(1999, 0, 1), to: Date.UTC(1999, 1, 1), width: 700 };
    expect(interpolate(scale, target, 0)).toEqual({ ...scale, width: 700 });
    expect(interpolate(scale, target, 1)).toBe(target);
    expect(interpolate(scale, target, NaN)).toEqual({ ...scale, width: 700 });
    let before = scale.from;
    for (let t = 0.05; t < 1; t += 0.05) {
      const { from, to } = interpolate(scale, target, t);
      expect(to).toBeGreaterThan(from);
      expect(from).toBeLessThan(scale.to);
      before = from;
    }
    expect(before).toBeGreaterThan(Date.UTC(1998, 0, 1));
    const nearly = interpolate(scale, target, 0.99999);
    expect(nearly.to - nearly.from).toBeCloseTo(target.to - target.from, -6);
  });

  it('rests when both windows are one', () => {
    const half = interpolate(scale, scale, 0.5);
    expect(half.from).toBeCloseTo(scale.from, -1);
    expect(half.to).toBeCloseTo(scale.to, -1);
  });
});
