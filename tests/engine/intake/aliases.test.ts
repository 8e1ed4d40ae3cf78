import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Dataset } from '../../../src/engine/dataset';
import { aliasFile, readAliasFile } from '../../../src/engine/intake/alias-file';
import { Aliases, type AliasTable } from '../../../src/engine/intake/aliases';
import { type WiredEngine, wiredEngine } from '../../fixtures/wired-engine';

let engine: WiredEngine;
beforeEach(() => {
  engine = wiredEngine();
});
afterEach(() => engine.close());

async function open(name: string, text: string, aliases: AliasTable): Promise<Dataset> {
  async function* bytes() {
    yield new TextEncoder().encode(text);
  }
  const result = await engine.client.open([{ name, size: 0, bytes: bytes() }], {
    encodings: {},
    mappings: {},
    aliases,
  });
  if ('survey' in result) throw new Error('a mapping is needed');
  return result;
}

const OURS = JSON.stringify({
  format: 'dateline/1',
  title: 'T',
  actors: [
    { id: 'n', name: 'NATO', kind: 'body', aliases: ['Alliance'] },
    { id: 'm', name: 'Nato', kind: 'body' },
  ],
  events: [
    { id: '1', title: 'A', date: '2001', actors: [{ id: 'm', role: 'host' }, 'n'], 'x-own': 1 },
    { id: '2', title: 'B', date: '2002', actors: ['m'] },
    { id: '3', title: 'C', date: '2003', actors: ['n'] },
  ],
});
const TABLE = 'id,title,date,actor_ids,source_titles\n1,A,2001,Nato; UN,\n2,B,2002,NATO,\n';

const sets = ({ columns }: Dataset): Record<string, number> => {
  const { values, sets: rows } = columns.field('actor');
  return Object.fromEntries(values.map(({ id }, at) => [id, rows[at].count]));
};

describe('two spellings become one actor', () => {
  test('in columns, records and names of a chronology; every other key stays', async () => {
    const dataset = await open('a.json', OURS, { m: 'n' });
    expect(sets(dataset)).toEqual({ n: 3 });
    expect(dataset.chronology.actors).toMatchObject([{ id: 'n', aliases: ['Alliance', 'Nato'] }]);
    expect(dataset.records.event(0).actors).toEqual([{ id: 'n', role: 'host' }]);
    expect(JSON.parse(dataset.records.json(0))).toMatchObject({ 'x-own': 1 });
    expect(dataset.problems).toEqual([]);
  });

  test('of a table, whose names are its ids', async () => {
    const dataset = await open('a.csv', TABLE, { Nato: 'NATO' });
    expect(sets(dataset)).toEqual({ NATO: 2, UN: 1 });
  });

  test('and are two again without', async () => {
    expect(sets(await open('a.json', OURS, {}))).toEqual({ n: 2, m: 2 });
  });

  test('a chain ends at its end', () => {
    const event = (table: AliasTable): unknown => new Aliases(table).event({ actors: ['a'] });
    expect(event({ a: 'b', b: 'c' })).toEqual({ actors: ['c'] });
    expect(event({ a: 'a' })).toEqual({ actors: ['a'] });
  });

  test('those that name each other stay as they are, and are told; others lead to the first of them they name', async () => {
    const dataset = await open('a.json', OURS, { m: 'n', n: 'm' });
    expect(sets(dataset)).toEqual({ n: 2, m: 2 });
    expect(dataset.problems).toMatchObject([{ found: '"m, n"', reason: expect.stringMatching(/circle/) as string }]);
    const circle = new Aliases({ x: 'a', a: 'b', b: 'c', c: 'a' });
    expect(circle.problems).toHaveLength(1);
    expect(circle.event({ actors: ['x', 'b'] })).toEqual({ actors: ['a', 'b'] });
  });
});

describe('an alias file', () => {
  test('says again what was merged, by names', async () => {
    const { chronology } = await open('a.json', OURS, {});
    const names = new Map(chronology.actors.map(({ id, name }) => [id, name]));
    const file = aliasFile({ m: 'n' }, (id) => names.get(id) ?? id);
    expect(file).toBe('\ufeffalias,actor\r\nNato,NATO\r\n');
  });

  test.each([
    ['alias,actor\nMoscow,Russia\n', { mos: 'rus' }, []],
    ['mos;rus\n', { mos: 'rus' }, []],
    ['alias,actor\nKremlin,Russia\nMoscow,Russia', { mos: 'rus' }, ['kremlin']],
    ['nothing here', {}, ['nothing here', '']],
    ['', {}, []],
  ])('%j', async (text, aliases, unknown) => {
    const { chronology } = await open(
      'a.json',
      JSON.stringify({
        format: 'dateline/1',
        title: 'T',
        actors: [
          { id: 'rus', name: 'Russia', kind: 'state' },
          { id: 'mos', name: 'Moscow', kind: 'other' },
        ],
        events: [{ id: '1', title: 'A' }],
      }),
      {},
    );
    expect(readAliasFile(text, chronology.actors)).toEqual({ aliases, unknown });
  });
});
