import { describe, expect, it } from 'vitest';
import { createFrame, type Frame } from '../../src/render/frame';

/** Frames that come when the test says so. */
function stage(paint: (frame: Frame) => void = () => undefined) {
  const waiting = new Map<number, (time: number) => void>();
  let last = 0;
  const painted: number[] = [];
  const frame: Frame = createFrame(
    (time) => {
      painted.push(time);
      paint(frame);
    },
    (callback) => {
      waiting.set(++last, callback);
      return last;
    },
    (handle) => waiting.delete(handle),
  );
  const next = (time: number): void => {
    const due = [...waiting.values()];
    waiting.clear();
    for (const callback of due) callback(time);
  };
  return { frame, next, painted, waiting };
}

describe('a frame', () => {
  it('paints once, however often it is asked', () => {
    const { frame, next, painted, waiting } = stage();
    for (let i = 0; i < 200; i++) frame.request();
    expect([painted.length, waiting.size]).toEqual([0, 1]);
    next(16);
    expect(painted).toEqual([16]);
    next(32);
    expect(painted).toEqual([16]);
  });

  it('paints again when asked again, also from within the paint', () => {
    const { frame, next, painted } = stage((own) => {
      if (painted.length < 3) own.request();
    });
    frame.request();
    for (const time of [1, 2, 3, 4, 5]) next(time);
    expect(painted).toEqual([1, 2, 3]);
  });

  it('drops the paint when cancelled, and can be asked anew', () => {
    const { frame, next, painted, waiting } = stage();
    frame.cancel();
    frame.request();
    frame.cancel();
    expect(waiting.size).toBe(0);
    next(1);
    expect(painted).toEqual([]);
    frame.request();
    next(2);
    expect(painted).toEqual([2]);
  });
});
