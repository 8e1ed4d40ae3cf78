/** A task of a thread, in milliseconds of the trace's clock; `cpu` is what its thread really worked. */
export interface Task {
  readonly at: number;
  readonly wall: number;
  readonly cpu: number;
}

/** What a trace tells of one page: its main thread, its workers' threads, and the marks that were set in it. */
export interface Trace {
  readonly main: readonly Task[];
  readonly workers: readonly Task[];
  /** When the main thread was done with a frame. */
  readonly frames: readonly number[];
  readonly marks: ReadonlyMap<string, readonly number[]>;
}

export interface TraceEvent {
  readonly name: string;
  readonly cat: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** All that a trace must be asked for. */
export const CATEGORIES = ['toplevel', 'devtools.timeline', 'blink.user_timing'] as const;

/** Marks of the benchmark begin so: they tell the page's process from others. */
export const MARK = 'bench:';

/**
 * What holds the work of a thread. Chromium ends a task before the microtasks that follow on it: these stand beside their
 * task, under one of three names.
 */
const TASKS = new Set([
  'ThreadControllerImpl::RunTask',
  'RunTask',
  'BlinkScheduler_PerformMicrotaskCheckpoint',
  'RunMicrotasks',
  'FunctionCall',
]);
const FRAME = 'AnimationFrame';

/** Whether `readTrace` has a use for an event: a trace of a large file is mostly others. */
export function isTold({ name, cat, ph }: TraceEvent): boolean {
  return TASKS.has(name) || name === 'thread_name' || (name === FRAME && ph === 'e') || cat === 'blink.user_timing';
}

/** Throws when no mark is in it: then nothing can be told from it. */
export function readTrace(events: readonly TraceEvent[]): Trace {
  const marked = events.find(({ cat, name }) => cat === 'blink.user_timing' && name.startsWith(MARK));
  if (marked === undefined) throw new Error('the trace holds no mark of the benchmark');
  // What holds another may begin in the same microsecond: it comes first.
  const own = events.filter(({ pid }) => pid === marked.pid).sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const threads = new Map(own.filter(({ name }) => name === 'thread_name').map(({ tid, args }) => [tid, args?.name]));
  const workers = new Set([...threads].filter(([, name]) => name?.startsWith('DedicatedWorker')).map(([tid]) => tid));
  const marks = new Map<string, number[]>();
  for (const { cat, name, ts } of own) {
    if (cat !== 'blink.user_timing' || !name.startsWith(MARK)) continue;
    const key = name.slice(MARK.length);
    marks.set(key, [...(marks.get(key) ?? []), ts / 1000]);
  }
  return {
    main: tasksOf(own.filter(({ tid }) => tid === marked.tid)),
    workers: [...workers].flatMap((worker) => tasksOf(own.filter(({ tid }) => tid === worker))),
    frames: own
      .filter(({ name, ph, tid }) => name === FRAME && ph === 'e' && tid === marked.tid)
      .map(({ ts }) => ts / 1000),
    marks,
  };
}

/** What no other holds: what is nested is part of what its holder cost. */
function tasksOf(events: readonly TraceEvent[]): readonly Task[] {
  const tasks: Task[] = [];
  let end = -Infinity;
  for (const { name, ph, ts, dur = 0, tdur = 0 } of events) {
    if (ph !== 'X' || !TASKS.has(name) || ts < end) continue;
    tasks.push({ at: ts / 1000, wall: dur / 1000, cpu: tdur / 1000 });
    end = ts + dur;
  }
  return tasks;
}

/** The moment of a mark that was set once. Throws when it is missing. */
export function markOf({ marks }: Trace, name: string): number {
  const at = marks.get(name)?.at(-1);
  if (at === undefined) throw new Error(`the trace holds no mark "${name}"`);
  return at;
}

/** CPU time of `tasks` between two moments; of a task that lies in part outside, its share. */
export function cpuBetween(tasks: readonly Task[], from: number, to: number): number {
  return tasks.reduce((sum, { at, wall, cpu }) => {
    const inside = Math.min(at + wall, to) - Math.max(at, from);
    return inside <= 0 ? sum : sum + (wall === 0 ? cpu : (cpu * inside) / wall);
  }, 0);
}

/** The longest task that touches the stretch between two moments, by either clock: two tasks may share the record. */
export function longestBetween(tasks: readonly Task[], from: number, to: number): { wall: number; cpu: number } {
  const longest = { wall: 0, cpu: 0 };
  for (const { at, wall, cpu } of tasks) {
    if (at + wall <= from || at >= to) continue;
    longest.wall = Math.max(longest.wall, wall);
    longest.cpu = Math.max(longest.cpu, cpu);
  }
  return longest;
}

/**
 * Per frame that was done between two moments: what the main thread worked since the frame before it, or since `from`.
 * O(frames + tasks).
 */
export function frameCosts({ main, frames }: Trace, from: number, to: number): readonly number[] {
  const done = frames.filter((at) => at > from && at <= to);
  let next = main.findIndex(({ at, wall }) => at + wall > from);
  return done.map((end, index) => {
    const start = index === 0 ? from : done[index - 1];
    let last = next;
    while (last < main.length && main[last].at < end) last++;
    const cost = cpuBetween(main.slice(next, last), start, end);
    next = Math.max(next, last - 1);
    return cost;
  });
}
