import { setRange } from '../../bitmap';
import { findPhrases } from './find-phrases';
import { findTerm } from './find-term';
import { findWord, widened, type WordLeaf } from './find-word';
import type { Found } from './gathering';
import type { Leaf } from './leaf';
import type { Run, Steps } from './run';
import type { Asked, PhraseTerm, Term } from '../language/terms';

/** A leaf, and whether it is something that events must not have. */
export interface FoundLeaf {
  readonly leaf: Leaf;
  readonly excluded: boolean;
}

export interface Evaluated {
  /** One bit a row, as Bitmap has them; until the run ends. */
  readonly bits: Uint32Array;
  /** In the order of the text. */
  readonly leaves: readonly FoundLeaf[];
}

/** What the terms of a search find, as far as is known. */
export class Known {
  readonly others = new Map<Term, Leaf>();
  readonly words = new Map<Term, WordLeaf>();
  readonly meant = new Map<Term, Found>();
}

/**
 * Rows that have all that is asked; `widely`: also those that have words which what is asked may be misspelt from, even
 * though it stands somewhere. What is `known` is not looked up again; the rest is added there.
 */
export function* evaluate(run: Run, asked: Asked, widely: boolean, known: Known): Steps<Evaluated> {
  const leaves: FoundLeaf[] = [];
  for (const [term, leaf] of yield* findPhrases(run, phrasesOf(asked, known.others))) known.others.set(term, leaf);
  const bits = yield* bitsOf(asked, false);
  return { bits, leaves };

  function* leafOf(term: Term, excluded: boolean): Steps<Leaf | undefined> {
    if (term.kind === 'word') {
      const meant = known.words.get(term) ?? (yield* findWord(run, term, excluded, known.meant.get(term)));
      const leaf = widely ? yield* widened(run, meant) : meant;
      known.words.set(term, leaf);
      return leaf;
    }
    const leaf = known.others.get(term);
    if (leaf !== undefined || term.kind === 'phrase') return leaf;
    const found = yield* findTerm(run, term, excluded);
    known.others.set(term, found);
    return found;
  }

  function* bitsOf(each: Asked, excluded: boolean): Steps<Uint32Array> {
    switch (each.kind) {
      case 'term': {
        const leaf = yield* leafOf(each.term, excluded);
        if (leaf === undefined) return run.bits();
        leaves.push({ leaf, excluded });
        return each.term.kind === 'skipped' ? all(run) : leaf.marks.bits;
      }
      case 'not': {
        const denied = yield* bitsOf(each.of, !excluded);
        const bits = all(run);
        for (let i = 0; i < bits.length; i++) bits[i] &= ~denied[i];
        return bits;
      }
      case 'and':
      case 'or': {
        const bits = each.kind === 'and' ? all(run) : run.bits();
        for (const part of each.of) {
          const more = yield* bitsOf(part, excluded);
          if (each.kind === 'and') for (let i = 0; i < bits.length; i++) bits[i] &= more[i];
          else for (let i = 0; i < bits.length; i++) bits[i] |= more[i];
          if (run.spend(bits.length)) yield;
        }
        return bits;
      }
    }
  }
}

/** Bits of all rows. */
export function all(run: Run): Uint32Array<ArrayBuffer> {
  const bits = run.bits();
  setRange(bits, 0, run.index.count);
  return bits;
}

/** Phrases of `asked` that are not among the `known`. */
function phrasesOf(asked: Asked, known: ReadonlyMap<Term, Leaf>): PhraseTerm[] {
  switch (asked.kind) {
    case 'term':
      return asked.term.kind === 'phrase' && !known.has(asked.term) ? [asked.term] : [];
    case 'not':
      return phrasesOf(asked.of, known);
    case 'and':
    case 'or':
      return asked.of.flatMap((each) => phrasesOf(each, known));
  }
}
