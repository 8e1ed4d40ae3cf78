import { cpuBetween, longestBetween, markOf, type Trace } from '../browser/trace';
import type { Moving } from './frames';

/** A stretch of work, in milliseconds. */
export interface Span {
  readonly wall: number;
  /** Of the main thread. */
  readonly cpu: number;
}

/** From a file to a picture. */
export interface Loading {
  /** From the data in memory to the first picture. */
  readonly paint: Span;
  /** From asking for the file to the first picture. */
  readonly load: Span;
  /** The longest task of the main thread meanwhile, by each clock. */
  readonly longest: Span;
  /** The most that the processes of the browser held meanwhile, in bytes; null where it cannot be known. */
  readonly peak: number | null;
}

export interface Drawn extends Loading {
  readonly moving: Moving | null;
}

/** Between the marks `fetch`, `start` (the data is in memory) and `painted`. */
export function loadingOf(trace: Trace, start: string, peak: number | null): Loading {
  const [fetch, drawn, painted] = [markOf(trace, 'fetch'), markOf(trace, start), markOf(trace, 'painted')];
  const span = (from: number): Span => ({ wall: painted - from, cpu: cpuBetween(trace.main, from, painted) });
  return { paint: span(drawn), load: span(fetch), longest: longestBetween(trace.main, fetch, painted), peak };
}

/** Of each number the best that any run came to: what disturbs a run only adds to it. */
export function bestOf(runs: readonly Loading[]): Loading {
  const least = (of: (run: Loading) => number): number => Math.min(...runs.map(of));
  const peaks = runs.flatMap(({ peak }) => (peak === null ? [] : [peak]));
  return {
    paint: { wall: least(({ paint }) => paint.wall), cpu: least(({ paint }) => paint.cpu) },
    load: { wall: least(({ load }) => load.wall), cpu: least(({ load }) => load.cpu) },
    longest: { wall: least(({ longest }) => longest.wall), cpu: least(({ longest }) => longest.cpu) },
    peak: peaks.length > 0 ? Math.min(...peaks) : null,
  };
}
