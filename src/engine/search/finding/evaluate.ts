import { Bitmap } from '../../bitmap';
import { type Finding, findTerm } from './find-term';
import type { Leaf } from './leaf';
import type { SearchIndex } from '../indexing/search-index';
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
export function evaluate(
  index: SearchIndex,
  asked: Asked,
  finding: Omit<Finding, 'excluded'>,
  known = new Map<Term, Leaf>(),
): Evaluated {
  const { count } = index.input;
  const leaves: FoundLeaf[] = [];
  const rowsOf = (each: Asked, excluded: boolean): Bitmap => {
    switch (each.kind) {
      case 'term': {
        const leaf = known.get(each.term) ?? findTerm(index, each.term, { ...finding, excluded });
        known.set(each.term, leaf);
        leaves.push({ leaf, excluded });
        return each.term.kind === 'skipped' ? Bitmap.all(count) : Bitmap.of(leaf.marks.bits, count);
      }
      case 'not':
        return rowsOf(each.of, !excluded).not();
      case 'and':
        return each.of.reduce((rows, part) => rows.and(rowsOf(part, excluded)), Bitmap.all(count));
      case 'or':
        return each.of.reduce((rows, part) => rows.or(rowsOf(part, excluded)), Bitmap.none(count));
    }
  };
  return { rows: rowsOf(asked, false), leaves };
}
