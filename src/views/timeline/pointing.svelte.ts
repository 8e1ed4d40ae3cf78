import { hit, laneAt, MOUSE_PX } from '../../engine/hit';
import type { Scene } from '../../engine/scene';
import type { Explorer } from '../../state/explorer.svelte';
import { isSame, type Pointed } from './pointed';

/** Where the pointer rests on something, in px from the top left of the scene. */
interface Rest {
  readonly on: Pointed;
  readonly x: number;
  readonly y: number;
}

/** What the pointer is over. */
export class Pointing {
  readonly #explorer: Explorer;
  readonly #scene: () => Scene;
  #at = $state.raw<Rest | null>(null);

  constructor(explorer: Explorer, scene: () => Scene) {
    this.#explorer = explorer;
    this.#scene = scene;
  }

  get at(): Rest | null {
    return this.#at;
  }

  /** What lies under a point: a mark, a column of density, or the name of a lane. */
  under(x: number, y: number, reach = MOUSE_PX): Pointed | null {
    const scene = this.#scene();
    const lane = x < scene.plotLeft && this.#explorer.found?.lanesField !== 'none' ? laneAt(scene, y) : null;
    return lane === null ? hit(scene, x, y, reach) : { kind: 'lane', lane };
  }
  /** The pointer moved there; null: it left, or what is below it moves. */
  move(point: { readonly x: number; readonly y: number } | null): void {
    const on = point === null ? null : this.under(point.x, point.y);
    const before = this.#at?.on;
    const same = on !== null && before !== undefined && isSame(on, before);
    this.#at = point === null || on === null ? null : { on: same ? before : on, ...point };
    this.#explorer.point(on?.kind === 'mark' ? on.mark.row : null);
  }
}
