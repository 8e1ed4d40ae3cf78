import type { Hint } from '../answer';
import { Bitmap } from '../../bitmap';
import { type Leaf, markAll, markVariants, partsOf } from './leaf';
import { Marks } from './marks';
import { ANYWHERE, gradeOf, PART, WRITTEN } from '../indexing/parts';
import { type SearchIndex, TEXT_PARTS, textsOf } from '../indexing/search-index';
import type { PhraseTerm } from '../language/terms';
import { foldText } from '../text/tokens';

/** Events whose texts are read again for one phrase; beyond that the newest are read. */
const MOST_READ = 50_000;

/** What a phrase finds: its words in a row, in one text or one name. */
export function findPhrase(index: SearchIndex, term: PhraseTerm, hints: Hint[]): Leaf {
  const marks = new Marks(index.input.count);
  const { words } = term;
  const last = words.length - 1;
  const ids = words.map((word, i) => wordIds(index, word, term.begun && i === last));
  const found = ids.flat();
  if (ids.every((each) => each.length > 0)) {
    if (words.length === 1) {
      markVariants(
        index,
        ids[0].map((word) => ({ word, quality: 1, parts: term.parts, reading: 'as written' })),
        marks,
      );
    } else {
      markNames(index, term, marks);
      markTexts(index, term, ids, marks, hints);
    }
  }
  const reading = marks.count > 0 ? 'as written' : 'nowhere';
  return { term, marks, reading, words: found, as: marks.count > 0 ? [words.join(' ')] : [] };
}

function wordIds({ vocabulary }: SearchIndex, word: string, begun: boolean): number[] {
  if (!begun) {
    const id = vocabulary.find(word);
    return id < 0 ? [] : [id];
  }
  const { from, to } = vocabulary.range(word);
  return Array.from({ length: to - from }, (_, i) => from + i);
}

function markNames({ names, valueRows }: SearchIndex, { words, begun, parts }: PhraseTerm, marks: Marks): void {
  for (const value of names.containing(words, begun)) {
    marks.addAll(valueRows, value, gradeOf(partsOf(names.values[value]) & parts & ANYWHERE, 1));
  }
}

function markTexts(
  index: SearchIndex,
  { words, begun, parts, from, to, text }: PhraseTerm,
  ids: readonly (readonly number[])[],
  marks: Marks,
  hints: Hint[],
): void {
  const written = parts & WRITTEN & ~PART.date;
  if (written === 0) return;
  const { count } = index.input;
  const candidates = new Marks(count);
  const perWord = ids.map((each) => {
    const ofWord = new Marks(count);
    markVariants(
      index,
      each.map((word) => ({ word, quality: 1, parts: written, reading: 'as written' })),
      ofWord,
    );
    return ofWord;
  });
  markAll(perWord, 1, candidates);
  if (candidates.count > MOST_READ) {
    hints.push({ message: `${text} was looked for in the newest ${MOST_READ} events that have its words`, from, to });
  }
  const rows = Bitmap.of(candidates.bits, count).rows(0, count);
  const wanted = ` ${words.join(' ')}${begun ? '' : ' '}`;
  for (const row of rows.subarray(Math.max(0, rows.length - MOST_READ))) {
    const texts = textsOf(index.input.event(row));
    let mask = 0;
    for (const part of TEXT_PARTS) {
      if ((PART[part] & written) === 0) continue;
      if (texts[part].some((each) => ` ${foldText(each, index.scanner)} `.includes(wanted))) mask |= PART[part];
    }
    if (mask !== 0) marks.add(row, gradeOf(mask, 1));
  }
}
