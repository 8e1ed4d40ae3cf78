import type { Reading } from '../answer';
import { type Beginning, beginningsIn } from '../indexing/beginnings';
import type { Found, Range, Variant } from './gathering';
import type { Marks } from './marks';
import { gradeOf, gradesFor, PART, WRITTEN } from '../indexing/parts';
import type { NamedValue } from '../indexing/name-table';
import type { SearchIndex } from '../indexing/search-index';
import type { Run, Steps } from './run';
import { BLOCK } from './scale';
import { timesUsed } from './usage';
import type { Term } from '../language/terms';

/** What one term finds by itself. */
export interface Leaf {
  readonly term: Term;
  readonly marks: Marks;
  readonly reading: Reading;
  /** Words of the vocabulary taken for it, or for a part of it; those of `ranges` besides. */
  readonly words: readonly number[];
  readonly ranges: readonly Range[];
  /** What it was taken for, in words for people, the commonest first. */
  readonly as: readonly string[];
}

/** After the last beginning. */
const END: Beginning = { from: 0, to: 0, parts: [] };

/** Adds the rows that have any word of `found`, in a text or in a name. O(rows of them). */
export function* markVariants(run: Run, { variants, ranges }: Found, marks: Marks): Steps<void> {
  const { written, beginnings, namedStarts, namedValues, namedParts, names, valueRows } = run.index;
  const values = new Uint8Array(names.values.length);
  const touched: number[] = [];
  let grades = gradesFor(0, 0);
  let like: Variant | null = null;
  const markWritten = (word: number, { parts }: Variant): number =>
    (parts & WRITTEN) === 0 ? 1 : 8 + marks.addWritten(written, word, grades);
  const markNames = (word: number, { quality, parts }: Variant): void => {
    let grade = 0;
    let namedLike = 0;
    for (let at = namedStarts[word]; at < namedStarts[word + 1]; at++) {
      if (namedParts[at] !== namedLike) {
        namedLike = namedParts[at];
        grade = gradeOf(namedLike & parts, quality);
      }
      const value = namedValues[at];
      if (grade <= values[value]) continue;
      if (values[value] === 0) touched.push(value);
      values[value] = grade;
    }
  };
  const gradeLike = (variant: Variant): void => {
    const { quality, parts } = variant;
    if (like?.quality !== quality || like.parts !== parts) grades = gradesFor(parts & WRITTEN, quality);
    like = variant;
  };
  for (const variant of variants) {
    gradeLike(variant);
    markNames(variant.word, variant);
    if (run.spend(markWritten(variant.word, variant))) yield;
  }
  for (const range of ranges) {
    const variant = { ...range, word: range.from };
    gradeLike(variant);
    for (let word = range.from; word < range.to; word++) markNames(word, variant);
    let word = range.from;
    for (const { from, to, parts } of [...beginningsIn(beginnings, range.from, range.to), { ...END, from: range.to }]) {
      for (; word < from; word++) if (run.spend(markWritten(word, variant))) yield;
      if (run.spend(marks.addDense(parts, grades))) yield;
      word = to;
    }
  }
  for (const value of touched) if (run.spend(8 + marks.addAll(valueRows, value, values[value]))) yield;
}

/** Rows that have all of several marks, with the least of their grades. O(rows / 32 + rows that have all). */
export function* markAll(run: Run, of: readonly Marks[], factor: number, into: Marks): Steps<void> {
  const least = new Uint8Array(BLOCK);
  const grades = new Uint8Array(BLOCK);
  for (const { rows, count } of blocksOf(common(run, of))) {
    least.fill(255);
    for (const marks of of) {
      marks.gradesOf(rows, count, grades);
      for (let i = 0; i < count; i++) if (grades[i] < least[i]) least[i] = grades[i];
    }
    for (let i = 0; i < count; i++) into.add(rows[i], Math.max(1, Math.round(least[i] * factor)));
    if (run.spend(count * (of.length + 1))) yield;
  }
}

/** Bits of the rows that all of several marks have; none for no marks. */
export function common(run: Run, of: readonly Marks[]): Uint32Array<ArrayBuffer> {
  const bits = run.bits();
  if (of.length === 0) return bits;
  const [first, ...others] = of;
  bits.set(first.bits);
  for (const marks of others) for (let i = 0; i < bits.length; i++) bits[i] &= marks.bits[i];
  return bits;
}

/** The rows of `bits` in ascending order, up to BLOCK at a time, in one array that is filled again for each. */
export function* blocksOf(bits: Uint32Array): Generator<{ readonly rows: Uint32Array; readonly count: number }> {
  const rows = new Uint32Array(BLOCK);
  let count = 0;
  for (let i = 0; i < bits.length; i++) {
    for (let rest = bits[i]; rest !== 0; rest &= rest - 1) rows[count++] = (i << 5) + 31 - Math.clz32(rest & -rest);
    if (count <= BLOCK - 32) continue;
    yield { rows, count };
    count = 0;
  }
  if (count > 0) yield { rows, count };
}

/** Rows that have this word, whichever part they stand in; exactly as it is. */
export function* marksOfWord(run: Run, word: number, parts: number): Steps<Marks> {
  const marks = run.gradedMarks();
  const variants: Variant[] = word < 0 ? [] : [{ word, quality: 1, parts, reading: 'as written' }];
  yield* markVariants(run, { variants, ranges: [] }, marks);
  return marks;
}

/** The parts in which a value's names count. */
export function partsOf(value: NamedValue): number {
  return PART[value.field] | (value.aliases.length > 0 ? PART.alias : 0);
}

/** The words of `ids` and `ranges`, the commonest first, at most five. O(words). */
export function commonest(index: SearchIndex, ids: readonly number[], ranges: readonly Range[]): string[] {
  const best: { readonly id: number; readonly times: number }[] = [];
  const offer = (id: number): void => {
    const times = timesUsed(index, id);
    if (best.length === 5 && times <= best[4].times) return;
    const at = best.findIndex((other) => other.times < times || (other.times === times && other.id > id));
    best.splice(at < 0 ? best.length : at, 0, { id, times });
    best.length = Math.min(5, best.length);
  };
  for (const id of new Set(ids)) offer(id);
  for (const { from, to } of ranges) for (let id = from; id < to; id++) offer(id);
  return best.map(({ id }) => index.vocabulary.word(id));
}
