import { lowerBound } from '../rows/bounds';
import type { Columns } from '../columns';
import { DOT_WIDTH, EDGE, markAt } from './extent';
import { LABEL_RESERVE, labelsAbreast, type Measure, withLabels } from './labels';
import { type Lasting, lastingIn, lastingOf } from './lasting';
import { type InSight, NO_RESERVE, type Placed, type Places, placeRows, steadyPxPerMs } from './stack';
import type { RowSet } from '../rowset';
import { instantAt, type TimeScale } from '../scale';
import type { Lane, Mark } from '../scene';

/** Marks that may lack room for their label, for all others to have one: a single one, or this share. */
const MOST_UNNAMED = 0.25;
/** Marks that may overlap others before a lane is better shown as density: a few, or this share. */
const FEW_COVERING = 24;
const MOST_COVERING = 0.4;
/** Share of the room of the places that do not overlap which the marks that cover them may have: more is a heap of bars. */
const MOST_COVERED = 0.5;

/** Share of the places that extents longer than the window may take. */
const MOST_THROUGHOUT = 0.5;

/** What all lanes of a scene share. */
export interface LaneContext {
  readonly columns: Columns;
  readonly scale: TimeScale;
  readonly plotLeft: number;
  /** For marks and for labelled marks, in a lane. */
  readonly places: Places;
  readonly lines: Places;
  /** Most marks that a lane may hold. */
  readonly mostMarks: number;
  readonly slotOf: (row: number) => number;
  readonly labelOf: (row: number) => string;
  readonly measure: Measure;
}

/** The part of a lane that depends on its rows. */
export type LaneContent = Pick<Lane, 'inWindow' | 'beyond' | 'detail' | 'marks'>;

/** Which rows begin inside the window, and about it, and which last into it; the same for all lanes. */
export interface WindowRows {
  readonly from: number;
  readonly to: number;
  /** With the margin in which a dot still shows. */
  readonly first: number;
  readonly end: number;
  readonly lasting: Lasting;
  /** Extents of more ms than the window, about, and the lasting rows that are no longer. */
  readonly longest: number;
  readonly lastingShort: Lasting;
}

export function windowRows(columns: Columns, scale: TimeScale): WindowRows {
  const rowAt = (instant: number): number => lowerBound(columns.earliest, instant, 0, columns.dated);
  const from = rowAt(scale.from);
  const longest = scale.width / steadyPxPerMs(scale);
  return {
    from,
    to: rowAt(scale.to),
    first: rowAt(instantAt(scale, -EDGE)),
    end: rowAt(instantAt(scale, scale.width + EDGE)),
    lasting: lastingOf(columns, 0, from, scale.from, Infinity),
    longest,
    lastingShort: lastingOf(columns, rowAt(scale.from - longest), from, scale.from, longest),
  };
}

/**
 * The most telling detail that has room for every row of `set` in sight, if need be without those whose extent is longer
 * than the window: what may lie anywhere in it, or lasts all through it, tells little there. `centre` is that of the lane.
 * Undated rows have no place here.
 */
export function laneContent(context: LaneContext, set: RowSet, rows: WindowRows, centre: number): LaneContent {
  const { columns, scale } = context;
  const begin = set.rank(rows.to) - set.rank(rows.from);
  const all = lastingIn(columns, set, rows.lasting, rows.from, scale.from, Infinity);
  const inWindow = begin + all.rows.length;
  const density: LaneContent = { inWindow, beyond: all.rows.length, detail: 'density', marks: [] };
  if (begin > context.mostMarks) return density;
  const drawn = (lasting: Lasting, longest: number): LaneContent | null => {
    const sight: InSight = { first: rows.first, end: rows.end, lasting: lasting.rows, longest };
    const fits = lasting.whole && begin + lasting.rows.length <= context.mostMarks;
    const found = fits ? marksFor(context, set, sight, begin + lasting.rows.length, centre) : null;
    return found === null ? null : { inWindow, beyond: inWindow - found.shown, ...found.content };
  };
  const { earliest, latest } = columns;
  const throughout = all.rows.reduce((count, row) => count + (latest[row] - earliest[row] > rows.longest ? 1 : 0), 0);
  const whole = throughout <= context.places.offsets.length * MOST_THROUGHOUT ? drawn(all, Infinity) : null;
  if (whole !== null) return whole;
  const short = lastingIn(columns, set, rows.lastingShort, rows.from, scale.from, rows.longest);
  const found = drawn(short, rows.longest);
  // All are longer than the window: where they begin tells more than an empty lane.
  return found === null || (found.marks.length === 0 && begin > 0) ? density : found;
}

interface Found {
  readonly content: Pick<Lane, 'detail' | 'marks'>;
  /** Marks of events that lie in the window itself, not just about it. */
  readonly shown: number;
}

/** Labelled marks or marks of the rows in sight, of which there are `count`; null when they do not fit. */
function marksFor(context: LaneContext, set: RowSet, sight: InSight, count: number, centre: number): Found | null {
  const { columns, scale, places, lines, plotLeft, labelOf, measure } = context;
  const inside = (mark: Mark): boolean =>
    columns.earliest[mark.row] < scale.to && columns.latest[mark.row] > scale.from;
  if (count <= lines.offsets.length * labelsAbreast(scale.width)) {
    const placed = placeRows(columns, set, sight, scale, lines, LABEL_RESERVE);
    if (placed !== null) {
      const unlabelled = marksAt(context, placed, lines, centre);
      const marks = withLabels(unlabelled, placed.places, plotLeft, plotLeft + scale.width, labelOf, measure);
      const unnamed = countOf(marks, ({ label }) => label === null);
      if (unnamed <= Math.max(1, marks.length * MOST_UNNAMED)) {
        return { content: { detail: 'labels', marks }, shown: countOf(marks, inside) };
      }
    }
  }
  const clear = places.layers.lastIndexOf(0) + 1;
  const mostCovering = Math.max(FEW_COVERING, count * MOST_COVERING);
  if (count - clear * Math.ceil(scale.width / DOT_WIDTH) > mostCovering) return null;
  const placed = placeRows(columns, set, sight, scale, places, NO_RESERVE);
  if (placed === null) return null;
  const marks = marksAt(context, placed, places, centre);
  if (countOf(marks, ({ layer }) => layer > 0) > mostCovering) return null;
  if (covered(marks) > Math.max(FEW_COVERING * DOT_WIDTH, clear * scale.width * MOST_COVERED)) return null;
  return { content: { detail: 'marks', marks }, shown: countOf(marks, inside) };
}

function countOf(marks: readonly Mark[], test: (mark: Mark) => boolean): number {
  return marks.reduce((count, mark) => count + (test(mark) ? 1 : 0), 0);
}

/** Length in px of all marks that may cover others. */
function covered(marks: readonly Mark[]): number {
  return marks.reduce((sum, { layer, x0, x1 }) => (layer > 0 ? sum + x1 - x0 + DOT_WIDTH : sum), 0);
}

function marksAt(context: LaneContext, { rows, places: at }: Placed, places: Places, centre: number): Mark[] {
  const { columns, scale, plotLeft, slotOf } = context;
  const marks: Mark[] = [];
  for (let i = 0; i < rows.length; i++) {
    const y = centre + places.offsets[at[i]];
    marks.push(markAt(columns, rows[i], scale, plotLeft, y, places.layers[at[i]], slotOf(rows[i])));
  }
  return marks;
}
