import { describe, expect, it } from 'vitest';
import { buildSearchIndex } from '../../../src/engine/search/indexing/build';
import { search, searching } from '../../../src/engine/search/search';
import { generateChronology } from '../../fixtures/generate';
import { inputOf } from '../../fixtures/search-input';

const ROWS = 5000;
const generated = generateChronology(ROWS, 64);
const index = buildSearchIndex(inputOf(generated.chronology, generated.events).input);
const { counts } = index.written;
const COMMON = Array.from(counts, (_, word) => word)
  .sort((a, b) => counts[b] - counts[a])
  .map((word) => index.vocabulary.word(word))
  .filter((word) => /^[a-z]{4,}$/.test(word))
  .slice(0, 16);
/** Queries made of as many of the words as are taken; quoted, each stands for itself. */
const QUERIES: Readonly<Record<string, (isTaken: (word: string) => boolean) => string>> = {
  'words that must all be there': (isTaken) => quoted(COMMON.filter(isTaken)).join(' '),
  alternatives: (isTaken) => quoted(COMMON.filter(isTaken)).join(' OR '),
  'words in groups': (isTaken) => {
    const groups = [COMMON.slice(0, 5), COMMON.slice(6, 12)].map((words) => quoted(words.filter(isTaken)).join(' OR '));
    const excluded = quoted(COMMON.slice(12, 14).filter(isTaken)).map((word) => `-${word}`);
    return [...groups.filter((group) => group !== '').map((group) => `(${group})`), ...excluded].join(' ');
  },
};
const WORDS = `${COMMON.join(' ')} `;

function quoted(words: readonly string[]): string[] {
  return words.map((word) => `"${word}"`);
}

function told(text: string, budget: number): string[] {
  return search(index, text, budget).hints.map(({ message }) => message);
}

describe('a search that is too much work', () => {
  it.each(Object.entries(QUERIES))('%s: finds exactly what its words find without those left out', (_, query) => {
    let most = 0;
    for (const budget of [14_000, 20_000, 30_000, 40_000]) {
      const text = query(() => true);
      const answer = search(index, text, budget);
      const leftOut = answer.understood.filter(({ meaning }) => meaning.startsWith('is left out: so many'));
      most = Math.max(most, leftOut.length);
      const other = search(
        index,
        query((word) => !leftOut.some((each) => each.text === word)),
      );
      if (other.soft) continue;
      expect([answer.count, answer.soft]).toEqual([other.count, false]);
      expect(answer.hits).toEqual(other.hits);
      expect(other.hints).toEqual([]);
      const all = answer.understood.length;
      const said = `Only ${all - leftOut.length} of ${all} words and phrases are searched for`;
      expect(told(text, budget).some((message) => message.startsWith(said))).toBe(leftOut.length > 0);
    }
    expect(most).toBeGreaterThan(1);
  });

  it('takes one word whatever it costs, and all when they are not too much', () => {
    expect(told(WORDS, 1)[0]).toMatch(/^Only 1 of 16 /);
    expect(told(WORDS, Infinity)).toEqual([]);
    expect(told(COMMON[0], 1)).toEqual([]);
  });

  it('leaves out the commonest words first', () => {
    const [rare] = Array.from(counts, (_, word) => word)
      .filter((word) => counts[word] > 3 && counts[word] < 9)
      .map((word) => index.vocabulary.word(word));
    const { understood } = search(index, `${COMMON.slice(0, 10).join(' ')} ${rare} `, 20_000);
    expect(understood.find(({ text }) => text === rare)?.reading).toBe('as written');
    expect(understood[0].meaning).toMatch(/^is left out: so many/);
  });

  it('finds the events that have the words of a phrase, and says so, when too many would have to be read', () => {
    const [first, second] = COMMON;
    const apart = search(index, `"${first} ${second}"`, 3000);
    const words = search(index, `${first} ${second} `);
    expect(apart.hints[0].message).toMatch(/^The words of “.*” are together in too many events/);
    expect(apart.understood[0]).toMatchObject({ reading: 'apart', count: apart.count });
    expect(apart.needles.words).toEqual([first, second].sort());
    expect(apart.needles.phrases).toEqual([]);
    expect(apart.count).toBeGreaterThan(search(index, `"${first} ${second}"`).count);
    expect(apart.hits.every((bits, at) => (bits & ~words.hits[at]) === 0)).toBe(true);
  });

  it('says of which words misspellings are not looked for', () => {
    const slip = `${COMMON[0].charAt(0)}qzzxqzz`;
    expect(told(`${slip} `, 1)[0]).toMatch(/^Not all spellings near to “.qzzxqzz” are looked for/);
    expect(told(slip, Infinity)).toEqual([]);
  });

  it('is given up at a pause as any other', () => {
    const steps = searching(index, WORDS, 40_000);
    steps.next();
    steps.return(search(index, ''));
    expect(search(index, COMMON[0]).count).toBeGreaterThan(0);
  });
});
