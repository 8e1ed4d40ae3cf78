import type { Fields } from '../../domain/parsing/field';
import { oneLine } from '../../domain/quote';
import { htmlText } from './html-text';
import type { Component } from './ical-components';
import type { TellProperty } from './ical-dates';
import { isOwn, type Named } from './ical-own';
import { textOf, type Property } from './ical-property';

const TYPES: ReadonlyMap<string, string> = new Map([
  ['vtodo', 'to-do'],
  ['vjournal', 'journal'],
]);
/** What is read elsewhere, or is about the entry in the calendar rather than about the event. */
const READ = new Set(
  (
    'uid summary description location categories organizer attendee status url attach comment related-to x-alt-desc ' +
    'dtstart dtend due duration rrule rdate exdate exrule recurrence-id dtstamp sequence transp'
  ).split(' '),
);
const KINDS: ReadonlyMap<string, string> = new Map([
  ['INDIVIDUAL', 'person'],
  ['GROUP', 'body'],
]);
const MARKUP = /<\/?(?:br|p|a|b|i|u|ul|ol|li|div|span|html|body|table|strong|em|font|h[1-6])(?:\s[^<>]{0,2000})?\/?>/i;
const WEB = /^https?:\/\/\S+$/i;

/** The fields of a component apart from its id and its dates. Whom it names is added to `named`. */
export function fieldsOf({ name, properties }: Component, named: Named, tell: TellProperty): Fields {
  const all = (wanted: string): readonly Property[] => properties.filter((property) => property.name === wanted);
  const text = (wanted: string): string | null => joined(all(wanted).map(textOf));
  const described = htmlOrText(text('description') ?? text('x-alt-desc') ?? '');
  const fields: Record<string, unknown> = { title: titleOf(text('summary'), described.text, text('location'), tell) };
  const put = (key: string, value: unknown): void => {
    if (value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)) fields[key] = value;
  };
  put('summary', described.text);
  put('note', text('comment'));
  put('type', TYPES.get(name) ?? null);
  put('place', text('location'));
  put('status', text('status')?.toLowerCase() ?? null);
  put(
    'topics',
    [...new Set(all('categories').flatMap(({ values }) => values.filter(isText).map(oneLine)))].filter(
      (topic) => topic !== '',
    ),
  );
  put('actors', actorsOf([...all('organizer'), ...all('attendee')], named));
  put('sources', [...linked(all('url'), all('attach'), tell), ...described.links]);
  put(
    'related',
    all('related-to')
      .map(textOf)
      .filter((id) => id !== null),
  );
  for (const property of properties) if (!READ.has(property.name) && !isOwn(property)) keep(fields, property);
  return fields;
}

function titleOf(summary: string | null, description: string, place: string | null, tell: TellProperty): string {
  if (summary !== null) return oneLine(summary);
  tell(null, 'has no SUMMARY: what it says elsewhere stands in as its title', 'add SUMMARY');
  const begun = oneLine(description.split('\n', 1)[0].slice(0, 200));
  return begun === '' ? (place ?? 'Untitled') : begun;
}

function htmlOrText(text: string): { readonly text: string; readonly links: readonly Fields[] } {
  if (!MARKUP.test(text)) return { text, links: [] };
  const read = htmlText(text);
  return {
    text: read.text,
    links: read.links.map(({ url, text: title }) => ({ title: title === '' ? url : title, url })),
  };
}

/** Sources made of addresses; other attachments are told. */
function linked(urls: readonly Property[], attached: readonly Property[], tell: TellProperty): readonly Fields[] {
  const sources: Fields[] = [];
  for (const property of [...urls, ...attached]) {
    const url = property.raw;
    const title = property.param('filename') ?? property.param('x-filename') ?? property.param('label') ?? url;
    if (WEB.test(url)) sources.push({ title: title.trim() === '' ? url : title, url });
    else if (url !== '')
      tell(property, 'is not a web address: it is left out', 'use an address that begins with https:// or http://');
  }
  return sources;
}

function actorsOf(properties: readonly Property[], { actors: people }: Named): readonly unknown[] {
  const actors = new Map<string, string | null>();
  for (const property of properties) {
    const kind = property.param('cutype')?.toUpperCase() ?? 'INDIVIDUAL';
    const address = property.raw.replace(/^mailto:/i, '').trim();
    const name = oneLine(property.param('cn')?.replace(/^['"]+|['"]+$/g, '') ?? '') || address;
    if (name === '' || actors.has(name)) continue;
    actors.set(name, roleOf(property));
    if (!people.has(name)) people.set(name, { id: name, name, kind: KINDS.get(kind) ?? 'other' });
  }
  return Array.from(actors, ([id, role]) => (role === null ? id : { id, role }));
}

function roleOf(property: Property): string | null {
  if (property.name === 'organizer') return 'organizer';
  if (property.param('partstat')?.toUpperCase() === 'DECLINED') return 'declined';
  const role = property.param('role')?.toUpperCase();
  return role === 'CHAIR' ? 'chair' : role === 'OPT-PARTICIPANT' ? 'optional' : null;
}

/** Under its own name; a list when it comes several times. */
function keep(fields: Record<string, unknown>, { name, values }: Property): void {
  const key = name.toUpperCase();
  const plain = values
    .flat()
    .filter((value) => isText(value) || typeof value === 'number' || typeof value === 'boolean');
  const before = Object.hasOwn(fields, key) ? [fields[key]].flat() : [];
  const together = [...before, ...plain];
  if (together.length > 0) fields[key] = together.length === 1 ? together[0] : together;
}

function joined(texts: readonly (string | null)[]): string | null {
  const found = texts.filter((text) => text !== null);
  return found.length === 0 ? null : found.join('\n\n');
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
