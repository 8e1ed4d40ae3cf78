import { isWord, type Texts, wordAt, wordEnd } from '../../src/engine/search/indexing/texts';

/** Words of the title of a row, by their place in the vocabulary, hyphenated ones as their parts. */
export function titleWords(texts: Texts, row: number): number[] {
  const title: number[] = [];
  const end = texts.starts.start(row) + texts.starts.length(row);
  for (let at = texts.starts.start(row); at < end && isWord(texts, at); at = wordEnd(texts, at)) {
    title.push(texts.words[wordAt(texts, at)]);
  }
  return title;
}

/** What `TitleBonus` says, from all places of all words compared with each other. */
export function slowBonus(title: readonly number[], words: readonly ((word: number) => boolean)[]): number {
  if (words.length === 0 || title.length === 0) return 0;
  const places = words.map((isOne) => title.flatMap((word, at) => (isOne(word) ? [at] : [])));
  let together = 0;
  for (let word = 0; word + 1 < places.length; word++) together += closeness(places[word], places[word + 1]);
  const covered = new Set(places.flat()).size;
  const leading = places.some((each) => each[0] === 0);
  return (
    (words.length > 1 ? (0.25 * together) / (words.length - 1) : 0) +
    (0.2 * covered) / title.length +
    (leading ? 0.02 : 0)
  );
}

/** 1 for two words side by side, less the further apart they stand or when the second comes first; 0 without one. */
function closeness(first: readonly number[], second: readonly number[]): number {
  let best = 0;
  for (const a of first)
    for (const b of second) if (a !== b) best = Math.max(best, b > a ? 1 / (b - a) : 0.7 / (a - b));
  return best;
}
