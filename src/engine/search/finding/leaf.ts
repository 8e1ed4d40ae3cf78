import type { Reading } from '../answer';
import { timesUsed, type Variant } from './expand';
import { gradesFor, Marks } from './marks';
import { gradeOf, PART, WRITTEN } from '../indexing/parts';
import type { NamedValue } from '../indexing/name-table';
import type { SearchIndex } from '../indexing/search-index';
import type { Term } from '../language/terms';

/** What one term finds by itself. */
export interface Leaf {
  readonly term: Term;
  readonly marks: Marks;
  readonly reading: Reading;
  /** Words of the vocabulary taken for it, or for a part of it. */
  readonly words: readonly number[];
  /** What it was taken for, in words for people, the commonest first. */
  readonly as: readonly string[];
}

/** Adds the rows that have any of `variants`, in a text or in a name. */
export function markVariants(index: SearchIndex, variants: readonly Variant[], marks: Marks): void {
  const values = new Map<number, number>();
  let grades = gradesFor(0, 0);
  let like: Variant | null = null;
  for (const variant of variants) {
    const { word, quality, parts } = variant;
    if (like?.quality !== quality || like.parts !== parts) grades = gradesFor(parts & WRITTEN, quality);
    like = variant;
    if ((parts & WRITTEN) !== 0) marks.addWritten(index.written, word, grades);
    for (let at = index.namedStarts[word]; at < index.namedStarts[word + 1]; at++) {
      const grade = gradeOf(index.namedParts[at] & parts, quality);
      const value = index.namedValues[at];
      if (grade > (values.get(value) ?? 0)) values.set(value, grade);
    }
  }
  for (const [value, grade] of values) marks.addAll(index.valueRows, value, grade);
}

/** Rows that have all of several marks, with the least of their grades. */
export function markAll(of: readonly Marks[], factor: number, into: Marks): void {
  if (of.length === 0) return;
  const [first, ...others] = of;
  for (let row = 0; row < first.grades.length; row++) {
    let grade = first.grades[row];
    if (grade === 0) continue;
    for (const { grades } of others) grade = Math.min(grade, grades[row]);
    if (grade > 0) into.add(row, Math.max(1, Math.round(grade * factor)));
  }
}

/** Rows that have these words, whichever part they stand in; each word exactly as it is. */
export function marksOfWord(index: SearchIndex, word: number, parts: number): Marks {
  const marks = new Marks(index.input.count);
  if (word >= 0) markVariants(index, [{ word, quality: 1, parts, reading: 'as written' }], marks);
  return marks;
}

/** The parts in which a value's names count. */
export function partsOf(value: NamedValue): number {
  return PART[value.field] | (value.aliases.length > 0 ? PART.alias : 0);
}

/** The words of `ids`, the commonest first, at most five. */
export function commonest(index: SearchIndex, ids: readonly number[]): string[] {
  return [...ids]
    .sort((a, b) => timesUsed(index, b) - timesUsed(index, a) || a - b)
    .slice(0, 5)
    .map((id) => index.vocabulary.word(id));
}
