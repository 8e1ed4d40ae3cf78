import { isFields, type Fields } from '../../domain/parsing/field';
import type { Property } from './ical-property';

/** Those whom, and what, a calendar names: by id, what a chronology says of them. */
export interface Named {
  readonly actors: Map<string, Fields>;
  readonly topics: Map<string, Fields>;
}

const PREFIX = 'x-dateline-';
const TEXTS = ['title', 'date', 'reported', 'summary', 'note', 'type', 'status', 'confidence', 'place'] as const;

/** Whether this is a property that Dateline itself writes, for what a calendar cannot say. */
export function isOwn({ name }: Property): boolean {
  return name.startsWith(PREFIX);
}

/**
 * The fields that Dateline wrote into a component, over those read as of any calendar; empty when it wrote none. Whom and
 * what it names is added to `named`.
 */
export function ownFields(properties: readonly Property[], named: Named): Fields {
  const own = properties.filter(isOwn);
  const all = (key: string): readonly Property[] => own.filter(({ name }) => name === PREFIX + key);
  const id = textOf(all('id').at(0));
  if (id === null) return {};
  const isDescribed = all('summary').length > 0;
  const fields: Record<string, unknown> = { id, type: undefined, ...(isDescribed ? { summary: undefined } : {}) };
  for (const key of TEXTS) {
    const text = textOf(all(key).at(0));
    if (text !== null) fields[key] = text;
  }
  const listed = (key: string): readonly Fields[] =>
    all(key)
      .map(objectOf)
      .filter((each) => each !== null);
  fields.actors = listed('actor').map(({ id: actor, name, role }) => {
    if (typeof actor === 'string' && !named.actors.has(actor))
      named.actors.set(actor, { id: actor, name, kind: 'other' });
    return typeof role === 'string' ? { id: actor, role } : actor;
  });
  fields.topics = listed('topic').map(({ id: topic, name }) => {
    if (typeof topic === 'string' && !named.topics.has(topic)) named.topics.set(topic, { id: topic, name });
    return topic;
  });
  fields.sources = listed('source');
  fields.disagreements = all('disagreement').map(textOf);
  fields.related = all('related').map(textOf);
  return fields;
}

/** The text with the spaces around it: it is what Dateline wrote. */
function textOf(property: Property | undefined): string | null {
  const value = property?.values[0];
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

function objectOf(property: Property): Fields | null {
  try {
    const value: unknown = JSON.parse(textOf(property) ?? '');
    return isFields(value) ? value : null;
  } catch {
    return null;
  }
}
