import { ACTORS, TOPICS, typesOf, vocabulary } from '../data/chronology';
import { extentOf } from '../data/dates';
import type { Filter } from '../data/filters';
import type { Counts, Engine, Fact } from '../peers/peer';
import { fetchFile } from './file';
import { mark } from './marks';
import { series } from './series';

const { peer } = await import('virtual:filtering');

let facts: readonly Fact[] = [];
let engine: Engine = () => {
  throw new Error('nothing is built yet');
};

Object.assign(window, {
  bench: {
    async load(): Promise<void> {
      const { actors, topics, events } = await fetchFile();
      const numbers = (ids: readonly string[]) => new Map(ids.map((id, number) => [id, number]));
      const actor = numbers(actors.map(({ id }) => id));
      const topic = numbers(topics.map(({ id }) => id));
      const type = numbers(typesOf(vocabulary()));
      facts = events.map((event) => ({
        actors: event.actors.map((id) => actor.get(id) ?? -1),
        topics: event.topics.map((id) => topic.get(id) ?? -1),
        type: type.get(event.type) ?? -1,
        ...extentOf(event.date),
      }));
    },
    async build(): Promise<void> {
      mark('build');
      engine = await peer.build(facts);
      mark('built');
    },
    /** Lets go of the facts, so that what is held is the engine and what it keeps of them. */
    release(): void {
      facts = [];
    },
    /** Per filter one number that differs when any count does. */
    run: (name: string, filters: readonly Filter[], budgetMs: number) =>
      series(name, filters, budgetMs, async (filter) => digest(await engine(filter))),
  },
});

function digest({ matches, actors, topics, types }: Counts): number {
  let sum = matches;
  for (const [counts, length] of [
    [actors, ACTORS],
    [topics, TOPICS],
    [types, 8],
  ] as const) {
    for (let value = 0; value < length; value++) sum = (Math.imul(sum, 31) + counts[value]) | 0;
  }
  return sum;
}
