import { expect, it } from 'vitest';
import { TitleBonus } from '../../../src/engine/search/finding/title-bonus';
import { buildSearchIndex } from '../../../src/engine/search/indexing/build';
import { generateChronology } from '../../fixtures/generate';
import { random } from '../../fixtures/random';
import { inputOf } from '../../fixtures/search-input';
import { slowBonus, titleWords } from '../../oracle/slow-titles';

const { chronology, events } = generateChronology(400, 52);
const { texts, vocabulary } = buildSearchIndex(inputOf(chronology, events).input);

it('says of 400 titles what a comparison of all places of all words says, for 200 searches of seed 53', () => {
  const source = random(53);
  let told = 0;
  for (let i = 0; i < 200; i++) {
    const leaves = Array.from({ length: 1 + source.below(4) }, () => {
      const title = titleWords(texts, source.below(400));
      const from = source.below(vocabulary.size);
      const range = { from, to: from + source.below(vocabulary.size / 4) };
      return {
        words: source.chance(0.7) ? [source.pick(title), source.pick(title)] : [],
        ranges: source.chance(0.3) ? [range] : [],
      };
    });
    const bonus = new TitleBonus(texts, leaves);
    const tests = leaves.map(({ words, ranges }) => (word: number) => {
      return words.includes(word) || ranges.some(({ from, to }) => word >= from && word < to);
    });
    const rounded = (score: number): number => Math.round(score * 1e12);
    const rows = Array.from({ length: 400 }, (_, row) => row);
    const expected = rows.map((row) => rounded(slowBonus(titleWords(texts, row), tests)));
    expect(rows.map((row) => rounded(bonus.of(row)))).toEqual(expected);
    told += expected.filter((score) => score > 0).length;
  }
  expect(told).toBeGreaterThan(1000);
});
