import type { Bitmap } from '../../bitmap';
import { MAX_RANKED } from '../answer';
import type { FoundLeaf } from './evaluate';
import type { Leaf } from './leaf';
import { Marks } from './marks';
import type { SearchIndex } from '../indexing/search-index';
import { rarity } from './soften';

/** Rows whose titles are read again, to compare how the words stand there. */
const READ_AGAIN = 200;
const STEPS = 4096;
/** The words are, together, what something is called. */
const NAMED = 1.15;
const TOGETHER = 0.25;
const COVERED = 0.2;
const LEADING = 0.02;
const LONGEST_NAME = 6;

/**
 * Rows of `rows`, best first, at most MAX_RANKED. In this order it matters how rare the words are that a row has and in
 * which parts and how exactly it has them (summed over the words of the search); whether they are a name it has; and for
 * the best 200, how close together they stand in the title, how much of the title they are and whether they begin it.
 * The newer event comes first among equals, the undated last. O(rows × words).
 */
export function rank(index: SearchIndex, rows: Bitmap, found: readonly FoundLeaf[]): Uint32Array<ArrayBuffer> {
  const { count } = index.input;
  const leaves = found.flatMap(({ leaf, excluded }) => (excluded || !bearsRank(leaf) ? [] : [leaf]));
  const weights = leaves.map((leaf) => rarity(leaf.marks.count, count));
  const most = weights.reduce((sum, weight) => sum + weight, 0) * NAMED;
  const named = rowsOfNames(index, leaves);
  const scores = new Float32Array(rows.count);
  const list = rows.rows(0, count);
  for (let i = 0; i < list.length; i++) {
    const row = list[i];
    let score = 0;
    for (let k = 0; k < leaves.length; k++) score += (weights[k] * leaves[k].marks.grades[row]) / 255;
    scores[i] = most === 0 ? 0 : (score * (named !== null && named.grades[row] > 0 ? NAMED : 1)) / most;
  }
  const ranked = bestFirst(index, list, scores);
  return readAgain(index, ranked, leaves);
}

function bearsRank({ term }: Leaf): boolean {
  return term.kind === 'word' || term.kind === 'phrase' || term.kind === 'date';
}

/** Rows with a value that is called what some of the words say in a row; null when none is. */
function rowsOfNames(index: SearchIndex, leaves: readonly Leaf[]): Marks | null {
  const words = leaves.map(({ term }) => (term.kind === 'word' ? term.word : ''));
  let marks: Marks | null = null;
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 1; to <= Math.min(words.length, from + LONGEST_NAME); to++) {
      for (const value of index.names.called(words.slice(from, to).join(' '))) {
        marks ??= new Marks(index.input.count);
        marks.addAll(index.valueRows, value, 1);
      }
    }
  }
  return marks;
}

interface Ranked {
  readonly row: number;
  readonly score: number;
}

/** Sorted by score in STEPS steps; among equals newest first. O(rows). */
function bestFirst({ dated }: SearchIndex, list: Uint32Array, scores: Float32Array): Ranked[] {
  const starts = new Uint32Array(STEPS + 1);
  const steps = Uint16Array.from(scores, (score) => STEPS - 1 - Math.floor(score * (STEPS - 1)));
  for (const step of steps) starts[step + 1]++;
  for (let step = 0; step < STEPS; step++) starts[step + 1] += starts[step];
  const order = new Uint32Array(list.length);
  let firstUndated = list.length;
  while (firstUndated > 0 && list[firstUndated - 1] >= dated) firstUndated--;
  for (let i = firstUndated - 1; i >= 0; i--) order[starts[steps[i]]++] = i;
  for (let i = firstUndated; i < list.length; i++) order[starts[steps[i]]++] = i;
  return Array.from(order.subarray(0, MAX_RANKED), (i) => ({ row: list[i], score: scores[i] }));
}

function readAgain(index: SearchIndex, ranked: readonly Ranked[], leaves: readonly Leaf[]): Uint32Array<ArrayBuffer> {
  const words = leaves.map((leaf) => new Set(leaf.words));
  const again = ranked
    .slice(0, READ_AGAIN)
    .map(({ row, score }, at) => ({ row, at, score: score * (1 + titleBonus(index, row, words)) }))
    .sort((a, b) => b.score - a.score || a.at - b.at);
  return Uint32Array.from([...again, ...ranked.slice(READ_AGAIN)], ({ row }) => row);
}

function titleBonus({ input, scanner, vocabulary }: SearchIndex, row: number, words: readonly Set<number>[]): number {
  if (words.length === 0) return 0;
  const count = scanner.scan(input.event(row).title);
  const title: number[] = [];
  for (let i = 0; i < count; i++) if (scanner.wholes[i] === 0) title.push(vocabulary.find(scanner.word(i)));
  if (title.length === 0) return 0;
  const places = words.map((each) => title.flatMap((id, at) => (each.has(id) ? [at] : [])));
  let together = 0;
  for (let word = 0; word + 1 < places.length; word++) together += closeness(places[word], places[word + 1]);
  const covered = title.filter((id) => words.some((each) => each.has(id))).length;
  const leading = words.some((each) => each.has(title[0]));
  return (
    (words.length > 1 ? (TOGETHER * together) / (words.length - 1) : 0) +
    (COVERED * covered) / title.length +
    (leading ? LEADING : 0)
  );
}

/** 1 for two words side by side, less the further apart they stand or when the second comes first; 0 without one. */
function closeness(first: readonly number[], second: readonly number[]): number {
  let best = 0;
  for (const a of first)
    for (const b of second) if (a !== b) best = Math.max(best, b > a ? 1 / (b - a) : 0.7 / (a - b));
  return best;
}
