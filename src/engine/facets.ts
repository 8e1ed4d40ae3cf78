import type { Bitmap } from './bitmap';
import type { FieldColumn } from './columns';
import { type Compiled, matchesWithout } from './filter';
import type { Field } from './query';

/** Per field, per value: events that have it and satisfy every clause but those of the field itself. */
export type FacetCounts = Readonly<Record<Field, Uint32Array>>;

/** Steps that counting a word's bits, a posting and a matching row's value take, relative to each other. */
const WORD_COST = 1;
const POSTING_COST = 3;
const VALUE_COST = 10;

/** O(words) for each common value, or O(matches) when those are few. */
export function countFacets(compiled: Compiled): FacetCounts {
  const counts = (field: Field): Uint32Array =>
    countField(compiled.columns.field(field), matchesWithout(compiled, field));
  return {
    actor: counts('actor'),
    topic: counts('topic'),
    type: counts('type'),
    status: counts('status'),
    confidence: counts('confidence'),
    place: counts('place'),
    publisher: counts('publisher'),
    dating: counts('dating'),
  };
}

/** Per value of `column`: how many of `rows` have it. */
export function countField(column: FieldColumn, rows: Bitmap): Uint32Array {
  const { sets, ids, offsets } = column;
  const length = offsets.length - 1;
  const all = rows.count === length;
  const perRow = 1 + ids.length / Math.max(1, length);
  if (!all && rows.count * perRow * VALUE_COST < columnCost(column, rows.words.length)) return countByRow(column, rows);
  const counts = new Uint32Array(sets.length);
  for (let value = 0; value < counts.length; value++) {
    counts[value] = all ? sets[value].count : sets[value].countIn(rows);
  }
  return counts;
}

function columnCost({ sets }: FieldColumn, words: number): number {
  return sets.reduce((cost, set) => cost + Math.min(words * WORD_COST, set.count * POSTING_COST), 0);
}

function countByRow({ sets, offsets, ids }: FieldColumn, rows: Bitmap): Uint32Array {
  const counts = new Uint32Array(sets.length);
  rows.forEach(0, rows.length, (row) => {
    const end = offsets[row + 1];
    for (let at = offsets[row]; at < end; at++) counts[ids[at]]++;
  });
  return counts;
}
