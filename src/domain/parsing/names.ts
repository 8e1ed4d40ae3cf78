import { closingLinks } from './circles';
import type { Actor, ActorKind, Role, Topic } from '../dataset';
import { LIMITS } from '../limits';
import type { DateReader } from './date';
import { asChoice, asDate, asRequired, asText, asUrl, IGNORED, isFields, type Fields, type Tell } from './field';
import { asId, asIds, asList, asTexts } from './list';
import { quote, sortOf } from '../quote';

const KINDS = ['person', 'body', 'state', 'other'] as const satisfies readonly ActorKind[];
const LEFT_OUT = 'the entry is left out';

/**
 * The file's actors by id, in its order. Entries without an id or with one that came before are left out; memberships
 * that name no actor, or that would make a body its own member by any detour, are dropped. All of it is told.
 */
export function readActors(value: unknown, tell: Tell, dates: DateReader): Map<string, Actor> {
  const actors = readNamed(value, 'actors', tell, (item, id, tellItem): Actor => ({
    id,
    name: asRequired(item.name, 'name', tellItem, 'its id stands in') ?? id,
    kind: kindOf(item.kind, tellItem),
    short: asText(item.short, 'short', tellItem),
    aliases: asTexts(item.aliases, 'aliases', tellItem),
    memberOf: asIds(item.memberOf, 'memberOf', tellItem),
    roles: asList(item.roles, 'roles', tellItem, (role, tellRole) => roleOf(role, tellRole, dates)),
    url: asUrl(item.url, 'url', tellItem),
    note: asText(item.note, 'note', tellItem),
  }));
  return rooted(actors, tell);
}

/** The file's topics by id, in its order; without an id or with one that came before: left out and told. */
export function readTopics(value: unknown, tell: Tell): Map<string, Topic> {
  return readNamed(value, 'topics', tell, (item, id, tellItem) => ({
    id,
    name: asRequired(item.name, 'name', tellItem, 'its id stands in') ?? id,
    description: asText(item.description, 'description', tellItem),
  }));
}

function readNamed<T>(
  value: unknown,
  key: string,
  tell: Tell,
  read: (item: Fields, id: string, tell: Tell) => T,
): Map<string, T> {
  const entries = new Map<string, T>();
  const readEntry = (item: unknown, tellItem: Tell): null => {
    if (!isFields(item)) {
      tellItem('', item, `is ${sortOf(item)}, not an object: ${LEFT_OUT}`, 'use { "id": …, "name": … }');
      return null;
    }
    const id = asId(item.id ?? undefined, 'id', tellItem, LEFT_OUT);
    if (id === null) return null;
    if (entries.has(id)) tellItem('id', id, `came before: ${LEFT_OUT}`, 'give each entry an id of its own');
    else entries.set(id, read(item, id, tellItem));
    return null;
  };
  asList(value, key, tell, readEntry, LIMITS.names);
  return entries;
}

function kindOf(value: unknown, tell: Tell): ActorKind {
  const effect = 'it is taken as other';
  const given = asRequired(value, 'kind', tell, effect);
  return given === null ? 'other' : (asChoice(value, 'kind', tell, KINDS, effect) ?? 'other');
}

function roleOf(item: unknown, tell: Tell, dates: DateReader): Role | null {
  if (!isFields(item)) {
    tell('', item, `is ${sortOf(item)}, not an object: ${IGNORED}`, 'use { "title": …, "body": …, "date": … }');
    return null;
  }
  const title = asRequired(item.title, 'title', tell, 'the role is left out');
  return title === null
    ? null
    : { title, body: asText(item.body, 'body', tell), date: asDate(item.date, 'date', tell, dates) };
}

function rooted(actors: Map<string, Actor>, tell: Tell): Map<string, Actor> {
  const closing = closingLinks(new Map([...actors.values()].map(({ id, memberOf }) => [id, memberOf])));
  for (const actor of actors.values()) {
    const field = `memberOf of actor ${quote(actor.id)}`;
    const memberOf = actor.memberOf.filter((body) => {
      if (!actors.has(body)) tell(field, body, `names no actor: ${IGNORED}`, 'add it to actors or correct the id');
      else if (closing.get(actor.id)?.has(body) === true) {
        tell(field, body, `makes the actor a member of itself, perhaps by way of others: ${IGNORED}`, 'remove it');
      } else return true;
      return false;
    });
    if (memberOf.length < actor.memberOf.length) actors.set(actor.id, { ...actor, memberOf });
  }
  return actors;
}
