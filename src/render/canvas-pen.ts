import { type Ink, Plate } from './plate';
import { type Font, FONT_FAMILY, type Paint, type Pen, type TextPaint } from './surface';

/** A pen for one canvas, kept from frame to frame. */
export interface CanvasPen extends Pen {
  /** Begins a painting of so many CSS px on an empty canvas, which is given a size of its own: `ratio` pixels for each. */
  begin(width: number, height: number, ratio: number): void;
  /** Brings what is still to come onto the canvas. */
  finish(): void;
  /** Forgets what it measured: a font has come. */
  forget(): void;
}

/** Boxes of one call from which on they are painted upon the plate. */
const MANY = 8;
const MOST_TEXTS = 5000;
const MOST_COLOURS = 200;

/**
 * Draws on `context`: lines, text and a few plain boxes at once, all other shapes on a plate that is laid over what was
 * drawn before whenever something of the first kind comes again.
 */
export function canvasPen(context: CanvasRenderingContext2D): CanvasPen {
  const plate = new Plate();
  const carrier = new OffscreenCanvas(1, 1);
  const carried = carrier.getContext('2d');
  const inks = inkReader();
  const widths = new Map<string, number>();
  let image: ImageData | null = null;
  let ratio = 1;
  let font = '';

  const flush = (): void => {
    const area = plate.painted;
    if (area === null || carried === null) return;
    const { left, top, right, bottom } = area;
    const [width, height] = [right - left, bottom - top];
    if (image?.data.buffer !== plate.pixels.buffer) {
      ({ width: carrier.width, height: carrier.height } = context.canvas);
      image = new ImageData(new Uint8ClampedArray(plate.pixels.buffer), carrier.width, carrier.height);
    }
    carried.putImageData(image, 0, 0, left, top, width, height);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.drawImage(carrier, left, top, width, height, left, top, width, height);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    plate.wipe();
  };
  /** To set one costs as much as to draw a text. */
  const useFont = (wanted: Font): void => {
    const text = fontText(wanted);
    if (text !== font) context.font = font = text;
  };

  return {
    begin(width, height, pixels) {
      const [across, down] = [Math.round(width * pixels), Math.round(height * pixels)];
      const { canvas } = context;
      // Setting a size clears a canvas, and costs, even when it is the same.
      if (canvas.width !== across || canvas.height !== down) {
        canvas.width = across;
        canvas.height = down;
        font = '';
      }
      plate.fit(across, down);
      ratio = pixels;
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, width, height);
    },
    finish: flush,
    forget() {
      widths.clear();
    },
    boxes(boxes, paint, radius = 0) {
      if (radius === 0 && paint.stroke === undefined) {
        fillPlain(boxes, paint);
        return;
      }
      for (let i = 0; i < boxes.length; i += 4) {
        rounded(boxes[i], boxes[i + 1], boxes[i + 2], boxes[i + 3], paint, radius, 0, 0);
      }
    },
    fading([x, y, width, height], paint, radius, fadeLeft, fadeRight) {
      rounded(x, y, width, height, paint, radius, fadeLeft, fadeRight);
    },
    dots(centres, radius, paint) {
      const { fill, fillAlpha = 1, stroke, strokeAlpha = 1, width = 1 } = paint;
      if (fill !== undefined) plate.dots(centres, ratio, radius * ratio, inks(fill), fillAlpha);
      if (stroke === undefined) return;
      plate.dots(centres, ratio, radius * ratio, inks(stroke), strokeAlpha, width * ratio, dashOf(paint) * ratio);
    },
    lines(segments, paint) {
      if (segments.length === 0 || paint.stroke === undefined) return;
      flush();
      context.beginPath();
      for (let i = 0; i < segments.length; i += 4) {
        context.moveTo(segments[i], segments[i + 1]);
        context.lineTo(segments[i + 2], segments[i + 3]);
      }
      context.globalAlpha = paint.strokeAlpha ?? 1;
      context.strokeStyle = paint.stroke;
      context.lineWidth = paint.width ?? 1;
      context.setLineDash([...(paint.dash ?? [])]);
      context.stroke();
      context.globalAlpha = 1;
    },
    text(text, x, y, paint) {
      flush();
      useFont(paint);
      context.textAlign = alignments[paint.align ?? 'start'];
      context.fillStyle = paint.fill;
      context.fillText(text, x, y);
    },
    measure(text, wanted) {
      const key = `${fontText(wanted)} ${text}`;
      const known = widths.get(key);
      if (known !== undefined) return known;
      if (widths.size >= MOST_TEXTS) widths.clear();
      useFont(wanted);
      const { width } = context.measureText(text);
      widths.set(key, width);
      return width;
    },
    clipped(box, draw) {
      flush();
      const before = font;
      context.save();
      context.beginPath();
      context.rect(...box);
      context.clip();
      draw();
      flush();
      context.restore();
      font = before;
    },
  };

  function fillPlain(boxes: readonly number[], { fill, fillAlpha = 1 }: Paint): void {
    if (fill === undefined || boxes.length === 0) return;
    if (boxes.length >= 4 * MANY || plate.painted !== null) {
      const ink = inks(fill);
      for (let i = 0; i < boxes.length; i += 4) {
        const [x, y, width, height] = [boxes[i], boxes[i + 1], boxes[i + 2], boxes[i + 3]];
        plate.box(x * ratio, y * ratio, width * ratio, height * ratio, ink, fillAlpha);
      }
      return;
    }
    context.globalAlpha = fillAlpha;
    context.fillStyle = fill;
    for (let i = 0; i < boxes.length; i += 4) context.fillRect(boxes[i], boxes[i + 1], boxes[i + 2], boxes[i + 3]);
    context.globalAlpha = 1;
  }

  function rounded(
    x: number,
    y: number,
    width: number,
    height: number,
    paint: Paint,
    radius: number,
    fadeLeft: number,
    fadeRight: number,
  ): void {
    const [fades, falls] = [fadeLeft * ratio, fadeRight * ratio];
    const box = { width: width * ratio, height: height * ratio, radius: radius * ratio };
    if (paint.fill !== undefined) {
      const shape = { ...box, stroke: 0, dash: 0 };
      plate.rounded(x * ratio, y * ratio, shape, inks(paint.fill), paint.fillAlpha ?? 1, fades, falls);
    }
    if (paint.stroke !== undefined) {
      const shape = { ...box, stroke: (paint.width ?? 1) * ratio, dash: dashOf(paint) * ratio };
      plate.rounded(x * ratio, y * ratio, shape, inks(paint.stroke), paint.strokeAlpha ?? 1, fades, falls);
    }
  }
}

export function fontText(font: Font): string {
  return `${font.bold ? '600 ' : ''}${String(font.size)}px ${FONT_FAMILY}`;
}

const alignments: Record<NonNullable<TextPaint['align']>, CanvasTextAlign> = {
  start: 'left',
  middle: 'center',
  end: 'right',
};

function dashOf({ dash = [] }: Paint): number {
  return dash.at(0) ?? 0;
}

/** Reads colours as numbers by painting them: a colour may be written in any way that CSS knows. */
function inkReader(): (colour: string) => Ink {
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const inks = new Map<string, Ink>();
  return (colour) => {
    const known = inks.get(colour);
    if (known !== undefined) return known;
    if (context === null) return 0xff000000;
    if (inks.size >= MOST_COLOURS) inks.clear();
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
    const ink = (red | (green << 8) | (blue << 16) | (alpha << 24)) >>> 0;
    inks.set(colour, ink);
    return ink;
  };
}
