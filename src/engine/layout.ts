import type { Phrases } from '../domain/phrase-books';
import type { Columns } from './columns';
import { densityOf, edgeRows } from './density';
import type { LaneRows } from './lanes';
import { binsOver } from './layout/bins';
import { type LaneContext, laneContent, windowRows } from './layout/lane';
import { labelPlaces, markPlaces } from './layout/places';
import type { Measure } from './layout/labels';
import { roundedUp } from './layout/rounding';
import type { TimeScale } from './scale';
import type { Lane, Scene } from './scene';
import { ticks } from './ticks';

export const AXIS_PX = 24;
/** Lanes are this high when there are many, and share the room when there are few. */
export const LANE_PX = 40;

/** Marks in a scene, at most: more are quicker read as density, and quicker drawn. */
const MOST_MARKS = 1500;
/** Least distance of two ticks. */
const TICK_GAP_PX = 44;

export interface LayoutInput {
  readonly columns: Columns;
  readonly lanes: readonly LaneRows[];
  /** The window; its width is replaced by that of the plot. */
  readonly scale: TimeScale;
  /** Width of the column of lane names. */
  readonly plotLeft: number;
  readonly width: number;
  readonly height: number;
  readonly scrollTop: number;
  /** Of the axis; null for an axis without ticks. */
  readonly phrases: Phrases | null;
  /** Colour slot of a row, 0-7, or -1. */
  readonly slotOf: (row: number) => number;
  /** Title of a row; asked only for rows that get a label. */
  readonly labelOf: (row: number) => string;
  /** Width in px of a text in the font of labels. */
  readonly measure: Measure;
}

/**
 * The scene for a window: the lanes in sight, each with labelled marks, marks, or density, as there is room. Sizes below
 * what the axis and one pixel of plot need are taken as that. O(pixels x lanes in sight + marks), whatever the number of
 * events; the `rows` of lanes out of sight are not read.
 */
export function layoutScene(input: LayoutInput): Scene {
  const { columns, lanes, plotLeft } = input;
  const width = Math.max(input.width, plotLeft + 1);
  const height = Math.max(input.height, AXIS_PX + 1);
  const scale: TimeScale = { from: input.scale.from, to: input.scale.to, width: width - plotLeft };
  const laneHeight = Math.max(LANE_PX, Math.floor((height - AXIS_PX) / Math.max(1, lanes.length)));
  const contentHeight = Math.max(height, AXIS_PX + lanes.length * laneHeight);
  const scrollTop = Math.min(Math.max(0, input.scrollTop), contentHeight - height) || 0;

  const firstLane = Math.floor(scrollTop / laneHeight);
  const endLane = Math.min(lanes.length, Math.ceil((scrollTop + height - AXIS_PX) / laneHeight));
  const inSight = lanes.slice(firstLane, endLane);
  const context: LaneContext = {
    columns,
    scale,
    plotLeft,
    places: markPlaces(laneHeight),
    lines: labelPlaces(laneHeight),
    mostMarks: Math.floor(MOST_MARKS / Math.max(1, inSight.length)),
    slotOf: input.slotOf,
    labelOf: input.labelOf,
    measure: input.measure,
  };
  const rows = windowRows(columns, scale);
  const bins = binsOver(scale, plotLeft);
  let edges: Int32Array | null = null;
  let most = 1;
  const laid = inSight.map((lane, i): Lane => {
    const index = firstLane + i;
    const top = AXIS_PX + index * laneHeight - scrollTop;
    const content = laneContent(context, lane.rows, rows, top + laneHeight / 2);
    let density: Uint32Array | null = null;
    if (content.detail === 'density') {
      edges ??= edgeRows(columns, bins.from, bins.to, bins.count);
      density = densityOf(lane.rows, edges);
      most = density.reduce((greatest, count) => Math.max(greatest, count), most);
    }
    return { id: lane.id, name: lane.name, index, top, height: laneHeight, ...content, density };
  });
  return {
    scale,
    plotLeft,
    plotTop: AXIS_PX,
    width,
    height,
    lanes: laid,
    ticks: input.phrases === null ? [] : ticks(scale, plotLeft, input.phrases, TICK_GAP_PX),
    bins: { x0: bins.x0, step: bins.step, count: bins.count, most: roundedUp(most) },
    contentHeight,
    scrollTop,
  };
}
