import { countBits } from '../../rows/popcount';
import { afford } from './afford';
import { all, evaluate, type Known } from './evaluate';
import { NearRows } from './near-rows';
import { ANYWHERE } from '../indexing/parts';
import type { Run, Steps } from './run';
import type { Asked } from '../language/terms';

/** Share of the weight of what is asked that a nearest event must have. */
const SHARE = 0.5;
/** Words of bitmaps between two looks at the work that was done. */
const SLICE = 4096;
/** Half a thousandth: sums of weights are not exact. */
const SLACK = 5e-4;

/** How much a term that `count` of `rows` events have narrows a search. */
export function rarity(count: number, rows: number): number {
  return Math.log(1 + rows / Math.max(1, count));
}

/**
 * Rows nearest to what is asked when no row has all of it: those that have at least half of its rarity, one of its
 * rarer terms among it. Fields, dates of fields and exclusions still hold. A word that stands nowhere weighs as much
 * as the others do on average; a phrase that stands nowhere is taken as its words. O(rows that have a rarer term × terms).
 */
export function* soften(run: Run, asked: Asked, known: Known): Steps<Uint32Array> {
  const { count } = run.index;
  const nearest = run.bits();
  const allowed = all(run);
  const units: { readonly bits: Uint32Array; readonly weight: number; readonly isRarer: boolean }[] = [];
  let nowhere = 0;
  const { asked: parted, leftOut } = afford(run, { kind: 'and', of: phraseWordsOf(asked) }, known);
  for (const { term } of leftOut) run.unread.nearest.add(term);
  for (const part of [...partsOf(asked), ...partsOf(parted)]) {
    const { bits } = yield* evaluate(run, part, true, known);
    const having = countBits(bits, 0, bits.length);
    if (isFirm(part)) for (let i = 0; i < bits.length; i++) allowed[i] &= bits[i];
    else if (having === 0) nowhere++;
    else units.push({ bits, weight: rarity(having, count), isRarer: having * 2 <= count });
  }
  if (!units.some(({ isRarer }) => isRarer)) return nearest;
  const sum = units.reduce((total, { weight }) => total + weight, 0);
  const needed = (sum + (nowhere * sum) / units.length) * SHARE * (1 - SLACK);
  const candidates = run.bits();
  for (const { bits, isRarer } of units) {
    if (isRarer) for (let i = 0; i < bits.length; i++) candidates[i] |= bits[i] & allowed[i];
  }
  const weighed = new NearRows(units, needed);
  for (let at = 0; at < nearest.length; at += SLICE) {
    const end = Math.min(nearest.length, at + SLICE);
    weighed.find(candidates, nearest, at, end);
    if (run.spend((end - at) * (8 + units.length))) yield;
  }
  return nearest;
}

function isFirm(asked: Asked): boolean {
  if (asked.kind === 'not') return true;
  if (asked.kind !== 'term') return false;
  const { kind } = asked.term;
  return kind === 'value' || kind === 'time' || kind === 'skipped';
}

/** What must all be found, one by one, but phrases. */
function partsOf(asked: Asked): Asked[] {
  if (asked.kind === 'and') return asked.of.flatMap(partsOf);
  return asked.kind === 'term' && asked.term.kind === 'phrase' ? [] : [asked];
}

/** The words of phrases that must be found. */
function phraseWordsOf(asked: Asked): Asked[] {
  if (asked.kind === 'and') return asked.of.flatMap(phraseWordsOf);
  if (asked.kind !== 'term' || asked.term.kind !== 'phrase') return [];
  const { words, parts, text, from, to } = asked.term;
  return words.map((word): Asked => ({
    kind: 'term',
    term: { kind: 'word', word, parts: parts & ANYWHERE, begun: false, joins: [], text, from, to },
  }));
}
