import { readDate } from '../../domain/date';
import { isFields, type Fields } from '../../domain/parsing/field';
import type { Fault, Found, Spot } from './format';
import type { ItemReader, JsonFormat } from './json-format';
import { noObject, undated } from './json-part';
import { looseDate } from './loose-date';
import { ownKeys, textOf } from './own-keys';

const USED = new Set([
  'id',
  'title',
  'date',
  'summary',
  'notes',
  'actors',
  'tags',
  'location',
  'event_type',
  'sources',
  'related_events',
]);
const SOURCE_USED = new Set(['title', 'url', 'outlet', 'publisher', 'date', 'tier']);

/** Events of the Kleptocracy Timeline in a list, or one event as the whole file; what it alone has, as `importance`, goes along. */
export const kleptocracy: JsonFormat = {
  name: 'KleptocracyTimeline JSON',
  path: [],
  recognises: (first) => first.some((item) => isFields(item) && isEvent(item)),
  reader: () => new Events(),
};

/** The same in an object, as `events`. */
export const kleptocracyEvents: JsonFormat = { ...kleptocracy, path: ['events'] };

function isEvent(item: Fields): boolean {
  if (typeof item.title !== 'string' || typeof item.date !== 'string' || 'topics' in item) return false;
  if (!Array.isArray(item.tags)) return false;
  return (
    'capture_lanes' in item || ('importance' in item && (Array.isArray(item.sources) || Array.isArray(item.actors)))
  );
}

class Events implements ItemReader {
  *item(item: unknown, spot: Spot): Generator<Found> {
    if (isFields(item)) yield eventOf(item, spot);
    else yield { kind: 'fault', fault: noObject(item, spot) };
  }

  *end(rest: Fields): Generator<Found> {
    const about = isFields(rest.metadata) ? rest.metadata : rest;
    const title = textOf(about.title) ?? textOf(about.name) ?? undefined;
    const description = textOf(about.description) ?? undefined;
    if (title !== undefined || description !== undefined) yield { kind: 'head', fields: { title, description } };
  }
}

function eventOf(item: Fields, spot: Spot): Found {
  const { date, faults } = looseDate(item.date, 'date', 'the event is undated', spot);
  const told: Fault[] = [...faults];
  if (date === undefined && faults.length === 0) told.push(undated('date', spot));
  const sources = Array.isArray(item.sources) ? item.sources.map((source) => sourceOf(source, spot, told)) : [];
  const actors = actorsOf(item.actors);
  const topics = namesOf(item.tags);
  const related = namesOf(item.related_events);
  return {
    kind: 'event',
    spot,
    faults: told,
    event: {
      id: textOf(item.id) ?? undefined,
      title: textOf(item.title) ?? undefined,
      date,
      summary: textOf(item.summary) ?? undefined,
      note: textOf(item.notes) ?? undefined,
      actors: actors.length === 0 ? undefined : actors,
      topics: topics.length === 0 ? undefined : topics,
      type: textOf(item.event_type) ?? undefined,
      place: textOf(item.location) ?? undefined,
      sources: sources.length === 0 ? undefined : sources,
      related: related.length === 0 ? undefined : related,
      ...ownKeys(item, USED),
    },
  };
}

/** Actors by their names, with the part they had where the file says it. */
function actorsOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) return namesOf(value);
  const actors = value.flatMap((actor): readonly (readonly [string, unknown])[] => {
    const id = namesOf(actor).at(0);
    const role = isFields(actor) ? textOf(actor.role) : null;
    return id === undefined ? [] : [[id, role === null ? id : { id, role }]];
  });
  return [...new Map(actors).values()];
}

/** A list of names, also as objects that have one, or one name. */
function namesOf(value: unknown): readonly string[] {
  const names = Array.isArray(value) ? value : [value];
  return [...new Set(names.flatMap((name) => textOf(isFields(name) ? (name.name ?? name.id) : name) ?? []))];
}

function sourceOf(source: unknown, spot: Spot, told: Fault[]): unknown {
  if (typeof source === 'string')
    return /^https?:\/\//.test(source) ? { title: source, url: source } : { title: source };
  if (!isFields(source)) return source;
  const { date, faults } = looseDate(source.date, 'sources.date', 'it is ignored', spot);
  told.push(...faults);
  const url = textOf(source.url);
  const isAddress = url !== null && /^https?:\/\//i.test(url);
  return {
    title: textOf(source.title) ?? undefined,
    url: isAddress ? url : undefined,
    publisher: textOf(source.outlet) ?? textOf(source.publisher) ?? undefined,
    date: date !== undefined && readDate(date).ok ? date : undefined,
    ...ownKeys(source, SOURCE_USED),
    ...(url === null || isAddress ? {} : { _url: url }),
    ...(textOf(source.tier) === null ? {} : { _tier: source.tier }),
  };
}
