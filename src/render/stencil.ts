/** How much of each pixel a shape covers, 0 to 255, row by row. */
export interface Stencil {
  readonly width: number;
  readonly height: number;
  readonly cover: Uint8Array;
  /** Its first pixel, counted from the one that holds the shape's upper left corner. */
  readonly offset: number;
  /** The column to repeat for a wider shape: it is alike where the shape's edges run straight. */
  readonly bend: number;
}

/** A box with rounded corners, in device pixels. */
export interface Rounded {
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  /** Width of the line along its edge; 0 for all of it filled. */
  readonly stroke: number;
  /** Length of the dashes of that line, and of the gaps between; 0 for none. */
  readonly dash: number;
}

/** Shapes are placed to this part of a pixel, finer than the eye sees. */
export const PHASES = 4;
const MOST_FAMILIES = 500;

/** The stencils of one shape, one for each phase; those of each row of phases lie together. */
export type Family = (Stencil | undefined)[];

/** Cuts stencils, each once. */
export class Stencils {
  readonly #families = new Map<number, Family>();

  /** Of shapes with whole PHASES for lengths; equal ones share a family. */
  family({ width, height, radius, stroke, dash }: Rounded): Family {
    const key = PHASES * ((((width * 8192 + height) * 512 + radius) * 64 + stroke) * 64 + dash);
    const known = this.#families.get(key);
    if (known !== undefined) return known;
    if (this.#families.size >= MOST_FAMILIES) this.#families.clear();
    const family: Family = [];
    this.#families.set(key, family);
    return family;
  }
}

/** A length in whole PHASES. */
export function phased(length: number): number {
  return Math.round(length * PHASES) / PHASES;
}

/** Phase of a coordinate: the quarter of its pixel that it lies in. */
export function phaseOf(at: number): number {
  return Math.floor((at - Math.floor(at)) * PHASES);
}

/** The stencil of a box whose upper left corner lies `left` and `top` into its pixel. */
export function cut(shape: Rounded, left: number, top: number): Stencil {
  const { width, height, radius, stroke } = shape;
  const air = 1 + Math.ceil(stroke / 2);
  const across = Math.ceil(left + width) + 2 * air;
  const down = Math.ceil(top + height) + 2 * air;
  const cover = new Uint8Array(across * down);
  const round = Math.min(radius, width / 2, height / 2);
  for (let row = 0; row < down; row++) {
    const y = row + 0.5 - air - top - height / 2;
    for (let column = 0; column < across; column++) {
      const x = column + 0.5 - air - left - width / 2;
      const away = distance(Math.abs(x) - width / 2 + round, Math.abs(y) - height / 2 + round) - round;
      const share = stroke > 0 ? Math.min(stroke, 0.5 + stroke / 2 - Math.abs(away)) : 0.5 - away;
      cover[row * across + column] = 255 * within(share) * dashed(shape, round, x, y);
    }
  }
  return { width: across, height: down, cover, offset: -air, bend: air + Math.ceil(left + round) };
}

/** From the box that is left when its rounding is taken off; negative inside of it. */
function distance(x: number, y: number): number {
  return Math.hypot(Math.max(x, 0), Math.max(y, 0)) + Math.min(Math.max(x, y), 0);
}

/** Dashes begin anew at each rounded end: along the straight edges they are as `dashCover` has them. */
function dashed({ width, dash }: Rounded, round: number, x: number, y: number): number {
  if (dash === 0) return 1;
  const straight = width / 2 - round;
  const bent = Math.abs(x) > straight;
  return dashCover(bent ? Math.atan2(y, x - Math.sign(x) * straight) * round : x + straight, dash);
}

/** How much of a pixel at `along` a line's edge a dash covers, 0 to 1. */
export function dashCover(along: number, dash: number): number {
  const at = along - Math.floor(along / (2 * dash)) * 2 * dash;
  return Math.max(within(Math.min(at, dash - at) + 0.5), within(at - 2 * dash + 0.5));
}

function within(share: number): number {
  return Math.min(Math.max(share, 0), 1);
}
