import { readFileSync } from 'node:fs';

/** An event as the file has it, of what these tests ask for. */
export interface Told {
  readonly id: string;
  readonly title: string;
  readonly date?: string;
  readonly summary?: string;
  readonly actors: readonly { readonly id: string }[];
  readonly topics: readonly string[];
  readonly type?: string;
  readonly status?: string;
  readonly confidence?: string;
  readonly place?: string;
  readonly sources: readonly { readonly title: string; readonly url: string; readonly publisher: string }[];
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly kind?: string;
  readonly memberOf?: readonly string[];
}

interface File {
  readonly title: string;
  readonly actors: readonly Named[];
  readonly topics: readonly Named[];
  readonly events: readonly Told[];
}

/** The chronology that the app ships with, read without any code of the app. */
export const FILE = 'public/data/csto.json';
export const text = readFileSync(FILE, 'utf8');
export const csto = JSON.parse(text) as File;

export const eventOf = (id: string): Told => csto.events.find((event) => event.id === id)!;
export const nameOf = (id: string): string => [...csto.actors, ...csto.topics].find((one) => one.id === id)!.name;
export const withActor = (id: string) => (event: Told) => event.actors.some((actor) => actor.id === id);
export const onTopic = (id: string) => (event: Told) => event.topics.includes(id);

/** An actor and all that belong to it, directly or through others. */
export function household(id: string): readonly string[] {
  const found = [id];
  for (const body of found) {
    for (const actor of csto.actors) {
      if (actor.memberOf?.includes(body) && !found.includes(actor.id)) found.push(actor.id);
    }
  }
  return found;
}

/** First and last day of `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, a span, or one of a set, as ms since 1970, half-open; the forms that the file has. */
export function extentOf(date: string): readonly [number, number] {
  const ends = date.replace(/[[\]?~]/g, '').split(/\/|\.\./);
  return [stretch(ends[0])[0], stretch(ends[ends.length - 1])[1]];
}

function stretch(date: string): readonly [number, number] {
  const [year, month, day] = date.split('-').map(Number);
  if (month === undefined) return [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)];
  if (day === undefined) return [Date.UTC(year, month - 1, 1), Date.UTC(year, month, 1)];
  return [Date.UTC(year, month - 1, day), Date.UTC(year, month - 1, day + 1)];
}

/** Events that may lie in a range of dates, both inclusive. */
export const possiblyIn = (from: string, to: string) => (event: Told) => {
  const [start, end] = extentOf(event.date!);
  return start < extentOf(to)[1] && end > extentOf(from)[0];
};

export const certainlyIn = (from: string, to: string) => (event: Told) => {
  const [start, end] = extentOf(event.date!);
  return start >= extentOf(from)[0] && end <= extentOf(to)[1];
};

/** Ids of the events for which all tests hold, in the order of the list: by first day, last day, id. */
export function idsWhere(...tests: readonly ((event: Told) => boolean)[]): readonly string[] {
  return csto.events
    .filter((event) => tests.every((test) => test(event)))
    .sort((a, b) => {
      const [x, y] = [extentOf(a.date!), extentOf(b.date!)];
      return x[0] - y[0] || x[1] - y[1] || (a.id < b.id ? -1 : 1);
    })
    .map((event) => event.id);
}

export const not = (test: (event: Told) => boolean) => (event: Told) => !test(event);
export const either =
  (...tests: readonly ((event: Told) => boolean)[]) =>
  (event: Told) =>
    tests.some((test) => test(event));
