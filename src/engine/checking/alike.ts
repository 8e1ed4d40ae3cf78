import type { Actor } from '../../domain/dataset';
import { foldText } from '../search/text/tokens';

/** Shorter ones stand for too many names. */
const LEAST_LETTERS = 3;

/**
 * Groups of actors whose names differ by case, accents, script, punctuation or abbreviation only, as indexes, each group
 * ascending, in the order of their first: the same letters, the first letters of all words (`CSTO`), or a first name cut to its letter
 * (`N. Nazarbayev`). Names that two different actors could be short for are told apart. Linear in the names.
 */
export function alikeActors(actors: readonly Actor[]): number[][] {
  const folded = actors.map(({ name }) => foldText(name));
  const leaders = actors.map((_, index) => index);
  const leaderOf = (index: number): number => {
    let at = index;
    while (leaders[at] !== at) at = leaders[at];
    return at;
  };
  const join = (a: number, b: number): void => {
    const [first, second] = [leaderOf(a), leaderOf(b)].sort((x, y) => x - y);
    leaders[second] = first;
  };

  const byLetters = new Map<string, number>();
  for (const [index, text] of folded.entries()) {
    const letters = text.replaceAll(' ', '');
    if (letters === '') continue;
    const before = byLetters.get(letters);
    if (before === undefined) byLetters.set(letters, index);
    else join(before, index);
  }
  const longForms = new Map<string, Set<number>>();
  for (const [index, text] of folded.entries()) {
    for (const short of shortForms(text)) {
      const longs = longForms.get(short) ?? new Set();
      longForms.set(short, longs.add(leaderOf(index)));
    }
  }
  for (const [index, text] of folded.entries()) {
    const longs = longForms.get(text);
    if (longs?.size === 1) for (const long of longs) join(long, index);
  }

  const groups = new Map<number, number[]>();
  for (const index of actors.keys()) {
    const leader = leaderOf(index);
    groups.set(leader, [...(groups.get(leader) ?? []), index]);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

/** How a folded name may be abbreviated; itself not among them. */
function shortForms(text: string): string[] {
  const words = text.split(' ');
  if (words.length < 2) return [];
  const initials = words.map((word) => word.charAt(0)).join('');
  const [first, ...rest] = words;
  const forms = initials.length >= LEAST_LETTERS ? [initials] : [];
  if (first.length > 1) forms.push(`${first.charAt(0)} ${rest.join(' ')}`);
  return forms;
}
