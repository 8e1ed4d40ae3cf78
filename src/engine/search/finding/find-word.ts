import type { Reading } from '../answer';
import { halvesOf, likelierThan, meaningsOf, misspellingsOf, type Variant } from './expand';
import { commonest, type Leaf, markAll, marksOfWord, markVariants } from './leaf';
import { Marks } from './marks';
import type { SearchIndex } from '../indexing/search-index';
import type { WordTerm } from '../language/terms';
import { foldText } from '../text/tokens';

const SPLIT = 0.75;
/** A word is called misspelt when that gives more than this many times the events. */
const MOSTLY = 2;
/** The nearest way of reading a word names the leaf. */
const READINGS: readonly Reading[] = [
  'as written',
  'date',
  'alias',
  'other form',
  'transliteration',
  'beginning',
  'joined',
  'typing error',
];

/**
 * What a word finds: what it means, or else, when that stands nowhere, its halves, or else what it may be misspelt from.
 * `widely` adds the misspellings even when it stands somewhere; an excluded word is never taken for another.
 */
export function findWord(index: SearchIndex, term: WordTerm, excluded: boolean, widely: boolean): Leaf {
  const marks = new Marks(index.input.count);
  const meanings = meaningsOf(index, term, excluded);
  markVariants(index, meanings, marks);
  if (excluded) return leafOf(index, term, marks, meanings);
  if (marks.count > 0 && !widely) {
    const likelier = likelierThan(index, term, marks.count);
    markVariants(index, likelier, marks);
    return leafOf(index, term, marks, likelier.length > 0 ? [...likelier, ...meanings] : meanings, likelier.length > 0);
  }
  const before = marks.count;
  const split = before > 0 ? null : splitLeaf(index, term);
  if (split !== null && split.marks.count > 0) return split;
  const misspellings = misspellingsOf(index, term);
  markVariants(index, misspellings, marks);
  return leafOf(index, term, marks, [...meanings, ...misspellings], marks.count > before * MOSTLY);
}

/** Names of the actors that are also called `word`, in another name than the one shown. */
function ownersOfAlias({ names, scanner }: SearchIndex, word: string): string[] {
  return names.called(word).flatMap((index) => {
    const { field, name, short } = names.values[index];
    const known = `${foldText(name, scanner)} ${foldText(short ?? '', scanner)}`.split(' ');
    return field !== 'actor' || known.includes(word) ? [] : [name];
  });
}

function splitLeaf(index: SearchIndex, term: WordTerm): Leaf {
  const marks = new Marks(index.input.count);
  const halves = halvesOf(index, term);
  for (const pair of halves) {
    const both = pair.map((word) => marksOfWord(index, word, term.parts));
    markAll(both, SPLIT, marks);
  }
  const as = halves.map((pair) => pair.map((word) => index.vocabulary.word(word)).join(' '));
  return { term, marks, reading: 'split', words: halves.flat(), as };
}

/** `slip`: what is found is found by words that it may be misspelt from. */
function leafOf(index: SearchIndex, term: WordTerm, marks: Marks, variants: readonly Variant[], slip = false): Leaf {
  const words = variants.map((variant) => variant.word);
  const readings = new Set(variants.map((variant) => variant.reading));
  const known = slip && readings.has('typing error') ? 'typing error' : READINGS.find((each) => readings.has(each));
  const reading = marks.count === 0 ? 'nowhere' : (known ?? 'nowhere');
  const aliasOf = reading === 'as written' ? ownersOfAlias(index, term.word) : [];
  if (aliasOf.length > 0) return { term, marks, reading: 'alias', words, as: aliasOf.slice(0, 5) };
  const best = variants.filter((variant) => variant.reading === reading).map((variant) => variant.word);
  return { term, marks, reading, words, as: commonest(index, best) };
}
