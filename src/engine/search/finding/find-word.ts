import type { Reading } from '../answer';
import { halvesOf, likelierThan, mayBeSlip, meaningsOf, misspellingsOf } from './expand';
import type { Found } from './gathering';
import { commonest, type Leaf, markAll, marksOfWord, markVariants } from './leaf';
import type { Marks } from './marks';
import type { Run, Steps } from './run';
import type { SearchIndex } from '../indexing/search-index';
import type { WordTerm } from '../language/terms';
import { foldText } from '../text/tokens';
import { workOfLists, workOfNear } from './work';

const SPLIT = 0.75;
const NOTHING: Found = { variants: [], ranges: [] };
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

/** What a word finds, and how. */
export interface WordLeaf extends Leaf {
  readonly term: WordTerm;
  readonly found: Found;
  /** What it may be misspelt from is in it. */
  readonly isWide: boolean;
}

/**
 * What a word finds: what it means, or else, when that stands nowhere, its halves, or else what it may be misspelt from.
 * An excluded word is never taken for another. `found`: what it means, when that is known.
 */
export function* findWord(
  run: Run,
  term: WordTerm,
  excluded: boolean,
  found = meaningsOf(run.index, term, excluded),
): Steps<WordLeaf> {
  const marks = excluded ? run.marks() : run.gradedMarks();
  yield* markVariants(run, found, marks);
  const leaf = { ...leafOf(run.index, term, marks, found, false), term, found, isWide: excluded };
  if (excluded) return leaf;
  if (marks.count > 0) {
    if (!mayBeSlip(run.index, term, marks.count)) return leaf;
    const likelier = affordable(run, term, () => likelierThan(run, term, marks.count));
    if (likelier.variants.length === 0) return leaf;
    yield* markVariants(run, likelier, marks);
    const wider = both(likelier, found);
    return { ...leafOf(run.index, term, marks, wider, true), term, found: wider, isWide: false };
  }
  const split = yield* splitLeaf(run, term);
  return split !== null && split.marks.count > 0 ? { ...split, term, found, isWide: true } : yield* widened(run, leaf);
}

/** The same with what the word may be misspelt from, even though it stands somewhere. */
export function* widened(run: Run, leaf: WordLeaf): Steps<WordLeaf> {
  const { term, marks } = leaf;
  if (leaf.isWide) return leaf;
  const before = marks.count;
  const misspellings = affordable(run, term, () => misspellingsOf(run, term));
  yield* markVariants(run, misspellings, marks);
  const found = both(leaf.found, misspellings);
  const isSlip = leaf.reading === 'typing error' || marks.count > before * MOSTLY;
  return { ...leafOf(run.index, term, marks, found, isSlip), term, found, isWide: true };
}

/** What `find` finds; nothing when finding or marking it would be too much work. */
function affordable(run: Run, term: WordTerm, find: () => Found): Found {
  if (run.affords(2 * workOfNear(run.index, term.word))) {
    const found = find();
    if (run.affords(workOfLists(run.index, found))) return found;
  }
  run.unread.misspelt.add(term);
  return NOTHING;
}

function both(a: Found, b: Found): Found {
  return { variants: [...a.variants, ...b.variants], ranges: [...a.ranges, ...b.ranges] };
}

/** Names of the actors that are also called `word`, in another name than the one shown. */
function ownersOfAlias({ names, scanner }: SearchIndex, word: string): string[] {
  return names.called(word).flatMap((index) => {
    const { field, name, short } = names.values[index];
    const known = `${foldText(name, scanner)} ${foldText(short ?? '', scanner)}`.split(' ');
    return field !== 'actor' || known.includes(word) ? [] : [name];
  });
}

function* splitLeaf(run: Run, term: WordTerm): Steps<Leaf | null> {
  const { index } = run;
  const halves = halvesOf(index, term);
  if (halves.length === 0) return null;
  const marks = run.gradedMarks();
  for (const [first, second] of halves) {
    const pair = [yield* marksOfWord(run, first, term.parts), yield* marksOfWord(run, second, term.parts)];
    yield* markAll(run, pair, SPLIT, marks);
  }
  const as = halves.map((pair) => pair.map((word) => index.vocabulary.word(word)).join(' '));
  return { term, marks, reading: 'split', words: halves.flat(), ranges: [], as };
}

/** `slip`: what is found is found by words that it may be misspelt from. */
function leafOf(index: SearchIndex, term: WordTerm, marks: Marks, found: Found, slip: boolean): Leaf {
  const { variants, ranges } = found;
  const words = variants.map((variant) => variant.word);
  const readings = new Set([...variants, ...ranges].map((each) => each.reading));
  const known = slip && readings.has('typing error') ? 'typing error' : READINGS.find((each) => readings.has(each));
  const reading = marks.count === 0 ? 'nowhere' : (known ?? 'nowhere');
  const aliasOf = reading === 'as written' ? ownersOfAlias(index, term.word) : [];
  if (aliasOf.length > 0) return { term, marks, reading: 'alias', words, ranges, as: aliasOf.slice(0, 5) };
  const best = variants.filter((variant) => variant.reading === reading).map((variant) => variant.word);
  const begun = ranges.filter((range) => range.reading === reading);
  return { term, marks, reading, words, ranges, as: commonest(index, best, begun) };
}
