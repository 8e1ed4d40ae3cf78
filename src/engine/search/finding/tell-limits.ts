import { cutText } from '../../../domain/quote';
import type { Hint, Understood } from '../answer';
import type { Term } from '../language/terms';
import type { Afforded } from './afford';
import type { Run } from './run';

/** Words that are named where there may be many. */
const MOST_NAMED = 5;
const LONGEST_NAMED = 40;

/** What of a search was too much work to be done, for people; nothing when all was. */
export function limitsOf({ index, unread }: Run, { taken, leftOut }: Afforded): Hint[] {
  const hints: Hint[] = [];
  const add = (terms: readonly Term[], message: (named: string) => string): void => {
    if (terms.length === 0) return;
    const from = Math.min(...terms.map((term) => term.from));
    const to = Math.max(...terms.map((term) => term.to));
    hints.push({ message: message(named(terms)), from, to });
  };
  const rows = index.count.toLocaleString('en');
  add(
    leftOut.map(({ term }) => term),
    (left) =>
      `Only ${taken} of ${taken + leftOut.length} words and phrases are searched for: all at once are too much for ${rows} events; left out: ${left}`,
  );
  add([...unread.phrases], (phrases) => {
    return `The words of ${phrases} are together in too many events to look whether they stand in a row, so they are searched for in whatever order; ask for rarer words`;
  });
  add([...unread.misspelt], (words) => {
    return `Not all spellings near to ${words} are looked for: that is too much at once for ${rows} events; ask for fewer words`;
  });
  add([...unread.nearest], (phrases) => {
    return `What is nearest is told by the rarer words of ${phrases} only; ask for fewer words`;
  });
  return hints;
}

/** How the terms that are left out were read: not at all. */
export function leftOutOf({ leftOut }: Afforded): Understood[] {
  return leftOut.map(({ term: { text, from, to }, excluded }) => {
    const meaning = 'is left out: so many words at once are too much';
    return { text, from, to, excluded, reading: 'skipped', as: [], count: 0, meaning, nearest: [] };
  });
}

function named(terms: readonly Term[]): string {
  const texts = [...new Set(terms.map(({ text }) => `“${cut(text)}”`))];
  const more = texts.length - MOST_NAMED;
  return `${texts.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function cut(text: string): string {
  const short = cutText(text, LONGEST_NAMED);
  return short.length < text.length ? `${short}…` : text;
}
