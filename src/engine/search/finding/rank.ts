import { MAX_RANKED } from '../answer';
import { bestFirst } from './best-first';
import type { FoundLeaf } from './evaluate';
import type { Leaf } from './leaf';
import type { Marks } from './marks';
import type { Run, Steps } from './run';
import type { Scale, Weighed } from './scale';
import { rarity } from './soften';
import type { Texts } from '../indexing/texts';
import { TitleBonus } from './title-bonus';

/** Rows whose titles are read again, to compare how the words stand there. */
const READ_AGAIN = 200;
/** The words are, together, what something is called. */
const NAMED = 1.15;
const LONGEST_NAME = 6;

/**
 * Rows of `rows` (bits), best first, at most MAX_RANKED. In this order it matters how rare the words are that a row has
 * and in which parts and how exactly it has them (summed over the words of the search); whether they are a name it has;
 * and for the best 200, how close together they stand in the title, how much of the title they are and whether they begin
 * it. The newer event comes first among equals, the undated last. O(rows × words).
 */
export function* rank(run: Run, rows: Uint32Array, found: readonly FoundLeaf[]): Steps<Uint32Array<ArrayBuffer>> {
  const { index } = run;
  if (rows.every((word) => word === 0)) return new Uint32Array(0);
  const leaves = found.flatMap(({ leaf, excluded }) => (excluded || !bearsRank(leaf) ? [] : [leaf]));
  const weighed = leaves.map(({ marks }): Weighed => ({ marks, weight: rarity(marks.count, index.count) }));
  const named = yield* rowsOfNames(run, leaves);
  const factor = named === null ? null : { marks: named, factor: NAMED };
  const best = yield* bestFirst(run, rows, weighed, factor, MAX_RANKED);
  readAgain(index.texts, best.rows, best.scale, leaves);
  return best.rows;
}

function bearsRank({ term }: Leaf): boolean {
  return term.kind === 'word' || term.kind === 'phrase' || term.kind === 'date';
}

/** Rows with a value that is called what some of the words say in a row; null when none is. */
function* rowsOfNames(run: Run, leaves: readonly Leaf[]): Steps<Marks | null> {
  const { names, valueRows } = run.index;
  const words = leaves.map(({ term }) => (term.kind === 'word' ? term.word : ''));
  let marks: Marks | null = null;
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 1; to <= Math.min(words.length, from + LONGEST_NAME); to++) {
      for (const value of names.called(words.slice(from, to).join(' '))) {
        marks ??= run.marks();
        if (run.spend(marks.addAll(valueRows, value, 1))) yield;
      }
    }
  }
  return marks;
}

/** Puts the first of `rows` in the order in which their titles, too, answer. */
function readAgain(texts: Texts, rows: Uint32Array, scale: Scale, leaves: readonly Leaf[]): void {
  const first = rows.slice(0, READ_AGAIN);
  const scores = scale.exactly(first);
  const bonus = new TitleBonus(texts, leaves);
  for (let at = 0; at < first.length; at++) scores[at] *= 1 + bonus.of(first[at]);
  const order = Uint16Array.from(first.keys()).sort((a, b) => scores[b] - scores[a] || a - b);
  for (let at = 0; at < order.length; at++) rows[at] = first[order[at]];
}
