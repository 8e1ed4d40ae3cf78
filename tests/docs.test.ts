import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { version, scripts } from '../package.json';
import schema from '../public/data/dateline-1.schema.json';
import { readDate } from '../src/domain/date';
import { readChronology } from './oracle/read-chronology';
import { buildSearchIndex } from '../src/engine/search/indexing/build';
import { SEARCH_FIELDS } from '../src/engine/search/language/search-fields';
import { search } from '../src/engine/search/search';
import { decode } from '../src/state/link';
import { LINK_KEYS, LINK_SIGNS } from '../src/state/link-keys';
import { KEYS } from '../src/views/keys';
import { anchors, codes, sections, tableRows, targets } from './docs/markdown';
import { part, README } from './docs/readme';
import { csto } from './fixtures/search-input';

const THINGS = ['a chronology', 'an actor', 'an event', 'a source'] as const;
const MAP = readFileSync('src/README.md', 'utf8');

const { input, events } = csto();
const index = buildSearchIndex(input);
const file = readChronology(JSON.parse(readFileSync('public/data/csto.json', 'utf8')));
if (!file.ok) throw new Error(file.message);
const { chronology } = file;

describe('README', () => {
  it('tells every key of a link, with what it means and an example, and no other', () => {
    const told = tableRows(part('Links').split('| sign |')[0]);
    const known = LINK_KEYS.map(({ key, means, example }) => [`\`${key}\``, means, `\`${example}\``]);
    expect([...told].sort()).toEqual([...known].sort());
  });

  it('tells every sign of a link', () => {
    const told = tableRows(`| sign |${part('Links').split('| sign |')[1]}`);
    expect(told).toEqual(LINK_SIGNS.map(({ sign, means, example }) => [`\`${sign}\``, means, `\`${example}\``]));
  });

  it.each(codes(part('Links')).filter((code) => code.includes('=') && code !== '='))(
    'gives a link that is read: %s',
    (link) => {
      expect(decode(link).notes).toEqual([]);
    },
  );

  it('tells every field of the search, with its example, and no other', () => {
    const told = tableRows(part('Search')).flatMap(([write]) => codes(write));
    expect(told).toEqual(expect.arrayContaining(Object.values(SEARCH_FIELDS).map(({ example }) => example)));
    const named = told.flatMap((text) => [...text.matchAll(/([a-z]+):/g)].map(([, name]) => name));
    expect(new Set(named)).toEqual(new Set(Object.keys(SEARCH_FIELDS)));
  });

  it.each(tableRows(part('Search')).flatMap(([write]) => codes(write)))(
    'gives a search that finds something: %s',
    (text) => {
      const { count, hints, soft } = search(index, text);
      expect(hints).toEqual([]);
      expect(soft).toBe(false);
      expect(count).toBeGreaterThan(0);
      expect(count).toBeLessThan(events.length);
    },
  );

  it('tells every shortcut where it holds, and no other', () => {
    let where = '';
    const told = tableRows(part('Keys')).map(([place, keys, does]) => {
      where = place || where;
      return [where, codes(keys).join(' '), does];
    });
    expect(told).toEqual(KEYS.map(({ keys, does, where: place }) => [place, keys.join(' '), does]));
  });

  it.each(schemaKeys())('tells of %s the key %s', (thing, path) => {
    const [key, ...inner] = path.split('.');
    const row = tableRows(formatOf(thing)).find(([keys]) => codes(keys).includes(key));
    expect(row, `a row that begins with \`${key}\``).toBeDefined();
    expect(codes(row![1])).toEqual(expect.arrayContaining(inner));
  });

  it('names as keys of the format only what the format knows', () => {
    const told = THINGS.flatMap((thing) =>
      tableRows(formatOf(thing)).flatMap(([keys]) => codes(keys).map((key) => [thing, key])),
    );
    expect(schemaKeys()).toEqual(expect.arrayContaining(told));
  });

  it('gives a chronology that is read without a problem', () => {
    const [, json] = /```json\n([^]*?)```/.exec(README)!;
    const read = readChronology(JSON.parse(json));
    expect(read).toMatchObject({ ok: true, problems: [] });
  });

  const dates = sections(README, 3).get('Dates')!.split('\n## ')[0];
  it.each(tableRows(dates).flatMap(([write]) => codes(write)))('gives a date that is read: %s', (text) => {
    expect(readDate(text)).toMatchObject({ ok: true });
  });

  it('says of a date that it is an error only where it is', () => {
    expect(dates).toContain('2024-02-30 is an error');
    expect(readDate('2024-02-30').ok).toBe(false);
  });

  it('tells every npm script and no other', () => {
    const told = new Set([...README.matchAll(/npm (?:run )?([a-z][a-z0-9:]*)/g)].map(([, name]) => name));
    const known = Object.keys(scripts).filter((name) => !(name.startsWith('pre') && name.slice(3) in scripts));
    expect([...told].sort()).toEqual([...known].sort());
  });

  it('counts the data it comes with as they are', () => {
    const data = part('The data it comes with').replace(/\s+/g, ' ');
    expect(data).toContain(`${events.length} events`);
    expect(data).toContain(`${chronology.actors.length} actors and ${chronology.topics.length} topics`);
    expect(data).toContain(chronology.license);
  });

  it('asks for the Node that the package asks for', () => {
    const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as { engines: { node: string } };
    expect(README).toContain(`${engines.node.replace('>=', '')} or newer`);
  });
});

describe('the links between documents', () => {
  it.each(['README.md', 'src/README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'])(
    '%s: every one leads somewhere',
    (path) => {
      const text = readFileSync(path, 'utf8');
      const broken = targets(text).filter((target) => {
        if (/^https?:/.test(target)) return false;
        const [to, anchor] = target.split('#');
        const at = to === '' ? path : join(dirname(path), to);
        return !existsSync(at) || (anchor !== undefined && !anchors(readFileSync(at, 'utf8')).has(anchor));
      });
      expect(broken).toEqual([]);
    },
  );
});

describe('the map of the house', () => {
  it('names every folder and none that is gone', () => {
    const folders = readdirSync('src', { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `${join(entry.parentPath, entry.name).replaceAll('\\', '/').slice('src/'.length)}/`);
    const named = new Set(tableRows(sections(MAP, 2).get('Floors and rooms')!).flatMap(([folder]) => codes(folder)));
    expect([...named].sort()).toEqual(folders.sort());
  });

  it('names only files that are there', () => {
    const named = codes(MAP).filter((code) => /^[\w./-]+\.(ts|svelte|css|json)$/.test(code));
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((name) => !existsSync(`src/${name}`) && !existsSync(name))).toEqual([]);
  });
});

describe('CHANGELOG', () => {
  it('tells of this version', () => {
    expect(readFileSync('CHANGELOG.md', 'utf8')).toMatch(
      new RegExp(`^## \\[${version.replaceAll('.', '\\.')}\\] - \\d{4}-\\d\\d-\\d\\d$`, 'm'),
    );
  });
});

/** The table of README that tells of a thing. */
function formatOf(thing: (typeof THINGS)[number]): string {
  const [chronology, ...others] = part('The format')
    .split('### Dates')[0]
    .split(/^\| key of an? /m);
  return thing === 'a chronology' ? chronology : others.find((text) => thing.endsWith(text.split(' |')[0]))!;
}

/** Every key that the schema names, with the thing it belongs to, as `key` or `key.inner`; those of topics stand with `topics`. */
function schemaKeys(): readonly (readonly [(typeof THINGS)[number], string])[] {
  const { actor, topic, event, source } = schema.$defs;
  const inTopics = keysIn(topic).map((key) => `topics.${key}`);
  const keys = [
    [...keysIn({ properties: schema.properties }), ...inTopics],
    keysIn(actor),
    keysIn(event),
    keysIn(source),
  ];
  return THINGS.flatMap((thing, index) => keys[index].map((key) => [thing, key] as const));
}

/** Names of all properties below a schema, whatever stands between. */
function keysIn(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, child]) =>
    name === 'properties'
      ? Object.entries(child as object).flatMap(([key, value]) => [
          key,
          ...keysIn(value).map((inner) => `${key}.${inner}`),
        ])
      : keysIn(child),
  );
}
