import { DAY_MS } from '../domain/calendar';
import type { Columns, FieldColumn } from './columns';
import type { Dataset } from './dataset';
import type { Field } from './query';
import type { Records } from './records';
import type { RowSet } from './rowset';

/** A neighbour of an event, and why. */
export interface Related {
  readonly row: number;
  readonly score: number;
  /** The event itself names it. */
  readonly explicit: boolean;
  /** Ids, the rarest first. */
  readonly sharedActors: readonly string[];
  readonly sharedTopics: readonly string[];
  readonly samePlace: boolean;
  readonly sameType: boolean;
  /**
   * Whole days from the event to the neighbour, negative when it was before. Between extents longer than a day, the days
   * between their nearest ends. Null when one is undated, or when which was first is not known.
   */
  readonly daysApart: number | null;
}

/** Rows looked at on either side of the event, in time and in the set of each value it has. */
const WINDOW = 64;
/** Values of one field looked at, the rarest first. */
const MOST_VALUES = 16;
const WEIGHTS = { actor: 1, topic: 0.7, place: 0.5, type: 0.25 } as const;
/** Being of the same day adds this much and doubles what is shared; each is halved after so many days. */
const CLOSENESS = 3;
const HALF_DAYS = 30;
const HALF_DAYS_SHARED = 180;
/** To be nearer than this is a reason by itself. */
const NEAR_DAYS = 7;

/**
 * At most `limit` neighbours of the event at `row`, the strongest first: those it names, then by shared actors, topics,
 * place and type, each worth the more the fewer events have it and the nearer they are in time. Looks at a bounded number of
 * rows, whatever the size of the chronology: of a common value only the nearest that have it. Decodes one record.
 */
export function related(
  dataset: Pick<Dataset, 'columns' | 'rowOf'> & { readonly records: Pick<Records, 'event'> },
  row: number,
  limit: number,
): readonly Related[] {
  const { columns } = dataset;
  const named = new Set(dataset.records.event(row).related.map((id) => dataset.rowOf(id)));
  const rows = new Set([...named, ...candidates(columns, row)]);
  rows.delete(-1);
  rows.delete(row);
  return [...rows]
    .map((other) => compare(columns, row, other, named.has(other)))
    .filter(isRelated)
    .sort(byStrength)
    .slice(0, Math.max(0, limit));
}

/** To be of one type, or merely not far in time, is no reason to look. */
function isRelated({ explicit, sharedActors, sharedTopics, samePlace, daysApart }: Related): boolean {
  const near = daysApart !== null && Math.abs(daysApart) < NEAR_DAYS;
  return explicit || sharedActors.length > 0 || sharedTopics.length > 0 || samePlace || near;
}

function byStrength(a: Related, b: Related): number {
  if (a.explicit !== b.explicit) return a.explicit ? -1 : 1;
  return b.score - a.score || Math.abs(a.daysApart ?? Infinity) - Math.abs(b.daysApart ?? Infinity) || a.row - b.row;
}

function candidates(columns: Columns, row: number): readonly number[] {
  const found: number[] = [];
  const fields: readonly Field[] = ['actor', 'topic', 'place'];
  for (const key of fields) {
    const column = columns.field(key);
    for (const value of rarest(column, valuesOf(column, row)).slice(0, MOST_VALUES)) {
      found.push(...nearest(column.sets[value], row));
    }
  }
  if (row < columns.dated) {
    const end = Math.min(columns.dated, row + WINDOW + 1);
    for (let other = Math.max(0, row - WINDOW); other < end; other++) found.push(other);
  }
  return found;
}

function nearest(set: RowSet, row: number): readonly number[] {
  const at = set.rank(row);
  const rows: number[] = [];
  for (let k = Math.max(0, at - WINDOW); k < Math.min(set.count, at + WINDOW + 1); k++) rows.push(set.select(k));
  return rows;
}

function compare(columns: Columns, row: number, other: number, explicit: boolean): Related {
  const actor = shared(columns, 'actor', row, other);
  const topic = shared(columns, 'topic', row, other);
  const place = shared(columns, 'place', row, other);
  const type = shared(columns, 'type', row, other);
  const days = daysApart(columns, row, other);
  const closeness = days === null ? 0 : CLOSENESS / (1 + Math.abs(days) / HALF_DAYS);
  const factor = days === null ? 1 : 1 + 1 / (1 + Math.abs(days) / HALF_DAYS_SHARED);
  return {
    row: other,
    score: (actor.score + topic.score + place.score + type.score) * factor + closeness,
    explicit,
    sharedActors: actor.ids,
    sharedTopics: topic.ids,
    samePlace: place.ids.length > 0,
    sameType: type.ids.length > 0,
    daysApart: days,
  };
}

function shared(
  columns: Columns,
  key: keyof typeof WEIGHTS,
  row: number,
  other: number,
): { readonly ids: readonly string[]; readonly score: number } {
  const column = columns.field(key);
  const own = valuesOf(column, row);
  const common = rarest(
    column,
    valuesOf(column, other).filter((value) => own.includes(value)),
  );
  const rarity = common.reduce((sum, value) => sum + Math.log2((columns.count + 1) / column.sets[value].count), 0);
  return { ids: common.map((value) => column.values[value].id), score: rarity * WEIGHTS[key] };
}

function valuesOf({ ids, offsets }: FieldColumn, row: number): Uint32Array {
  return ids.subarray(offsets[row], offsets[row + 1]);
}

function rarest({ sets }: FieldColumn, values: Uint32Array): readonly number[] {
  return Array.from(values).sort((a, b) => sets[a].count - sets[b].count || a - b);
}

function daysApart({ earliest, latest, dated }: Columns, row: number, other: number): number | null {
  if (row >= dated || other >= dated) return null;
  const exact = latest[row] - earliest[row] <= DAY_MS && latest[other] - earliest[other] <= DAY_MS;
  if (exact) return Math.floor(earliest[other] / DAY_MS) - Math.floor(earliest[row] / DAY_MS);
  if (earliest[other] >= latest[row]) return Math.floor((earliest[other] - latest[row]) / DAY_MS) + 1;
  if (earliest[row] >= latest[other]) return -Math.floor((earliest[row] - latest[other]) / DAY_MS) - 1;
  return null;
}
