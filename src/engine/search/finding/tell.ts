import type { Needles, Reading, Understood } from '../answer';
import type { FoundLeaf } from './evaluate';
import { nearestTo } from './expand';
import type { Leaf } from './leaf';
import type { Run } from './run';
import type { SearchIndex } from '../indexing/search-index';

/** A word that stands in this few events may be a slip. */
const HARDLY = 2;
/** Words to mark; a beginning is one. */
const MOST_NEEDLES = 400;

/** Words for which it is said what is nearest; the rest go without. */
const MOST_NEAREST = 4;

/** How each term was read. `closely`: also say what is nearest to words that find little. */
export function tell(run: Run, found: readonly FoundLeaf[], closely: boolean): Understood[] {
  let asked = 0;
  return found
    .map(({ leaf, excluded }) => {
      const { term, reading, as } = leaf;
      const count = leaf.marks.count;
      const asks = term.kind === 'word' && closely && !excluded && (reading === 'nowhere' || count <= HARDLY);
      const nearest = asks && asked++ < MOST_NEAREST ? nearestTo(run, term.word) : [];
      const { text, from, to } = term;
      const meaning = meaningOf(leaf, excluded, nearest);
      return { text, from, to, excluded, reading, as, count, meaning, nearest };
    })
    .sort((a, b) => a.from - b.from);
}

function meaningOf({ term, reading, as, marks }: Leaf, excluded: boolean, nearest: readonly string[]): string {
  if (reading === 'skipped') return 'is left out: it narrows nothing';
  const events = `${marks.count} ${marks.count === 1 ? 'event' : 'events'}`;
  const quoted = as.map((each) => `“${each}”`).join(', ');
  if (marks.count === 0) {
    const who = term.kind === 'value' ? `names no ${term.name} of this chronology` : 'is in no event';
    return nearest.length === 0 ? who : `${who}; nearest: ${nearest.map((word) => `“${word}”`).join(', ')}`;
  }
  const left = excluded ? 'leaves out' : 'finds';
  return `${WORDS[reading]}${SHOWN.has(reading) && quoted !== '' ? ` ${quoted}` : ''}: ${left} ${events}`;
}

const SHOWN: ReadonlySet<Reading> = new Set<Reading>([
  'alias',
  'other form',
  'beginning',
  'transliteration',
  'joined',
  'split',
  'typing error',
  'date',
  'name',
]);

const WORDS: Readonly<Record<Reading, string>> = {
  'as written': 'as written',
  alias: 'is another name of',
  'other form': 'is read as',
  beginning: 'begins',
  transliteration: 'is another spelling of',
  joined: 'is read as',
  split: 'is read as',
  'typing error': 'is taken for',
  date: 'is read as the date',
  name: 'is',
  apart: 'is read as its words, in whatever order',
  skipped: '',
  nowhere: '',
};

/** What to mark in the texts of the events found. */
export function needlesOf({ vocabulary }: SearchIndex, found: readonly FoundLeaf[]): Needles {
  const words = new Set<string>();
  const prefixes = new Set<string>();
  const phrases: Needles['phrases'][number][] = [];
  for (const { leaf, excluded } of found) {
    const { term } = leaf;
    if (excluded || term.kind === 'skipped') continue;
    if (term.kind === 'phrase' && term.words.length > 1 && leaf.reading !== 'apart')
      phrases.push({ words: term.words, begun: term.begun });
    else if ((term.kind === 'word' || term.kind === 'phrase') && term.begun) {
      const begun = term.kind === 'word' ? term.word : term.words[term.words.length - 1];
      prefixes.add(begun);
      for (const id of leaf.words) {
        if (words.size >= MOST_NEEDLES) break;
        const word = vocabulary.word(id);
        if (!word.startsWith(begun)) words.add(word);
      }
    } else for (const id of leaf.words.slice(0, MOST_NEEDLES)) words.add(vocabulary.word(id));
  }
  return { words: [...words].sort(), prefixes: [...prefixes], phrases };
}
