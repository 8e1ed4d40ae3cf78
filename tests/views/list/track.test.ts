import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isSettled,
  landed,
  LIMITS,
  moved,
  offsetOf,
  placeOf,
  START,
  trackOf,
  type Place,
  type Track,
} from '../../../src/views/list/track';

const LOW = { height: 4_000, zone: 600, jump: 50 };
const SIGHT = 90;

/** What a browser makes of a place: `scrollTop` between its ends and, of a plain screen, in whole pixels. */
function browsed(track: Track, place: Place): Place {
  return landed(track, place, Math.min(Math.max(Math.round(place.top), 0), track.most));
}
/** The scroller moved by a wheel, a finger or a key, or to a place by its bar. */
const wheel = (track: Track, from: Place, by: number) =>
  browsed(track, moved(track, from, Math.min(Math.max(from.top + by, 0), track.most)));

const totals = fc.integer({ min: 100, max: 400_000 });
const tall = fc.integer({ min: 4_200, max: 400_000 });
const steps = fc.array(fc.integer({ min: 1, max: LOW.jump }), { minLength: 1, maxLength: 8 });

test('a list that fits is scrolled as any: what is in sight is where the bar is (seed 21)', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: LIMITS.height }), fc.array(fc.nat(5_000_000)), (total, tops) => {
      const track = trackOf(total, 400);
      expect([track.height, track.excess]).toEqual([total, 0]);
      let place = START;
      for (const top of tops) {
        place = moved(track, place, top);
        expect([place.top, place.shift, isSettled(track, place)]).toEqual([top, 0, true]);
      }
    }),
    { seed: 21 },
  );
});

test('the scroller is never taller than allowed, and its ends are those of the list (seed 22)', () => {
  fc.assert(
    fc.property(totals, (total) => {
      const track = trackOf(total, SIGHT, LOW);
      expect(track.height).toBeLessThanOrEqual(LOW.height);
      const last = Math.max(total - SIGHT, 0);
      expect(placeOf(track, -5)).toEqual(START);
      expect(placeOf(track, 1e9)).toEqual({ top: track.most, shift: track.excess });
      expect(offsetOf(placeOf(track, 1e9))).toBe(last);
      const far = { top: Math.round(track.most / 2), shift: 0 };
      if (track.most > 2 * LOW.jump + 2) {
        expect(offsetOf(moved(track, far, 0))).toBe(0);
        expect(offsetOf(moved(track, far, track.most))).toBe(last);
      }
    }),
    { seed: 22 },
  );
});

test('steps of a wheel go through the whole list as through a scroller without limit, down and up again (seed 23)', () => {
  fc.assert(
    fc.property(fc.integer({ min: 4_200, max: 60_000 }), steps, (total, by) => {
      const track = trackOf(total, SIGHT, LOW);
      const last = total - SIGHT;
      let place = START;
      let twin = 0;
      for (let turn = 0; twin < last; turn++) {
        const step = by[turn % by.length];
        place = wheel(track, place, step);
        twin = Math.min(twin + step, last);
        if (offsetOf(place) !== twin) expect(offsetOf(place)).toBe(twin);
      }
      expect(place).toEqual({ top: track.most, shift: track.excess });
      for (let turn = 0; twin > 0; turn++) {
        const step = by[turn % by.length];
        place = wheel(track, place, -step);
        twin = Math.max(twin - step, 0);
        if (offsetOf(place) !== twin) expect(offsetOf(place)).toBe(twin);
      }
      expect(place).toEqual(START);
    }),
    { seed: 23, numRuns: 60 },
  );
});

test('the bar drawn along goes through the list in order, each place at its share (seed 24)', () => {
  fc.assert(
    fc.property(tall, fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2 }), (total, shares) => {
      const track = trackOf(total, SIGHT, LOW);
      const far = { top: -1e6, shift: 0 };
      const offsets = shares
        .sort((a, b) => a - b)
        .map((share) => offsetOf(browsed(track, moved(track, far, share * track.most))));
      expect(offsets).toEqual([...offsets].sort((a, b) => a - b));
      expect(offsets[0]).toBeGreaterThanOrEqual(0);
      expect(offsets[offsets.length - 1]).toBeLessThanOrEqual(total - SIGHT);
    }),
    { seed: 24 },
  );
});

test('a place in the list is found to the pixel, wherever the browser rounds it to (seed 25)', () => {
  fc.assert(
    fc.property(tall, fc.nat(500_000), (total, offset) => {
      const track = trackOf(total, SIGHT, LOW);
      const place = browsed(track, placeOf(track, offset));
      expect(Math.abs(offsetOf(place) - Math.min(offset, total - SIGHT))).toBeLessThan(1);
      expect(place.top).toBeGreaterThanOrEqual(0);
      expect(place.top).toBeLessThanOrEqual(track.most);
    }),
    { seed: 25 },
  );
});

test('a scroller that was put where it belongs is settled wherever the browser rounds it to, and is not put there again (seed 27)', () => {
  fc.assert(
    fc.property(tall, fc.nat(500_000), steps, (total, offset, by) => {
      const track = trackOf(total, SIGHT, LOW);
      const moving = by.reduce((place, step) => wheel(track, place, step), browsed(track, placeOf(track, offset)));
      expect(isSettled(track, browsed(track, placeOf(track, offsetOf(moving))))).toBe(true);
    }),
    { seed: 27 },
  );
});

test('whatever was done, a step moves by as much, a rest by nothing, and no end is met too early (seed 26)', () => {
  const act = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.integer({ min: -LOW.jump, max: LOW.jump }).map((by) => ({ kind: 'wheel' as const, by })),
    },
    fc.double({ min: 0, max: 1, noNaN: true }).map((share) => ({ kind: 'bar' as const, share })),
    fc.nat(400_000).map((offset) => ({ kind: 'go' as const, offset })),
    fc.constant({ kind: 'rest' as const }),
  );
  fc.assert(
    fc.property(tall, fc.array(act, { maxLength: 300 }), (total, acts) => {
      const track = trackOf(total, SIGHT, LOW);
      let place = START;
      for (const one of acts) {
        const before = offsetOf(place);
        if (one.kind === 'wheel') {
          place = wheel(track, place, one.by);
          const wanted = Math.min(Math.max(before + one.by, 0), total - SIGHT);
          expect(Math.abs(offsetOf(place) - wanted)).toBeLessThan(1);
        } else if (one.kind === 'bar') {
          place = browsed(track, moved(track, place, Math.round(one.share * track.most)));
        } else {
          place = browsed(track, placeOf(track, one.kind === 'go' ? one.offset : before));
          if (one.kind === 'rest') expect(Math.abs(offsetOf(place) - before)).toBeLessThan(1);
        }
        if (place.top === 0) expect(offsetOf(place)).toBe(0);
        if (place.top === track.most) expect(offsetOf(place)).toBe(total - SIGHT);
      }
    }),
    { seed: 26, numRuns: 300 },
  );
});
