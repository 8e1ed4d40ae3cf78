import { marksOf } from '../engine/hit';
import { DOT_RADIUS } from '../engine/layout/extent';
import { position } from '../engine/scale';
import type { Mark, Scene } from '../engine/scene';
import { barBox, outline } from './mark-shapes';
import { type Palette, slotColour } from './palette';
import { crisp, type Pen } from './surface';

const HAIR_ALPHA = 0.55;
const HAIR_DASH = [3, 3];
const SELECTED_GROW_PX = 2;
const RING_PX = 2;

/** What one event has over all others. */
export interface Emphasis {
  readonly selectedRow: number | null;
  /** When the selected event begins, so that its line runs through lanes that show density too; null without a date. */
  readonly selectedAt: number | null;
  readonly hoveredRow: number | null;
}

/** Draws the marks of the hovered and of the selected event anew, above the scene, which shows through everywhere else. */
export function drawEmphasis(pen: Pen, scene: Scene, palette: Palette, emphasis: Emphasis): void {
  const { plotLeft, plotTop, width, height } = scene;
  const { selectedRow, hoveredRow } = emphasis;
  pen.clipped([plotLeft, plotTop, width - plotLeft, height - plotTop], () => {
    if (hoveredRow !== null && hoveredRow !== selectedRow) drawJoined(pen, marksOf(scene, hoveredRow), palette);
    if (selectedRow === null) return;
    const at = emphasis.selectedAt === null ? null : plotLeft + position(scene.scale, emphasis.selectedAt);
    drawSelected(pen, scene, marksOf(scene, selectedRow), at, palette);
  });
}

/** Each mark ringed, and a line that joins them through the lanes. */
function drawJoined(pen: Pen, marks: readonly Mark[], palette: Palette): void {
  if (marks.length > 1) {
    const x = crisp(marks[0].x0);
    pen.lines([x, marks[0].y, x, marks[marks.length - 1].y], { stroke: palette.ink2, strokeAlpha: 0.8 });
  }
  for (const mark of marks) {
    outline(pen, mark, RING_PX + 1.5, { fill: palette.ground });
    solid(pen, mark, 0, slotColour(palette, mark.slot));
    outline(pen, mark, RING_PX, { stroke: palette.ink, width: 1.25 });
  }
}

/** A hairline through all lanes where the event begins, and its marks larger and in the accent. */
function drawSelected(pen: Pen, scene: Scene, marks: readonly Mark[], at: number | null, palette: Palette): void {
  const x = marks.length > 0 ? marks[0].x0 : at;
  if (x !== null && x >= scene.plotLeft && x <= scene.width) {
    const paint = { stroke: palette.accent, strokeAlpha: HAIR_ALPHA, dash: HAIR_DASH };
    pen.lines([crisp(x), scene.plotTop, crisp(x), scene.height], paint);
  }
  for (const mark of marks) {
    outline(pen, mark, SELECTED_GROW_PX + 1.5, { fill: palette.ground });
    solid(pen, mark, SELECTED_GROW_PX, palette.accent);
  }
}

function solid(pen: Pen, mark: Mark, grow: number, colour: string): void {
  if (mark.shape === 'bar' || mark.shape === 'dot') {
    outline(pen, mark, grow, { fill: colour });
    return;
  }
  outline(pen, mark, grow, { fill: colour, fillAlpha: 0.3 });
  outline(pen, mark, grow - 0.5, { stroke: colour, dash: mark.dashed ? [2.5, 2.5] : [] });
  if (mark.solid1 > mark.solid0) {
    pen.boxes(barBox(mark.solid0, mark.solid1, mark.y, grow), { fill: colour }, DOT_RADIUS + grow);
  }
}
