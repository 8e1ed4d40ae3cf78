import type { Mark, Scene } from '../engine/scene';
import { barBox, outline } from './mark-shapes';
import { type Palette, slotColour } from './palette';
import { crisp, type Pen } from './surface';
import { DOT_RADIUS } from '../engine/layout/extent';

const HAIR_ALPHA = 0.55;
const HAIR_DASH = [3, 3];
const SELECTED_GROW_PX = 2;
const RING_PX = 2;

/** The marks of a hovered event, each ringed, and a line that joins them through the lanes. */
export function drawJoined(pen: Pen, marks: readonly Mark[], row: number, palette: Palette): void {
  const own = marks.filter((mark) => mark.row === row);
  if (own.length === 0) return;
  if (own.length > 1) {
    const x = crisp(own[0].x0);
    pen.lines([x, own[0].y, x, own[own.length - 1].y], { stroke: palette.ink2, strokeAlpha: 0.8 });
  }
  for (const mark of own) {
    outline(pen, mark, RING_PX + 1.5, { fill: palette.ground });
    solid(pen, mark, 0, slotColour(palette, mark.slot));
    outline(pen, mark, RING_PX, { stroke: palette.ink, width: 1.25 });
  }
}

/** The selected event: a hairline through all lanes where it begins, and its marks larger and in the accent. */
export function drawSelected(
  pen: Pen,
  scene: Scene,
  marks: readonly Mark[],
  row: number,
  at: number | null,
  palette: Palette,
): void {
  const own = marks.filter((mark) => mark.row === row);
  const x = own.length > 0 ? own[0].x0 : at;
  if (x !== null && x >= scene.plotLeft && x <= scene.width) {
    const paint = { stroke: palette.accent, strokeAlpha: HAIR_ALPHA, dash: HAIR_DASH };
    pen.lines([crisp(x), scene.plotTop, crisp(x), scene.height], paint);
  }
  for (const mark of own) {
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
