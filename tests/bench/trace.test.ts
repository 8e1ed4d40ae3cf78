import { describe, expect, it, test } from 'vitest';
import { cpuBetween, frameCosts, longestBetween, markOf, readTrace, type TraceEvent } from './browser/trace';

const MAIN = 11;
const WORKER = 12;
const OTHER_PAGE = 7;

function thread(tid: number, name: string, pid = 1): TraceEvent {
  return { name: 'thread_name', cat: '__metadata', ph: 'M', pid, tid, ts: 0, args: { name } };
}
/** Milliseconds. */
function task(at: number, wall: number, cpu: number, tid = MAIN, pid = 1): TraceEvent {
  const [ts, dur, tdur] = [at * 1000, wall * 1000, cpu * 1000];
  return { name: 'ThreadControllerImpl::RunTask', cat: 'toplevel', ph: 'X', pid, tid, ts, dur, tdur };
}
function mark(name: string, at: number): TraceEvent {
  return { name: `bench:${name}`, cat: 'blink.user_timing', ph: 'I', pid: 1, tid: MAIN, ts: at * 1000 };
}
function frame(at: number, tid = MAIN, pid = 1): TraceEvent {
  return { name: 'AnimationFrame', cat: 'devtools.timeline', ph: 'e', pid, tid, ts: at * 1000 };
}

const THREADS = [thread(MAIN, 'CrRendererMain'), thread(WORKER, 'DedicatedWorker thread'), thread(3, 'Compositor')];

test('only tasks of the marked page count, those of its workers apart, in order', () => {
  const trace = readTrace([
    ...THREADS,
    task(20, 5, 4),
    task(1, 2, 2),
    task(5, 9, 8, WORKER),
    task(6, 9, 9, 3),
    task(7, 9, 9, MAIN, OTHER_PAGE),
    frame(9, MAIN, OTHER_PAGE),
    mark('a', 3),
  ]);
  expect(trace.main).toEqual([
    { at: 1, wall: 2, cpu: 2 },
    { at: 20, wall: 5, cpu: 4 },
  ]);
  expect(trace.workers).toEqual([{ at: 5, wall: 9, cpu: 8 }]);
  expect(trace.frames).toEqual([]);
});

test('a task within another is part of it', () => {
  const { main } = readTrace([...THREADS, mark('a', 0), task(1, 3, 3), task(1, 10, 9), task(2, 3, 3), task(11, 1, 1)]);
  expect(main).toEqual([
    { at: 1, wall: 10, cpu: 9 },
    { at: 11, wall: 1, cpu: 1 },
  ]);
});

test('microtasks that follow on a task count, those within it are part of it', () => {
  const microtasks = (at: number, wall: number) => {
    return { ...task(at, wall, wall), name: 'BlinkScheduler_PerformMicrotaskCheckpoint' };
  };
  const { main } = readTrace([...THREADS, mark('a', 0), task(1, 4, 4), microtasks(3, 1), microtasks(5, 30)]);
  expect(main.map(({ at, cpu }) => [at, cpu])).toEqual([
    [1, 4],
    [5, 30],
  ]);
});

test('a mark is where it was set last; one that is missing, or a trace without any, is an error', () => {
  const trace = readTrace([...THREADS, mark('a', 3), mark('b', 4), mark('a', 8)]);
  expect(markOf(trace, 'a')).toBe(8);
  expect(trace.marks.get('a')).toEqual([3, 8]);
  expect(() => markOf(trace, 'c')).toThrow('no mark "c"');
  expect(() => readTrace(THREADS)).toThrow('no mark');
});

describe('time between two moments', () => {
  const tasks = [
    { at: 0, wall: 10, cpu: 5 },
    { at: 20, wall: 4, cpu: 4 },
  ];
  it('takes of a task that lies in part outside its share', () => {
    expect(cpuBetween(tasks, 0, 30)).toBe(9);
    expect(cpuBetween(tasks, 5, 22)).toBe(2.5 + 2);
    expect(cpuBetween(tasks, 10, 20)).toBe(0);
  });
  it('knows the longest task that touches it', () => {
    expect(longestBetween(tasks, 9, 21)).toEqual({ wall: 10, cpu: 5 });
    expect(longestBetween(tasks, 10, 21)).toEqual({ wall: 4, cpu: 4 });
    expect(longestBetween(tasks, 12, 13)).toEqual({ wall: 0, cpu: 0 });
  });
});

test('a frame costs what was worked since the one before it', () => {
  const trace = readTrace([
    ...THREADS,
    mark('a', 0),
    task(0, 4, 4),
    task(10, 2, 2),
    task(13, 5, 5),
    frame(16),
    task(20, 3, 3),
    frame(23),
    task(30, 6, 6),
    frame(40),
  ]);
  // The first begins at 2, in the middle of a task, and ends within another, whose rest is the second's.
  expect(frameCosts(trace, 2, 30)).toEqual([2 + 2 + 3, 2 + 3]);
  expect(frameCosts(trace, 23, 40)).toEqual([6]);
  expect(frameCosts(trace, 41, 50)).toEqual([]);
});
