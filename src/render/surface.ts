/** How a shape is painted; what is left out is not. Alphas are 0 to 1 and default to 1. */
export interface Paint {
  readonly fill?: string;
  readonly fillAlpha?: number;
  readonly stroke?: string;
  readonly strokeAlpha?: number;
  /** Of the stroke, in px; 1 when left out. */
  readonly width?: number;
  readonly dash?: readonly number[];
}

export interface Font {
  readonly size: number;
  readonly bold: boolean;
}

export interface TextPaint extends Font {
  readonly fill: string;
  readonly align?: 'start' | 'middle' | 'end';
}

/**
 * What timeline and overview are drawn with, on canvas (canvas-pen.ts) or as SVG text (svg-pen.ts). Lengths are CSS px;
 * lists are flat, as many shapes in one call as share a paint, and an empty one draws nothing.
 */
export interface Pen {
  /** `boxes`: x, y, width, height of each; `radius` of their corners. */
  boxes(boxes: readonly number[], paint: Paint, radius?: number): void;
  /** `centres`: x, y of each. */
  dots(centres: readonly number[], radius: number, paint: Paint): void;
  /** `segments`: x0, y0, x1, y1 of each. */
  lines(segments: readonly number[], paint: Paint): void;
  /** One rounded box that fades to nothing over `fadeLeft` and `fadeRight` px at its ends. */
  fading(box: Box, paint: Paint, radius: number, fadeLeft: number, fadeRight: number): void;
  /** `y` is the baseline. */
  text(text: string, x: number, y: number, paint: TextPaint): void;
  /** Width of a text in px. */
  measure(text: string, font: Font): number;
  /** Whatever `draw` draws shows inside the box only. */
  clipped(box: Box, draw: () => void): void;
}

/** x, y, width and height. */
export type Box = readonly [number, number, number, number];

export const FONT_FAMILY =
  "Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, sans-serif";

/** Font of labels of marks and of the axis. */
export const LABEL_FONT: Font = { size: 11, bold: false };
/** Font of lane names. */
export const NAME_FONT: Font = { size: 12, bold: false };

/** Baseline of a line of text whose middle is at `y`. */
export function baseline(y: number, font: Font): number {
  return y + Math.round(font.size * 0.36);
}

/** The nearest position for a line 1 px wide on whole pixels, at any whole device pixel ratio. */
export function crisp(px: number): number {
  return Math.round(px - 0.5) + 0.5;
}
