import type { Attachment } from 'svelte/attachments';
import { devicePixelRatio } from 'svelte/reactivity/window';
import { canvasPen } from '../../render/canvas-pen';
import { createFrame } from '../../render/frame';
import type { Pen } from '../../render/surface';
import { whenFontsCome } from './fonts';

/** CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Keeps a canvas painted. `prepare` reads signals and returns the painting of what it read; whenever one of them changes, or a font
 * comes, the canvas is painted anew at the next frame, once, however many changed. Crisp at every device pixel ratio: the pen draws in
 * CSS pixels. Null is an empty canvas, which costs nothing while it stays one. Mounts once: nothing here is read outside of
 * the inner effect.
 */
export function painted(size: () => Size, prepare: () => ((pen: Pen) => void) | null): Attachment<HTMLCanvasElement> {
  return (canvas) => {
    const context = canvas.getContext('2d');
    if (context === null) return undefined;
    const pen = canvasPen(context);
    let paint: () => void = () => undefined;
    let empty = true;
    const frame = createFrame(() => paint(), requestAnimationFrame, cancelAnimationFrame);
    const forget = (): void => pen.forget();
    document.fonts.addEventListener('loadingdone', forget);
    $effect(() => {
      whenFontsCome();
      const { width, height } = size();
      const ratio = devicePixelRatio.current ?? 1;
      const draw = prepare();
      paint = () => {
        pen.begin(width, height, ratio);
        draw?.(pen);
        pen.finish();
        empty = draw === null;
      };
      if (draw !== null || !empty) frame.request();
    });
    return () => {
      document.fonts.removeEventListener('loadingdone', forget);
      frame.cancel();
    };
  };
}
