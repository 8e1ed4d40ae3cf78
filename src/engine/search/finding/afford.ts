import type { SearchIndex } from '../indexing/search-index';
import type { Asked, Term } from '../language/terms';
import type { Known } from './evaluate';
import { meaningsOf } from './expand';
import { exactly } from './find-phrases';
import type { Found } from './gathering';
import type { Run } from './run';
import { timesUsed } from './usage';
import { workOfLists, workOfTerm } from './work';

/** A part of a search that can be done with the work that is left. */
export interface Afforded {
  readonly asked: Asked;
  /** Terms that are in it. */
  readonly taken: number;
  /** Terms that are not, in the order of the text. */
  readonly leftOut: readonly LeftOut[];
}

export interface LeftOut {
  readonly term: Term;
  readonly excluded: boolean;
}

/**
 * As many terms of `asked` as `run` can afford, those that stand in the fewest events first; at least one. What a term that is
 * left out narrowed or added, it does not: the rest of `asked` stays as it is.
 */
export function afford(run: Run, asked: Asked, known: Known): Afforded {
  const terms = termsIn(asked, false).map((each) => {
    const words = wordsOf(run, each, known);
    const work = words.reduce((sum, word) => sum + workOfLists(run.index, word), workOfTerm(run.index, each.term));
    return { ...each, words, work };
  });
  const taken = terms.length;
  if (run.affords(terms.reduce((sum, { work }) => sum + work, 0))) return { asked, taken, leftOut: [] };
  const rarest = terms
    .map((each) => ({ ...each, events: eventsOf(run.index, each.words) }))
    .sort((a, b) => a.events - b.events || a.term.from - b.term.from);
  const leftOut = rarest.filter(({ work }, at) => !run.affords(work) && at > 0);
  const rest = without(asked, new Set(leftOut.map(({ term }) => term)));
  return {
    asked: rest ?? { kind: 'and', of: [] },
    taken: taken - leftOut.length,
    leftOut: leftOut.sort((a, b) => a.term.from - b.term.from),
  };
}

/** What each word of a term may mean; nothing for terms that are no words. */
function wordsOf({ index }: Run, { term, excluded }: LeftOut, known: Known): Found[] {
  if (term.kind === 'word') {
    const meant = meaningsOf(index, term, excluded);
    known.meant.set(term, meant);
    return [meant];
  }
  if (term.kind !== 'phrase') return [];
  const { words, begun, parts } = term;
  return words.map((word, i) => exactly(index, word, begun && i === words.length - 1, parts));
}

/** Events that have all words, at most; 0 for none, so that fields and dates are taken first. */
function eventsOf(index: SearchIndex, words: readonly Found[]): number {
  return words.length === 0 ? 0 : Math.min(...words.map((word) => timesFound(index, word)));
}

/** Events that have a word, at most. */
function timesFound(index: SearchIndex, { variants, ranges }: Found): number {
  let times = 0;
  for (const { word } of variants) times += timesUsed(index, word);
  for (const { from, to } of ranges) for (let word = from; word < to; word++) times += timesUsed(index, word);
  return times;
}

/** All terms but those that are left out anyway, in the order of the text. */
function termsIn(asked: Asked, excluded: boolean): LeftOut[] {
  switch (asked.kind) {
    case 'term':
      return asked.term.kind === 'skipped' ? [] : [{ term: asked.term, excluded }];
    case 'not':
      return termsIn(asked.of, !excluded);
    case 'and':
    case 'or':
      return asked.of.flatMap((each) => termsIn(each, excluded));
  }
}

function without(asked: Asked, terms: ReadonlySet<Term>): Asked | null {
  switch (asked.kind) {
    case 'term':
      return terms.has(asked.term) ? null : asked;
    case 'not': {
      const of = without(asked.of, terms);
      return of === null ? null : { kind: 'not', of };
    }
    case 'and':
    case 'or': {
      const of = asked.of.map((each) => without(each, terms)).filter((each) => each !== null);
      return of.length === 0 && asked.of.length > 0 ? null : { kind: asked.kind, of };
    }
  }
}
