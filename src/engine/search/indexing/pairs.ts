import { type RowLists, RowListsBuilder } from './row-lists';
import { isWord, type Texts, wordAt, wordEnd } from './texts';

/** Rows in which two of the commonest words stand side by side: of those a phrase would otherwise have to read too many. */
export interface Pairs {
  /** By word of the vocabulary, the commonest only: its number here. */
  readonly numbers: ReadonlyMap<number, number>;
  /** List `first × numbers.size + second`: rows in which the second follows the first in a text. */
  readonly lists: RowLists;
}

/** Words whose pairs are kept: so many that their lists are still few. */
const MOST = 200;
const ROWS_PER_SLICE = 10_000;

/** Pairs of `words`, of which the first MOST are taken. In slices; O(bytes of the texts). */
export function* pairing(texts: Texts, words: readonly number[], rows: number): Generator<undefined, Pairs> {
  const numbers = new Map(words.slice(0, MOST).map((word, number): [number, number] => [word, number]));
  const size = numbers.size;
  const common = new Int16Array(texts.words.length).fill(-1);
  for (const [word, number] of numbers) common[texts.numbers[word]] = number;
  const builder = new RowListsBuilder();
  const lastRows = new Int32Array(size * size).fill(-1);
  const { starts } = texts;
  for (let row = 0, at = 0; row < rows; row++) {
    let before = -1;
    for (const end = at + starts.length(row); at < end; at = wordEnd(texts, at)) {
      const word = isWord(texts, at) ? common[wordAt(texts, at)] : -1;
      const pair = before * size + word;
      if (before >= 0 && word >= 0 && lastRows[pair] !== row) {
        builder.add(pair, row, 0);
        lastRows[pair] = row;
      }
      before = word;
    }
    if (row % ROWS_PER_SLICE === ROWS_PER_SLICE - 1) yield;
  }
  const order = Uint32Array.from({ length: size * size }, (_, pair) => pair);
  return { numbers, lists: yield* builder.packing(order, rows) };
}
