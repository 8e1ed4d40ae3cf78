import type { Bitmap } from './bitmap';
import type { Columns, FieldColumn } from './columns';
import { most } from './most';
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
 * O(words) when first read, and nothing before. `counts` says how many of `matches` have each value.
 */
export function lanesBy(
  column: FieldColumn,
  matches: Bitmap,
  first: ReadonlySet<string>,
  without: string,
  counts: Uint32Array = Uint32Array.from(column.sets, (set) => set.countIn(matches)),
): readonly LaneRows[] {
  const asked = Uint32Array.from([...first].map((id) => column.indexOf(id)).filter((index) => index >= 0)).sort();
  const full = counts.reduce((total, count) => total + (count > 0 ? 1 : 0), 0);
  const others = most(counts, full).filter((index) => !asked.includes(index));
  const lanes: LaneRows[] = [...most(counts, asked.length, asked), ...others].map((index) => {
    const { id, name, short } = column.values[index];
    return new Lane(id, laneName(name, short), counts[index], () => column.sets[index].intersect(matches));
  });
  const rest = column.without.countIn(matches);
  if (rest > 0) lanes.push(new Lane('', without, rest, () => column.without.intersect(matches)));
  return lanes;
}

/** The single lane of all matches. */
export function oneLane(matches: Bitmap, name: string): readonly LaneRows[] {
  return [new Lane('', name, matches.count, () => matches)];
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

class Lane implements LaneRows {
  readonly id: string;
  readonly name: string;
  readonly count: number;
  readonly #find: () => RowSet;
  #rows: RowSet | null = null;

  constructor(id: string, name: string, count: number, find: () => RowSet) {
    this.id = id;
    this.name = name;
    this.count = count;
    this.#find = find;
  }

  get rows(): RowSet {
    return (this.#rows ??= this.#find());
  }
}
