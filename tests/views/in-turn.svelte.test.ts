import { render } from '@testing-library/svelte';
import { createRawSnippet, flushSync } from 'svelte';
import { afterEach, expect, test, vi } from 'vitest';
import InTurn from '../../src/views/InTurn.svelte';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const children = createRawSnippet(() => ({ render: () => '<p>here</p>' }));

/** A part that comes after so many turns, with frames that come when the test says so. */
function part(after: number) {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const frames = new Map<number, FrameRequestCallback>();
  vi.stubGlobal(
    'requestAnimationFrame',
    (callback: FrameRequestCallback) => frames.set(frames.size, callback).size - 1,
  );
  vi.stubGlobal('cancelAnimationFrame', (handle: number) => frames.delete(handle));
  const { container, unmount } = render(InTurn, { after, children });
  flushSync();
  const isThere = () => {
    flushSync();
    return container.textContent === 'here';
  };
  const frame = () => [...frames.values()].forEach((callback) => callback(0));
  return { isThere, frame, unmount, frames };
}

test('a part comes when the page has painted a frame, and its turns are over', () => {
  const { isThere, frame } = part(2);
  vi.advanceTimersByTime(50);
  expect(isThere()).toBe(false);
  frame();
  vi.advanceTimersToNextTimer();
  expect(isThere()).toBe(false);
  vi.advanceTimersToNextTimer();
  expect(isThere()).toBe(true);
});

test('a part comes to a page that is not seen and has no frames, and asks for none any more', () => {
  const { isThere, frames } = part(1);
  vi.advanceTimersByTime(200);
  expect([isThere(), frames.size]).toEqual([true, 0]);
});

test('a part that is taken away before its turn leaves nothing waiting', () => {
  const { unmount, frames } = part(1);
  unmount();
  expect([frames.size, vi.getTimerCount()]).toEqual([0, 0]);
});
