import { Tween } from 'svelte/motion';
import { interpolate } from '../../engine/scale';
import type { Window } from '../../state/window';

const MOVE_MS = 180;

/**
 * The stretch of time on screen on its way to `target`: gliding there, or at once where `atOnce` says so when it changes. Must be
 * made while a component is.
 */
export function gliding(target: () => Window, atOnce: () => boolean): () => Window {
  const way = new Tween(target(), {
    interpolate: (a: Window, b: Window) => (t) => interpolate({ ...a, width: 1 }, { ...b, width: 1 }, t),
  });
  $effect.pre(() => {
    void way.set(target(), { duration: atOnce() ? 0 : MOVE_MS });
  });
  return () => way.current;
}
