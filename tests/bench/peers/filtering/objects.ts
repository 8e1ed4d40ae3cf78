import { ACTORS, TOPICS, TYPES } from '../../data/chronology';
import type { FilteringPeer } from '../peer';

/** One pass over an array of objects: what one writes without any library. */
export const peer: FilteringPeer = {
  build: (facts) =>
    Promise.resolve((filter) => {
      const [wantedActors, wantedTopics, wantedTypes] = [
        new Set(filter.actors),
        new Set(filter.topics),
        new Set(filter.types),
      ];
      const { range } = filter;
      const counts = {
        matches: 0,
        actors: new Uint32Array(ACTORS),
        topics: new Uint32Array(TOPICS),
        types: new Uint32Array(TYPES),
      };
      for (const { actors, topics, type, from, to } of facts) {
        if (range !== null && !(from < range.to && to > range.from)) continue;
        const byActor = wantedActors.size === 0 || actors.some((value) => wantedActors.has(value));
        const byTopic = wantedTopics.size === 0 || topics.some((value) => wantedTopics.has(value));
        const byType = wantedTypes.size === 0 || wantedTypes.has(type);
        if (byActor && byTopic && byType) counts.matches++;
        if (byTopic && byType) for (const value of actors) counts.actors[value]++;
        if (byActor && byType) for (const value of topics) counts.topics[value]++;
        if (byActor && byTopic) counts.types[type]++;
      }
      return counts;
    }),
};
