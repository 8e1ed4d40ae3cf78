import { blocksOf, common, type Leaf, markVariants, partsOf } from './leaf';
import type { Found } from './gathering';
import { Marks } from './marks';
import { ANYWHERE, gradeOf, PART, WRITTEN } from '../indexing/parts';
import type { Run, Steps } from './run';
import type { SearchIndex } from '../indexing/search-index';
import { Passage } from '../indexing/texts';
import type { PhraseTerm } from '../language/terms';

/** What a phrase finds: its words in a row, in one text or one name. */
export function* findPhrase(run: Run, term: PhraseTerm, excluded: boolean): Steps<Leaf> {
  const { index } = run;
  const marks = new Marks(index.count, excluded ? null : run.lend());
  const { words } = term;
  const last = words.length - 1;
  const meant = words.map((word, i) => exactly(index, word, term.begun && i === last, term.parts));
  if (meant.every(({ variants, ranges }) => variants.length + ranges.length > 0)) {
    if (words.length === 1) yield* markVariants(run, meant[0], marks);
    else {
      yield* markNames(run, term, marks);
      yield* markTexts(run, term.parts & WRITTEN & ~PART.date, meant, marks);
    }
  }
  return {
    term,
    marks,
    reading: marks.count > 0 ? 'as written' : 'nowhere',
    words: meant.flatMap(({ variants }) => variants.map(({ word }) => word)),
    ranges: meant.flatMap(({ ranges }) => ranges),
    as: marks.count > 0 ? [words.join(' ')] : [],
  };
}

function exactly({ vocabulary }: SearchIndex, word: string, begun: boolean, parts: number): Found {
  const answering = { quality: 1, parts, reading: 'as written' } as const;
  if (begun) {
    const range = vocabulary.range(word);
    return { variants: [], ranges: range.from < range.to ? [{ ...range, ...answering }] : [] };
  }
  const id = vocabulary.find(word);
  return { variants: id < 0 ? [] : [{ word: id, ...answering }], ranges: [] };
}

function* markNames(run: Run, { words, begun, parts }: PhraseTerm, marks: Marks): Steps<void> {
  const { names, valueRows } = run.index;
  for (const value of names.containing(words, begun)) {
    const grade = gradeOf(partsOf(names.values[value]) & parts & ANYWHERE, 1);
    if (run.spend(8 + marks.addAll(valueRows, value, grade))) yield;
  }
}

/** Reads the texts of the events that have all the words. O(bytes of their texts, as the index has them). */
function* markTexts(run: Run, parts: number, meant: readonly Found[], marks: Marks): Steps<void> {
  if (parts === 0) return;
  const { count, texts } = run.index;
  const perWord: Marks[] = [];
  for (const { variants, ranges } of meant) {
    const ofWord = new Marks(count, null);
    const counted = {
      variants: variants.map((each) => ({ ...each, parts })),
      ranges: ranges.map((each) => ({ ...each, parts })),
    };
    yield* markVariants(run, counted, ofWord);
    perWord.push(ofWord);
  }
  const words = meant.flatMap(({ variants }) => variants.map(({ word }) => word));
  const passage = new Passage(texts, words, meant.at(-1)?.ranges.at(0) ?? null);
  for (const { rows, count: inBlock } of blocksOf(common(perWord))) {
    let bytes = 0;
    for (let i = 0; i < inBlock; i++) {
      const row = rows[i];
      const mask = passage.partsIn(row) & parts;
      if (mask !== 0) marks.add(row, gradeOf(mask, 1));
      bytes += texts.starts[row + 1] - texts.starts[row];
    }
    if (run.spend(bytes)) yield;
  }
}
