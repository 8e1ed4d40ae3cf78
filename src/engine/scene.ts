import type { TimeScale } from './scale';

/** What the timeline shows in one frame, in CSS pixels from its top left; plain data, drawn by render/timeline.ts, asked by hit.ts. */
export interface Scene {
  readonly scale: TimeScale;
  /** Left edge of the plot: lane names stand before it. Mark positions include it. */
  readonly plotLeft: number;
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly Lane[];
  readonly ticks: readonly Tick[];
  /** Height of all lanes together, at least `height`: what there is to scroll. */
  readonly contentHeight: number;
}

/** Chosen by room and never by a setting. */
export type Detail = 'labels' | 'marks' | 'density';

/** One lane that is at least partly in sight. `top` counts the scroll position in. */
export interface Lane {
  /** Value id; '' for the lane of everything, or of events without a value. */
  readonly id: string;
  readonly name: string;
  readonly top: number;
  readonly height: number;
  /** Matching events of the lane inside the window. */
  readonly inWindow: number;
  readonly detail: Detail;
  /** In row order; empty for density. */
  readonly marks: readonly Mark[];
  /** Events beginning in each pixel column of the plot; null unless density. */
  readonly density: Uint32Array | null;
}

/**
 * One event in one lane. The full shape runs from `x0` to `x1` (a dot has both at its centre); between `solid0` and
 * `solid1` it certainly took place, outside of that it may have: soft.
 */
export interface Mark {
  readonly row: number;
  readonly shape: 'dot' | 'bar' | 'extent';
  readonly x0: number;
  readonly x1: number;
  readonly solid0: number;
  readonly solid1: number;
  /** Centre line. */
  readonly y: number;
  /** Uncertain or approximate. */
  readonly dashed: boolean;
  readonly openStart: boolean;
  readonly openEnd: boolean;
  /** Colour slot 0-7, or -1 for neutral. */
  readonly slot: number;
  readonly label: { readonly text: string; readonly x: number; readonly width: number } | null;
}

/** A grid line at `x`; `major` ones start a larger unit (a year among months). */
export interface Tick {
  readonly x: number;
  readonly label: string;
  readonly major: boolean;
}
