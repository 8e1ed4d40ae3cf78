import type { Actor, Chronology, Problem, Topic } from './dataset';
import { isDeeper } from './parsing/depth';
import type { ChronologyEvent } from './event';
import { LIMITS, grouped } from './limits';
import { dateCheck } from './parsing/date';
import { openEnvelope } from './parsing/envelope';
import { readEvent } from './parsing/event';
import { isFields, readDateText, readLanguage, readRequired, readText, readUrl } from './parsing/field';
import type { Fields, Place, Tell } from './parsing/field';
import { readActors, readTopics } from './parsing/names';
import { Problems } from './parsing/problems';

export interface Entry {
  readonly event: ChronologyEvent;
  /** The event as the file has it, unknown keys included. */
  readonly raw: Fields;
}

export type Reading =
  | {
      readonly ok: true;
      readonly chronology: Chronology;
      /** In the order of the file; ids are unique. Never empty. */
      readonly events: readonly Entry[];
      /** The file without its events, unknown keys included. */
      readonly head: Fields;
      /** Those of the file as a whole, then event by event, then links that lead nowhere. Over the limit the rest is counted. */
      readonly problems: readonly Problem[];
    }
  | { readonly ok: false; readonly message: string };

/** Events looked at between two pauses. */
const SLICE = 500;

/** The chronology in `raw`, the value of a JSON text, or why it is refused whole. Never throws. */
export function readChronology(raw: unknown): Reading {
  const steps = checkChronology(raw);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** `readChronology` in slices: now and then yields how many events have been looked at. */
export function* checkChronology(raw: unknown): Generator<{ readonly done: number; readonly total: number }, Reading> {
  const envelope = openEnvelope(raw);
  if (!envelope.ok) return envelope;
  const problems = new Problems();
  const place: Place = { fields: envelope.fields, at: '', tell: problems.voice(null, null), checkDate: dateCheck() };
  const about = readAbout(place);
  const actors = readActors(place);
  const topics = readTopics(place);
  const head = headOf(place);

  const entries: Entry[] = [];
  const indexOf = new Map<string, number>();
  for (const [index, item] of envelope.events.entries()) {
    if (index % SLICE === 0) yield { done: index, total: envelope.events.length };
    const reading = readEvent(item, index, place.checkDate);
    for (const problem of reading.problems) problems.add(problem);
    if (reading.event === null || !isFields(item)) continue;
    const tell = problems.voice(index, reading.event.id);
    if (indexOf.has(reading.event.id)) {
      tell('id', reading.event.id, 'came before: the event is left out', 'give each event an id of its own');
      continue;
    }
    indexOf.set(reading.event.id, index);
    entries.push({ event: reading.event, raw: item });
    addUnknown(reading.event, actors, topics, tell);
  }
  if (entries.length === 0) return { ok: false, message: refusal(envelope.events.length, problems.all()) };
  for (const { event } of entries) tellDangling(event, indexOf, problems);
  const chronology = { ...about, actors: [...actors.values()], topics: [...topics.values()] };
  return { ok: true, chronology, events: entries, head, problems: problems.all() };
}

function readAbout(place: Place): Omit<Chronology, 'actors' | 'topics'> {
  return {
    title: readRequired(place, 'title', 'the chronology goes untitled') ?? 'Untitled chronology',
    description: readText(place, 'description'),
    note: readText(place, 'note'),
    language: readLanguage(place, 'language', 'it is taken as English') ?? 'en',
    license: readText(place, 'license'),
    updated: readDateText(place, 'updated'),
    url: readUrl(place, 'url'),
  };
}

/** All keys but `events`, and but those nested too deep to be written out again. */
function headOf({ fields, tell }: Place): Fields {
  const kept = Object.entries(fields).filter(([key, value]) => {
    if (key === 'events') return false;
    if (!isDeeper(value, LIMITS.depth)) return true;
    tell(key, value, `nests more than ${LIMITS.depth} levels deep: it will not be written out again`, 'flatten it');
    return false;
  });
  return Object.fromEntries(kept);
}

/** Each id that the vocabularies lack is told once and becomes an entry of its own. */
function addUnknown(event: ChronologyEvent, actors: Map<string, Actor>, topics: Map<string, Topic>, tell: Tell): void {
  for (const { id } of event.actors) {
    if (actors.has(id)) continue;
    tell('actors', id, 'is not among the actors of the file: it is taken as one of kind other', 'add it to actors');
    actors.set(id, {
      id,
      name: id,
      kind: 'other',
      short: null,
      aliases: [],
      memberOf: [],
      roles: [],
      url: null,
      note: null,
    });
  }
  for (const id of event.topics) {
    if (topics.has(id)) continue;
    tell('topics', id, 'is not among the topics of the file: its id stands in as its name', 'add it to topics');
    topics.set(id, { id, name: id, description: null });
  }
}

function tellDangling(event: ChronologyEvent, indexOf: ReadonlyMap<string, number>, problems: Problems): void {
  for (const id of event.related) {
    if (indexOf.has(id)) continue;
    const tell = problems.voice(indexOf.get(event.id) ?? null, event.id);
    tell('related', id, 'names no event here: the link leads nowhere', 'correct or remove the id');
  }
}

function refusal(count: number, problems: readonly Problem[]): string {
  const none = count === 1 ? 'The only event cannot be used' : `None of the ${grouped(count)} events can be used`;
  const first = problems.find(({ index }) => index !== null);
  return first === undefined ? none : `${none}. The first: "${first.field}" ${first.reason}; ${first.remedy}`;
}
