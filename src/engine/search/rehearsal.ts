import type { SearchIndex } from './indexing/search-index';
import { searching } from './search';

/** Searches of each kind. */
const TIMES = 12;
/** Pauses after which it is enough: a search among many events takes some. */
const MOST_PAUSES = 40;
/** How much rarer each word is than the one before it. */
const RARER = 1.6;

/**
 * Searches for words of the chronology in the ways in which people type them, and forgets what it finds: a program that
 * has not run yet is slow, and the first who asks would bear it. In slices, of bounded work.
 */
export function* rehearsing(index: SearchIndex): Generator<undefined, void> {
  let pauses = 0;
  for (const text of textsFrom(index)) {
    for (const step of searching(index, text)) {
      pauses++;
      yield step;
    }
    if (pauses >= MOST_PAUSES) return;
    yield;
  }
}

/** Words, two of them, beginnings, phrases, typing errors; of words that stand in all texts at even distances. */
function* textsFrom({ texts: { words }, vocabulary }: SearchIndex): Generator<string> {
  if (words.length === 0) return;
  for (let time = 0; time < TIMES; time++) {
    const at = Math.floor(RARER ** (time + 4));
    const one = vocabulary.word(words[at % words.length]);
    const other = vocabulary.word(words[(at * 2) % words.length]);
    yield one;
    yield `${one} ${other}`;
    yield `${one} ${other.slice(0, 3)}`;
    yield one.slice(0, 2);
    yield `"${one} ${other}"`;
    yield `${other[0]}${other.slice(2, 3)}${other.slice(1, 2)}${other.slice(3)}`;
    yield `${one}${other}x`;
  }
}
