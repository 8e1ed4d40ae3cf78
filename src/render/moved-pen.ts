import type { Pen } from './surface';

/** A pen that draws with `pen`, everything `dx` px further right and `dy` px further down. */
export function movedPen(pen: Pen, dx: number, dy: number): Pen {
  const by = (i: number): number => (i % 2 === 0 ? dx : dy);
  const points = (list: readonly number[]): number[] => list.map((value, i) => value + by(i));
  const corners = (list: readonly number[]): number[] => list.map((value, i) => (i % 4 < 2 ? value + by(i) : value));
  return {
    boxes: (boxes, paint, radius) => pen.boxes(corners(boxes), paint, radius),
    dots: (centres, radius, paint) => pen.dots(points(centres), radius, paint),
    lines: (segments, paint) => pen.lines(points(segments), paint),
    fading: ([x, y, width, height], ...rest) => pen.fading([x + dx, y + dy, width, height], ...rest),
    text: (text, x, y, paint) => pen.text(text, x + dx, y + dy, paint),
    measure: (text, font) => pen.measure(text, font),
    clipped: ([x, y, width, height], draw) => pen.clipped([x + dx, y + dy, width, height], draw),
  };
}
