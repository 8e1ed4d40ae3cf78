import { blocksOf, common, type Leaf, markVariants, partsOf } from './leaf';
import type { Found } from './gathering';
import type { Marks } from './marks';
import { ANYWHERE, gradeOf, gradesFor, PART, WRITTEN } from '../indexing/parts';
import type { Run, Steps } from './run';
import type { SearchIndex } from '../indexing/search-index';
import { PassageFinder } from '../indexing/texts';
import type { PhraseTerm, Term } from '../language/terms';

/** A phrase whose words all stand somewhere, and the rows that have them all: those are read. */
interface Sought {
  readonly term: PhraseTerm;
  readonly parts: number;
  readonly words: readonly number[];
  readonly last: { readonly from: number; readonly to: number } | null;
  readonly rows: Uint32Array;
  readonly marks: Marks;
}

/**
 * What phrases find: their words in a row, in one text or one name. All of a search are looked for together, so that no
 * text is read twice. O(bytes of the texts of rows that have all words of one).
 */
export function* findPhrases(run: Run, terms: readonly PhraseTerm[]): Steps<Map<Term, Leaf>> {
  const { index } = run;
  const found: { readonly term: PhraseTerm; readonly meant: readonly Found[]; readonly marks: Marks }[] = [];
  const sought: Sought[] = [];
  for (const term of terms) {
    const marks = run.gradedMarks();
    const { words } = term;
    const meant = words.map((word, i) => exactly(index, word, term.begun && i === words.length - 1, term.parts));
    if (meant.every(({ variants, ranges }) => variants.length + ranges.length > 0)) {
      if (words.length === 1) yield* markVariants(run, meant[0], marks);
      else {
        yield* markNames(run, term, marks);
        sought.push(yield* soughtOf(run, term, meant, marks));
      }
    }
    found.push({ term, meant, marks });
  }
  yield* readTexts(run, sought);
  return new Map(
    found.map(({ term, meant, marks }): [Term, Leaf] => {
      const words = meant.flatMap(({ variants }) => variants.map(({ word }) => word));
      const ranges = meant.flatMap((each) => each.ranges);
      const isFound = marks.count > 0;
      const reading = isFound ? 'as written' : 'nowhere';
      return [term, { term, marks, reading, words, ranges, as: isFound ? [term.words.join(' ')] : [] }];
    }),
  );
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

function* soughtOf(run: Run, term: PhraseTerm, meant: readonly Found[], marks: Marks): Steps<Sought> {
  const parts = term.parts & WRITTEN & ~PART.date;
  const perWord: Marks[] = [];
  for (const { variants, ranges } of meant) {
    const ofWord = run.marks();
    const counted = {
      variants: variants.map((each) => ({ ...each, parts })),
      ranges: ranges.map((each) => ({ ...each, parts })),
    };
    if (parts !== 0) yield* markVariants(run, counted, ofWord);
    perWord.push(ofWord);
  }
  const words = meant.flatMap(({ variants }) => variants.map(({ word }) => word));
  return { term, parts, words, last: meant.at(-1)?.ranges.at(0) ?? null, rows: common(run, perWord), marks };
}

function* readTexts(run: Run, sought: readonly Sought[]): Steps<void> {
  if (sought.length === 0) return;
  const { texts } = run.index;
  const finder = new PassageFinder(texts, sought);
  const toRead = sought[0].rows.slice();
  for (const { rows } of sought) for (let i = 0; i < rows.length; i++) toRead[i] |= rows[i];
  const grades = sought.map(({ parts }) => gradesFor(parts, 1));
  const note = (row: number, found: Uint8Array): void => {
    for (let passage = 0; passage < found.length; passage++) {
      const grade = grades[passage][found[passage]];
      if (grade > 0) sought[passage].marks.add(row, grade);
    }
  };
  for (const { rows, count } of blocksOf(toRead)) if (run.spend(finder.find(rows, count, note))) yield;
}
