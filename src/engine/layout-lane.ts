import { lowerBound } from './bounds';
import type { Columns } from './columns';
import { DOT_WIDTH, EDGE, extentOf } from './layout-extent';
import { LABEL_RESERVE, labelsAbreast, type Measure, withLabels } from './layout-labels';
import { labelPlaces, markPlaces } from './layout-places';
import { type InSight, NO_RESERVE, type Placed, type Places, placeRows } from './layout-stack';
import { crossing } from './reach';
import type { RowSet } from './rowset';
import { instantAt, type TimeScale } from './scale';
import type { Detail, Mark } from './scene';

/** Marks that may lack room for their label, for all others to have one: a single one, or this share. */
const MOST_UNNAMED = 0.25;
/** Marks that may overlap others before a lane is better shown as density: a few, or this share. */
const FEW_COVERING = 24;
const MOST_COVERING = 0.4;

/** What all lanes of a scene share. */
export interface LaneContext {
  readonly columns: Columns;
  readonly scale: TimeScale;
  readonly plotLeft: number;
  /** Height of a lane. */
  readonly height: number;
  /** Most marks that a lane may hold. */
  readonly mostMarks: number;
  readonly slotOf: (row: number) => number;
  readonly labelOf: (row: number) => string;
  readonly measure: Measure;
}

/** The part of a lane that depends on its rows: at `centre` px from the top of the scene. */
export interface LaneContent {
  readonly inWindow: number;
  readonly detail: Detail;
  readonly marks: readonly Mark[];
}

/** Which rows begin inside the window, and about it; the same for all lanes. */
export interface WindowRows {
  readonly from: number;
  readonly to: number;
  /** With the margin in which a dot still shows. */
  readonly first: number;
  readonly end: number;
}

export function windowRows(columns: Columns, scale: TimeScale): WindowRows {
  const rowAt = (instant: number): number => lowerBound(columns.earliest, instant, 0, columns.dated);
  return {
    from: rowAt(scale.from),
    to: rowAt(scale.to),
    first: rowAt(instantAt(scale, -EDGE)),
    end: rowAt(instantAt(scale, scale.width + EDGE)),
  };
}

/** The most telling detail that has room for every row of `set` in sight. Undated rows have no place here. */
export function laneContent(context: LaneContext, set: RowSet, rows: WindowRows, centre: number): LaneContent {
  const { columns, scale, height } = context;
  const places = markPlaces(height);
  const abreast = Math.ceil(scale.width / DOT_WIDTH);
  const most = Math.min(context.mostMarks, places.offsets.length * abreast);
  const begin = set.rank(rows.to) - set.rank(rows.from);
  const lasting = crossing(columns.reach, rows.from, scale.from, set, most + 1);
  const inWindow = begin + lasting.length;
  if (inWindow > most) return { inWindow, detail: 'density', marks: [] };

  const sight: InSight = { first: rows.first, end: rows.end, crossing: lasting };
  const lines = labelPlaces(height);
  if (inWindow <= lines.offsets.length * labelsAbreast(scale.width)) {
    const placed = placeRows(columns, set, sight, scale, lines, LABEL_RESERVE);
    if (placed !== null) {
      const { plotLeft, labelOf, measure } = context;
      const marks = marksAt(context, placed, lines, centre);
      const labelled = withLabels(marks, placed.places, plotLeft, plotLeft + scale.width, labelOf, measure);
      const unnamed = labelled.reduce((count, { label }) => count + (label === null ? 1 : 0), 0);
      if (unnamed <= Math.max(1, labelled.length * MOST_UNNAMED))
        return { inWindow, detail: 'labels', marks: labelled };
    }
  }
  const placed = placeRows(columns, set, sight, scale, places, NO_RESERVE);
  if (placed === null) return { inWindow, detail: 'density', marks: [] };
  const marks = marksAt(context, placed, places, centre);
  const covering = marks.reduce((count, { layer }) => count + (layer === 0 ? 0 : 1), 0);
  if (covering > Math.max(FEW_COVERING, marks.length * MOST_COVERING))
    return { inWindow, detail: 'density', marks: [] };
  return { inWindow, detail: 'marks', marks };
}

function marksAt(context: LaneContext, placed: Placed, places: Places, centre: number): Mark[] {
  const { columns, scale, plotLeft, slotOf } = context;
  return Array.from(placed.rows, (row, i) => {
    const extent = extentOf(columns, row, scale);
    return {
      ...extent,
      row,
      x0: plotLeft + extent.x0,
      x1: plotLeft + extent.x1,
      solid0: plotLeft + extent.solid0,
      solid1: plotLeft + extent.solid1,
      y: centre + places.offsets[placed.places[i]],
      layer: places.layers[placed.places[i]],
      slot: slotOf(row),
      label: null,
    };
  });
}
