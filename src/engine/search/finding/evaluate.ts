import { Bitmap } from '../../bitmap';
import { type Finding, findTerm } from './find-term';
import type { Leaf } from './leaf';
import type { Run, Steps } from './run';
import type { Asked, Term } from '../language/terms';

/** A leaf, and whether it is something that events must not have. */
export interface FoundLeaf {
  readonly leaf: Leaf;
  readonly excluded: boolean;
}

export interface Evaluated {
  readonly rows: Bitmap;
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
  const rows = yield* rowsOf(asked, false);
  return { rows, leaves };

  function* rowsOf(each: Asked, excluded: boolean): Steps<Bitmap> {
    const { count } = run.index;
    switch (each.kind) {
      case 'term': {
        const leaf = known.get(each.term) ?? (yield* findTerm(run, each.term, { ...finding, excluded }));
        known.set(each.term, leaf);
        leaves.push({ leaf, excluded });
        return each.term.kind === 'skipped' ? Bitmap.all(count) : Bitmap.of(leaf.marks.bits, count);
      }
      case 'not':
        return (yield* rowsOf(each.of, !excluded)).not();
      case 'and':
      case 'or': {
        let rows = each.kind === 'and' ? Bitmap.all(count) : Bitmap.none(count);
        for (const part of each.of) {
          const more = yield* rowsOf(part, excluded);
          rows = each.kind === 'and' ? rows.and(more) : rows.or(more);
          if (run.spend(rows.words.length)) yield;
        }
        return rows;
      }
    }
  }
}
