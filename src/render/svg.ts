import type { Scene } from '../engine/scene';
import { drawOverview, type Overview } from './overview';
import type { Palette } from './palette';
import { svgPen } from './svg-pen';
import { type Accents, drawTimeline, NO_ACCENTS } from './timeline';

/** The scene as an SVG document; `title` is its accessible name. */
export function sceneToSvg(scene: Scene, palette: Palette, title: string, accents: Accents = NO_ACCENTS): string {
  const pen = svgPen();
  drawTimeline(pen, scene, palette, accents);
  return pen.document(scene.width, scene.height, title);
}

/** The overview as an SVG document. */
export function overviewToSvg(overview: Overview, palette: Palette, title: string): string {
  const pen = svgPen();
  drawOverview(pen, overview, palette);
  return pen.document(overview.scale.width + 2 * overview.left, overview.height, title);
}
