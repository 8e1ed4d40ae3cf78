import { expect, it } from 'vitest';
import { visitBeginnings, visitNear } from '../../../src/engine/search/finding/near';
import { Interner } from '../../../src/engine/search/indexing/interner';
import { sortVocabulary, unitsOf } from '../../../src/engine/search/indexing/vocabulary';
import { edits, editsToBeginning } from '../../oracle/search-edits';
import { ended } from '../../fixtures/ended';
import { random } from '../../fixtures/random';

const source = random(41);
const someWord = (): string => Array.from({ length: 1 + source.below(8) }, () => source.pick([...'abcdé中'])).join('');
const WORDS = [...new Set(Array.from({ length: 3000 }, someWord))];
const interner = new Interner();
for (const word of WORDS) interner.intern(unitsOf(word), 0, word.length);
const { vocabulary } = ended(sortVocabulary(interner));

it('visits each word near to another once, as a comparison with every word would, for 300 words of seed 41', () => {
  for (let i = 0; i < 300; i++) {
    const word = `${someWord()}${source.pick([...'abcd'])}`;
    const limit = source.below(3);
    const visited: string[] = [];
    const work = visitNear(vocabulary, word, limit, (id, away, sameInitial) => {
      expect(sameInitial).toBe(vocabulary.word(id).startsWith(word.charAt(0)));
      visited.push(`${vocabulary.word(id)} ${away}`);
    });
    const isSwap = (other: string): boolean =>
      other.length === word.length && [...other].sort().join() === [...word].sort().join();
    const expected = WORDS.flatMap((other) => {
      const away = edits(word, other);
      const isNear = other.startsWith(word.charAt(0)) ? away <= limit : away === 1;
      return away > 0 && (limit === 0 ? away === 1 && isSwap(other) : isNear) ? [`${other} ${away}`] : [];
    });
    expect(visited.toSorted()).toEqual(expected.toSorted());
    expect(work).toBeLessThan(WORDS.length / 2);
  }
});

it('visits each word that nearly begins so, for 200 words of seed 41', () => {
  for (let i = 0; i < 200; i++) {
    const word = someWord();
    const visited: string[] = [];
    visitBeginnings(vocabulary, word, 1, (id, away) => void visited.push(`${vocabulary.word(id)} ${away}`));
    const expected = WORDS.filter(
      (other) => other.startsWith(word.charAt(0)) && editsToBeginning(word, other) === 1,
    ).map((other) => `${other} 1`);
    expect(visited.toSorted()).toEqual(expected.toSorted());
  }
});
