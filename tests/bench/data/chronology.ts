import { momentsOf } from '../../fixtures/generate-dates';
import { type Random, random } from '../../fixtures/random';
import { wordsOf } from '../../fixtures/words';

/** Of all that is drawn by lot here. */
export const SEED = 20;

/** Counts of facet values: 60 in all. */
export const ACTORS = 32;
export const TOPICS = 20;
export const TYPES = 8;
const PLAIN_WORDS = 6_000;
const WORDS = 30_000;
const DAY_MS = 86_400_000;
const KINDS = ['person', 'body', 'state', 'person'] as const;

/** An event as it stands in the file, in the dateline/1 format. */
export interface FileEvent {
  readonly id: string;
  readonly title: string;
  readonly date: string | null;
  readonly summary: string;
  readonly actors: readonly string[];
  readonly topics: readonly string[];
  readonly type: string;
  readonly sources: readonly { readonly title: string; readonly url: string }[];
}

/** What an actor or a topic is called; a type's id is its name. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Head {
  readonly format: 'dateline/1';
  readonly title: string;
  readonly language: 'en';
  readonly actors: readonly (Named & { readonly kind: string })[];
  readonly topics: readonly Named[];
}

/** The words of all texts, the frequent ones first; the rarest are compounds of others. */
export function vocabulary(): readonly string[] {
  const source = random(SEED);
  const plain = wordsOf(source, PLAIN_WORDS);
  const words = new Set(plain);
  while (words.size < WORDS) words.add(source.pick(plain) + source.pick(plain));
  return [...words];
}

/** The same names at every size, all different. */
export function headOf(count: number, words: readonly string[]): Head {
  const name = (i: number): string => `${capital(words[400 + i * 2])} ${capital(words[401 + i * 2])}`;
  return {
    format: 'dateline/1',
    title: `${count.toLocaleString('en')} generated events`,
    language: 'en',
    actors: Array.from({ length: ACTORS }, (_, i) => ({ id: `a${i}`, name: name(i), kind: KINDS[i % KINDS.length] })),
    topics: Array.from({ length: TOPICS }, (_, i) => ({ id: `t${i}`, name: name(ACTORS + i) })),
  };
}

/** The ids of types, frequent ones first. */
export function typesOf(words: readonly string[]): readonly string[] {
  return Array.from({ length: TYPES }, (_, i) => words[300 + i]);
}

/**
 * `count` events over thirty years, not in time order: half of them in bursts; 1 to 5 actors each, a topic and a type,
 * all by Zipf's law; titles of 4 to 8 words, summaries of 14 to 30. Of their dates 85 % are days, 7 % months, 2 %
 * years, 5 % stretches of days, 1 % missing.
 */
export function* eventsOf(count: number, { actors, topics }: Head, words: readonly string[]): Generator<FileEvent> {
  const source = random(SEED + 1);
  const moment = momentsOf(source, count);
  const types = typesOf(words);
  for (let index = 0; index < count; index++) {
    const wanted = 1 + source.below(5);
    const named = new Set(Array.from({ length: wanted }, () => source.zipf(ACTORS)));
    const title = `${actors[source.zipf(ACTORS)].name} ${sentence(source, words, 4 + source.below(5))}`;
    yield {
      id: `e${index}`,
      title,
      date: dateText(source, moment()),
      summary: `${capital(sentence(source, words, 14 + source.below(17)))}.`,
      actors: Array.from(named, (i) => actors[i].id),
      topics: [topics[source.zipf(TOPICS)].id],
      type: types[source.zipf(TYPES)],
      sources: [{ title: 'Record', url: `https://example.org/${index}` }],
    };
  }
}

function dateText(source: Random, moment: number): string | null {
  const at = source.next();
  const day = iso(moment);
  if (at < 0.85) return day;
  if (at < 0.92) return day.slice(0, 7);
  if (at < 0.94) return day.slice(0, 4);
  if (at < 0.99) return `${day}/${iso(moment + (1 + source.below(20)) * DAY_MS)}`;
  return null;
}

function iso(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}

function sentence(source: Random, words: readonly string[], length: number): string {
  return Array.from({ length }, () => words[source.zipf(words.length)]).join(' ');
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
