import { type ColumnTable, escape, op, table } from 'arquero';
import type { FacetName, Filter } from '../../data/filters';
import type { Fact, FilteringPeer } from '../peer';

type Test = (row: Fact) => boolean;

export const peer: FilteringPeer = {
  build(facts) {
    const all = table({
      actors: facts.map(({ actors }) => actors),
      topics: facts.map(({ topics }) => topics),
      types: facts.map(({ type }) => type),
      from: Float64Array.from(facts, ({ from }) => from),
      to: Float64Array.from(facts, ({ to }) => to),
    });
    return Promise.resolve((filter) => ({
      matches: filtered(all, filter, null).numRows(),
      actors: counted(filtered(all, filter, 'actors').unroll('actors'), 'actors'),
      topics: counted(filtered(all, filter, 'topics').unroll('topics'), 'topics'),
      types: counted(filtered(all, filter, 'types'), 'types'),
    }));
  },
};

/** The rows that match every clause but that of `own`. */
function filtered(all: ColumnTable, { actors, topics, types, range }: Filter, own: FacetName | null): ColumnTable {
  const tests: Test[] = [];
  const [someActor, someTopic, someType] = [new Set(actors), new Set(topics), new Set(types)];
  if (range !== null) tests.push(({ from, to }) => from < range.to && to > range.from);
  if (own !== 'actors' && actors.length > 0) tests.push((row) => row.actors.some((value) => someActor.has(value)));
  if (own !== 'topics' && topics.length > 0) tests.push((row) => row.topics.some((value) => someTopic.has(value)));
  if (own !== 'types' && types.length > 0) tests.push((row) => someType.has(Number(Reflect.get(row, 'types'))));
  return tests.length === 0 ? all : all.filter(escape((row: Fact) => tests.every((test) => test(row))));
}

function counted(rows: ColumnTable, by: FacetName): number[] {
  const counts: number[] = [];
  const groups = rows.groupby(by).rollup({ count: op.count() });
  for (const row of groups.objects() as Record<string, number>[]) counts[row[by]] = row.count;
  return Array.from({ length: 32 }, (_, value) => counts[value] ?? 0);
}
