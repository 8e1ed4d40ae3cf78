import type { Hit } from '../../engine/hit';
import type { Lane } from '../../engine/scene';

/** What the pointer rests on: something drawn, or the name of a lane. */
export type Pointed = Hit | { readonly kind: 'lane'; readonly lane: Lane };

/** Whether two are the same thing of the same scene. */
export function isSame(a: Pointed, b: Pointed): boolean {
  if (a.lane !== b.lane) return false;
  if (a.kind === 'mark') return b.kind === 'mark' && a.mark === b.mark;
  return a.kind === 'density' ? b.kind === 'density' && a.bin === b.bin : b.kind === 'lane';
}
