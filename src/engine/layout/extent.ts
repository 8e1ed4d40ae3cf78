import { DAY_MS } from '../../domain/calendar';
import { type Columns, FLAG } from '../columns';
import type { Mark } from '../scene';
import { position, type TimeScale } from '../scale';

export const DOT_RADIUS = 5;
/** An extent no wider than a dot is a dot. */
export const DOT_WIDTH = 2 * DOT_RADIUS;
/** How far past the window marks still matter: a dot and its halo. */
export const EDGE = DOT_RADIUS + 1;

/** Marks are cut this far outside the window: canvases lose precision in the millions of pixels. */
const CUT = 64;

/** The mark of a dated row, yet without a label, `plotLeft` px further right than the window; an open end stands at the window's edge. */
export function markAt(
  columns: Columns,
  row: number,
  scale: TimeScale,
  plotLeft: number,
  y: number,
  layer: number,
  slot: number,
): Mark {
  const flags = columns.flags[row];
  const dashed = (flags & (FLAG.uncertain | FLAG.approximate)) !== 0;
  const left = position(scale, columns.earliest[row]);
  const right = position(scale, columns.latest[row]);
  const width = right - left;
  if (width <= DOT_WIDTH) {
    const x = plotLeft + (left + right) / 2;
    return {
      row,
      shape: 'dot',
      x0: x,
      x1: x,
      solid0: x,
      solid1: x,
      y,
      layer,
      dashed,
      openStart: false,
      openEnd: false,
      slot,
      label: null,
    };
  }
  const inset = Math.min(1, (width - DOT_WIDTH) / 2);
  const openStart = left === -Infinity;
  const openEnd = right === Infinity;
  const x0 = openStart ? 0 : within(left + inset, scale.width);
  const x1 = openEnd ? scale.width : within(right - inset, scale.width);
  const [from, to] = certain(columns, row, flags, scale);
  const begin = Math.min(Math.max(x0, from), x1);
  const end = Math.min(Math.max(x0, to), x1);
  const certainly = end > begin;
  return {
    row,
    shape: certainly && begin <= x0 && end >= x1 ? 'bar' : 'extent',
    x0: plotLeft + x0,
    x1: plotLeft + x1,
    solid0: plotLeft + (certainly ? begin : (x0 + x1) / 2),
    solid1: plotLeft + (certainly ? end : (x0 + x1) / 2),
    y,
    layer,
    dashed,
    openStart,
    openEnd,
    slot,
    label: null,
  };
}

/** The stretch in which it certainly took place; to the day is exact enough. Ends before it begins when there is none. */
function certain(columns: Columns, row: number, flags: number, scale: TimeScale): readonly [number, number] {
  const earliest = columns.earliest[row];
  const latest = columns.latest[row];
  const beginLatest = columns.beginLatest[row];
  const endEarliest = columns.endEarliest[row];
  const exactBegin = beginLatest - earliest <= DAY_MS;
  const exactEnd = latest - endEarliest <= DAY_MS;
  if ((flags & FLAG.span) === 0 && !exactBegin) return [Infinity, -Infinity];
  const from = exactBegin ? earliest : beginLatest;
  const to = exactEnd ? latest : Math.max(endEarliest, exactBegin ? beginLatest : -Infinity);
  return [position(scale, from), position(scale, to)];
}

/** `x` at most a little outside of the window. */
function within(x: number, width: number): number {
  return Math.min(Math.max(x, -CUT), width + CUT);
}

/** Room taken by a row, to be written over by the next call: no object for each of many rows. */
export interface Room {
  /** Finite, so that it can be compared with the end of nothing. */
  start: number;
  end: number;
  /** Of a shape longer than a dot. */
  long: boolean;
}

/**
 * Writes to `room` where a row starts and ends at `pxPerMs` from `origin`. On screen there are at least as many px per
 * ms, `shownPxPerMs`, so what is apart in these numbers is apart there.
 */
export function measureRoom(
  columns: Columns,
  row: number,
  shownPxPerMs: number,
  pxPerMs: number,
  origin: number,
  room: Room,
): void {
  const earliest = columns.earliest[row];
  const latest = columns.latest[row];
  const left = (earliest - origin) * pxPerMs;
  const right = (latest - origin) * pxPerMs;
  room.long = (latest - earliest) * shownPxPerMs > DOT_WIDTH;
  const middle = (left + right) / 2;
  room.start = room.long ? Math.max(left, -Number.MAX_VALUE) : middle - EDGE;
  room.end = room.long ? right : middle + EDGE;
}
