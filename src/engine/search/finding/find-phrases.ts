import { blocksOf, common, type Leaf, markVariants, partsOf } from './leaf';
import type { Found } from './gathering';
import type { Marks } from './marks';
import { ANYWHERE, gradeOf, gradesFor, PART, WRITTEN } from '../indexing/parts';
import type { Run, Steps } from './run';
import type { SearchIndex } from '../indexing/search-index';
import { PassageFinder } from '../indexing/passages';
import { countBits, popcount } from '../../rows/popcount';
import type { PhraseTerm, Term } from '../language/terms';

/** Work that reading a byte of a text is. */
const READ = 3;
/** Of a phrase whose words may not stand in a row. */
const APART = 0.5;

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
 * text is read twice. Of a phrase whose words are together in too many events all of these are found. O(bytes of the texts of rows that have all words of one).
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
  yield* readTexts(run, yield* affordable(run, sought));
  return new Map(
    found.map(({ term, meant, marks }): [Term, Leaf] => {
      const words = meant.flatMap(({ variants }) => variants.map(({ word }) => word));
      const ranges = meant.flatMap((each) => each.ranges);
      const isFound = marks.count > 0;
      const reading = !isFound ? 'nowhere' : run.unread.phrases.has(term) ? 'apart' : 'as written';
      return [term, { term, marks, reading, words, ranges, as: isFound ? [term.words.join(' ')] : [] }];
    }),
  );
}

/** The word as it is, or when it is only begun all that go on. */
export function exactly({ vocabulary }: SearchIndex, word: string, begun: boolean, parts: number): Found {
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
  const words = meant.flatMap(({ variants }) => variants.map(({ word }) => word));
  const last = meant.at(-1)?.ranges.at(0) ?? null;
  const rows = run.bits();
  if (parts !== 0) {
    const links: Marks[] = [];
    for (let i = 0; i + 1 < words.length; i++) links.push(yield* together(run, words[i], [words[i + 1]], parts));
    if (last !== null) {
      const begun = Array.from({ length: last.to - last.from }, (_, i) => last.from + i);
      links.push(yield* together(run, words[words.length - 1], begun, parts));
    }
    rows.set(common(run, links));
  }
  return { term, parts, words, last, rows, marks };
}

/** Rows that have `first` and any of `seconds`: of the commonest words only those in which they stand side by side. */
function* together(run: Run, first: number, seconds: readonly number[], parts: number): Steps<Marks> {
  const { written, pairs } = run.index;
  const number = pairs.numbers.get(first);
  const grades = gradesFor(parts, 1);
  const both = run.marks();
  const others = run.marks();
  for (const second of seconds) {
    const other = number === undefined ? undefined : pairs.numbers.get(second);
    const work =
      number === undefined || other === undefined
        ? others.addWritten(written, second, grades)
        : both.addAll(pairs.lists, number * pairs.numbers.size + other, 1);
    if (run.spend(8 + work)) yield;
  }
  if (others.count === 0) return both;
  const having = run.marks();
  if (run.spend(having.addWritten(written, first, grades))) yield;
  for (let i = 0; i < both.bits.length; i++) both.bits[i] |= having.bits[i] & others.bits[i];
  return both;
}

/** Those of which the texts can be read, the rarest first; of the others all rows are found that have their words. */
function* affordable(run: Run, sought: readonly Sought[]): Steps<readonly Sought[]> {
  const { texts, count } = run.index;
  const perRow = (READ * texts.bytes.length) / Math.max(1, count);
  const toRead = run.bits();
  const counted = sought.map((each) => ({ each, rows: countBits(each.rows, 0, each.rows.length) }));
  counted.sort((a, b) => a.rows - b.rows);
  const affordable: Sought[] = [];
  for (const { each } of counted) {
    const { term, parts, rows, marks } = each;
    let more = 0;
    for (let i = 0; i < rows.length; i++) more += popcount(rows[i] & ~toRead[i]);
    if (run.affords(more * perRow)) {
      for (let i = 0; i < rows.length; i++) toRead[i] |= rows[i];
      affordable.push(each);
    } else {
      run.unread.phrases.add(term);
      marks.addDense([{ part: 0, bits: rows }], new Uint8Array(1).fill(gradeOf(parts, APART)));
    }
    if (run.spend(rows.length)) yield;
  }
  return affordable;
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
