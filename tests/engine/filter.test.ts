import { describe, expect, it } from 'vitest';
import { Bitmap } from '../../src/engine/bitmap';
import { FacetCounter } from '../../src/engine/facets';
import { type Compiled, compile, leftOut, matches, matchesWithout } from '../../src/engine/filter';
import {
  type ClauseRef,
  EVERYTHING,
  type Field,
  type FieldClause,
  FIELDS,
  type Pick,
  type Query,
} from '../../src/engine/query';
import { relaxations } from '../../src/engine/relax';
import { PLAIN } from '../../src/engine/rows/common-counts';
import { columnsOf, EDGE_COUNTS } from '../fixtures/columns';
import { chronologyOf } from '../fixtures/events';
import { generateChronology } from '../fixtures/generate';
import { randomQuery } from '../fixtures/queries';
import { random } from '../fixtures/random';
import { slowFacet, slowMatches } from '../oracle/slow-filter';
import { slowRows } from '../oracle/slow-rows';

describe('filter, facets and relaxations', () => {
  for (const count of [...EDGE_COUNTS, 1200]) {
    it(`agree with asking each of ${count} generated events each clause (seed ${count + 77})`, () => {
      const generated = generateChronology(count, count + 77, { nasty: count % 2 === 0 ? 0 : 0.2 });
      const { chronology } = generated;
      const columns = columnsOf(generated);
      const rows = slowRows(generated.events);
      const source = random(count);
      const counters = [new FacetCounter(columns), new FacetCounter(columns, PLAIN)];
      for (let i = 0; i < (count < 200 ? 20 : 8); i++) {
        const query = randomQuery(source, columns);
        const some = new Set(rows.filter(() => source.chance(0.7)).map(({ row }) => row));
        const hits = source.chance(0.2) ? null : some;
        const slow = (each: Query, ignored: Field | 'range' | 'text' | null = null): number[] =>
          slowMatches(rows, chronology, each, hits, ignored).map(({ row }) => row);

        const compiled = compile(columns, chronology, query, hits && Bitmap.fromRows(hits, count));
        expect([...matches(compiled).rows(0, count)]).toEqual(slow(query));
        for (const owner of [...FIELDS, 'range', 'text'] as const) {
          expect([...matchesWithout(compiled, owner).rows(0, count)], owner).toEqual(slow(query, owner));
        }
        for (const field of FIELDS) {
          const slowly = slowFacet(rows, chronology, query, hits, field);
          const wanted = columns.field(field).values.map(({ id }) => slowly.get(id) ?? 0);
          for (const counter of counters) expect([...counter.facet(compiled, field)], field).toEqual(wanted);
        }
        const hasRange = query.range !== null && slow({ ...query, range: null }).length > slow(query).length;
        expect(leftOut(compiled)).toBe(
          hasRange ? slow(query, 'range').filter((row) => row >= columns.dated).length : 0,
        );

        const now = slow(query).length;
        const better = clausesOf(query)
          .map((clause) => ({ clause, count: slow(withoutClause(query, clause)).length }))
          .filter((each) => each.count > now);
        expect(relaxations(compiled)).toEqual(better.sort((a, b) => b.count - a.count));
      }
    });
  }
});

const include = (id: string): Pick => ({ id, sign: 'include', off: false });
const exclude = (id: string): Pick => ({ id, sign: 'exclude', off: false });

describe('a filter made of the one before', () => {
  it.each([1, 2, 3])('has the same rows as one made anew, and works out only what changed (seed %i)', (seed) => {
    const generated = generateChronology(400, seed);
    const columns = columnsOf(generated);
    const source = random(seed);
    const make = (query: Query, before: Compiled | null) =>
      compile(columns, generated.chronology, query, null, null, before);
    let query = randomQuery(source, columns);
    let before = make(query, null);
    for (let i = 0; i < 40; i++) {
      const other = randomQuery(source, columns);
      const field = source.pick(FIELDS);
      const changes: readonly Partial<Query>[] = [
        { range: other.range },
        { members: other.members },
        { fields: { ...query.fields, [field]: other.fields[field] } },
        { fields: { ...query.fields, [field]: turned(query.fields[field]) } },
        {},
      ];
      query = structuredClone({ ...query, ...source.pick(changes) });
      const after = make(query, before);
      const anew = make(query, null);
      expect([...matches(after).rows(0, 400)]).toEqual([...matches(anew).rows(0, 400)]);
      for (const owner of [...FIELDS, 'range', 'text'] as const) {
        const rows = (compiled: Compiled) => [...matchesWithout(compiled, owner).rows(0, 400)];
        expect(rows(after), owner).toEqual(rows(anew));
      }
      expect(make(structuredClone(query), after).matches).toBe(after.matches);
      before = after;
    }
  });

  /** The same picks, each with the other sign. */
  const turned = (clause?: FieldClause): FieldClause | undefined =>
    clause && {
      ...clause,
      picks: clause.picks.map((pick) => ({ ...pick, sign: pick.sign === 'include' ? 'exclude' : 'include' })),
    };

  it('takes over the rows of a clause that says the same', () => {
    const generated = generateChronology(400, 9);
    const columns = columnsOf(generated);
    const type: FieldClause = { picks: [include('meeting'), exclude('statement')], mode: 'any' };
    const range = (to: string) => ({ from: '2000', to, mode: 'possibly' as const, off: false });
    const make = (to: string, before: Compiled | null) =>
      compile(columns, generated.chronology, { ...EVERYTHING, fields: { type }, range: range(to) }, null, null, before);
    const before = make('2010', null);
    const after = make('2011', before);
    const rowsOf = ({ parts }: Compiled, wanted: string) => parts.find(({ owner }) => owner === wanted)?.rows;
    expect(rowsOf(after, 'type')).toBe(rowsOf(before, 'type'));
    expect(rowsOf(after, 'range')).not.toBe(rowsOf(before, 'range'));
  });
});

describe('a filter', () => {
  const generated = chronologyOf(
    [
      { date: '2020-01-01', actors: ['ada'], type: 'a' },
      { date: '2020-01-02', actors: ['bob', 'ada'], type: 'b' },
      { date: '2020-01-03', actors: ['league'] },
      { date: '2020-01-04', actors: ['cy'], type: 'b' },
      { actors: ['bob'] },
    ],
    {
      actors: [
        { id: 'ada', memberOf: ['club'] },
        { id: 'bob' },
        { id: 'club', memberOf: ['league'] },
        { id: 'league', memberOf: ['club'] },
        { id: 'cy' },
      ],
    },
  );
  const columns = columnsOf(generated);
  const ask = (query: Partial<Query>, hits: Bitmap | null = null) =>
    compile(columns, generated.chronology, { ...EVERYTHING, ...query }, hits);
  const rowsFor = (query: Partial<Query>): number[] => [...matches(ask(query)).rows(0, 5)];
  const actor = (picks: readonly Pick[], mode: 'any' | 'all' = 'any'): Partial<Query> => ({
    fields: { actor: { picks, mode } },
  });

  it('without a clause has every row', () => {
    expect(rowsFor({})).toEqual([0, 1, 2, 3, 4]);
    expect(rowsFor(actor([]))).toEqual([0, 1, 2, 3, 4]);
  });

  it('takes any or all of a field, and exclusion always wins', () => {
    expect(rowsFor(actor([include('ada'), include('bob')]))).toEqual([0, 1, 4]);
    expect(rowsFor(actor([include('ada'), include('bob')], 'all'))).toEqual([1]);
    expect(rowsFor(actor([include('ada'), exclude('bob')]))).toEqual([0]);
    expect(rowsFor(actor([include('ada'), exclude('ada')]))).toEqual([]);
    expect(rowsFor(actor([exclude('ada')]))).toEqual([2, 3, 4]);
  });

  it('passes over what is off', () => {
    expect(rowsFor(actor([{ ...include('ada'), off: true }]))).toEqual([0, 1, 2, 3, 4]);
    expect(rowsFor(actor([{ ...exclude('bob'), off: true }, include('ada')]))).toEqual([0, 1]);
  });

  it('takes a body with all its members, direct and indirect, round a circle, when asked to', () => {
    expect(rowsFor(actor([include('league')]))).toEqual([2]);
    expect(rowsFor({ ...actor([include('league')]), members: ['league'] })).toEqual([0, 1, 2]);
    expect(rowsFor({ ...actor([include('club')]), members: ['club'] })).toEqual([0, 1, 2]);
    expect(rowsFor({ ...actor([exclude('club')]), members: ['club'] })).toEqual([3, 4]);
    expect(rowsFor({ ...actor([include('club'), include('bob')], 'all'), members: ['club'] })).toEqual([1]);
    expect(rowsFor({ members: ['club'] })).toEqual([0, 1, 2, 3, 4]);
  });

  it('finds nothing for an id that the data lacks, and names it', () => {
    expect(rowsFor(actor([include('nobody')]))).toEqual([]);
    expect(rowsFor(actor([include('nobody'), include('ada')]))).toEqual([0, 1]);
    expect(rowsFor(actor([include('nobody'), include('ada')], 'all'))).toEqual([]);
    expect(rowsFor(actor([exclude('nobody')]))).toEqual([0, 1, 2, 3, 4]);
    const query = {
      fields: {
        actor: { picks: [include('ada'), exclude('nobody')], mode: 'any' as const },
        type: { picks: [{ ...include('z'), off: true }], mode: 'any' as const },
      },
    };
    expect(ask(query).unknownIds).toEqual([
      { field: 'actor', id: 'nobody' },
      { field: 'type', id: 'z' },
    ]);
  });

  it('lets a range that cannot be read pass everything', () => {
    expect(rowsFor({ range: { from: '2024-13', to: null, mode: 'possibly', off: false } })).toHaveLength(5);
    expect(rowsFor({ range: { from: null, to: null, mode: 'possibly', off: false } })).toEqual([0, 1, 2, 3]);
  });

  it('says how many undated events only the range left out', () => {
    const range = { from: '2020-01-02', to: null, mode: 'possibly' as const, off: false };
    expect(leftOut(ask({ range }))).toBe(1);
    expect(leftOut(ask({ range, ...actor([include('ada')]) }))).toBe(0);
    expect(leftOut(ask({ range: { ...range, off: true } }))).toBe(0);
  });

  it('takes the rows that a text matches, and refuses those of other columns', () => {
    const text = { value: 'word', off: false };
    const hits = Bitmap.fromRows([1, 3], 5);
    expect(matches(ask({ text }, hits))).toBe(hits);
    expect(ask({ text: { ...text, off: true } }, hits).matches.count).toBe(5);
    expect(ask({ text: { ...text, value: ' ' } }, hits).matches.count).toBe(5);
    expect(ask({ text }, null).matches.count).toBe(5);
    expect(() => ask({ text }, Bitmap.all(6))).toThrow(RangeError);
  });

  it('names the clauses to drop, the one that gives most first', () => {
    const query = {
      text: { value: 'word', off: false },
      range: { from: '2020-01-04', to: null, mode: 'possibly' as const, off: false },
      fields: { actor: { picks: [include('ada'), exclude('bob')], mode: 'any' as const } },
    };
    expect(relaxations(ask(query, Bitmap.fromRows([0, 1, 3], 5)))).toEqual([
      { clause: { kind: 'range' }, count: 1 },
      { clause: { kind: 'pick', field: 'actor', id: 'ada' }, count: 1 },
    ]);
    expect(relaxations(ask({}))).toEqual([]);
  });
});

function clausesOf(query: Query): readonly ClauseRef[] {
  const picks = FIELDS.flatMap((field) =>
    (query.fields[field]?.picks ?? []).flatMap(({ id, off }) => (off ? [] : { kind: 'pick' as const, field, id })),
  );
  const distinct = picks.filter(
    (pick, at) => picks.findIndex(({ field, id }) => field === pick.field && id === pick.id) === at,
  );
  return [{ kind: 'text' }, { kind: 'range' }, ...distinct];
}

function withoutClause(query: Query, clause: ClauseRef): Query {
  if (clause.kind !== 'pick') return { ...query, [clause.kind]: EVERYTHING[clause.kind] };
  const { picks = [], mode = 'any' } = query.fields[clause.field] ?? {};
  const others = picks.filter(({ id }) => id !== clause.id);
  return { ...query, fields: { ...query.fields, [clause.field]: { picks: others, mode } } };
}
