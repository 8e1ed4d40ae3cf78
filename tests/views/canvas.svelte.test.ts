import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import CanvasHost from './CanvasHost.svelte';

let frames: FrameRequestCallback[] = [];

beforeEach(() => {
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => frames.push(callback));
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      getContext = () => null;
    },
  );
  Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true });
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(function (this: HTMLCanvasElement) {
    return { canvas: this, setTransform: vi.fn(), clearRect: vi.fn() } as never;
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function runFrame(): void {
  const due = frames;
  frames = [];
  due.forEach((callback) => callback(0));
}

test('200 state writes make one mount, and at most one paint a frame', () => {
  const counts = { mounts: 0, prepares: 0, paints: 0 };
  const state = $state({ value: 0, width: 100 });
  const host = mount(CanvasHost, { target: document.body, props: { state, counts } });
  flushSync();
  runFrame();
  expect(counts).toMatchObject({ mounts: 1, paints: 1 });
  for (let write = 0; write < 200; write++) {
    state.value++;
    flushSync();
  }
  expect(counts.paints).toBe(1);
  runFrame();
  expect(counts.paints).toBe(2);
  for (let frame = 0; frame < 200; frame++) {
    state.value++;
    state.width++;
    flushSync();
    runFrame();
  }
  expect(counts.paints).toBe(202);
  expect(counts.mounts).toBe(1);
  void unmount(host);
});

test('an empty canvas costs no frame while it stays one, and is emptied once', () => {
  const counts = { mounts: 0, prepares: 0, paints: 0 };
  const state = $state({ value: -1, width: 100 });
  const host = mount(CanvasHost, { target: document.body, props: { state, counts } });
  const asked: number[] = [];
  for (const value of [-2, -3, 1, -4, -5, -6]) {
    flushSync();
    asked.push(frames.length);
    runFrame();
    state.value = value;
  }
  expect(asked).toEqual([0, 0, 0, 1, 1, 0]);
  expect(counts.paints).toBe(1);
  void unmount(host);
});

test('an unmounted canvas is not painted any more', () => {
  const counts = { mounts: 0, prepares: 0, paints: 0 };
  const state = $state({ value: 0, width: 100 });
  const host = mount(CanvasHost, { target: document.body, props: { state, counts } });
  flushSync();
  runFrame();
  void unmount(host);
  state.value++;
  flushSync();
  runFrame();
  expect(counts.paints).toBe(1);
});
