import type { Columns } from '../columns';
import { EDGE, measureRoom, type Room } from './extent';
import { lastingIn, lastingOf } from './lasting';
import type { RowSet } from '../rowset';
import { pixelsPerMs, position, type TimeScale } from '../scale';

/** Places for marks in a lane, in px from its centre line, in the order in which they are filled. */
export interface Places {
  readonly offsets: readonly number[];
  /** Marks at places of one layer keep clear of each other. */
  readonly layers: readonly number[];
}

/** A lane's rows that are in or about to come into the window. */
export interface InSight {
  /** First row that begins in the window, or so little before that its dot still shows. */
  readonly first: number;
  /** One past the last. */
  readonly end: number;
  /** Rows that began before the window and last into it, ascending. */
  readonly lasting: Uint32Array;
  /** Rows with an extent of more ms are passed over. */
  readonly longest: number;
}

export interface Placed {
  /** Rows that show, ascending. */
  readonly rows: Uint32Array;
  /** For each an index into the places. */
  readonly places: Uint16Array;
}

/** Px kept free beyond the end of a mark: as much as is wanted where there is a choice, else the least, else none. */
export interface Reserve {
  readonly wanted: number;
  readonly least: number;
  /** Marks longer than this need none. */
  readonly upTo: number;
}

export const NO_RESERVE: Reserve = { wanted: 0, least: 0, upTo: 0 };

/** Rows looked back at before the window, in blocks counted off from the first row of the lane: few where that settles it. */
const BLOCKS = [128, 512] as const;
/** Rounding must not make two marks that touch collide. */
const TOUCH = 0.01;

/**
 * Gives every row of `set` in sight a place where it meets no other; null when there is not room for all.
 *
 * Rows take the first place that is free, in time order, as if from the first row of the lane on: so an event keeps its
 * place while the window moves. Where all places are free at once, what came before no longer matters, and to begin
 * some rows before such a moment is as good as from the first. Only a lane without one for hundreds of rows is begun at
 * a block's start regardless; a window that moves on to the next block may then find a few marks elsewhere. Zoom is
 * rounded down to a quarter of an octave, so that places outlast a little zooming too.
 *
 * Looks at no more than two of the larger blocks outside the window.
 */
export function placeRows(
  columns: Columns,
  set: RowSet,
  sight: InSight,
  scale: TimeScale,
  places: Places,
  reserve: Reserve,
): Placed | null {
  let placed: Placed | null = null;
  for (const block of BLOCKS) {
    const anchor = anchorRow(set, set.rank(sight.first), columns.dated, block);
    const run = placeFrom(anchor, columns, set, sight, scale, places, reserve);
    placed = run.placed;
    if (run.settled || anchor === 0) break;
  }
  return placed;
}

/** Places by rows from `anchor` on; `settled` when rows before it could not have changed them. */
function placeFrom(
  anchor: number,
  columns: Columns,
  set: RowSet,
  sight: InSight,
  scale: TimeScale,
  places: Places,
  reserve: Reserve,
): { readonly placed: Placed | null; readonly settled: boolean } {
  const pxPerMs = steadyPxPerMs(scale);
  const origin = scale.from;
  const ends = new Float64Array(places.offsets.length).fill(-Infinity);
  const kept = new Float64Array(places.offsets.length);
  const rows: number[] = [];
  const at: number[] = [];
  const room: Room = { start: 0, end: 0, long: false };
  let taken = -Infinity;
  let settled = false;
  let homeless = 0;

  const firstFree = (start: number): number => {
    if (reserve.wanted === 0) return ends.findIndex((end) => end <= start + TOUCH);
    let spare = -1;
    let last = -1;
    for (let k = 0; k < ends.length; k++) {
      const gap = start - ends[k] + TOUCH;
      if (gap >= kept[k] * reserve.wanted) return k;
      if (gap >= kept[k] * reserve.least && (spare < 0 || ends[k] < ends[spare])) spare = k;
      if (gap >= 0 && (last < 0 || ends[k] < ends[last])) last = k;
    }
    return spare >= 0 ? spare : last;
  };
  const place = (row: number): void => {
    if (columns.latest[row] - columns.earliest[row] > sight.longest) return;
    measureRoom(columns, row, scale, pxPerMs, origin, room);
    // No later row starts before this: they begin later, and a dot less than its radius before.
    settled ||= rows.length === 0 && (columns.earliest[row] - origin) * pxPerMs - EDGE >= taken;
    const found = firstFree(room.start);
    if (found >= 0) {
      ends[found] = room.end;
      kept[found] = room.end - room.start > reserve.upTo ? 0 : 1;
      taken = Math.max(taken, room.end + kept[found] * reserve.wanted);
    }
    if (!shows(columns, row, scale, room.long)) return;
    if (found < 0) homeless++;
    rows.push(row);
    at.push(found);
  };

  for (const row of older(columns, set, anchor, sight)) place(row);
  settled = false;
  for (const row of set.rows(anchor, sight.end)) {
    place(row);
    if (homeless > 0) break;
  }
  const placed = homeless === 0 ? { rows: Uint32Array.from(rows), places: Uint16Array.from(at) } : null;
  return { placed, settled };
}

/** Px per ms of a zoom level, rounded down to a quarter of an octave. */
export function steadyPxPerMs(scale: TimeScale): number {
  return 2 ** (Math.floor(Math.log2(pixelsPerMs(scale)) * 4) / 4);
}

/** The lane's first row, or one at least `block` rows of it before that of rank `first`. */
function anchorRow(set: RowSet, first: number, dated: number, block: number): number {
  if (first < 2 * block || set.rank(dated) <= 2 * block) return 0;
  return set.select((Math.floor(first / block) - 1) * block);
}

/** Rows before `anchor` that last beyond it or into the window, ascending. */
function older(columns: Columns, set: RowSet, anchor: number, sight: InSight): Iterable<number> {
  if (anchor === 0) return [];
  const instant = columns.earliest[anchor];
  const { longest } = sight;
  const all = lastingOf(columns, 0, anchor, instant, longest);
  const rows = new Set(lastingIn(columns, set, all, anchor, instant, longest).rows);
  for (const row of sight.lasting) if (row < anchor) rows.add(row);
  return [...rows].sort((a, b) => a - b);
}

function shows(columns: Columns, row: number, scale: TimeScale, long: boolean): boolean {
  const left = position(scale, columns.earliest[row]);
  const right = position(scale, columns.latest[row]);
  const margin = long ? 0 : EDGE;
  const start = long ? left : (left + right) / 2;
  const end = long ? right : start;
  return end > -margin && start < scale.width + margin;
}
