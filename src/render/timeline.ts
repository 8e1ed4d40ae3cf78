import type { Label, Mark, Scene } from '../engine/scene';
import { drawAxis, drawGrid } from './axis';
import { drawLaneNames, type LaneAccents } from './lane-names';
import { drawMarks } from './mark-shapes';
import type { Palette } from './palette';
import { baseline, LABEL_FONT, type Box, type Pen } from './surface';

/** What stands out for the moment; none of it changes where anything stands. */
export interface Accents extends LaneAccents {
  /** Rows under the hovered facet value: all others stand back. */
  readonly litRows: ((row: number) => boolean) | null;
  readonly now: number | null;
  readonly quiet: readonly QuietBand[];
}

/** A stretch without events, and what to say of it. */
export interface QuietBand {
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

export const NO_ACCENTS: Accents = {
  litRows: null,
  included: new Set(),
  focusedLane: null,
  now: null,
  quiet: [],
};

/** Draws the whole scene, ground and all. What one event has over all others is drawn above it, by drawEmphasis. */
export function drawTimeline(pen: Pen, scene: Scene, palette: Palette, accents: Accents): void {
  const { width, height, plotLeft, plotTop } = scene;
  pen.boxes([0, 0, width, height], { fill: palette.ground });
  const lanesBox: Box = [0, plotTop, width, height - plotTop];
  const plotBox: Box = [plotLeft, plotTop, width - plotLeft, height - plotTop];
  pen.clipped(plotBox, () => {
    drawGrid(pen, scene, palette, accents.quiet);
  });
  pen.clipped(lanesBox, () => {
    drawLaneNames(pen, scene, palette, accents);
  });
  pen.clipped(plotBox, () => {
    drawDensity(pen, scene, palette);
    drawContent(pen, scene, palette, accents);
  });
  drawAxis(pen, scene, palette, accents.now);
}

/** Free room above a column of full height, and below all. */
const DENSITY_TOP_PX = 6;
const DENSITY_FOOT_PX = 4;
const DENSITY_LEAST_PX = 1.5;
const DENSITY_MOST_PX = 72;
const DENSITY_ALPHA = 0.62;

/** All columns of all lanes as one path. A column's area grows with the square root of its count. */
function drawDensity(pen: Pen, scene: Scene, palette: Palette): void {
  const { x0, step, most } = scene.bins;
  const columns: number[] = [];
  for (const { density, top, height } of scene.lanes) {
    if (density === null) continue;
    const full = Math.min(DENSITY_MOST_PX, height - DENSITY_TOP_PX - DENSITY_FOOT_PX);
    const foot = Math.round(top + height) - DENSITY_FOOT_PX;
    for (let bin = 0; bin < density.length; bin++) {
      if (density[bin] === 0) continue;
      const tall = Math.max(DENSITY_LEAST_PX, full * Math.sqrt(density[bin] / most));
      const left = Math.round(x0 + bin * step);
      columns.push(left, foot - tall, Math.max(1, Math.round(x0 + (bin + 1) * step) - left - 1), tall);
    }
  }
  pen.boxes(columns, { fill: palette.neutral, fillAlpha: DENSITY_ALPHA });
}

function drawContent(pen: Pen, scene: Scene, palette: Palette, { litRows }: Accents): void {
  const marks = scene.lanes.flatMap((lane) => lane.marks);
  const dimmed = (mark: Mark): boolean => litRows !== null && !litRows(mark.row);
  if (litRows !== null) drawMarks(pen, marks.filter(dimmed), palette, true);
  drawMarks(pen, litRows === null ? marks : marks.filter((mark) => !dimmed(mark)), palette, false);
  const plates = marks.flatMap(({ label, y }) => (label?.inside === true ? plateOf(label, y) : []));
  pen.boxes(plates, { fill: palette.ground }, 3);
  for (const mark of marks) drawLabel(pen, mark, palette, dimmed(mark));
}

const PLATE_PX = 4;
const PLATE_HEIGHT_PX = 14;

/** Upon a mark, the ground of its label. */
function plateOf({ x, width }: Label, y: number): Box {
  return [x - PLATE_PX, y - PLATE_HEIGHT_PX / 2, width + 2 * PLATE_PX, PLATE_HEIGHT_PX];
}

function drawLabel(pen: Pen, { label, y }: Mark, palette: Palette, dimmed: boolean): void {
  if (label === null) return;
  const fill = dimmed ? palette.ink3 : palette.ink2;
  pen.text(label.text, label.x, baseline(y, LABEL_FONT), { ...LABEL_FONT, fill });
}
