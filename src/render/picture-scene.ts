import { AXIS_PX, LANE_PX, layoutScene, type LayoutInput } from '../engine/layout';
import type { Lane, Mark, Scene } from '../engine/scene';

/** Lanes that are laid out together: as many as a screen shows, for they share a number of marks. */
const TOGETHER = 12;
const LEAST_HEIGHT_PX = 280;
/** Lanes of a picture at most: more are no picture any more, and no canvas holds them. */
export const MOST_LANES = 350;

/** The scene with all lanes (MOST_LANES at most), each as telling as it is on a screen. O(pixels x lanes + marks). */
export function wholeScene(input: Omit<LayoutInput, 'height' | 'scrollTop'>): Scene {
  const lanes = input.lanes.slice(0, MOST_LANES);
  if (lanes.length <= TOGETHER) {
    const height = Math.max(LEAST_HEIGHT_PX, AXIS_PX + lanes.length * LANE_PX);
    return layoutScene({ ...input, lanes, height, scrollTop: 0 });
  }
  const parts: Scene[] = [];
  for (let first = 0; first < lanes.length; first += TOGETHER) {
    const some = lanes.slice(first, first + TOGETHER);
    parts.push(layoutScene({ ...input, lanes: some, height: AXIS_PX + some.length * LANE_PX, scrollTop: 0 }));
  }
  const height = AXIS_PX + lanes.length * LANE_PX;
  const [head] = parts;
  const most = Math.max(...parts.map(({ bins }) => bins.most));
  const moved = parts.flatMap((part, at) => part.lanes.map((lane) => movedLane(lane, at * TOGETHER)));
  return { ...head, lanes: moved, height, contentHeight: height, bins: { ...head.bins, most } };
}

function movedLane(lane: Lane, by: number): Lane {
  const dy = by * LANE_PX;
  const marks = lane.marks.map((mark): Mark => ({ ...mark, y: mark.y + dy }));
  return { ...lane, index: lane.index + by, top: lane.top + dy, marks };
}
