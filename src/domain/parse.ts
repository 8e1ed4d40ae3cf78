import type { Actor, Chronology, Problem, Topic } from './dataset';
import { LIMITS, grouped } from './limits';
import { isDeeper } from './parsing/depth';
import type { DateReader } from './parsing/date';
import { asDate, asLanguage, asRequired, asText, asUrl } from './parsing/field';
import type { Fields, Tell } from './parsing/field';
import { readActors, readTopics } from './parsing/names';

/** What a file says apart from its events. */
export interface Head {
  readonly about: Omit<Chronology, 'actors' | 'topics'>;
  /** By id, in the order of the file. */
  readonly actors: Map<string, Actor>;
  readonly topics: Map<string, Topic>;
  /** The fields as the file has them, unknown keys included, without `events`. */
  readonly fields: Fields;
}

/** The head of a file; what was left out or altered to get it is told in the order of the fields. Never throws. */
export function readHead(fields: Fields, tell: Tell, dates: DateReader): Head {
  const about = {
    title: asRequired(fields.title, 'title', tell, 'the chronology goes untitled') ?? 'Untitled chronology',
    description: asText(fields.description, 'description', tell),
    note: asText(fields.note, 'note', tell),
    language: asLanguage(fields.language, 'language', tell, 'it is taken as English') ?? 'en',
    license: asText(fields.license, 'license', tell),
    updated: asDate(fields.updated, 'updated', tell, dates),
    url: asUrl(fields.url, 'url', tell),
  };
  const actors = readActors(fields.actors, tell, dates);
  const topics = readTopics(fields.topics, tell);
  return { about, actors, topics, fields: keptFields(fields, tell) };
}

/** All keys but `events`, and but those nested too deep to be written out again. */
function keptFields(fields: Fields, tell: Tell): Fields {
  const kept = Object.entries(fields).filter(([key, value]) => {
    if (key === 'events') return false;
    if (!isDeeper(value, LIMITS.depth)) return true;
    tell(key, value, `nests more than ${LIMITS.depth} levels deep: it will not be written out again`, 'flatten it');
    return false;
  });
  return Object.fromEntries(kept);
}

/** What stands in for an actor whom an event names and the file lacks; told. */
export function unknownActor(id: string, tell: Tell): Actor {
  tell('actors', id, 'is not among the actors of the file: it is taken as one of kind other', 'add it to actors');
  return { id, name: id, kind: 'other', short: null, aliases: [], memberOf: [], roles: [], url: null, note: null };
}

/** As `unknownActor`, of a topic. */
export function unknownTopic(id: string, tell: Tell): Topic {
  tell('topics', id, 'is not among the topics of the file: its id stands in as its name', 'add it to topics');
  return { id, name: id, description: null };
}

/** Tells that an event has the id of one before it. */
export function tellRepeated(id: string, tell: Tell): void {
  tell('id', id, 'came before: the event is left out', 'give each event an id of its own');
}

/** Tells that an event is said to be related to one that is not there. */
export function tellDangling(id: string, tell: Tell): void {
  tell('related', id, 'names no event here: the link leads nowhere', 'correct or remove the id');
}

/** Why a chronology of `count` events is refused when none of them can be used; `problems` are those told of it. */
export function noEventUsable(count: number, problems: readonly Problem[]): string {
  const none = count === 1 ? 'The only event cannot be used' : `None of the ${grouped(count)} events can be used`;
  const first = problems.find(({ index }) => index !== null);
  return first === undefined ? none : `${none}. The first: "${first.field}" ${first.reason}; ${first.remedy}`;
}
