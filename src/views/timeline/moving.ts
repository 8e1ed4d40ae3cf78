import { type Bounds, pan, type TimeScale, zoom } from '../../engine/scale';
import type { Explorer } from '../../state/explorer.svelte';
import type { Window } from '../../state/window';

/** How long a stream of steps must rest before the view tells where it came to. */
const REST_MS = 150;
/** Share of a stretch by which it may differ from another and still be the same. */
const SAME = 1e-9;

/** What is moved about in, as it is now. */
export interface Ground {
  readonly bounds: () => Bounds;
  /** What is on screen when nobody has moved it. */
  readonly home: () => Window;
  /** Width of the plot in px. */
  readonly width: () => number;
}

/**
 * Moves the stretch of time on screen, by single steps or by streams of them (wheel, drag, pinch). A stream is on screen at once; the
 * view, and what is written of it, follow when it rests. What is on screen already is no step, and where nobody has moved it at all
 * the view keeps no stretch.
 */
export class Moving {
  readonly #explorer: Explorer;
  readonly #ground: Ground;
  #stream = false;
  #passing: Window | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(explorer: Explorer, ground: Ground) {
    this.#explorer = explorer;
    this.#ground = ground;
  }

  /** Whether the last step was one of a stream. */
  get stream(): boolean {
    return this.#stream;
  }
  /** Where the timeline is going, not where an animation has got to. */
  get target(): TimeScale {
    return { ...this.#explorer.window, width: this.#ground.width() };
  }

  /** `px` from the left edge of the plot stays where it is. */
  zoom(ratio: number, px: number, stream = false): void {
    this.look(zoom(this.target, ratio, px, this.#ground.bounds()), stream);
  }
  pan(px: number, stream = false): void {
    this.look(pan(this.target, px, this.#ground.bounds()), stream);
  }
  look({ from, to }: Window, stream = false): void {
    this.#stream = stream;
    const next = { from, to };
    if (isSame(next, this.#explorer.window)) return;
    clearTimeout(this.#timer);
    const isHome = isSame(next, this.#ground.home());
    this.#passing = stream && !isHome ? next : null;
    this.#explorer.look(isHome ? null : next, stream);
    if (this.#passing !== null) this.#timer = setTimeout(() => this.rest(), REST_MS);
  }
  fit(): void {
    this.#stream = false;
    this.#explorer.fit();
  }
  home(): void {
    this.#stream = false;
    this.#explorer.look(null);
  }
  /** Has the view follow the stream now. */
  rest(): void {
    clearTimeout(this.#timer);
    if (this.#passing !== null && this.#passing === this.#explorer.window) this.#explorer.look(this.#passing);
    this.#passing = null;
  }
}

function isSame(a: Window, b: Window): boolean {
  return Math.abs(a.from - b.from) + Math.abs(a.to - b.to) <= SAME * (b.to - b.from);
}
