import type { Bitmap } from './bitmap';
import type { Columns, FieldColumn } from './columns';
import type { RowSet } from './rowset';

/** One lane of the timeline before it is laid out; `rows` are its matching rows, found when first asked for. */
export interface LaneRows {
  /** Value id; '' for the lane of everything, or of events without a value. */
  readonly id: string;
  readonly name: string;
  /** Matching events in the lane, dated or not. */
  readonly count: number;
  readonly rows: RowSet;
}

/**
 * Lanes for `matches`, by the values of `column`: those in `first` before all others, then the fullest first; values
 * without a match have no lane, unless in `first`. Events without a value share a last lane called `without`. A lane's rows cost
 * O(words) when first read, and nothing before.
 */
export function lanesBy(
  column: FieldColumn,
  matches: Bitmap,
  first: ReadonlySet<string>,
  without: string,
): readonly LaneRows[] {
  const counts = column.sets.map((set) => set.countIn(matches));
  const rank = (index: number): number => (first.has(column.values[index].id) ? 1 : 0);
  const lanes: LaneRows[] = column.values
    .map((_, index) => index)
    .filter((index) => counts[index] > 0 || rank(index) > 0)
    .sort((a, b) => rank(b) - rank(a) || counts[b] - counts[a] || a - b)
    .map((index) => {
      const { id, name, short } = column.values[index];
      return lane(id, laneName(name, short), counts[index], () => column.sets[index].intersect(matches));
    });
  const rest = column.without.intersect(matches);
  if (rest.count > 0) lanes.push(lane('', without, rest.count, () => rest));
  return lanes;
}

/** The single lane of all matches. */
export function oneLane(matches: Bitmap, name: string): readonly LaneRows[] {
  return [lane('', name, matches.count, () => matches)];
}

/** Colour slot of the first value of `row` that has one; -1 when none has. */
export function slotOfRow(column: FieldColumn, slots: Int8Array, row: number): number {
  for (let at = column.offsets[row]; at < column.offsets[row + 1]; at++) {
    const slot = slots[column.ids[at]];
    if (slot >= 0) return slot;
  }
  return -1;
}

/** The dimension that colours marks: topics, or types where the lanes are the topics already. */
export function colourField(columns: Columns, lanes: string): FieldColumn {
  return columns.field(lanes === 'topic' ? 'type' : 'topic');
}

const LONG_NAME = 26;

function laneName(name: string, short: string | null): string {
  return short !== null && name.length > LONG_NAME ? short : name;
}

function lane(id: string, name: string, count: number, find: () => RowSet): LaneRows {
  let rows: RowSet | null = null;
  return {
    id,
    name,
    count,
    get rows() {
      return (rows ??= find());
    },
  };
}
