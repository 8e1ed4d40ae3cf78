import type { Scene } from '../engine/scene';
import { drawEmphasis, type Emphasis } from './emphasis';
import { drawOverview, drawShown, type Overview, type Stretch } from './overview';
import type { Palette } from './palette';
import { svgPen } from './svg-pen';
import { type Accents, drawTimeline, NO_ACCENTS } from './timeline';

/** The scene as an SVG document; `title` is its accessible name. */
export function sceneToSvg(
  scene: Scene,
  palette: Palette,
  title: string,
  accents: Accents = NO_ACCENTS,
  emphasis: Emphasis | null = null,
): string {
  const pen = svgPen();
  drawTimeline(pen, scene, palette, accents);
  if (emphasis !== null) drawEmphasis(pen, scene, palette, emphasis);
  return pen.document(scene.width, scene.height, title);
}

/** The overview as an SVG document, with the stretch that the timeline shows. */
export function overviewToSvg(overview: Overview, shown: Stretch, palette: Palette, title: string): string {
  const pen = svgPen();
  const width = overview.scale.width + 2 * overview.left;
  pen.boxes([0, 0, width, overview.height], { fill: palette.ground });
  drawShown(pen, overview, shown, palette);
  drawOverview(pen, overview, palette);
  return pen.document(width, overview.height, title);
}
