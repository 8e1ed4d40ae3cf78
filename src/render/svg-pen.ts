import { type Font, FONT_FAMILY, type Paint, type Pen } from './surface';

export interface SvgPen extends Pen {
  /** All that was drawn, as one SVG document of that size. */
  document(width: number, height: number, title: string): string;
}

/** Px per letter where no browser can be asked. */
const LETTER_EM = 0.56;
const BOLD_LETTER_EM = 0.6;

/**
 * A pen that writes SVG: one group for each call, numbers to two places, so that two scenes can be compared as text. With
 * `fitted`, which measures as the page does, texts are as wide as it says in whatever typeface the reader has.
 */
export function svgPen(fitted: Pen['measure'] | null = null): SvgPen {
  const lines: string[] = [];
  const definitions: string[] = [];
  const pen: SvgPen = {
    boxes(boxes, paint, radius = 0) {
      const corner = radius > 0 ? ` rx="${short(radius)}"` : '';
      const shapes: string[] = [];
      for (let i = 0; i < boxes.length; i += 4) {
        const [x, y, width, height] = boxes.slice(i, i + 4).map(short);
        shapes.push(`<rect x="${x}" y="${y}" width="${width}" height="${height}"${corner}/>`);
      }
      group(lines, shapes, paint);
    },
    dots(centres, radius, paint) {
      const shapes: string[] = [];
      for (let i = 0; i < centres.length; i += 2) {
        shapes.push(`<circle cx="${short(centres[i])}" cy="${short(centres[i + 1])}" r="${short(radius)}"/>`);
      }
      group(lines, shapes, paint);
    },
    lines(segments, paint) {
      const moves: string[] = [];
      for (let i = 0; i < segments.length; i += 4) {
        const [x0, y0, x1, y1] = segments.slice(i, i + 4).map(short);
        moves.push(`M${x0} ${y0}${x0 === x1 ? `V${y1}` : y0 === y1 ? `H${x1}` : `L${x1} ${y1}`}`);
      }
      group(lines, moves.length === 0 ? [] : [`<path d="${moves.join('')}"/>`], paint);
    },
    fading(box, paint, radius, fadeLeft, fadeRight) {
      const [, , width] = box;
      const id = `fade${String(definitions.length)}`;
      const colour = paint.fill ?? paint.stroke ?? 'none';
      const alpha = (paint.fill === undefined ? paint.strokeAlpha : paint.fillAlpha) ?? 1;
      const stop = (px: number, opacity: number): string =>
        `<stop offset="${short(px / width)}" stop-color="${colour}" stop-opacity="${short(opacity)}"/>`;
      const stops = [
        stop(0, fadeLeft > 0 ? 0 : alpha),
        stop(fadeLeft, alpha),
        stop(width - fadeRight, alpha),
        stop(width, fadeRight > 0 ? 0 : alpha),
      ];
      definitions.push(`<linearGradient id="${id}">${stops.join('')}</linearGradient>`);
      const faded = `url(#${id})`;
      const { stroke, dash } = paint;
      pen.boxes(box, stroke === undefined ? { fill: faded } : { stroke: faded, dash }, radius);
    },
    text(text, x, y, paint) {
      const anchor = paint.align === undefined || paint.align === 'start' ? '' : ` text-anchor="${paint.align}"`;
      const weight = paint.bold ? ' font-weight="600"' : '';
      const attributes = `font-size="${short(paint.size)}"${weight}${anchor} fill="${paint.fill}"`;
      const width = fitted === null ? 0 : fitted(text, paint);
      const fit = width > 0 ? ` textLength="${short(width)}" lengthAdjust="spacingAndGlyphs"` : '';
      lines.push(`<text x="${short(x)}" y="${short(y)}" ${attributes}${fit}>${escaped(text)}</text>`);
    },
    measure: fitted ?? estimated,
    clipped(box, draw) {
      const id = `clip${String(definitions.length)}`;
      const [x, y, width, height] = box.map(short);
      definitions.push(`<clipPath id="${id}"><rect x="${x}" y="${y}" width="${width}" height="${height}"/></clipPath>`);
      lines.push(`<g clip-path="url(#${id})">`);
      draw();
      lines.push('</g>');
    },
    document(width, height, title) {
      const [w, h] = [short(width), short(height)];
      return [
        `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" font-family="${escaped(FONT_FAMILY)}">`,
        `<title>${escaped(title)}</title>`,
        ...(definitions.length === 0 ? [] : ['<defs>', ...definitions, '</defs>']),
        ...lines,
        '</svg>',
        '',
      ].join('\n');
    },
  };
  return pen;
}

/** Width of a text in px, judged by its length. */
export function estimated(text: string, font: Font): number {
  return text.length * font.size * (font.bold ? BOLD_LETTER_EM : LETTER_EM);
}

function group(lines: string[], shapes: readonly string[], paint: Paint): void {
  if (shapes.length === 0) return;
  const [only] = shapes;
  if (shapes.length === 1) lines.push(only.replace('/>', `${attributesOf(paint)}/>`));
  else lines.push(`<g${attributesOf(paint)}>`, ...shapes, '</g>');
}

function attributesOf({ fill, fillAlpha = 1, stroke, strokeAlpha = 1, width = 1, dash = [] }: Paint): string {
  const parts = [` fill="${fill ?? 'none'}"`];
  if (fill !== undefined && fillAlpha !== 1) parts.push(` fill-opacity="${short(fillAlpha)}"`);
  if (stroke === undefined) return parts.join('');
  parts.push(` stroke="${stroke}"`);
  if (width !== 1) parts.push(` stroke-width="${short(width)}"`);
  if (strokeAlpha !== 1) parts.push(` stroke-opacity="${short(strokeAlpha)}"`);
  if (dash.length > 0) parts.push(` stroke-dasharray="${dash.map(short).join(' ')}"`);
  return parts.join('');
}

/** Two decimal places at most; what is no finite number is 0. */
function short(value: number): string {
  return Number.isFinite(value) ? String(Math.round(value * 100) / 100 || 0) : '0';
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for XML: control characters that no XML may hold are left out. */
function escaped(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (c) => ENTITIES[c]);
}
