import type { Attachment } from 'svelte/attachments';
import { devicePixelRatio } from 'svelte/reactivity/window';
import { createFrame } from '../../render/frame';

/** CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Keeps a canvas painted. `prepare` reads signals and returns the painting of what it read; whenever one of them changes, the canvas
 * is painted anew at the next frame, once, however many changed. Crisp at every device pixel ratio: the context is scaled to CSS
 * pixels. Mounts once: nothing here is read outside of the inner effect.
 */
export function painted(
  size: () => Size,
  prepare: () => (context: CanvasRenderingContext2D) => void,
): Attachment<HTMLCanvasElement> {
  return (canvas) => {
    const context = canvas.getContext('2d');
    if (context === null) return undefined;
    let paint: () => void = () => undefined;
    const frame = createFrame(() => paint(), requestAnimationFrame, cancelAnimationFrame);
    $effect(() => {
      const { width, height } = size();
      const ratio = devicePixelRatio.current ?? 1;
      const draw = prepare();
      paint = () => {
        fit(canvas, Math.round(width * ratio), Math.round(height * ratio));
        context.setTransform(ratio, 0, 0, ratio, 0, 0);
        context.clearRect(0, 0, width, height);
        draw(context);
      };
      frame.request();
    });
    return () => frame.cancel();
  };
}

/** Setting a size clears a canvas even when it is the same. */
function fit(canvas: HTMLCanvasElement, width: number, height: number): void {
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}
