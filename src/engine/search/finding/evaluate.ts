import { setRange } from '../../bitmap';
import { findPhrases } from './find-phrases';
import { type Finding, findTerm } from './find-term';
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

/** Rows that have all that is asked. A term that is among `known` leaves is not looked up again; others are added there. */
export function* evaluate(
  run: Run,
  asked: Asked,
  finding: Omit<Finding, 'excluded'>,
  known = new Map<Term, Leaf>(),
): Steps<Evaluated> {
  const leaves: FoundLeaf[] = [];
  for (const [term, leaf] of yield* findPhrases(run, phrasesOf(asked, known))) known.set(term, leaf);
  const bits = yield* bitsOf(asked, false);
  return { bits, leaves };

  function* bitsOf(each: Asked, excluded: boolean): Steps<Uint32Array> {
    switch (each.kind) {
      case 'term': {
        const { term } = each;
        let leaf = known.get(term);
        if (leaf === undefined && term.kind !== 'phrase') {
          leaf = yield* findTerm(run, term, { ...finding, excluded });
          known.set(term, leaf);
        }
        if (leaf === undefined) return run.bits();
        leaves.push({ leaf, excluded });
        return term.kind === 'skipped' ? all(run) : leaf.marks.bits;
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
