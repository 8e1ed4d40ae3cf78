import { longestFirst } from '../engine/gaps';
import { position, type TimeScale } from '../engine/scale';
import type { Tick } from '../engine/scene';
import type { Palette } from './palette';
import { crisp, LABEL_FONT, type Pen } from './surface';
import type { QuietBand } from './timeline';

/** Where the overview stands. */
export interface OverviewPlace {
  /** All the time there is; its width is that of the plot. */
  readonly scale: TimeScale;
  /** Left edge of the plot, and as much is free at its right. */
  readonly left: number;
  readonly height: number;
}

/** What the overview shows of the whole chronology. */
export interface Overview extends OverviewPlace {
  /** Events in equal bins of the scale, all and those that match; of the same length. */
  readonly all: Float64Array;
  readonly matches: Float64Array;
  /** The range that is asked for: what the brush holds. */
  readonly brush: Stretch | null;
  readonly quiet: readonly QuietBand[];
  readonly ticks: readonly Tick[];
}

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Height of the row of labels below the columns. */
const OVERVIEW_AXIS_PX = 18;
/** What a label keeps clear of the ends of the row, where half of it would be cut off. */
const EDGE_CLEAR_PX = 2;
const TOP_PX = 8;
const ALL_ALPHA = 0.42;
const LEAST_PX = 1.5;
const LEAST_QUIET_PX = 12;
const QUIET_CLEAR_PX = 8;
const BRUSH_TOP_PX = 4.5;
const HANDLE_WIDTH_PX = 5;
const HANDLE_HEIGHT_PX = 16;

/** Draws the stretch that the timeline shows, as the ground of all else; nothing when that is all there is. */
export function drawShown(pen: Pen, { scale, left, height }: OverviewPlace, shown: Stretch, palette: Palette): void {
  const floor = height - OVERVIEW_AXIS_PX;
  const [x0, x1] = ends(scale, left, shown);
  if (x1 - x0 >= scale.width - 1) return;
  pen.boxes([x0, 0, x1 - x0, floor], { fill: palette.ink, fillAlpha: 0.045 });
  pen.boxes([x0, floor - 1, x1 - x0, 2], { fill: palette.ink3 });
}

/**
 * Draws it on whatever ground there is: all events behind, matches in front, on a square-root scale, quiet stretches and
 * the brush. None of it changes while the timeline moves.
 */
export function drawOverview(pen: Pen, overview: Overview, palette: Palette): void {
  const { scale, left, height } = overview;
  const floor = height - OVERVIEW_AXIS_PX;
  const most = overview.all.reduce((greatest, count) => Math.max(greatest, count), 1);
  drawQuiet(pen, overview, palette, most, floor);
  pen.boxes(columns(overview, overview.all, most, floor), { fill: palette.neutral, fillAlpha: ALL_ALPHA });
  pen.boxes(columns(overview, overview.matches, most, floor), { fill: palette.accent });
  pen.lines([0, crisp(floor), scale.width + 2 * left, crisp(floor)], { stroke: palette.line });
  const labelled = overview.ticks.filter(({ label }) => label !== '');
  const stubs = labelled.flatMap(({ x, line }) => (line ? [crisp(x), floor, crisp(x), floor + 4] : []));
  pen.lines(stubs, { stroke: palette.line });
  for (const tick of labelled) {
    const fill = tick.major ? palette.ink2 : palette.ink3;
    const half = pen.measure(tick.label, LABEL_FONT) / 2 + EDGE_CLEAR_PX;
    const x = Math.min(Math.max(tick.x, half), scale.width + 2 * left - half);
    pen.text(tick.label, x, height - 4, { ...LABEL_FONT, fill, align: 'middle' });
  }
  drawBrush(pen, overview, palette, floor);
}

function columns({ scale, left }: Overview, counts: Float64Array, most: number, floor: number): number[] {
  const boxes: number[] = [];
  const step = scale.width / Math.max(1, counts.length);
  for (let bin = 0; bin < counts.length; bin++) {
    if (!(counts[bin] > 0)) continue;
    const height = tall(counts[bin], most, floor);
    const x = Math.round(left + bin * step);
    boxes.push(x, floor - height, Math.max(1, Math.round(left + (bin + 1) * step) - x - 1), height);
  }
  return boxes;
}

/** Height of a column of `count` events. */
function tall(count: number, most: number, floor: number): number {
  return count > 0 ? Math.max(LEAST_PX, (floor - TOP_PX) * Math.sqrt(Math.min(1, count / most))) : 0;
}

/** A bracket over each quiet stretch, and its words above it and above the columns that they reach over: the longest first. */
function drawQuiet(pen: Pen, overview: Overview, palette: Palette, most: number, floor: number): void {
  const { scale, left, all } = overview;
  const taken: { readonly start: number; readonly end: number }[] = [];
  const bin = (x: number): number => Math.floor(((x - left) / scale.width) * all.length);
  for (const stretch of longestFirst(overview.quiet)) {
    const [x0, x1] = ends(scale, left, stretch);
    if (x1 - x0 < LEAST_QUIET_PX) continue;
    const y = crisp(floor - 6);
    const bracket = [x0 + 2, y, x1 - 2, y, x0 + 2, y - 3, x0 + 2, y + 3, x1 - 2, y - 3, x1 - 2, y + 3];
    pen.lines(bracket, { stroke: palette.ink3, strokeAlpha: 0.6 });
    const width = pen.measure(stretch.words, LABEL_FONT);
    const start = Math.max(left, (x0 + x1 - width) / 2);
    const end = start + width;
    const tallest = Math.max(0, ...all.slice(Math.max(0, bin(start)), bin(end) + 1));
    const line = floor - Math.max(13, tall(tallest, most, floor) + 3);
    const free = taken.every((other) => end + QUIET_CLEAR_PX < other.start || start > other.end + QUIET_CLEAR_PX);
    if (!free || end > left + scale.width || line < TOP_PX + 4) continue;
    pen.text(stretch.words, start, line, { ...LABEL_FONT, fill: palette.ink3 });
    taken.push({ start, end });
  }
}

function drawBrush(pen: Pen, { scale, left, brush }: Overview, palette: Palette, floor: number): void {
  if (brush === null) return;
  const [x0, x1] = ends(scale, left, brush).map(crisp);
  const height = floor - BRUSH_TOP_PX;
  pen.boxes([x0, BRUSH_TOP_PX, Math.max(1, x1 - x0), height], { fill: palette.accent, fillAlpha: 0.07 });
  pen.boxes([x0, BRUSH_TOP_PX, Math.max(1, x1 - x0), height], { stroke: palette.ink }, 2);
  const y = BRUSH_TOP_PX + (height - HANDLE_HEIGHT_PX) / 2;
  const handle = (x: number): number[] => [x - HANDLE_WIDTH_PX / 2, y, HANDLE_WIDTH_PX, HANDLE_HEIGHT_PX];
  pen.boxes([...handle(x0), ...handle(x1)], { fill: palette.ink }, 2);
}

/** Left and right end of a stretch, inside the plot. */
function ends(scale: TimeScale, left: number, { from, to }: Stretch): [number, number] {
  const inside = (instant: number): number => left + Math.min(Math.max(0, position(scale, instant)), scale.width);
  return [inside(from), inside(to)];
}
