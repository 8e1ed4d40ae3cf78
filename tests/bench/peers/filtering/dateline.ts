import type { Chronology } from '../../../../src/domain/dataset';
import type { ChronologyEvent } from '../../../../src/domain/event';
import { buildColumns } from '../../../../src/engine/columns/build';
import { unpackColumns } from '../../../../src/engine/columns/packed';
import { FacetCounter } from '../../../../src/engine/facets';
import { compile, type Compiled } from '../../../../src/engine/filter';
import { EVERYTHING, type FieldClause, FIELDS, type Query } from '../../../../src/engine/query';
import { ACTORS, TOPICS, TYPES } from '../../data/chronology';
import type { Filter } from '../../data/filters';
import type { Fact, FilteringPeer } from '../peer';

/** The product's own engine, asked as its page asks it. */
export const peer: FilteringPeer = {
  build(facts) {
    const chronology = chronologyOf();
    const columns = unpackColumns(buildColumns(chronology, eventsOf(facts)).columns, chronology);
    const places = (field: 'actor' | 'topic' | 'type', count: number): readonly number[] =>
      Array.from({ length: count }, (_, value) => columns.field(field).indexOf(`${field}${value}`));
    const [actors, topics, types] = [places('actor', ACTORS), places('topic', TOPICS), places('type', TYPES)];
    const counter = new FacetCounter(columns);
    let compiled: Compiled | null = null;
    return Promise.resolve((filter) => {
      compiled = compile(columns, chronology, queryOf(filter), null, null, compiled);
      const now = compiled;
      const counts = new Map(FIELDS.map((field) => [field, counter.facet(now, field)]));
      return {
        matches: now.matches.count,
        actors: actors.map((place) => counts.get('actor')?.[place] ?? 0),
        topics: topics.map((place) => counts.get('topic')?.[place] ?? 0),
        types: types.map((place) => counts.get('type')?.[place] ?? 0),
      };
    });
  },
};

function queryOf({ actors, topics, types, range }: Filter): Query {
  const clause = (field: string, values: readonly number[]): FieldClause => ({
    picks: values.map((value) => ({ id: `${field}${value}`, sign: 'include', off: false })),
    mode: 'any',
  });
  return {
    ...EVERYTHING,
    fields: { actor: clause('actor', actors), topic: clause('topic', topics), type: clause('type', types) },
    range:
      range === null ? null : { from: instant(range.from), to: instant(range.to - 1000), mode: 'possibly', off: false },
  };
}

/** EDTF to the second. */
function instant(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

function chronologyOf(): Chronology {
  const named = (field: string, count: number) =>
    Array.from({ length: count }, (_, value) => ({ id: `${field}${value}`, name: `${field} ${value}` }));
  return {
    title: '',
    description: null,
    note: null,
    language: 'en',
    license: null,
    updated: null,
    url: null,
    actors: named('actor', ACTORS).map((actor) => ({
      ...actor,
      kind: 'person',
      short: null,
      aliases: [],
      memberOf: [],
      roles: [],
      url: null,
      note: null,
    })),
    topics: named('topic', TOPICS).map((topic) => ({ ...topic, description: null })),
  };
}

function* eventsOf(facts: readonly Fact[]): Generator<ChronologyEvent> {
  for (const [at, { actors, topics, type, from, to }] of facts.entries()) {
    yield {
      id: `e${at}`,
      title: '',
      date: from < to ? `${instant(from)}/${instant(to - 1000)}` : null,
      reported: null,
      summary: null,
      note: null,
      actors: actors.map((value) => ({ id: `actor${value}`, role: null })),
      topics: topics.map((value) => `topic${value}`),
      type: `type${type}`,
      place: null,
      status: null,
      confidence: null,
      sources: [],
      disagreements: [],
      related: [],
    };
  }
}
