import { bench, describe } from 'vitest';
import { countFacets } from '../../src/engine/facets';
import { compile, matches } from '../../src/engine/filter';
import { monthGroups } from '../../src/engine/groups';
import { FIELDS } from '../../src/engine/query';
import { benchData, FEW, QUERY, SIZES } from '../fixtures/bench-data';
import { slowFacet, slowMatches } from '../oracle/slow-filter';
import { slowGroups } from '../oracle/slow-groups';

const dataOf = benchData();

for (const size of SIZES) {
  describe(`filter, ${size} events`, () => {
    bench('bitmaps', () => {
      const { columns, chronology } = dataOf(size);
      matches(compile(columns, chronology, QUERY, null));
    });
    bench('slow twin', () => void slowMatches(dataOf(size).rows, dataOf(size).chronology, QUERY, null), FEW);
  });

  describe(`filter and all facet counts, ${size} events`, () => {
    bench('bitmaps', () => {
      const { columns, chronology } = dataOf(size);
      countFacets(compile(columns, chronology, QUERY, null));
    });
    bench(
      'slow twin',
      () => {
        const { rows, chronology } = dataOf(size);
        for (const field of FIELDS) slowFacet(rows, chronology, QUERY, null, field);
      },
      FEW,
    );
  });

  describe(`brush step: range, filter and facet counts of the range alone, ${size} events`, () => {
    const query = { ...QUERY, fields: {} };
    bench('bitmaps', () => {
      const { columns, chronology } = dataOf(size);
      countFacets(compile(columns, chronology, query, null));
    });
    bench('slow twin', () => void slowFacet(dataOf(size).rows, dataOf(size).chronology, query, null, 'actor'), FEW);
  });

  describe(`headings of all, ${size} events`, () => {
    bench('bitmaps', () => {
      const { columns, chronology } = dataOf(size);
      monthGroups(columns, matches(compile(columns, chronology, { ...QUERY, fields: {}, range: null }, null)));
    });
    bench('slow twin', () => void slowGroups(dataOf(size).rows), FEW);
  });
}
