import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Explorer } from '../../../src/state/explorer.svelte';
import type { Window } from '../../../src/state/window';
import { Moving } from '../../../src/views/timeline/moving';

const DAY = 86_400_000;
const ALL: Window = { from: 0, to: 1000 * DAY };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An explorer that notes what it is asked to show: the window, and whether another follows. */
function stage(start: Window = ALL) {
  const asked: (readonly [Window | null, boolean])[] = [];
  const explorer = {
    window: start,
    look(window: Window | null, passing = false) {
      asked.push([window, passing]);
      explorer.window = window ?? ALL;
    },
    fit: vi.fn(),
  };
  const moving = new Moving(explorer as unknown as Explorer, {
    bounds: () => ALL,
    home: () => ALL,
    width: () => 1000,
  });
  return { explorer, moving, asked };
}

test('a stream is shown at once and told when it rests, once', () => {
  const { explorer, moving, asked } = stage({ from: 100 * DAY, to: 200 * DAY });
  for (let i = 0; i < 50; i++) {
    moving.pan(10, true);
    vi.advanceTimersByTime(16);
  }
  expect(asked.map(([, passing]) => passing)).toEqual(new Array(50).fill(true));
  expect(explorer.window.from).toBeCloseTo(150 * DAY);
  vi.advanceTimersByTime(1000);
  expect(asked.slice(50)).toEqual([[asked[49][0], false]]);
});

test('a stream that was overtaken by something else is not told', () => {
  const { explorer, moving, asked } = stage({ from: 100 * DAY, to: 200 * DAY });
  moving.pan(10, true);
  explorer.window = { from: 5 * DAY, to: 9 * DAY };
  vi.advanceTimersByTime(1000);
  moving.rest();
  expect(asked).toHaveLength(1);
});

test('a single step is told at once', () => {
  const { moving, asked } = stage({ from: 100 * DAY, to: 200 * DAY });
  moving.zoom(0.5, 500);
  expect(asked).toEqual([[{ from: 125 * DAY, to: 175 * DAY }, false]]);
  expect(moving.stream).toBe(false);
});

test('where there is nowhere to go nothing is asked', () => {
  const { moving, asked } = stage();
  for (const px of [50, -50]) moving.pan(px, true);
  moving.zoom(2, 300, true);
  moving.look({ ...ALL });
  expect(asked).toEqual([]);
});

test('back at all there is, the view keeps no window', () => {
  const { moving, asked } = stage({ from: 100 * DAY, to: 200 * DAY });
  moving.zoom(100, 300, true);
  vi.advanceTimersByTime(1000);
  expect(asked).toEqual([[null, true]]);
});
