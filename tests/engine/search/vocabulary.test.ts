import { describe, expect, it } from 'vitest';
import { Interner } from '../../../src/engine/search/indexing/interner';
import { sortVocabulary, unitsOf, type Vocabulary } from '../../../src/engine/search/indexing/vocabulary';
import { random } from '../../fixtures/random';

function vocabularyOf(words: readonly string[]): { vocabulary: Vocabulary; order: Uint32Array } {
  const interner = new Interner();
  for (const word of words) interner.intern(unitsOf(word), 0, word.length);
  const steps = sortVocabulary(interner);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

describe('Interner', () => {
  it('gives each of 20,000 words of seed 4 one number, in the order of their first coming', () => {
    const source = random(4);
    const interner = new Interner();
    const numbers = new Map<string, number>();
    for (let i = 0; i < 60_000; i++) {
      const word = `w${source.below(20_000).toString(36)}`;
      const units = unitsOf(`..${word}.`);
      const number = interner.intern(units, 2, units.length - 1);
      if (!numbers.has(word)) numbers.set(word, numbers.size);
      expect(number).toBe(numbers.get(word));
    }
    expect(interner.size).toBe(numbers.size);
  });
});

describe('Vocabulary', () => {
  const words = [
    'zas',
    'minsk',
    'zasya',
    'zass',
    'մինսկ',
    'za',
    'treaty',
    'lukashenko',
    'lukashenka',
    'anna',
    'ana',
    '2022',
  ];
  const { vocabulary, order } = vocabularyOf(words);

  it('is sorted by code unit and knows what each word was numbered before', () => {
    const sorted = Array.from({ length: vocabulary.size }, (_, id) => vocabulary.word(id));
    expect(sorted).toEqual(words.toSorted());
    expect([...order].map((number) => words[number])).toEqual(sorted);
  });

  it('finds each word and nothing else', () => {
    for (const word of words) expect(vocabulary.word(vocabulary.find(word))).toBe(word);
    for (const word of ['', 'z', 'zasyaa', 'minskk', '9', 'ա']) expect(vocabulary.find(word)).toBe(-1);
  });

  it('gives all that begin alike as one range, empty when nothing does', () => {
    const begun = (prefix: string): string[] => {
      const { from, to } = vocabulary.range(prefix);
      return Array.from({ length: to - from }, (_, i) => vocabulary.word(from + i));
    };
    expect(begun('zas')).toEqual(['zas', 'zass', 'zasya']);
    expect(begun('')).toHaveLength(words.length);
    expect(begun('q')).toEqual([]);
    expect(begun('ն')).toEqual([]);
  });

  it('gives other spellings of a name, not those of words too short to tell', () => {
    const alike = (word: string): string[] => vocabulary.alike(word).map((id) => vocabulary.word(id));
    expect(alike('lukashenko')).toEqual(['lukashenka']);
    expect(alike('lukaschenko')).toEqual(['lukashenka', 'lukashenko']);
    expect(alike('zass')).toEqual(['zas']);
    expect(alike('zas')).toEqual(['zass']);
    expect(alike('anna')).toEqual(['ana']);
    expect(alike('2022')).toEqual([]);
  });

  it('can be empty', () => {
    const none = vocabularyOf([]).vocabulary;
    expect([none.size, none.find('a'), none.range('').to, none.alike('abcd').length]).toEqual([0, -1, 0, 0]);
  });
});
