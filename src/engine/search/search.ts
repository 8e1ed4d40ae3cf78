import { cutText } from '../../domain/quote';
import { Bitmap } from '../bitmap';
import { countBits } from '../rows/popcount';
import { type Hint, NO_NEEDLES, type SearchAnswer } from './answer';
import { afford } from './finding/afford';
import { evaluate, Known } from './finding/evaluate';
import { parseSearch } from './language/parse-search';
import { rank } from './finding/rank';
import { BUDGET, Run, type Steps } from './finding/run';
import type { SearchIndex } from './indexing/search-index';
import { soften } from './finding/soften';
import { needlesOf, tell } from './finding/tell';
import { leftOutOf, limitsOf } from './finding/tell-limits';
import type { Asked } from './language/terms';

/** What `text` finds, at once. As `searching`. */
export function search(index: SearchIndex, text: string, budget = BUDGET): SearchAnswer {
  const steps = searching(index, text, budget);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/**
 * What `text` finds, in slices of a few milliseconds between which it may be left for good: `return()` then, so that its
 * room is used again. First the events that have every word as it is meant; when there are none, words may be misspelt
 * even if they stand somewhere; when there are still none, the events that have the greater part are given, as `soft`.
 * A last word with no space after it is still being typed and stands for every word that begins so. Of what would take
 * more work than `budget` only a part is searched for, and `hints` say which. Never throws.
 */
export function* searching(index: SearchIndex, text: string, budget = BUDGET): Steps<SearchAnswer> {
  const { asked: wanted, hints } = parseSearch(text);
  if (isEmpty(wanted)) return everything(index.count, hints.length > 0 || text.trim() === '' ? hints : [noWord(text)]);
  const run = new Run(index, budget);
  try {
    const known = new Known();
    const afforded = afford(run, wanted, known);
    const { asked } = afforded;
    let result = yield* evaluate(run, asked, false, known);
    let count = countBits(result.bits, 0, result.bits.length);
    let soft = false;
    if (count === 0) {
      const wider = yield* evaluate(run, asked, true, known);
      count = countBits(wider.bits, 0, wider.bits.length);
      if (count > 0) result = wider;
      else {
        const bits = yield* soften(run, asked, known);
        count = countBits(bits, 0, bits.length);
        soft = count > 0;
        if (soft) result = { bits, leaves: wider.leaves };
      }
    }
    const { bits, leaves } = result;
    return {
      hits: bits.slice(),
      count,
      rows: index.count,
      ranked: yield* rank(run, bits, leaves),
      soft,
      understood: [...tell(run, leaves, soft || count <= 2), ...leftOutOf(afforded)].sort((a, b) => a.from - b.from),
      hints: [...hints, ...limitsOf(run, afforded)],
      needles: needlesOf(index, leaves),
    };
  } finally {
    run.end();
  }
}

function everything(count: number, hints: SearchAnswer['hints']): SearchAnswer {
  return {
    hits: Bitmap.all(count).words.slice(),
    count,
    rows: count,
    ranked: new Uint32Array(0),
    soft: false,
    understood: [],
    hints,
    needles: NO_NEEDLES,
  };
}

function noWord(text: string): Hint {
  const message = `There is no word in “${cutText(text.trim(), 20)}”, so every event is shown; type letters or digits`;
  return { message, from: 0, to: text.length };
}

/** Whether nothing is asked: no words at all, or only marks between them. */
function isEmpty(asked: Asked): boolean {
  return asked.kind === 'and' && asked.of.every(isEmpty);
}
