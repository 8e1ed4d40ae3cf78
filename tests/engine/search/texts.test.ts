import { describe, expect, it } from 'vitest';
import { Interner } from '../../../src/engine/search/indexing/interner';
import { pairing } from '../../../src/engine/search/indexing/pairs';
import { PART } from '../../../src/engine/search/indexing/parts';
import { PassageFinder } from '../../../src/engine/search/indexing/passages';
import { type Texts, TextsBuilder } from '../../../src/engine/search/indexing/texts';
import { sortVocabulary, unitsOf, type Vocabulary } from '../../../src/engine/search/indexing/vocabulary';
import { random } from '../../fixtures/random';
import { wordsOf } from '../../fixtures/words';
import { ended } from '../../fixtures/ended';
import { titleWords } from '../../oracle/slow-titles';

/** Words of a text, after its index in TEXT_PARTS. */
type Written = readonly [number, readonly string[]];

function textsOf(rows: readonly (readonly Written[])[]): { texts: Texts; vocabulary: Vocabulary } {
  const interner = new Interner();
  const builder = new TextsBuilder(rows.length);
  for (const row of rows) {
    for (const [part, words] of row) {
      builder.begin(part);
      for (const word of words) builder.word(interner.intern(unitsOf(word), 0, word.length));
    }
    builder.endRow();
  }
  const { vocabulary, order } = ended(sortVocabulary(interner));
  return { texts: ended(builder.finishing(order)), vocabulary };
}

const source = random(31);
/** Few common words and many rare ones, so that their numbers take one, two and three bytes. */
const WORDS = wordsOf(random(32), 9000);
const someWords = (most: number): string[] =>
  Array.from({ length: source.below(most) }, () =>
    source.chance(0.7) ? WORDS[source.below(8)] : WORDS[source.below(WORDS.length)],
  );
/** Words of two bytes, and of three of which two are the same. */
const SHORT = WORDS.slice(300, 320);
const LONG = WORDS.slice(300 + 4096, 320 + 4096);
const ROWS: readonly (readonly Written[])[] = [
  [[0, WORDS]],
  ...LONG.map((word): Written[] => [[0, [word]]]),
  ...Array.from({ length: 400 }, (): Written[] => [
    [0, someWords(8)],
    ...Array.from({ length: source.below(4) }, (): Written => [1 + source.below(3), someWords(14)]),
  ]),
];
const { texts, vocabulary } = textsOf(ROWS);
const BITS = [PART.title, PART.summary, PART.note, PART.source];

describe('texts of events as numbers of words', () => {
  it('give back the words of each title', () => {
    ROWS.forEach((row, at) => {
      expect(titleWords(texts, at).map((word) => vocabulary.word(word))).toEqual(row[0][1]);
    });
  });

  it('give back words of one, two and three bytes, of 80,000 of which few are common', () => {
    const titles = Array.from({ length: 8000 }, (_, row) => [
      row % 7,
      7 + (row % 300),
      ...Array.from({ length: 10 }, (_, i) => row * 10 + i),
    ]);
    const builder = new TextsBuilder(titles.length);
    for (const title of titles) {
      title.forEach((word) => {
        builder.word(word);
      });
      builder.begin(2);
      builder.word(3);
      builder.endRow();
    }
    const order = Uint32Array.from({ length: 80_000 }, (_, i) => 79_999 - i);
    const many = ended(builder.finishing(order));
    expect([many.two < many.three, many.three < 256]).toEqual([true, true]);
    titles.forEach((title, row) => {
      expect(titleWords(many, row)).toEqual(title.map((word) => 79_999 - word));
    });
    expect(many.bytes.length).toBeLessThan(8000 * (1 + 2 + 10 * 3 + 2));
  });

  it('find passages, all at once, in the parts in which they stand, for 60 passages of seed 31', () => {
    const passages = Array.from({ length: 60 }, () => {
      const words = [WORDS[source.below(8)], ...(source.chance(0.5) ? [WORDS[source.below(8)]] : [])];
      return { words, begun: source.chance(0.5) ? source.pick(WORDS).slice(0, 2) : null };
    }).concat(SHORT.map((word) => ({ words: [word], begun: null })));
    const finder = new PassageFinder(
      texts,
      passages.map(({ words, begun }) => ({
        words: words.map((word) => vocabulary.find(word)),
        last: begun === null ? null : vocabulary.range(begun),
      })),
    );
    const found = new Map<number, number[]>();
    const rows = Uint32Array.from(ROWS, (_, row) => row);
    const read = finder.find(rows, rows.length, (row, parts) => void found.set(row, [...parts]));
    expect(read).toBe(texts.bytes.length);
    const follows = (words: readonly string[], wanted: readonly string[], begun: string | null, at: number): boolean =>
      wanted.every((word, i) => words[at + i] === word) &&
      (begun === null || (words[at + wanted.length] ?? '').startsWith(begun));
    ROWS.forEach((row, at) => {
      const expected = passages.map(({ words: wanted, begun }) =>
        row.reduce(
          (mask, [part, words]) => (words.some((_, i) => follows(words, wanted, begun, i)) ? mask | BITS[part] : mask),
          0,
        ),
      );
      expect(found.get(at) ?? expected.map(() => 0)).toEqual(expected);
    });
  });

  it('know in which rows two common words stand side by side', () => {
    const common = WORDS.slice(0, 8).map((word) => vocabulary.find(word));
    const { numbers, lists } = ended(pairing(texts, common, ROWS.length));
    for (const [first, a] of numbers) {
      for (const [second, b] of numbers) {
        const rows = ROWS.filter((row) =>
          row.some(([, words]) =>
            words.some((word, i) => word === vocabulary.word(first) && words[i + 1] === vocabulary.word(second)),
          ),
        );
        expect(lists.counts[a * numbers.size + b]).toBe(rows.length);
      }
    }
  });
});
