import { closingLinks } from './circles';
import type { Actor, ActorKind, Role, Topic } from '../dataset';
import { LIMITS } from '../limits';
import {
  IGNORED,
  isFields,
  own,
  readChoice,
  readDateText,
  readRequired,
  readText,
  readUrl,
  type Place,
  type Tell,
} from './field';
import { asId, readIds, readList, readTexts } from './list';
import { quote, sortOf } from '../quote';

const KINDS = ['person', 'body', 'state', 'other'] as const satisfies readonly ActorKind[];
const LEFT_OUT = 'the entry is left out';

/**
 * The file's actors by id, in its order. Entries without an id or with one that came before are left out; memberships
 * that name no actor, or that would make a body its own member by any detour, are dropped. All of it is told.
 */
export function readActors(head: Place): Map<string, Actor> {
  const actors = readNamed(head, 'actors', (place, id): Actor => ({
    id,
    name: readRequired(place, 'name', 'its id stands in') ?? id,
    kind: readKind(place),
    short: readText(place, 'short'),
    aliases: readTexts(place, 'aliases'),
    memberOf: readIds(place, 'memberOf'),
    roles: readList(place, 'roles', (item, tell) => roleOf(item, { ...place, tell })),
    url: readUrl(place, 'url'),
    note: readText(place, 'note'),
  }));
  return rooted(actors, head);
}

/** The file's topics by id, in its order; without an id or with one that came before: left out and told. */
export function readTopics(head: Place): Map<string, Topic> {
  return readNamed(head, 'topics', (place, id) => ({
    id,
    name: readRequired(place, 'name', 'its id stands in') ?? id,
    description: readText(place, 'description'),
  }));
}

function readNamed<T>(head: Place, key: string, read: (place: Place, id: string) => T): Map<string, T> {
  const entries = new Map<string, T>();
  const readEntry = (item: unknown, tell: Tell): null => {
    if (!isFields(item)) {
      tell('', item, `is ${sortOf(item)}, not an object: ${LEFT_OUT}`, 'use { "id": …, "name": … }');
      return null;
    }
    const id = asId(own(item, 'id'), 'id', tell, LEFT_OUT);
    if (id === null) return null;
    if (entries.has(id)) tell('id', id, `came before: ${LEFT_OUT}`, 'give each entry an id of its own');
    else entries.set(id, read({ ...head, fields: item, tell }, id));
    return null;
  };
  readList(head, key, readEntry, LIMITS.names);
  return entries;
}

function readKind(place: Place): ActorKind {
  const effect = 'it is taken as other';
  const given = readRequired(place, 'kind', effect);
  return given === null ? 'other' : (readChoice(place, 'kind', KINDS, effect) ?? 'other');
}

function roleOf(item: unknown, { tell, readDate }: Omit<Place, 'fields'>): Role | null {
  if (!isFields(item)) {
    tell('', item, `is ${sortOf(item)}, not an object: ${IGNORED}`, 'use { "title": …, "body": …, "date": … }');
    return null;
  }
  const place: Place = { fields: item, tell, readDate };
  const title = readRequired(place, 'title', 'the role is left out');
  return title === null ? null : { title, body: readText(place, 'body'), date: readDateText(place, 'date') };
}

function rooted(actors: Map<string, Actor>, { tell }: Place): Map<string, Actor> {
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
