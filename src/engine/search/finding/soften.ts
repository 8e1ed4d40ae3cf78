import { Bitmap, wordsFor } from '../../bitmap';
import { evaluate } from './evaluate';
import type { Leaf } from './leaf';
import { ANYWHERE } from '../indexing/parts';
import type { SearchIndex } from '../indexing/search-index';
import type { Asked, Term } from '../language/terms';

/** Share of the weight of what is asked that a nearest event must have. */
const SHARE = 0.5;
/** Half a thousandth: sums of weights are not exact. */
const SLACK = 5e-4;

/** How much a term that `count` of `rows` events have narrows a search. */
export function rarity(count: number, rows: number): number {
  return Math.log(1 + rows / Math.max(1, count));
}

/**
 * Rows nearest to what is asked when no row has all of it: those that have at least half of its rarity, one of its
 * rarer terms among it. Fields, dates of fields and exclusions still hold. A word that stands nowhere weighs as much
 * as the others do on average; a phrase that stands nowhere is taken as its words.
 */
export function soften(index: SearchIndex, asked: Asked, known: Map<Term, Leaf>): Bitmap {
  const { count } = index.input;
  const finding = { widely: true, hints: [] };
  let allowed = Bitmap.all(count);
  const units: { readonly rows: Bitmap; readonly weight: number }[] = [];
  let nowhere = 0;
  for (const part of partsOf(asked)) {
    const { rows } = evaluate(index, part, finding, known);
    if (isFirm(part)) allowed = allowed.and(rows);
    else if (rows.count === 0) nowhere++;
    else units.push({ rows, weight: rarity(rows.count, count) });
  }
  if (units.length === 0 || !units.some(({ rows }) => rows.count * 2 <= count)) return Bitmap.none(count);
  const sum = units.reduce((total, { weight }) => total + weight, 0);
  const needed = (sum + (nowhere * sum) / units.length) * SHARE * (1 - SLACK);
  const weights = new Float32Array(count);
  for (const { rows, weight } of units) rows.forEach(0, count, (row) => (weights[row] += weight));
  const rarer = units.reduce((all, { rows }) => (rows.count * 2 <= count ? all.or(rows) : all), Bitmap.none(count));
  const words = new Uint32Array(wordsFor(count));
  rarer.and(allowed).forEach(0, count, (row) => {
    if (weights[row] >= needed) words[row >>> 5] |= 1 << (row & 31);
  });
  return Bitmap.of(words, count);
}

function isFirm(asked: Asked): boolean {
  if (asked.kind === 'not') return true;
  if (asked.kind !== 'term') return false;
  const { kind } = asked.term;
  return kind === 'value' || kind === 'time' || kind === 'skipped';
}

/** What must all be found, one by one; phrases as their words. */
function partsOf(asked: Asked): Asked[] {
  if (asked.kind === 'and') return asked.of.flatMap(partsOf);
  if (asked.kind !== 'term' || asked.term.kind !== 'phrase') return [asked];
  const { words, parts, text, from, to } = asked.term;
  return words.map((word): Asked => ({
    kind: 'term',
    term: { kind: 'word', word, parts: parts & ANYWHERE, begun: false, joins: [], text, from, to },
  }));
}
