import { position } from '../engine/scale';
import type { Scene, Tick } from '../engine/scene';
import type { Palette } from './palette';
import { crisp, LABEL_FONT, type Pen } from './surface';
import type { QuietBand } from './timeline';

const LABEL_BASELINE_PX = 16;
const LABEL_LEAD_PX = 5;
/** Where the line of a major tick begins, so that it stands beside its label. */
const MAJOR_TOP_PX = 5;
const QUIET_ALPHA = 0.55;
const QUIET_CLEAR_PX = 16;

/** Lines of the ticks through the lanes, behind everything, and the quiet stretches between. */
export function drawGrid(pen: Pen, scene: Scene, palette: Palette, quiet: readonly QuietBand[]): void {
  drawQuiet(pen, scene, palette, quiet);
  const lines = (major: boolean): number[] =>
    scene.ticks.flatMap((tick) => {
      const x = crisp(tick.x);
      return tick.line && tick.major === major ? [x, scene.plotTop, x, scene.height] : [];
    });
  pen.lines(lines(false), { stroke: palette.line2 });
  pen.lines(lines(true), { stroke: palette.line });
}

function drawQuiet(pen: Pen, scene: Scene, palette: Palette, quiet: readonly QuietBand[]): void {
  const { plotLeft, plotTop, width, height } = scene;
  for (const { from, to, words } of quiet) {
    const x0 = Math.max(plotLeft, plotLeft + position(scene.scale, from));
    const x1 = Math.min(width, plotLeft + position(scene.scale, to));
    if (x1 - x0 < 2) continue;
    pen.boxes([x0, plotTop, x1 - x0, height - plotTop], { fill: palette.line2, fillAlpha: QUIET_ALPHA });
    if (pen.measure(words, LABEL_FONT) + QUIET_CLEAR_PX > x1 - x0) continue;
    pen.text(words, (x0 + x1) / 2, height - 8, { ...LABEL_FONT, fill: palette.ink3, align: 'middle' });
  }
}

/** The row of labels above the lanes, and the line that marks the present. */
export function drawAxis(pen: Pen, scene: Scene, palette: Palette, now: number | null): void {
  const { plotLeft, plotTop, width } = scene;
  pen.lines(majorStubs(scene), { stroke: palette.line });
  pen.clipped([plotLeft, 0, width - plotLeft, plotTop], () => {
    for (const tick of scene.ticks) if (!tick.major) drawTickLabel(pen, tick, palette);
    for (const tick of scene.ticks) if (tick.major) drawTickLabel(pen, tick, palette);
  });
  if (now === null) return;
  const x = crisp(plotLeft + position(scene.scale, now));
  if (x < plotLeft || x > width) return;
  pen.lines([x, plotTop - 4, x, scene.height], { stroke: palette.accent, strokeAlpha: 0.7 });
  pen.dots([x, plotTop - 4], 2.5, { fill: palette.accent });
}

function drawTickLabel(pen: Pen, tick: Tick, palette: Palette): void {
  if (tick.label === '') return;
  const fill = tick.major ? palette.ink : palette.ink3;
  pen.text(tick.label, tick.x + LABEL_LEAD_PX, LABEL_BASELINE_PX, { ...LABEL_FONT, bold: tick.major, fill });
}

function majorStubs(scene: Scene): number[] {
  return scene.ticks.flatMap((tick) => {
    const x = crisp(tick.x);
    return tick.line && tick.major ? [x, MAJOR_TOP_PX, x, scene.plotTop] : [];
  });
}
