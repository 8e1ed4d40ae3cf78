import { describe, expect, it } from 'vitest';
import { buildSearchIndex } from '../../src/engine/search/indexing/build';
import { search } from '../../src/engine/search/search';
import { csto } from '../fixtures/search-input';
import { type Case, CASES } from './cases';

const { input, events } = csto();
const index = buildSearchIndex(input);

/** Least share of first places, and of wanted events among the first ten. A class is small: one miss weighs much. */
const FLOORS: Readonly<Record<string, readonly [number, number]>> = {
  'people and what they did': [0.92, 0.95],
  'half-remembered words': [0.9, 0.95],
  'typing errors': [0.9, 0.95],
  'other scripts and spellings': [0.9, 0.95],
  'dates among the words': [0.9, 0.95],
  'names of bodies and series': [0.9, 0.95],
  'while typing': [0.87, 0.95],
  'phrases, fields and exclusions': [0.95, 0.95],
  'whole questions and split words': [0.85, 0.95],
};
const OVERALL: readonly [number, number] = [0.92, 0.97];

function recall(cases: readonly Case[]): [number, number] {
  let first = 0;
  let amongTen = 0;
  for (const { text, wanted } of cases) {
    const ids = [...search(index, text).ranked.subarray(0, 10)].map((row) => events[row].id);
    if (wanted.includes(ids[0])) first++;
    amongTen += wanted.filter((id) => ids.includes(id)).length / Math.min(10, wanted.length);
  }
  return [first / cases.length, amongTen / cases.length];
}

describe('what an analyst types brings up what is meant', () => {
  it.each(Object.entries(CASES))('%s', (name, cases) => {
    const [first, amongTen] = recall(cases);
    expect(first).toBeGreaterThanOrEqual(FLOORS[name][0]);
    expect(amongTen).toBeGreaterThanOrEqual(FLOORS[name][1]);
  });

  it('over all classes', () => {
    const [first, amongTen] = recall(Object.values(CASES).flat());
    expect(first).toBeGreaterThanOrEqual(OVERALL[0]);
    expect(amongTen).toBeGreaterThanOrEqual(OVERALL[1]);
  });

  it('names only events that there are, in at least 120 cases', () => {
    const cases = Object.values(CASES).flat();
    const known = new Set(events.map((event) => event.id));
    expect(cases.length).toBeGreaterThanOrEqual(120);
    expect(cases.flatMap(({ wanted }) => wanted.filter((id) => !known.has(id)))).toEqual([]);
    expect(cases.every(({ wanted }) => wanted.length > 0)).toBe(true);
    expect(new Set(cases.map(({ text }) => text)).size).toBe(cases.length);
  });
});
