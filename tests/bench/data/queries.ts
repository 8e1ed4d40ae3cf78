import { type Random, random } from '../../fixtures/random';
import { eventsOf, headOf, SEED, vocabulary } from './chronology';

export type QueryClass = keyof typeof MADE;

export interface TextQuery {
  readonly kind: QueryClass;
  readonly text: string;
}

/** Titles that queries are made from: those of the first events. */
const TITLES = 400;
const OF_EACH = 6;

/** One way each to make a query out of the words of a title and the words of the language. */
const MADE = {
  word: (source: Random, _: readonly string[], words: readonly string[]) => words[20 + source.below(400)],
  'rare word': (_: Random, title: readonly string[]) => longest(title),
  'two words': (_: Random, title: readonly string[]) => title.slice(-2).join(' '),
  'three words': (_: Random, title: readonly string[]) => [...title.slice(-3)].reverse().join(' '),
  name: (_: Random, title: readonly string[]) => title.slice(0, 2).join(' '),
  prefix: (_: Random, title: readonly string[]) => longest(title).slice(0, 4),
  'short prefix': (source: Random, title: readonly string[]) => source.pick(title).slice(0, 2),
  typo: (source: Random, title: readonly string[]) => replaced(source, longest(title)),
  swap: (_: Random, title: readonly string[]) => swapped(longest(title)),
  'typo in a name': (source: Random, title: readonly string[]) => `${replaced(source, title[0])} ${title[1]}`,
  phrase: (_: Random, title: readonly string[]) => `"${title.slice(-3).join(' ')}"`,
  nothing: (source: Random) => `xq${source.below(10_000)}zw`,
} as const;

/**
 * Six queries of each class, in an order drawn by lot so that any beginning of them is a fair sample; made from titles
 * of the chronology of `count` events. The same at every call.
 */
export function queriesOf(count: number): readonly TextQuery[] {
  const words = vocabulary();
  const titles: string[] = [];
  for (const { title } of eventsOf(count, headOf(count, words), words)) {
    if (titles.push(title.toLowerCase()) === Math.min(TITLES, count)) break;
  }
  const source = random(SEED + 3);
  const kinds = Object.keys(MADE) as QueryClass[];
  const made = kinds.flatMap((kind) =>
    Array.from({ length: OF_EACH }, () => ({ kind, text: MADE[kind](source, source.pick(titles).split(' '), words) })),
  );
  for (let last = made.length - 1; last > 0; last--) {
    const other = source.below(last + 1);
    [made[last], made[other]] = [made[other], made[last]];
  }
  return made;
}

/** Every text that stands in the box while `texts` are typed, letter by letter. */
export function keystrokesOf(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => Array.from(text, (_, at) => text.slice(0, at + 1)));
}

function longest(words: readonly string[]): string {
  return words.reduce((long, word) => (word.length > long.length ? word : long));
}

function replaced(source: Random, word: string): string {
  const at = 1 + source.below(Math.max(1, word.length - 1));
  const letter = source.pick([...'aeiorstln'].filter((each) => each !== word[at]));
  return word.slice(0, at) + letter + word.slice(at + 1);
}

function swapped(word: string): string {
  const at = Math.floor(word.length / 2);
  return word.slice(0, at - 1) + word[at] + word[at - 1] + word.slice(at + 1);
}
