import { interpolateZoom } from 'd3';
import { DAY_MS, type Instant } from '../domain/calendar';

/** The stretch of time in sight, `from` before `to`, over `width` pixels. */
export interface TimeScale {
  readonly from: Instant;
  readonly to: Instant;
  readonly width: number;
}

/** The furthest that a scale may show. */
export interface Bounds {
  readonly from: Instant;
  readonly to: Instant;
}

/** Share of an extent left free on either side, so that its first and last marks stand clear of the edge. */
const PADDING = 0.04;
const LEAST_PADDING = 7 * DAY_MS;
/** Doubles far from 1970 are coarser than a day: a window keeps this many of their steps per unit of distance. */
const FINEST = 2 ** -42;

/** Pixels from the left edge of the window; negative before it, ±Infinity for an open end. */
export function position(scale: TimeScale, instant: Instant): number {
  return (instant - scale.from) * pixelsPerMs(scale);
}

/** The inverse of `position`. */
export function instantAt(scale: TimeScale, px: number): Instant {
  return scale.from + px * ((scale.to - scale.from) / scale.width);
}

export function pixelsPerMs(scale: TimeScale): number {
  return scale.width / (scale.to - scale.from);
}

/** Narrowest window allowed in `bounds`, in ms: a day, or more where instants are too far off to be told apart so finely. */
export function narrowest(bounds: Bounds): number {
  return Math.max(DAY_MS, Math.max(Math.abs(bounds.from), Math.abs(bounds.to)) * FINEST);
}

/** `extent` with room on both sides: the bounds of moving about in it. An end that is no finite number gives the days about 1970. */
export function padded(extent: Bounds): Bounds {
  if (!Number.isFinite(extent.from) || !Number.isFinite(extent.to)) return { from: -LEAST_PADDING, to: LEAST_PADDING };
  const room = Math.max(LEAST_PADDING, Math.abs(extent.to - extent.from) * PADDING, narrowest(extent));
  return { from: Math.min(extent.from, extent.to) - room, to: Math.max(extent.from, extent.to) + room };
}

/** `scale` no narrower than a day, no wider than `bounds` and moved inside of them; all of `bounds` when it makes no sense. */
export function clamp(scale: TimeScale, bounds: Bounds): TimeScale {
  const { width } = scale;
  const widest = Math.max(bounds.to - bounds.from, narrowest(bounds));
  const asked = scale.to - scale.from;
  if (!Number.isFinite(asked)) return { from: bounds.from, to: bounds.from + widest, width };
  const span = Math.min(Math.max(asked, narrowest(bounds)), widest);
  const centre = scale.from + asked / 2;
  const kept = span === asked ? scale.from : centre - span / 2;
  const from = Math.min(Math.max(kept, bounds.from), bounds.from + widest - span);
  return { from, to: from + span, width };
}

/** Window `ratio` times as long (below 1 zooms in) in which the instant at `centrePx` stays there, as far as `bounds` allow. */
export function zoom(scale: TimeScale, ratio: number, centrePx: number, bounds: Bounds): TimeScale {
  const before = scale.to - scale.from;
  const widest = Math.max(bounds.to - bounds.from, narrowest(bounds));
  const span = Math.min(Math.max(before * ratio, narrowest(bounds)), widest);
  const share = centrePx / scale.width;
  const from = scale.from + (before - span) * share;
  return clamp({ from, to: from + span, width: scale.width }, bounds);
}

/** Window `px` pixels later (negative: earlier), as far as `bounds` allow. */
export function pan(scale: TimeScale, px: number, bounds: Bounds): TimeScale {
  const shift = px / pixelsPerMs(scale);
  return clamp({ from: scale.from + shift, to: scale.to + shift, width: scale.width }, bounds);
}

/** The way from `a` (at `t` 0) to `b` (at 1) as the eye likes it: out, over and in again. Has the width of `b`. */
export function interpolate(a: TimeScale, b: TimeScale, t: number): TimeScale {
  if (!(t > 0)) return { from: a.from, to: a.to, width: b.width };
  if (t >= 1) return b;
  const unit = a.to - a.from;
  const origin = a.from + unit / 2;
  const view = (scale: TimeScale): [number, number, number] => [
    (scale.from + (scale.to - scale.from) / 2 - origin) / unit,
    0,
    (scale.to - scale.from) / unit,
  ];
  const [centre, , span] = interpolateZoom(view(a), view(b))(t);
  const from = origin + (centre - span / 2) * unit;
  return { from, to: from + span * unit, width: b.width };
}
