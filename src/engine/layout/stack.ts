import type { Columns } from '../columns';
import { EDGE, measureRoom, type Room } from './extent';
import { lastingIn, lastingOf } from './lasting';
import type { RowSet } from '../rowset';
import { pixelsPerMs, type TimeScale } from '../scale';

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
  const { earliest, latest } = columns;
  const pxPerMs = steadyPxPerMs(scale);
  const { from: origin, width } = scale;
  const perMs = pixelsPerMs(scale);
  const shelf = new Shelf(places.offsets.length, reserve);
  const before = older(columns, set, anchor, sight);
  const later = set.rows(anchor, sight.end);
  const rows = new Uint32Array(before.length + later.length);
  const at = new Uint16Array(rows.length);
  const room: Room = { start: 0, end: 0, long: false };
  let count = 0;
  let settled = false;

  for (let i = 0; i < rows.length; i++) {
    const row = i < before.length ? before[i] : later[i - before.length];
    if (latest[row] - earliest[row] > sight.longest) continue;
    measureRoom(columns, row, perMs, pxPerMs, origin, room);
    // No later row starts before this: they begin later, and a dot less than its radius before.
    if (count === 0 && i >= before.length && (earliest[row] - origin) * pxPerMs - EDGE >= shelf.taken) settled = true;
    const place = shelf.take(room.start, room.end);
    if (!shows(earliest[row] - origin, latest[row] - origin, perMs, width, room.long)) continue;
    if (place < 0) return { placed: null, settled };
    rows[count] = row;
    at[count] = place;
    count++;
  }
  return { placed: { rows: rows.subarray(0, count), places: at.subarray(0, count) }, settled };
}

/** The places of a lane, and up to where each is taken. */
class Shelf {
  /** Up to where any place is taken, with what is kept free. */
  taken = -Infinity;
  readonly #ends: Float64Array;
  /** Whether the mark that ends there wants room beyond its end: 1, else 0. */
  readonly #kept: Uint8Array;
  readonly #reserve: Reserve;

  constructor(places: number, reserve: Reserve) {
    this.#ends = new Float64Array(places).fill(-Infinity);
    this.#kept = new Uint8Array(places);
    this.#reserve = reserve;
  }

  /** Takes the first place that is free at `start`, up to `end`; -1 when none is. */
  take(start: number, end: number): number {
    const { wanted, upTo } = this.#reserve;
    const place = wanted === 0 ? this.#firstFree(start) : this.#roomiest(start);
    if (place < 0) return place;
    const keeps = end - start > upTo ? 0 : 1;
    this.#ends[place] = end;
    this.#kept[place] = keeps;
    if (end + keeps * wanted > this.taken) this.taken = end + keeps * wanted;
    return place;
  }

  #firstFree(start: number): number {
    const ends = this.#ends;
    for (let k = 0; k < ends.length; k++) if (ends[k] <= start + TOUCH) return k;
    return -1;
  }

  /** The first with the room that is wanted, else of those with the least room, or with none, the one free for longest. */
  #roomiest(start: number): number {
    const { wanted, least } = this.#reserve;
    const ends = this.#ends;
    let spare = -1;
    let last = -1;
    for (let k = 0; k < ends.length; k++) {
      const gap = start - ends[k] + TOUCH;
      if (gap >= this.#kept[k] * wanted) return k;
      if (gap >= this.#kept[k] * least && (spare < 0 || ends[k] < ends[spare])) spare = k;
      if (gap >= 0 && (last < 0 || ends[k] < ends[last])) last = k;
    }
    return spare >= 0 ? spare : last;
  }
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
function older(columns: Columns, set: RowSet, anchor: number, sight: InSight): readonly number[] {
  if (anchor === 0) return [];
  const instant = columns.earliest[anchor];
  const { longest } = sight;
  const all = lastingOf(columns, 0, anchor, instant, longest);
  const rows = new Set(lastingIn(columns, set, all, anchor, instant, longest).rows);
  for (const row of sight.lasting) if (row < anchor) rows.add(row);
  return [...rows].sort((a, b) => a - b);
}

/** Whether an extent, in ms from the left edge of the window, shows in it. */
function shows(earliest: number, latest: number, pxPerMs: number, width: number, long: boolean): boolean {
  const left = earliest * pxPerMs;
  const right = latest * pxPerMs;
  const margin = long ? 0 : EDGE;
  const start = long ? left : (left + right) / 2;
  const end = long ? right : start;
  return end > -margin && start < width + margin;
}
