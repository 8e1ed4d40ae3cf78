import { Bitmap } from '../bitmap';
import { NO_NEEDLES, type SearchAnswer } from './answer';
import { evaluate } from './finding/evaluate';
import type { Leaf } from './finding/leaf';
import { parseSearch } from './language/parse-search';
import { rank } from './finding/rank';
import type { SearchIndex } from './indexing/search-index';
import { soften } from './finding/soften';
import { needlesOf, tell } from './finding/tell';
import type { Asked, Term } from './language/terms';

/**
 * What `text` finds. First the events that have every word as it is meant; when there are none, words may be misspelt
 * even if they stand somewhere; when there are still none, the events that have the greater part are given, as `soft`.
 * A last word with no space after it is still being typed and stands for every word that begins so. Never throws.
 */
export function search(index: SearchIndex, text: string): SearchAnswer {
  const { count } = index.input;
  const { asked, hints } = parseSearch(text);
  if (isEmpty(asked)) {
    const all = Bitmap.all(count);
    return {
      hits: all.words.slice(),
      count,
      rows: count,
      ranked: new Uint32Array(0),
      soft: false,
      understood: [],
      hints,
      needles: NO_NEEDLES,
    };
  }
  const told = [...hints];
  let result = evaluate(index, asked, { widely: false, hints: told });
  let soft = false;
  if (result.rows.count === 0) {
    const known = new Map<Term, Leaf>();
    const wider = evaluate(index, asked, { widely: true, hints: [] }, known);
    if (wider.rows.count > 0) result = wider;
    else {
      const rows = soften(index, asked, known);
      soft = rows.count > 0;
      if (soft) result = { rows, leaves: wider.leaves };
    }
  }
  const { rows, leaves } = result;
  return {
    hits: rows.words.slice(),
    count: rows.count,
    rows: count,
    ranked: rank(index, rows, leaves),
    soft,
    understood: tell(index, leaves, soft || rows.count <= 2),
    hints: told,
    needles: needlesOf(index, leaves),
  };
}

/** Whether nothing is asked: no words at all, or only marks between them. */
function isEmpty(asked: Asked): boolean {
  return asked.kind === 'and' && asked.of.every(isEmpty);
}
