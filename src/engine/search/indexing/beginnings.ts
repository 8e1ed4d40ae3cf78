import { wordsFor } from '../../bitmap';
import { Bitmaps, type DensePart, type RowLists } from './row-lists';
import type { Vocabulary } from './vocabulary';

/** Words [from, to), all that begin with some letters, and by part the rows that have any of them. */
export interface Beginning {
  readonly from: number;
  readonly to: number;
  readonly parts: readonly DensePart[];
}

/** Letters of the longest beginning that is kept. */
const LETTERS = 3;
/** A beginning is kept when the lists of its words are so many times as long as a bitmap. */
const WORTH = 8;
/** Bytes read between two pauses. */
const SLICE = 1 << 20;

/**
 * The short beginnings whose words stand in so many rows that reading their lists would take long: the longer ones first
 * found, those that contain them after what these leave. Ascending, a longer range before those in it. In slices;
 * O(bytes of the lists), and room for at most one in WORTH of them for each part.
 */
export function* beginnings(
  vocabulary: Vocabulary,
  written: RowLists,
  rows: number,
): Generator<undefined, readonly Beginning[]> {
  const bitmap = wordsFor(rows) * 4;
  const kept: Beginning[] = [];
  let outermost: Beginning[] = [];
  const costs = Uint32Array.from({ length: vocabulary.size }, (_, word) => {
    return written.starts[word + 1] - written.starts[word] + (written.dense.get(word)?.length ?? 0) * bitmap;
  });
  let read = 0;
  for (let letters = LETTERS; letters > 0; letters--) {
    for (let from = 0; from < vocabulary.size;) {
      const to = vocabulary.endOfAlike(from, letters);
      let cost = 0;
      for (let word = from; word < to; word++) cost += costs[word];
      if (cost >= WORTH * bitmap) {
        const within = outermost.filter((each) => each.from >= from && each.to <= to);
        const gathered = new Bitmaps(rows);
        for (const { parts } of within) for (const each of parts) gathered.addBits(each);
        for (let word = from; word < to; word++) {
          if (costs[word] === 0) continue;
          gathered.addList(written, word);
          read += costs[word];
          costs[word] = 0;
          if (read < SLICE) continue;
          read = 0;
          yield;
        }
        const beginning = { from, to, parts: gathered.parts };
        kept.push(beginning);
        outermost = [...outermost.filter((each) => !within.includes(each)), beginning];
      }
      from = to;
    }
    yield;
  }
  return kept.sort((a, b) => a.from - b.from || b.to - a.to);
}

/** The fewest of `kept` that lie in [from, to), ascending and apart from each other. */
export function beginningsIn(kept: readonly Beginning[], from: number, to: number): Beginning[] {
  const within: Beginning[] = [];
  let end = from;
  for (const each of kept) {
    if (each.from < end || each.to > to) continue;
    within.push(each);
    end = each.to;
  }
  return within;
}
