import type { TimeScale } from './scale';

/** What the timeline shows in one frame, in CSS pixels from its top left; plain data, drawn by render/timeline.ts, asked by hit.ts. */
export interface Scene {
  /** Its width is that of the plot. */
  readonly scale: TimeScale;
  /** Left edge of the plot: lane names stand before it. Mark positions include it. */
  readonly plotLeft: number;
  /** Height of the axis above the lanes. */
  readonly plotTop: number;
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly Lane[];
  readonly ticks: readonly Tick[];
  /** The columns of lanes with density, alike in all. */
  readonly bins: Bins;
  /** Height of the axis and all lanes together, at least `height`: what there is to scroll. */
  readonly contentHeight: number;
  /** Scroll position after it was brought within the content. */
  readonly scrollTop: number;
}

/** Equal stretches of time, fixed in it: panning moves them and never changes what one counts. */
export interface Bins {
  /** Left edge of the first, before or at the plot's left edge. */
  readonly x0: number;
  /** Width in px, 3 to 6. */
  readonly step: number;
  readonly count: number;
  /** What a column of full height stands for: the greatest count in sight, rounded up; at least 1. */
  readonly most: number;
}

/** Chosen by room and never by a setting. */
export type Detail = 'labels' | 'marks' | 'density';

/** One lane that is at least partly in sight. `top` counts the scroll position in. */
export interface Lane {
  /** Value id; '' for the lane of everything, or of events without a value. */
  readonly id: string;
  readonly name: string;
  /** Position among all lanes. */
  readonly index: number;
  readonly top: number;
  readonly height: number;
  /** Matching events of the lane that possibly lie in the window; at least so many where a thousand began before it. */
  readonly inWindow: number;
  /** Of these, how many have neither a mark nor a part in the density: their extent is longer than the window. */
  readonly beyond: number;
  readonly detail: Detail;
  /** In row order; empty for density. */
  readonly marks: readonly Mark[];
  /** Events beginning in each of the scene's bins; null unless density. */
  readonly density: Uint32Array | null;
}

/**
 * One event in one lane. The full shape runs from `x0` to `x1` (a dot has both at its centre); between `solid0` and
 * `solid1` it certainly took place, outside of that it may have: soft. All four are alike for a dot, and the solid two
 * where nothing is certain.
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
  /** Marks of one layer never overlap; those of a higher one may cover some of a lower. */
  readonly layer: number;
  /** Uncertain or approximate. */
  readonly dashed: boolean;
  readonly openStart: boolean;
  readonly openEnd: boolean;
  /** Colour slot 0-7, or -1 for neutral. */
  readonly slot: number;
  readonly label: Label | null;
}

export interface Label {
  readonly text: string;
  /** Left edge. */
  readonly x: number;
  readonly width: number;
  /** Written upon its own mark, which is too long to have it beside it. */
  readonly inside: boolean;
}

/** A tick of the axis at `x`; `major` ones start a larger unit (a year among months). */
export interface Tick {
  readonly x: number;
  /** Empty where there is no room for one. */
  readonly label: string;
  readonly major: boolean;
  /** Whether a line runs through the lanes; the unit that began before the window is named without one. */
  readonly line: boolean;
}
