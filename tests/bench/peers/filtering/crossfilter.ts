import crossfilter, { type Dimension, type Group } from 'crossfilter2';
import { ACTORS, TOPICS, TYPES } from '../../data/chronology';
import type { Fact, FilteringPeer } from '../peer';

/** A dimension a facet, and two for the range; only those that a click changes are filtered anew. */
export const peer: FilteringPeer = {
  build(facts) {
    const cross = crossfilter([...facts]);
    const all = cross.groupAll();
    const actors = facet(
      cross.dimension((fact) => [...fact.actors], true),
      ACTORS,
    );
    const topics = facet(
      cross.dimension((fact) => [...fact.topics], true),
      TOPICS,
    );
    const types = facet(
      cross.dimension(({ type }) => type),
      TYPES,
    );
    const begins = cross.dimension(({ from }) => from);
    const ends = cross.dimension(({ to }) => to);
    let shown = '';
    return Promise.resolve((filter) => {
      actors.pick(filter.actors);
      topics.pick(filter.topics);
      types.pick(filter.types);
      const { range } = filter;
      const wanted = JSON.stringify(range);
      if (wanted !== shown) {
        shown = wanted;
        within(begins, range && [-Infinity, range.to]);
        // Half-open at the other end than a crossfilter's range: whole milliseconds, so the next one will do.
        within(ends, range && [range.from + 1, Infinity]);
      }
      const matches = Number(all.value());
      return { matches, actors: actors.counts(), topics: topics.counts(), types: types.counts() };
    });
  },
};

function within(dimension: Dimension<Fact, number>, range: [number, number] | null): void {
  if (range === null) dimension.filterAll();
  else dimension.filterRange(range);
}

function facet(dimension: Dimension<Fact, number>, length: number) {
  const group: Group<Fact, number, number> = dimension.group();
  let picked = '';
  return {
    pick(values: readonly number[]): void {
      const wanted = values.join();
      if (wanted === picked) return;
      picked = wanted;
      const set = new Set(values);
      if (set.size === 0) dimension.filterAll();
      else dimension.filterFunction((value) => set.has(value));
    },
    counts(): Uint32Array {
      const counts = new Uint32Array(length);
      for (const { key, value } of group.all()) counts[key] = value;
      return counts;
    },
  };
}
