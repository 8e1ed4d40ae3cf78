import type { Bins } from '../scene';
import { pixelsPerMs, type TimeScale } from '../scale';

const LEAST_STEP_PX = 3;

/** The scene's bins and the stretch of time they make up. */
export interface TimedBins extends Omit<Bins, 'most'> {
  readonly from: number;
  readonly to: number;
}

/**
 * Bins over the whole window, a little more at both ends. Their length in ms is a power of two and they lie at multiples
 * of it, so that a bin holds the same events wherever the window moves, and at a closer zoom two make up one.
 */
export function binsOver(scale: TimeScale, plotLeft: number): TimedBins {
  const perPx = 1 / pixelsPerMs(scale);
  const ms = 2 ** Math.ceil(Math.log2(LEAST_STEP_PX * perPx));
  const from = Math.floor(scale.from / ms) * ms;
  const count = Math.max(1, Math.ceil((scale.to - from) / ms));
  return { x0: plotLeft + (from - scale.from) / perPx, step: ms / perPx, count, from, to: from + count * ms };
}
