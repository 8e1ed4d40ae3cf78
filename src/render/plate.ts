import { cut, dashCover, type Family, phased, PHASES, phaseOf, type Rounded, type Stencil, Stencils } from './stencil';

/** A colour: red in the lowest byte, then green, blue and alpha, as the pixels of a canvas have them in memory. */
export type Ink = number;

/** A rectangle of device pixels. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const NOTHING: Area = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };

/**
 * Pixels painted by plain arithmetic: a thousand dots cost a canvas milliseconds as paths, here a tenth of that, and
 * they are brought upon the canvas in one go. Lengths are device pixels; what lies outside is left out. Colours are not
 * premultiplied; alphas are 0 to 1.
 */
export class Plate {
  readonly #stencils = new Stencils();
  #width = 0;
  #height = 0;
  #pixels = new Uint32Array(0);
  #weights = new Float32Array(0);
  #left = Infinity;
  #top = Infinity;
  #right = -Infinity;
  #bottom = -Infinity;

  /** All pixels, row by row; none before anything is painted. */
  get pixels(): Uint32Array<ArrayBuffer> {
    return this.#pixels;
  }
  /** What has been painted on since the plate was wiped; null for nothing. */
  get painted(): Area | null {
    const [left, right] = [Math.max(0, this.#left), Math.min(this.#width, this.#right)];
    const [top, bottom] = [Math.max(0, this.#top), Math.min(this.#height, this.#bottom)];
    return left < right && top < bottom ? { left, top, right, bottom } : null;
  }

  /** Makes it of a size, and empty. */
  fit(width: number, height: number): void {
    this.wipe();
    if (width === this.#width && height === this.#height) return;
    this.#width = width;
    this.#height = height;
    this.#pixels = new Uint32Array(0);
    this.#weights = new Float32Array(width);
  }

  /** Empties it. */
  wipe(): void {
    const area = this.painted;
    if (area !== null) this.#pixels.fill(0, area.top * this.#width, area.bottom * this.#width);
    this.#forget();
  }

  #forget(): void {
    ({ left: this.#left, top: this.#top, right: this.#right, bottom: this.#bottom } = NOTHING);
  }

  /** Dots about `centres` (x, y of each, times `scale`). */
  dots(centres: readonly number[], scale: number, radius: number, ink: Ink, alpha: number, stroke = 0, dash = 0): void {
    const across = phased(2 * radius);
    const shape: Rounded = {
      width: across,
      height: across,
      radius: across / 2,
      stroke: phased(stroke),
      dash: phased(dash),
    };
    const family = this.#stencils.family(shape);
    for (let i = 0; i < centres.length; i += 2) {
      const x = centres[i] * scale - radius;
      const y = centres[i + 1] * scale - radius;
      this.#stamp(stencilAt(family, shape, x, y), Math.floor(x), Math.floor(y), 0, ink, alpha, null);
    }
  }

  /** A box with rounded corners, filled or along its edge; `fadeLeft` and `fadeRight` px at its ends rise and fall. */
  rounded(x: number, y: number, box: Rounded, ink: Ink, alpha: number, fadeLeft = 0, fadeRight = 0): void {
    const least = 2 * box.radius + 2;
    const stretch = Math.max(0, Math.floor(box.width - least));
    const shape: Rounded = {
      width: phased(box.width - stretch),
      height: phased(box.height),
      radius: phased(box.radius),
      stroke: phased(box.stroke),
      dash: phased(box.dash),
    };
    const stencil = stencilAt(this.#stencils.family(shape), shape, x, y);
    const left = Math.floor(x);
    const plain = fadeLeft === 0 && fadeRight === 0 && (box.dash === 0 || stretch === 0);
    const weights = plain ? null : this.#weighed(left + stencil.offset, stencil, stretch, x, box, fadeLeft, fadeRight);
    this.#stamp(stencil, left, Math.floor(y), stretch, ink, alpha, weights);
  }

  /** A box with its left and right edge on whole pixels. */
  box(x: number, y: number, width: number, height: number, ink: Ink, alpha: number): void {
    const from = Math.max(0, Math.round(x));
    const to = Math.min(this.#width, Math.max(Math.round(x) + 1, Math.round(x + width)));
    const top = Math.max(0, Math.floor(y));
    const bottom = Math.min(this.#height, Math.ceil(y + height));
    if (from >= to || top >= bottom) return;
    this.#touch(from, top, to, bottom);
    const full = (ink >>> 24) * alpha;
    for (let row = top; row < bottom; row++) {
      const share = Math.min(row + 1, y + height) - Math.max(row, y);
      this.#run(row * this.#width + from, to - from, ink, full * share);
    }
  }

  #touch(left: number, top: number, right: number, bottom: number): void {
    if (this.#pixels.length === 0) this.#pixels = new Uint32Array(this.#width * this.#height);
    if (left < this.#left) this.#left = left;
    if (top < this.#top) this.#top = top;
    if (right > this.#right) this.#right = right;
    if (bottom > this.#bottom) this.#bottom = bottom;
  }

  /** Share of the colour in each column from `first` on, by the plate's own columns. */
  #weighed(
    first: number,
    { width, bend }: Stencil,
    stretch: number,
    x: number,
    box: Rounded,
    fadeLeft: number,
    fadeRight: number,
  ): Float32Array {
    const weights = this.#weights;
    const end = Math.min(this.#width, first + width + stretch);
    for (let column = Math.max(0, first); column < end; column++) {
      const along = column + 0.5 - x;
      const rise = fadeLeft > 0 ? along / fadeLeft : 1;
      const fall = fadeRight > 0 ? (box.width - along) / fadeRight : 1;
      const repeated = column - first >= bend && column - first < bend + stretch;
      const dash = box.dash > 0 && repeated ? dashCover(along - box.radius, box.dash) : 1;
      weights[column] = Math.max(0, Math.min(1, rise, fall)) * dash;
    }
    return weights;
  }

  /** Paints through a stencil whose column `bend` is repeated `stretch` times more. */
  #stamp(
    { cover, width, height, offset, bend }: Stencil,
    x: number,
    y: number,
    stretch: number,
    ink: Ink,
    alpha: number,
    weights: Float32Array | null,
  ): void {
    const first = x + offset;
    const from = Math.max(0, first);
    const to = Math.min(this.#width, first + width + stretch);
    const top = Math.max(0, y + offset);
    const bottom = Math.min(this.#height, y + offset + height);
    if (from >= to || top >= bottom) return;
    this.#touch(from, top, to, bottom);
    const straight = Math.min(Math.max(from, first + bend), to);
    const bent = Math.min(Math.max(from, first + bend + stretch), to);
    const full = ((ink >>> 24) * alpha) / 255;
    for (let row = top; row < bottom; row++) {
      const line = (row - y - offset) * width;
      const at = row * this.#width;
      for (let column = from; column < straight; column++) {
        this.#mix(at + column, ink, full * cover[line + column - first] * (weights === null ? 1 : weights[column]));
      }
      const middle = full * cover[line + bend];
      if (weights === null) this.#run(at + straight, bent - straight, ink, middle);
      else for (let column = straight; column < bent; column++) this.#mix(at + column, ink, middle * weights[column]);
      for (let column = bent; column < to; column++) {
        const share = weights === null ? 1 : weights[column];
        this.#mix(at + column, ink, full * cover[line + column - first - stretch] * share);
      }
    }
  }

  /** `amount` of the ink, 0 to 255, on so many pixels in a row. */
  #run(at: number, length: number, ink: Ink, amount: number): void {
    const pixels = this.#pixels;
    if (amount < LEAST) return;
    if (amount >= FULL) {
      pixels.fill(ink | 0xff000000, at, at + length);
      return;
    }
    // What is under a run is mostly alike.
    let under = -1;
    let over = 0;
    for (let i = at; i < at + length; i++) {
      if (pixels[i] !== under) {
        under = pixels[i];
        over = mixed(under, ink, amount);
      }
      pixels[i] = over;
    }
  }

  #mix(at: number, ink: Ink, amount: number): void {
    if (amount >= LEAST) this.#pixels[at] = mixed(this.#pixels[at], ink, amount);
  }
}

/** Amounts, of 255, that make no difference to none, and to all. */
const LEAST = 0.5;
const FULL = 254.5;

/** `amount` of the ink, 0 to 255, over what is there. */
function mixed(under: Ink, ink: Ink, amount: number): Ink {
  if (under === 0 || amount >= FULL) return (ink & 0xffffff) | ((amount + 0.5) << 24);
  const alpha = amount + (under >>> 24) * (1 - amount / 255);
  const share = amount / alpha;
  const red = (under & 255) + ((ink & 255) - (under & 255)) * share;
  const green = ((under >>> 8) & 255) + (((ink >>> 8) & 255) - ((under >>> 8) & 255)) * share;
  const blue = ((under >>> 16) & 255) + (((ink >>> 16) & 255) - ((under >>> 16) & 255)) * share;
  return (red + 0.5) | ((green + 0.5) << 8) | ((blue + 0.5) << 16) | ((alpha + 0.5) << 24);
}

function stencilAt(family: Family, shape: Rounded, x: number, y: number): Stencil {
  const phase = phaseOf(y) * PHASES + phaseOf(x);
  return (family[phase] ??= cut(shape, (phaseOf(x) + 0.5) / PHASES, (phaseOf(y) + 0.5) / PHASES));
}
