import { expect, it } from 'vitest';
import { Bitmap } from '../../src/engine/bitmap';
import { buildSearchIndex } from '../../src/engine/search/indexing/build';
import { search } from '../../src/engine/search/search';
import { generateChronology } from '../fixtures/generate';
import { random } from '../fixtures/random';
import { csto, inputOf, type Told } from '../fixtures/search-input';
import { someQuery } from './search-queries';
import { SearchTwin } from './search-twin';

function compare({ input, events }: Told, seed: number, queries: number): void {
  const index = buildSearchIndex(input);
  const twin = new SearchTwin(input);
  const source = random(seed);
  const names = [
    ...input.chronology.actors.flatMap(({ name, aliases }) => [name, ...aliases]),
    ...input.chronology.topics.map(({ name }) => name),
    ...events.flatMap(({ place }) => place ?? []),
  ];
  let found = 0;
  for (let i = 0; i < queries; i++) {
    const text = someQuery(source, events, names);
    const answer = search(index, text);
    const rows = [...Bitmap.of(answer.hits, input.count).rows(0, input.count)];
    expect({ text, rows, soft: answer.soft }).toEqual({ text, ...twin.search(text) });
    expect(answer.count).toBe(rows.length);
    expect([...answer.ranked].sort((a, b) => a - b)).toEqual(rows);
    if (rows.length > 0) found++;
  }
  expect(found).toBeGreaterThan(queries / 2);
}

it('finds the same events of the bundled chronology as a look at every word of each, for 100 queries of seed 1', () => {
  compare(csto(), 1, 100);
}, 60_000);

it('finds the same of 120 generated events, for 150 queries of seed 2', () => {
  const { chronology, events } = generateChronology(120, 2, { nasty: 0.2 });
  compare(inputOf(chronology, events), 2, 150);
}, 60_000);
