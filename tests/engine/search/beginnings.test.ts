import { describe, expect, it } from 'vitest';
import { beginningsIn } from '../../../src/engine/search/indexing/beginnings';
import { buildSearchIndex } from '../../../src/engine/search/indexing/build';
import { Bitmaps } from '../../../src/engine/search/indexing/row-lists';
import { Run } from '../../../src/engine/search/finding/run';
import { markVariants } from '../../../src/engine/search/finding/leaf';
import { WRITTEN } from '../../../src/engine/search/indexing/parts';
import { generateChronology } from '../../fixtures/generate';
import { inputOf } from '../../fixtures/search-input';

const ROWS = 5_000;
const generated = generateChronology(ROWS, 62);
const index = buildSearchIndex(inputOf(generated.chronology, generated.events).input);
const { beginnings, vocabulary, written } = index;

describe('beginnings that are kept', () => {
  it('have, part by part, the rows of all their words', () => {
    expect(beginnings.length).toBeGreaterThan(5);
    for (const { from, to, parts } of beginnings) {
      const gathered = new Bitmaps(ROWS);
      for (let word = from; word < to; word++) gathered.addList(written, word);
      const inOrder = (each: typeof parts) => [...each].sort((a, b) => a.part - b.part);
      expect(inOrder(parts)).toEqual(inOrder(gathered.parts));
    }
  });

  it('are all words that begin with the same letters', () => {
    for (const { from, to } of beginnings) {
      const lengths = [1, 2, 3].filter((letters) => {
        const range = vocabulary.range(vocabulary.word(to - 1).slice(0, letters));
        return range.from === from && range.to === to;
      });
      expect(lengths).not.toEqual([]);
    }
  });

  it('take no more room than a sixth of the lists for each part', () => {
    const bytes = beginnings.reduce((sum, { parts }) => sum + (parts[0]?.bits.byteLength ?? 0), 0);
    const bitmaps = [...written.dense.values()].flat().reduce((sum, { bits }) => sum + bits.byteLength, 0);
    expect(bytes * 6).toBeLessThanOrEqual(written.bytes.length + bitmaps);
  });

  it('leave little to read of any one letter', () => {
    const bitmap = Math.ceil(ROWS / 32) * 4;
    for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
      const { from, to } = vocabulary.range(letter);
      let left = written.starts[to] - written.starts[from];
      for (const each of beginningsIn(beginnings, from, to))
        left -= written.starts[each.to] - written.starts[each.from];
      expect(left, letter).toBeLessThan(6 * bitmap);
    }
  });

  it('stand for their words: the same rows are found as with all words one by one, for every beginning of 100 words', () => {
    const rowsOf = (ranges: readonly { from: number; to: number }[]) => {
      const run = new Run(index);
      const marks = run.gradedMarks();
      const how = { quality: 1, parts: WRITTEN, reading: 'beginning' } as const;
      const steps = markVariants(run, { variants: [], ranges: ranges.map((range) => ({ ...range, ...how })) }, marks);
      while (steps.next().done !== true);
      return marks.bits.slice();
    };
    for (let i = 0; i < 100; i++) {
      const word = vocabulary.word(Math.floor((i * vocabulary.size) / 100));
      for (const beginning of [word.slice(0, 1), word.slice(0, 2), word.slice(0, 3), word]) {
        const { from, to } = vocabulary.range(beginning);
        const each = Array.from({ length: to - from }, (_, at) => ({ from: from + at, to: from + at + 1 }));
        expect(rowsOf([{ from, to }]), beginning).toEqual(rowsOf(each));
      }
    }
  });
});
