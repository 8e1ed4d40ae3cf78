import type { Drawn } from '../measure/loading';
import { LIMIT_MS } from '../browser/page';
import { ENGINE, PRODUCT, type Results, valueOf } from './results';

/** A bound that was set before anything was measured, and how it stands. */
export interface Target {
  readonly what: string;
  readonly bound: number;
  /** Whether the bound is the least that will do, or the most. */
  readonly sense: 'least' | 'most';
  readonly unit: '×' | 'ms' | 's' | 'MB';
  /** Null when this run did not measure what it takes. */
  readonly reached: number | null;
  /** The peer did not come to its end: what was reached is more than told. */
  readonly over: boolean;
}

const K = 1_000;
const M = 1_000_000;

/** Whether a bound is kept; null when that was not measured. */
export function isMet({ reached, bound, sense }: Target): boolean | null {
  if (reached === null) return null;
  return sense === 'least' ? reached >= bound : reached <= bound;
}

/** Against the peers, all in the same run: times the peer's cost is of ours, unless said otherwise. */
export function ratios(results: Results): readonly Target[] {
  const drawn = (name: string, size: number) => valueOf(results.drawing, name, size);
  const paint = (name: string, size: number) => drawn(name, size)?.paint.wall ?? null;
  const pan = (name: string, size: number) => drawn(name, size)?.moving?.pan?.p95 ?? null;
  const filter = (name: string) => valueOf(results.filtering, name, M)?.series.click?.p50 ?? null;
  const query = (name: string) => valueOf(results.searching, name, 100 * K)?.series.query?.p50 ?? null;
  const ours = valueOf(results.typing, PRODUCT, 100 * K)?.query.worker?.p50 ?? null;
  const visible = paint('vis-timeline', 10 * K) ?? lateness(results, 'vis-timeline', 10 * K);
  const isLate = paint('vis-timeline', 10 * K) === null;
  return [
    least('First paint at 100,000, over ECharts', 7, paint('ECharts', 100 * K), paint(PRODUCT, 100 * K)),
    least('First paint at 10,000, over vis-timeline', 30, visible, paint(PRODUCT, 10 * K), isLate),
    least('First paint at 100,000, over vis-timeline at 10,000', 30, visible, paint(PRODUCT, 100 * K), isLate),
    least('Panning at 1,000,000, p95 of a frame, over ECharts', 20, pan('ECharts', M), pan(PRODUCT, M)),
    least(
      'Panning at 1,000,000, p95 of a frame, over ECharts with all points in it',
      20,
      pan('ECharts, whole frames', M),
      pan(PRODUCT, M),
    ),
    least(
      'Filter with all counts at 1,000,000, engine to engine, over crossfilter2',
      50,
      filter('crossfilter2'),
      filter(ENGINE),
    ),
    least(
      'Filter with all counts at 1,000,000, engine to engine, over roaring-wasm',
      8,
      filter('roaring-wasm'),
      filter(ENGINE),
    ),
    least('Query at 100,000, p50, over MiniSearch', 30, query('MiniSearch'), ours),
    least('Query at 100,000, p50, over Fuse.js token search', 1000, query('Fuse.js, token search'), ours),
    least(
      'Load to first paint at 100,000, over fetch().json() and the fastest peer',
      5,
      fastestLoad(results),
      load(results),
    ),
    most('First paint at 1,000, of what d3 SVG takes', 1.1, paint(PRODUCT, K), paint('d3 SVG', K)),
    most('Panning at 1,000, p95 of a frame, of what d3 SVG takes', 1.1, pan(PRODUCT, K), pan('d3 SVG', K)),
    most(
      'Load to first paint at 1,000, of what d3 SVG takes',
      1.1,
      drawn(PRODUCT, K)?.load.wall ?? null,
      drawn('d3 SVG', K)?.load.wall ?? null,
    ),
  ];
}

/** Of the product alone. */
export function budgets(results: Results): readonly Target[] {
  const moving = (size: number) => valueOf(results.drawing, PRODUCT, size)?.moving ?? null;
  const typing = (size: number) => valueOf(results.typing, PRODUCT, size);
  const loading = valueOf(results.loading, PRODUCT, M);
  const clicking = valueOf(results.clicking, PRODUCT, M);
  const engine = valueOf(results.filtering, ENGINE, M)?.series;
  const bound = (what: string, of: number, unit: Target['unit'], reached: number | null | undefined): Target => {
    return { what, bound: of, sense: 'most', unit, reached: reached ?? null, over: false };
  };
  return [
    bound('Panning at 1,000,000, p95 of a frame', 4, 'ms', moving(M)?.pan?.p95),
    bound('Zooming at 1,000,000, p95 of a frame', 4, 'ms', moving(M)?.zoom?.p95),
    most('Panning, p95 at 1,000,000 of that at 1,000', 1.3, moving(M)?.pan?.p95 ?? null, moving(K)?.pan?.p95 ?? null),
    bound('Filter click to pixels at 1,000,000, p95 of the main thread', 8, 'ms', clicking?.click.cpu?.p95),
    bound('Brush step to pixels at 1,000,000, p95 of the main thread', 8, 'ms', clicking?.brush?.p95),
    bound('Filter and all counts at 1,000,000, engine alone, p50', 1, 'ms', engine?.click?.p50),
    bound('Filter and all counts at 1,000,000, engine alone, p95', 2, 'ms', engine?.click?.p95),
    bound('Brush step at 1,000,000, engine alone, p50', 0.3, 'ms', engine?.brush?.p50),
    bound('Keystroke at 100,000, p95 in the worker', 5, 'ms', typing(100 * K)?.key.worker?.p95),
    bound('Keystroke at 100,000, worst in the worker', 16, 'ms', typing(100 * K)?.key.worker?.max),
    bound('Keystroke at 1,000,000, p95 in the worker', 16, 'ms', typing(M)?.key.worker?.p95),
    bound('Keystroke at 1,000,000, worst in the worker', 50, 'ms', typing(M)?.key.worker?.max),
    bound('Search index of 1,000,000, CPU', 12, 's', loading && loading.indexing / 1000),
    bound('Search index of 1,000,000, memory of the worker', 110, 'MB', loading && loading.heap.workers / 1e6),
    bound(
      'Longest task of the main thread while 1,000,000 are loaded and indexed',
      50,
      'ms',
      loading?.longestIndexing.wall,
    ),
    bound(
      'Most memory while 1,000,000 are loaded and indexed, all processes',
      2000,
      'MB',
      loading?.peakIndexing && loading.peakIndexing / 1e6,
    ),
  ];
}

function least(what: string, bound: number, theirs: number | null, ours: number | null, over = false): Target {
  return { what, bound, sense: 'least', unit: '×', reached: quotient(theirs, ours), over };
}

function most(what: string, bound: number, ours: number | null, theirs: number | null): Target {
  return { what, bound, sense: 'most', unit: '×', reached: quotient(ours, theirs), over: false };
}

function quotient(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a / b;
}

/** The time after which a peer was given up; null when it was not tried. */
function lateness({ drawing }: Results, name: string, size: number): number | null {
  return drawing.some((row) => row.name === name && row.size === size) ? LIMIT_MS : null;
}

function load(results: Results): number | null {
  return valueOf(results.drawing, PRODUCT, 100 * K)?.load.wall ?? null;
}

function fastestLoad({ drawing }: Results): number | null {
  const done = drawing.filter(({ name, size }) => name !== PRODUCT && size === 100 * K);
  const times = done
    .flatMap(({ outcome }): readonly Drawn[] => (outcome.ok ? [outcome.value] : []))
    .map(({ load: { wall } }) => wall);
  return times.length === 0 ? null : Math.min(...times);
}
