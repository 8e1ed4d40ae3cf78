import type { Hit } from '../../engine/hit';
import type { Lane } from '../../engine/scene';

/** What the pointer rests on: something drawn, or the name of a lane. */
export type Pointed = Hit | { readonly kind: 'lane'; readonly lane: Lane };
