import { expect, it } from 'vitest';
import { bestFirst } from '../../../src/engine/search/finding/best-first';
import { Pool } from '../../../src/engine/search/finding/pool';
import { Run } from '../../../src/engine/search/finding/run';
import { gradesFor, PART } from '../../../src/engine/search/indexing/parts';
import { RowListsBuilder } from '../../../src/engine/search/indexing/row-lists';
import { buildSearchIndex } from '../../../src/engine/search/indexing/build';
import { ended } from '../../fixtures/ended';
import { type Random, random } from '../../fixtures/random';
import { inputOf } from '../../fixtures/search-input';

const ROWS = 3000;
const DATED = 2900;
const none = buildSearchIndex(inputOf({ actors: [], topics: [] }, []).input);

/** Rows of some words, each in some parts, as lists and what these come to. */
function someTerms(source: Random, count: number) {
  const parts = [PART.title, PART.summary, PART.title | PART.summary | PART.source, PART.note];
  return Array.from({ length: count }, () => {
    const builder = new RowListsBuilder();
    const grades = gradesFor(255, source.pick([1, 0.85, 0.5]));
    const expected = new Uint8Array(ROWS);
    const share = source.pick([0.02, 0.3, 0.8]);
    for (let row = 0; row < ROWS; row++) {
      if (!source.chance(share)) continue;
      const part = source.pick(parts);
      builder.add(0, row, part);
      expected[row] = grades[part];
    }
    return { lists: builder.pack(Uint32Array.of(0), ROWS), grades, expected, weight: 0.5 + source.next() * 3 };
  });
}

it('gives the rows with the best sums, newest first among equals and the undated last, for 40 searches of seed 51', () => {
  const source = random(51);
  for (let i = 0; i < 40; i++) {
    const terms = someTerms(source, 1 + source.below(4));
    const run = new Run({ ...none, count: ROWS, dated: DATED, pool: new Pool(ROWS) });
    const weighed = terms.map(({ lists, grades, weight }) => {
      const marks = run.gradedMarks();
      marks.addWritten(lists, 0, grades);
      return { marks, weight };
    });
    const bits = run.bits();
    const hits = Array.from({ length: ROWS }, (_, row) => row).filter((row) =>
      terms.some(({ expected }) => expected[row] > 0),
    );
    for (const row of hits) bits[row >>> 5] |= 1 << (row & 31);
    const most = source.pick([10, 200, 5000]);
    const { rows } = ended(bestFirst(run, bits, weighed, null, most));

    const sum = terms.reduce((total, { weight }) => total + weight, 0);
    const step = (row: number): number =>
      terms.reduce((total, { expected, weight }) => total + (weight * expected[row]) / 255, 0) / sum;
    const order = (row: number): number => (row < DATED ? DATED - row : DATED + row);
    expect(rows.length).toBe(Math.min(most, hits.length));
    expect(new Set(rows).size).toBe(rows.length);
    const scores = [...rows].map(step);
    for (let at = 1; at < rows.length; at++) {
      expect(scores[at]).toBeLessThanOrEqual(scores[at - 1] + 1 / 4000);
      if (scores[at] === scores[at - 1]) expect(order(rows[at])).toBeGreaterThan(order(rows[at - 1]));
    }
    const best = hits.map(step).sort((a, b) => b - a);
    expect(scores.at(-1) ?? 0).toBeGreaterThanOrEqual((best[rows.length - 1] ?? 0) - 1 / 4000);
  }
});
