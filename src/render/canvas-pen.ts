import { type Box, type Font, FONT_FAMILY, type Paint, type Pen, type TextPaint } from './surface';

/** Draws on `context`, which is already scaled by the device pixel ratio. */
export function canvasPen(context: CanvasRenderingContext2D): Pen {
  return {
    boxes(boxes, paint, radius = 0) {
      if (boxes.length === 0) return;
      context.beginPath();
      for (let i = 0; i < boxes.length; i += 4) {
        if (radius > 0) context.roundRect(boxes[i], boxes[i + 1], boxes[i + 2], boxes[i + 3], radius);
        else context.rect(boxes[i], boxes[i + 1], boxes[i + 2], boxes[i + 3]);
      }
      apply(context, paint);
    },
    dots(centres, radius, paint) {
      if (centres.length === 0) return;
      context.beginPath();
      for (let i = 0; i < centres.length; i += 2) {
        context.moveTo(centres[i] + radius, centres[i + 1]);
        context.arc(centres[i], centres[i + 1], radius, 0, 2 * Math.PI);
      }
      apply(context, paint);
    },
    lines(segments, paint) {
      if (segments.length === 0) return;
      context.beginPath();
      for (let i = 0; i < segments.length; i += 4) {
        context.moveTo(segments[i], segments[i + 1]);
        context.lineTo(segments[i + 2], segments[i + 3]);
      }
      apply(context, paint);
    },
    fading(box, radius, colour, alpha, fadeLeft, fadeRight) {
      // A mask and not a gradient of the colour: a colour may be written in any way that CSS knows.
      context.save();
      context.beginPath();
      context.roundRect(box.x, box.y, box.width, box.height, radius);
      context.clip();
      context.fillStyle = colour;
      for (const strip of strips(box, fadeLeft, fadeRight)) {
        context.globalAlpha = alpha * strip.share;
        context.fillRect(strip.x, box.y, strip.width, box.height);
      }
      context.restore();
    },
    text(text, x, y, paint) {
      context.font = fontText(paint);
      context.textAlign = alignments[paint.align ?? 'start'];
      context.textBaseline = 'alphabetic';
      context.fillStyle = paint.fill;
      context.fillText(text, x, y);
    },
    measure(text, font) {
      context.font = fontText(font);
      return context.measureText(text).width;
    },
    clipped(box, draw) {
      context.save();
      context.beginPath();
      context.rect(box.x, box.y, box.width, box.height);
      context.clip();
      draw();
      context.restore();
    },
  };
}

export function fontText(font: Font): string {
  return `${font.bold ? '600 ' : ''}${String(font.size)}px ${FONT_FAMILY}`;
}

const alignments: Record<NonNullable<TextPaint['align']>, CanvasTextAlign> = {
  start: 'left',
  middle: 'center',
  end: 'right',
};

function apply(context: CanvasRenderingContext2D, paint: Paint): void {
  if (paint.fill !== undefined) {
    context.globalAlpha = paint.fillAlpha ?? 1;
    context.fillStyle = paint.fill;
    context.fill();
  }
  if (paint.stroke !== undefined) {
    context.globalAlpha = paint.strokeAlpha ?? 1;
    context.strokeStyle = paint.stroke;
    context.lineWidth = paint.width ?? 1;
    context.setLineDash([...(paint.dash ?? [])]);
    context.stroke();
  }
  context.globalAlpha = 1;
}

const STRIP_PX = 1;

/** The box as strips of rising, full and falling strength. */
function strips(box: Box, fadeLeft: number, fadeRight: number): { x: number; width: number; share: number }[] {
  const end = box.x + box.width;
  const found: { x: number; width: number; share: number }[] = [];
  for (let away = 0; away < fadeLeft; away += STRIP_PX) {
    found.push({ x: box.x + away, width: STRIP_PX, share: away / fadeLeft });
  }
  found.push({ x: box.x + fadeLeft, width: Math.max(0, box.width - fadeLeft - fadeRight), share: 1 });
  for (let away = 0; away < fadeRight; away += STRIP_PX) {
    found.push({ x: end - away - STRIP_PX, width: STRIP_PX, share: away / fadeRight });
  }
  return found;
}
