import { DOT_RADIUS, DOT_WIDTH } from '../engine/layout/extent';
import type { Mark } from '../engine/scene';
import { type Palette, slotColour } from './palette';
import type { Box, Paint, Pen } from './surface';

const HALO_PX = 1;
const SOFT = 0.22;
const SOLID = 0.92;
const EDGE_ALPHA = 0.85;
const FADE_PX = 24;
const DASH = [2.5, 2.5];
/** Marks that are not meant, while others are lit up. */
const DIMMED = 0.16;

/** Shapes of one paint. */
interface Batch {
  readonly colour: string;
  readonly alpha: number;
  readonly dots: number[];
  readonly dashedDots: number[];
  readonly solids: number[];
  readonly softs: number[];
  readonly edges: number[];
  readonly dashedEdges: number[];
}

/**
 * Draws marks with few calls: those of a layer do not overlap, so that layer by layer all halos and then all shapes of a
 * colour are one call each. `dimmed`: they stand back, because others are meant.
 */
export function drawMarks(pen: Pen, marks: readonly Mark[], palette: Palette, dimmed: boolean): void {
  const layers: (Mark[] | undefined)[] = [];
  for (const mark of marks) (layers[mark.layer] ??= []).push(mark);
  for (const layer of layers) if (layer !== undefined) drawLayer(pen, layer, palette, dimmed ? DIMMED : 1);
}

function drawLayer(pen: Pen, marks: readonly Mark[], palette: Palette, alpha: number): void {
  const halo: Paint = { fill: palette.ground };
  const dots: number[] = [];
  const bars: number[] = [];
  for (const mark of marks) {
    if (mark.shape === 'dot') dots.push(mark.x0, mark.y);
    else bars.push(...barBox(mark.x0, mark.x1, mark.y, HALO_PX));
  }
  pen.dots(dots, DOT_RADIUS + HALO_PX, halo);
  pen.boxes(bars, halo, DOT_RADIUS + HALO_PX);
  const batches: (Batch | undefined)[] = [];
  for (const mark of marks) {
    add(pen, (batches[mark.slot + 1] ??= emptyBatch(slotColour(palette, mark.slot), alpha)), mark);
  }
  for (const batch of batches) if (batch !== undefined) drawBatch(pen, batch);
}

function emptyBatch(colour: string, alpha: number): Batch {
  return { colour, alpha, dots: [], dashedDots: [], solids: [], softs: [], edges: [], dashedEdges: [] };
}

/** Open ends are drawn at once: each has a fade of its own. */
function add(pen: Pen, batch: Batch, mark: Mark): void {
  if (mark.shape === 'dot') {
    (mark.dashed ? batch.dashedDots : batch.dots).push(mark.x0, mark.y);
    return;
  }
  const solid = mark.solid1 > mark.solid0 && !mark.dashed;
  if (mark.openStart || mark.openEnd) {
    if (mark.shape === 'extent' || mark.dashed) drawOpen(pen, batch, mark, mark.x0, mark.x1, SOFT);
    if (solid) drawOpen(pen, batch, mark, mark.solid0, mark.solid1, SOLID);
    return;
  }
  if (mark.shape === 'extent' || mark.dashed) {
    batch.softs.push(...barBox(mark.x0, mark.x1, mark.y, 0));
    (mark.dashed ? batch.dashedEdges : batch.edges).push(...barBox(mark.x0, mark.x1, mark.y, -0.5));
  }
  if (solid) batch.solids.push(...barBox(mark.solid0, mark.solid1, mark.y, 0));
}

/** The part of a mark from `x0` to `x1`, fading where that end of the mark is open; a soft one with its edges. */
function drawOpen(pen: Pen, { colour, alpha }: Batch, mark: Mark, x0: number, x1: number, strength: number): void {
  const fade = Math.min(FADE_PX, (x1 - x0) / 2);
  const left = mark.openStart && x0 <= mark.x0 ? fade : 0;
  const right = mark.openEnd && x1 >= mark.x1 ? fade : 0;
  pen.fading(barBox(x0, x1, mark.y, 0), { fill: colour, fillAlpha: strength * alpha }, DOT_RADIUS, left, right);
  if (strength === SOLID) return;
  const edge = { stroke: colour, strokeAlpha: EDGE_ALPHA * alpha, dash: mark.dashed ? DASH : [] };
  pen.fading(barBox(x0, x1, mark.y, -0.5), edge, DOT_RADIUS - 0.5, left, right);
}

function drawBatch(pen: Pen, batch: Batch): void {
  const { colour, alpha } = batch;
  const soft: Paint = { fill: colour, fillAlpha: SOFT * alpha };
  const edge: Paint = { stroke: colour, strokeAlpha: EDGE_ALPHA * alpha };
  pen.boxes(batch.softs, soft, DOT_RADIUS);
  pen.boxes(batch.edges, edge, DOT_RADIUS - 0.5);
  pen.boxes(batch.dashedEdges, { ...edge, dash: DASH }, DOT_RADIUS - 0.5);
  pen.boxes(batch.solids, { fill: colour, fillAlpha: SOLID * alpha }, DOT_RADIUS);
  pen.dots(batch.dots, DOT_RADIUS, { fill: colour, fillAlpha: SOLID * alpha });
  pen.dots(batch.dashedDots, DOT_RADIUS, soft);
  pen.dots(batch.dashedDots, DOT_RADIUS - 0.5, { ...edge, dash: DASH });
}

/** x, y, width and height of a bar from `x0` to `x1` about `y`, larger by `grow` on every side. */
export function barBox(x0: number, x1: number, y: number, grow: number): Box {
  return [x0 - grow, y - DOT_RADIUS - grow, x1 - x0 + 2 * grow, DOT_WIDTH + 2 * grow];
}

/** The outline of a mark, `away` px outside of it, drawn with `paint`. */
export function outline(pen: Pen, mark: Mark, away: number, paint: Paint): void {
  if (mark.shape === 'dot') pen.dots([mark.x0, mark.y], DOT_RADIUS + away, paint);
  else pen.boxes(barBox(mark.x0, mark.x1, mark.y, away), paint, DOT_RADIUS + away);
}
