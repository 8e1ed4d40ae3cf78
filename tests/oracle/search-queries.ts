import type { ChronologyEvent } from '../../src/domain/event';
import type { Random } from '../fixtures/random';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';

/** A search text as somebody might type it: words of events, misspelt, cut short, in quotes, with fields and signs. */
export function someQuery(source: Random, events: readonly ChronologyEvent[], names: readonly string[]): string {
  const terms = Array.from({ length: 1 + source.below(3) }, () => someTerm(source, events, names));
  if (source.chance(0.12) && terms.length > 1) terms.splice(1, 0, 'OR');
  if (source.chance(0.08)) return `(${terms.join(' ')}) ${someTerm(source, events, names)}`;
  return terms.join(' ') + (source.chance(0.5) ? ' ' : '');
}

function someTerm(source: Random, events: readonly ChronologyEvent[], names: readonly string[]): string {
  const words = source
    .pick([(event: ChronologyEvent) => event.title, (event: ChronologyEvent) => event.summary ?? event.title])(
      source.pick(events),
    )
    .split(/\s+/);
  const word = source.pick(words).replace(/["():|]/g, '') || 'word';
  const name = source.pick(names);
  switch (source.below(16)) {
    case 0:
    case 1:
    case 2:
      return misspelt(source, word);
    case 3:
      return `-${word}`;
    case 4: {
      const at = source.below(words.length);
      return `"${words
        .slice(at, at + 1 + source.below(3))
        .join(' ')
        .replaceAll('"', '')}"`;
    }
    case 5:
      return `${source.pick(['actor:', 'topic:', 'type:', 'place:', 'person:', '-actor:', 'title:', 'source:'])}${source.chance(0.5) ? `"${name}"` : misspelt(source, name.split(' ')[0])}`;
    case 6:
      return `${source.pick(['before:', 'after:', 'date:', '-date:'])}${source.pick(['2022', '2015-06', '1999..2004', '2023-11-23', '201X', '..2001'])}`;
    case 7:
      return source.pick(['2022', 'january 2022', '2010-12', '1990s', 'november', '6 january 2022', 'май']);
    case 8:
      return word.slice(0, 1 + source.below(word.length));
    case 9:
      return name;
    case 10:
      return word.length > 6 ? `${word.slice(0, 4)} ${word.slice(4)}` : word + source.pick(words);
    default:
      return word;
  }
}

function misspelt(source: Random, word: string): string {
  const at = source.below(word.length);
  const letter = ALPHABET[source.below(26)];
  const slip = source.pick([
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at),
    word.slice(0, at) + letter + word.slice(at + 1),
    word.slice(0, at) + word.slice(at + 1, at + 2) + word.slice(at, at + 1) + word.slice(at + 2),
  ]);
  return source.chance(0.25) && slip.length > 2 ? misspelt(source, slip) : slip;
}
