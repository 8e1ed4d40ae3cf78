import { RoaringBitmap32, roaringLibraryInitialize } from 'roaring-wasm';
import { ACTORS, TOPICS, TYPES } from '../../data/chronology';
import type { Fact, FilteringPeer } from '../peer';

/** A bitmap a value; a facet's clause is the union of what is picked, and a count the size of an intersection. */
export const peer: FilteringPeer = {
  async build(facts) {
    await roaringLibraryInitialize();
    const all = RoaringBitmap32.fromRange(0, facts.length);
    const actors = bitmaps(facts, ACTORS, (fact) => fact.actors);
    const topics = bitmaps(facts, TOPICS, (fact) => fact.topics);
    const types = bitmaps(facts, TYPES, (fact) => [fact.type]);
    const byBegin = sortedRows(facts, ({ from }) => from);
    const byEnd = sortedRows(facts, ({ to }) => to);
    return (filter) => {
      const made: RoaringBitmap32[] = [];
      const keep = (bitmap: RoaringBitmap32): RoaringBitmap32 => {
        made.push(bitmap);
        return bitmap;
      };
      const union = (values: readonly RoaringBitmap32[], picked: readonly number[]): RoaringBitmap32 =>
        picked.length === 0 ? all : keep(RoaringBitmap32.orMany(picked.map((value) => values[value])));
      const { range } = filter;
      const inRange =
        range === null
          ? all
          : keep(
              RoaringBitmap32.and(
                keep(new RoaringBitmap32(byBegin.rows.subarray(0, lowerBound(byBegin.keys, range.to)))),
                keep(new RoaringBitmap32(byEnd.rows.subarray(lowerBound(byEnd.keys, range.from + 1)))),
              ),
            );
      const [a, t, y] = [union(actors, filter.actors), union(topics, filter.topics), union(types, filter.types)];
      const both = (one: RoaringBitmap32, other: RoaringBitmap32): RoaringBitmap32 =>
        one === all ? other : other === all ? one : keep(RoaringBitmap32.and(one, other));
      const counted = (values: readonly RoaringBitmap32[], rows: RoaringBitmap32): number[] =>
        values.map((value) => (rows === all ? value.size : value.andCardinality(rows)));
      const counts = {
        matches: both(both(a, t), both(y, inRange)).size,
        actors: counted(actors, both(t, both(y, inRange))),
        topics: counted(topics, both(a, both(y, inRange))),
        types: counted(types, both(a, both(t, inRange))),
      };
      for (const bitmap of made) bitmap.dispose();
      return counts;
    };
  },
};

function bitmaps(
  facts: readonly Fact[],
  count: number,
  valuesOf: (fact: Fact) => readonly number[],
): readonly RoaringBitmap32[] {
  const rows = Array.from({ length: count }, (): number[] => []);
  for (const [row, fact] of facts.entries()) for (const value of valuesOf(fact)) rows[value].push(row);
  return rows.map((each) => {
    const bitmap = new RoaringBitmap32(Uint32Array.from(each));
    bitmap.optimize();
    return bitmap;
  });
}

function sortedRows(facts: readonly Fact[], keyOf: (fact: Fact) => number) {
  const rows = Uint32Array.from(facts, (_, row) => row).sort((a, b) => keyOf(facts[a]) - keyOf(facts[b]));
  return { rows, keys: Float64Array.from(rows, (row) => keyOf(facts[row])) };
}

/** Index of the first key that is not below `key`. */
function lowerBound(keys: Float64Array, key: number): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (keys[middle] < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
