import { beginningsIn } from '../indexing/beginnings';
import type { SearchIndex } from '../indexing/search-index';
import type { Term } from '../language/terms';
import { editLimit } from '../text/edits';
import type { Found } from './gathering';

/** How often the bitmap of a term is gone through until events are found and put in order. */
const PASSES = 24;
/** Of the links between the words of a phrase. */
const LINKED = 4;
/** Work that comparing two words is, in rows decoded. */
export const COMPARED = 4;

/** Work that reading the lists of words is, in bytes. O(words in variants, and named values in ranges). */
export function workOfLists(index: SearchIndex, { variants, ranges }: Found): number {
  const { written, beginnings, namedStarts, namedValues, valueRows } = index;
  const words = bitmapOf(index);
  let work = 0;
  const addNames = (from: number, to: number): void => {
    for (let at = namedStarts[from]; at < namedStarts[to]; at++) {
      work += valueRows.starts[namedValues[at] + 1] - valueRows.starts[namedValues[at]];
    }
  };
  for (const { word } of variants) {
    work += written.starts[word + 1] - written.starts[word] + (written.dense.get(word)?.length ?? 0) * words;
    addNames(word, word + 1);
  }
  for (const { from, to } of ranges) {
    work += written.starts[to] - written.starts[from];
    for (const kept of beginningsIn(beginnings, from, to)) {
      work += kept.parts.length * words - (written.starts[kept.to] - written.starts[kept.from]);
    }
    addNames(from, to);
  }
  return work;
}

/** Work that a term is besides reading its lists. */
export function workOfTerm(index: SearchIndex, term: Term): number {
  const words = bitmapOf(index);
  switch (term.kind) {
    case 'phrase':
      return words * (PASSES + LINKED * term.words.length);
    case 'value':
      return words * (PASSES + 4 * term.values.length);
    case 'word':
    case 'date':
    case 'time':
      return words * PASSES;
    case 'skipped':
      return 0;
  }
}

/** Work that finding the words near to a word is; of short words only those with two letters swapped are near. */
export function workOfNear({ vocabulary }: SearchIndex, word: string): number {
  if (editLimit(word.length) === 0) return 0;
  const { from, to } = vocabulary.range(word.slice(0, 1));
  return COMPARED * (to - from);
}

function bitmapOf({ count }: SearchIndex): number {
  return (count + 31) >>> 5;
}
