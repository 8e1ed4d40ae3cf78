import { bench, describe } from 'vitest';
import { Bitmap } from '../../src/engine/bitmap';
import { FacetCounter } from '../../src/engine/facets';
import { compile, matches } from '../../src/engine/filter';
import { groupsOf, headingsOf } from '../../src/engine/groups';
import { EVERYTHING, type Field, FIELDS, type Query } from '../../src/engine/query';
import { PLAIN, quickest } from '../../src/engine/rows/common-counts';
import { benchData, FEW, QUERY, SIZES } from '../fixtures/bench-data';
import { slowFacet, slowMatches } from '../oracle/slow-filter';
import { slowGroups } from '../oracle/slow-groups';

const dataOf = benchData();
/** Some 80 values; the actors are a thirtieth of the events, 30,000 at a million. */
const SHORT = FIELDS.filter((field) => field !== 'actor');

/** Clicks on one topic after the other: what was counted last is of no use. */
function* clicks(): Generator<Query, never> {
  for (let i = 0; ; i++) {
    const picks = [{ id: `topic-${i % 12}`, sign: 'include' as const, off: false }];
    yield { ...EVERYTHING, fields: { topic: { picks, mode: 'any' } } };
  }
}

/** The first ten of thirty years, and one more half month at each end a step, back and forth. */
function* brush(): Generator<Query, never> {
  const day = (halves: number): string => new Date(Date.UTC(1996, 0, 1 + halves * 15)).toISOString().slice(0, 10);
  for (let i = 0; ; i++) {
    const at = Math.abs((i % 480) - 240);
    yield { ...EVERYTHING, range: { from: day(at), to: day(at + 240), mode: 'possibly', off: false } };
  }
}

/** Benches of compiling `queries` one after the other and counting `fields`, by each way of counting. */
function counting(size: number, queries: () => Generator<Query, never>, fields: readonly Field[]): void {
  for (const [name, how] of [
    ['WebAssembly', quickest],
    ['plain JavaScript', () => PLAIN],
  ] as const) {
    let counter: FacetCounter | null = null;
    const asked = queries();
    bench(name, () => {
      const { columns, chronology } = dataOf(size);
      counter ??= new FacetCounter(columns, how());
      const compiled = compile(columns, chronology, asked.next().value, null);
      for (const field of fields) counter.facet(compiled, field);
    });
  }
  bench(
    'slow twin',
    () => {
      const { rows, chronology } = dataOf(size);
      const query = queries().next().value;
      for (const field of fields) slowFacet(rows, chronology, query, null, field);
    },
    FEW,
  );
}

for (const size of SIZES) {
  describe(`filter, ${size} events`, () => {
    bench('bitmaps', () => {
      const { columns, chronology } = dataOf(size);
      matches(compile(columns, chronology, QUERY, null));
    });
    bench('slow twin', () => void slowMatches(dataOf(size).rows, dataOf(size).chronology, QUERY, null), FEW);
  });

  describe(`click: filter and the counts of 80 values, ${size} events`, () => counting(size, clicks, SHORT));
  describe(`brush step: range, filter and the counts of 80 values, ${size} events`, () => counting(size, brush, SHORT));
  describe(`click: filter and the counts of all actors, ${size} events`, () => counting(size, clicks, ['actor']));
  describe(`brush step: range, filter and the counts of all actors, ${size} events`, () =>
    counting(size, brush, ['actor']));

  describe(`headings, ${size} events`, () => {
    bench('of all, once', () => void headingsOf(dataOf(size).columns));
    let headings: ReturnType<typeof headingsOf> | null = null;
    const every = Bitmap.all(size);
    bench('of the matches', () => {
      headings ??= headingsOf(dataOf(size).columns);
      groupsOf(headings, every);
    });
    bench('slow twin', () => void slowGroups(dataOf(size).rows), FEW);
  });
}
