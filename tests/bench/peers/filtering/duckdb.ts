import { AsyncDuckDB, ConsoleLogger, LogLevel } from '@duckdb/duckdb-wasm';
import worker from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import wasm from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import { Field, Int32, List, makeData, makeVector, Table, Vector } from 'apache-arrow';
import type { FacetName, Filter } from '../../data/filters';
import type { Fact, FilteringPeer } from '../peer';

const FACETS = ['actors', 'topics', 'types'] as const;
/** More than any facet has values. */
const VALUES = 64;

/** One statement a filter, which counts everything; the database works in a worker of its own. */
export const peer: FilteringPeer = {
  async build(facts) {
    const database = new AsyncDuckDB(new ConsoleLogger(LogLevel.WARNING), new Worker(worker));
    await database.instantiate(wasm);
    const connection = await database.connect();
    await connection.insertArrowTable(tableOf(facts), { name: 'events' });
    return async (filter) => {
      const rows = (await connection.query(statementOf(filter))).toArray();
      const counts = { matches: 0, actors: zeros(), topics: zeros(), types: zeros() };
      for (const { facet, value, count } of rows as { facet: FacetName | ''; value: number; count: bigint }[]) {
        if (facet === '') counts.matches = Number(count);
        else counts[facet][value] = Number(count);
      }
      return counts;
    };
  },
};

function zeros(): Uint32Array {
  return new Uint32Array(VALUES);
}

function tableOf(facts: readonly Fact[]): Table {
  return new Table({
    actors: lists(facts, ({ actors }) => actors),
    topics: lists(facts, ({ topics }) => topics),
    types: lists(facts, ({ type }) => [type]),
    begins: makeVector(Float64Array.from(facts, ({ from }) => from)),
    ends: makeVector(Float64Array.from(facts, ({ to }) => to)),
  });
}

function lists(facts: readonly Fact[], valuesOf: (fact: Fact) => readonly number[]): Vector<List<Int32>> {
  const valueOffsets = new Int32Array(facts.length + 1);
  for (const [row, fact] of facts.entries()) valueOffsets[row + 1] = valueOffsets[row] + valuesOf(fact).length;
  const values = new Int32Array(valueOffsets[facts.length]);
  for (const [row, fact] of facts.entries()) values.set(valuesOf(fact), valueOffsets[row]);
  const child = makeData({ type: new Int32(), data: values, length: values.length });
  const type = new List(new Field('value', new Int32()));
  return new Vector([makeData({ type, length: facts.length, valueOffsets, child })]);
}

function statementOf(filter: Filter): string {
  const own = FACETS.map(
    (facet) =>
      `SELECT '${facet}' AS facet, value, count(*) AS count
       FROM (SELECT unnest(${facet}) AS value FROM events WHERE ${conditionOf(filter, facet)}) GROUP BY value`,
  );
  const all = `SELECT '' AS facet, 0 AS value, count(*) AS count FROM events WHERE ${conditionOf(filter, null)}`;
  return [all, ...own].join(' UNION ALL ');
}

/** Every clause but that of `own`. */
function conditionOf(filter: Filter, own: FacetName | null): string {
  const { range } = filter;
  const picked = FACETS.filter((facet) => facet !== own && filter[facet].length > 0);
  const clauses = picked.map((facet) => `list_has_any(${facet}, [${filter[facet].join()}]::INTEGER[])`);
  if (range !== null) clauses.push(`begins < ${range.to} AND ends > ${range.from}`);
  return clauses.join(' AND ') || 'true';
}
