import type { Columns } from './columns';
import { EDGE, measureRoom, type Room } from './layout-extent';
import { crossing } from './reach';
import type { RowSet } from './rowset';
import { pixelsPerMs, position, type TimeScale } from './scale';

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
  /** Rows that began before `first` and last into the window, ascending; may be cut at the limit they were asked with. */
  readonly crossing: Uint32Array;
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

/** Rows that the stacking looks back at are counted off in blocks of so many, from the first row of the lane. */
const BLOCK = 256;
const CROSSING_LIMIT = 128;
/** Rounding must not make two marks that touch collide. */
const TOUCH = 0.01;

/**
 * Gives every row of `set` in sight a place where it meets no other; null when there is not room for all.
 *
 * A row keeps its place while the window moves. Places are given in time order from a row that depends on the window
 * only in steps of BLOCK (the first of the lane while there are few), and at a zoom level rounded down to a quarter of
 * an octave. At the start of a block older marks may stand differently than a look further back would have them, but
 * the order of arrival decides again as soon as a gap as long as a dot occurs, hundreds of rows before the window.
 *
 * Looks at no more than 4 BLOCK rows outside the window.
 */
export function placeRows(
  columns: Columns,
  set: RowSet,
  sight: InSight,
  scale: TimeScale,
  places: Places,
  reserve: Reserve,
): Placed | null {
  const pxPerMs = 2 ** (Math.floor(Math.log2(pixelsPerMs(scale)) * 4) / 4);
  const origin = scale.from;
  const ends = new Float64Array(places.offsets.length).fill(-Infinity);
  const kept = new Float64Array(places.offsets.length);
  const rows: number[] = [];
  const at: number[] = [];
  const room: Room = { start: 0, end: 0, long: false };
  let homeless = 0;

  const firstFree = (start: number): number => {
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
    measureRoom(columns, row, scale, pxPerMs, origin, room);
    const found = firstFree(room.start);
    if (found >= 0) {
      ends[found] = room.end;
      kept[found] = room.end - room.start > reserve.upTo ? 0 : 1;
    }
    if (!shows(columns, row, scale, room.long)) return;
    if (found < 0) homeless++;
    rows.push(row);
    at.push(found);
  };

  const anchor = anchorRow(set, set.rank(sight.first), columns.dated);
  for (const row of older(columns, set, anchor, sight)) place(row);
  set.forEach(anchor, sight.end, place);
  return homeless === 0 ? { rows: Uint32Array.from(rows), places: Uint16Array.from(at) } : null;
}

/** Row from which on places are given: the lane's first, or one at least BLOCK rows of it before that of rank `first`. */
function anchorRow(set: RowSet, first: number, dated: number): number {
  const total = set.rank(dated);
  if (total <= 2 * BLOCK || first < 2 * BLOCK) return 0;
  return set.select((Math.floor(first / BLOCK) - 1) * BLOCK);
}

/** Rows before `anchor` that last beyond it or into the window, ascending. */
function older(columns: Columns, set: RowSet, anchor: number, sight: InSight): Iterable<number> {
  if (anchor === 0) return [];
  const rows = new Set(crossing(columns.reach, anchor, columns.earliest[anchor], set, CROSSING_LIMIT));
  for (const row of sight.crossing) if (row < anchor) rows.add(row);
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
