import { DOT_RADIUS } from './layout/extent';
import type { Lane, Mark, Scene } from './scene';

/** What lies under a point of the scene. */
export type Hit =
  | { readonly kind: 'mark'; readonly lane: Lane; readonly mark: Mark }
  | { readonly kind: 'density'; readonly lane: Lane; readonly bin: number; readonly count: number };

/** Half of the least size of what a pointer can hit. */
export const MOUSE_PX = 8;
export const TOUCH_PX = 12;

const LABEL_HALF_PX = 7;
/** A label is hit only where no mark is nearer than this. */
const LABEL_DISTANCE = DOT_RADIUS;

/**
 * The mark nearest to the point (its centre line within `tolerance`, or the point on its label), of equally near ones
 * the one on top; in a lane with density the nearest bin that holds events. Null on the axis, among the lane names and
 * where nothing is near. O(marks of the lane).
 */
export function hit(scene: Scene, x: number, y: number, tolerance: number = MOUSE_PX): Hit | null {
  if (x < scene.plotLeft || x > scene.width || y < scene.plotTop || y > scene.height) return null;
  const lane = laneAt(scene, y);
  if (lane === null) return null;
  if (lane.density !== null) return binAt(scene, lane, lane.density, x, tolerance);
  const right = scene.plotLeft + scene.scale.width;
  let best: Mark | null = null;
  let nearest = Infinity;
  for (const mark of lane.marks) {
    const distance = distanceTo(mark, x, y, scene.plotLeft, right);
    if (distance <= tolerance && (distance < nearest || (distance === nearest && covers(mark, best)))) {
      best = mark;
      nearest = distance;
    }
  }
  return best === null ? null : { kind: 'mark', lane, mark: best };
}

/** The lane at height `y`; null on the axis and below the last. */
export function laneAt(scene: Scene, y: number): Lane | null {
  if (y < scene.plotTop) return null;
  return scene.lanes.find((lane) => y >= lane.top && y < lane.top + lane.height) ?? null;
}

/** The marks of one event in all lanes in sight, from top to bottom. */
export function marksOf(scene: Scene, row: number): Mark[] {
  return scene.lanes.flatMap((lane) => lane.marks.filter((mark) => mark.row === row));
}

/** Distance from the mark's centre line, of which only what shows counts; on its label somewhat more. */
function distanceTo(mark: Mark, x: number, y: number, left: number, right: number): number {
  const x0 = Math.max(mark.x0, left);
  const x1 = Math.min(mark.x1, right);
  const dx = Math.max(x0 - x, x - x1, 0);
  const dy = Math.abs(y - mark.y);
  const distance = Math.hypot(dx, dy);
  const { label } = mark;
  const onLabel = label !== null && x >= label.x && x <= label.x + label.width && dy <= LABEL_HALF_PX;
  return onLabel ? Math.min(distance, LABEL_DISTANCE) : distance;
}

/** Drawn later. */
function covers(mark: Mark, other: Mark | null): boolean {
  return other === null || mark.layer >= other.layer;
}

function binAt(scene: Scene, lane: Lane, density: Uint32Array, x: number, tolerance: number): Hit | null {
  const { x0, step } = scene.bins;
  const under = Math.floor((x - x0) / step);
  for (let away = 0; away * step <= tolerance; away++) {
    for (const bin of [under - away, under + away]) {
      if (density[bin] > 0) return { kind: 'density', lane, bin, count: density[bin] };
    }
  }
  return null;
}
