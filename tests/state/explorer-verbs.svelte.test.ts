import { describe, expect, test } from 'vitest';
import type { RangeClause } from '../../src/engine/query';
import type { Explorer } from '../../src/state/explorer.svelte';
import { decode, encode } from '../../src/state/link';
import { opened } from '../views/fixtures/explorers';
import { small } from '../views/fixtures/small';

const range = (from: string | null, to: string | null): RangeClause => ({ from, to, mode: 'possibly', off: false });

/** Link before, verb, link after, how it is told. */
const VERBS: readonly (readonly [string, (explorer: Explorer) => void, string, 'push' | 'replace'])[] = [
  ['', (explorer) => explorer.cycle('actor', 'bob'), 'actor=bob', 'push'],
  ['actor=bob', (explorer) => explorer.cycle('actor', 'bob'), 'actor=!bob', 'push'],
  ['actor=!bob', (explorer) => explorer.cycle('actor', 'bob'), '', 'push'],
  ['', (explorer) => explorer.pick('topic', 'war', 'exclude'), 'topic=!war', 'push'],
  ['topic=!war', (explorer) => explorer.pick('topic', 'war', null), '', 'push'],
  ['actor=bob', (explorer) => explorer.combine('actor', 'all'), 'actor=bob&all=actor', 'push'],
  ['actor=org', (explorer) => explorer.withMembers('org', true), 'actor=org&members=org', 'push'],
  ['actor=org&members=org', (explorer) => explorer.withMembers('org', false), 'actor=org', 'push'],
  ['', (explorer) => explorer.range(range('1999', '2002')), 'from=1999&to=2002', 'push'],
  ['window=2000-01-01..2001-01-01', (explorer) => explorer.range(range('1999', null)), 'from=1999', 'push'],
  ['from=1999', (explorer) => explorer.range(null), '', 'push'],
  ['actor=bob', (explorer) => explorer.mute({ kind: 'pick', field: 'actor', id: 'bob' }), '~actor=bob', 'push'],
  ['from=1999&q=border', (explorer) => explorer.remove({ kind: 'range' }), 'q=border', 'push'],
  ['q=border', (explorer) => explorer.remove({ kind: 'text' }), '', 'push'],
  ['q=border&actor=bob&event=e3', (explorer) => explorer.clear(), 'event=e3', 'push'],
  ['', (explorer) => explorer.arrange('topic'), 'lanes=topic', 'push'],
  ['', (explorer) => explorer.sort('newest'), 'sort=newest', 'push'],
  ['q=border+bo', (explorer) => explorer.adopt('border', 'actor', 'bob'), 'q=border&actor=bob', 'push'],
  ['q=border+bo', (explorer) => explorer.adopt('', 'actor', 'bob', 'exclude'), 'actor=!bob', 'push'],
  ['', (explorer) => explorer.open('e3'), 'event=e3', 'push'],
  ['', (explorer) => explorer.open(4), 'event=e4', 'push'],
  ['', (explorer) => explorer.open('never heard of'), 'event=never+heard+of', 'push'],
  ['event=e3', (explorer) => explorer.close(), '', 'push'],
  ['event=e3', (explorer) => explorer.step(1), 'event=e4', 'push'],
  ['', (explorer) => explorer.search('border'), 'q=border', 'replace'],
  [
    '',
    (explorer) => explorer.look({ from: Date.UTC(2000, 0), to: Date.UTC(2001, 0) }),
    'window=2000-01-01..2000-12-31',
    'replace',
  ],
  ['window=2000-01-01..2000-12-31', (explorer) => explorer.look(null), '', 'replace'],
];

describe('a verb', () => {
  test.each(VERBS)('takes "%s" through %s to "%s" and tells it once: %s', async (before, verb, after, step) => {
    const { explorer, told } = await opened(small());
    explorer.restore(decode(before).view);
    expect(told).toEqual([]);
    verb(explorer);
    expect(encode(explorer.view)).toBe(after);
    expect(told).toEqual([{ view: explorer.view, step }]);
  });

  test.each(VERBS)('from "%s" by %s keeps all else of the view', async (before, verb) => {
    const { explorer } = await opened(small());
    const { view } = decode(`${before}&place=Ash&sort=oldest`);
    explorer.restore(view);
    verb(explorer);
    const places = explorer.view.query.fields.place?.picks.map(({ id }) => id);
    expect(places).toEqual(before.includes('q=border&actor=bob&event') ? undefined : ['Ash']);
  });

  test('that changes nothing tells nothing', async () => {
    const { explorer, told } = await opened(small());
    explorer.restore(decode('q=border&actor=bob&from=1999&event=e3').view);
    explorer.search('border');
    explorer.pick('actor', 'bob', 'include');
    explorer.combine('actor', 'any');
    explorer.range(range('1999', null));
    explorer.withMembers('org', false);
    explorer.mute({ kind: 'pick', field: 'actor', id: 'ann' });
    explorer.remove({ kind: 'pick', field: 'topic', id: 'war' });
    explorer.arrange('actor');
    explorer.sort('oldest');
    explorer.open('e3');
    explorer.look(null);
    explorer.moveTo(3);
    explorer.point(2);
    explorer.light({ field: 'actor', id: 'bob' });
    expect(told).toEqual([]);
  });

  test('fit shows every dated match, and the undated move nothing', async () => {
    const { explorer, told } = await opened(small());
    explorer.pick('topic', 'trade', 'include');
    explorer.fit();
    expect(told.at(-1)?.step).toBe('replace');
    const { from, to } = explorer.window;
    expect([from < Date.UTC(1999, 2), to > Date.UTC(1999, 3), to - from < 366 * 86_400_000]).toEqual([
      true,
      true,
      true,
    ]);
    explorer.pick('topic', 'trade', null);
    explorer.pick('dating', 'undated', 'include');
    const before = told.length;
    explorer.fit();
    expect(told.length).toBe(before);
  });
});

describe('a gesture on the overview', () => {
  test('is one step of history, whatever number of moves it has; the next one is another', async () => {
    const { explorer, told } = await opened(small());
    explorer.range(range('1999', '2000'), true);
    explorer.range(range('1999', '2001'), true);
    explorer.range(range('1999', '2002'));
    explorer.range(range('2005', '2006'), true);
    explorer.range(range('2005', '2006'));
    explorer.range(null);
    expect(told.map(({ step }) => step)).toEqual(['push', 'replace', 'replace', 'push', 'push']);
  });

  test('whose first moves change nothing is still a step of its own', async () => {
    const { explorer, told } = await opened(small());
    explorer.range(range('1999', '2000'));
    explorer.range(range('1999', '2000'), true);
    explorer.range(range('1999', '2001'), true);
    explorer.range(range('1999', '2002'));
    expect(told.map(({ step }) => step)).toEqual(['push', 'push', 'replace']);
  });
});

describe('restore', () => {
  test('tells nothing, takes the notes of the link, and lets go of where the keys were', async () => {
    const { explorer, told } = await opened(small());
    explorer.moveTo(5);
    expect(explorer.cursor).toBe(5);
    explorer.restore(decode('event=e2').view, ['a part could not be read']);
    expect([explorer.cursor, explorer.notes, told]).toEqual([2, ['a part could not be read'], []]);
    explorer.dismissNotes();
    expect(explorer.notes).toEqual([]);
  });

  test('of an older view gives exactly the findings it had', async () => {
    const { explorer, found, settled, ids } = await opened(small());
    const look = () => ({
      ids: ids(),
      sentence: found.sentence,
      facets: structuredClone(found.facets),
      lanes: found.lanes.map(({ id, count }) => [id, count]),
      groups: found.listGroups,
      slots: Array.from(found.slots),
      window: explorer.window,
      openRow: found.openRow,
      marks: found.marksIn('Border opened'),
    });
    const links = [
      'q=border',
      'actor=!bob&from=1999&lanes=topic',
      'q=treaty&sort=relevance',
      'event=e3&sort=newest',
      '',
    ];
    const seen: unknown[] = [];
    for (const link of links) {
      explorer.restore(decode(link).view);
      await settled();
      seen.push(look());
    }
    expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(links.length);
    for (const at of [3, 2, 1, 0, 4, 0]) {
      explorer.restore(decode(links[at]).view);
      await settled();
      expect(look()).toEqual(seen[at]);
    }
  });
});

describe('the window', () => {
  test('is as exact as it was drawn until the view names another, and whole days after a reload', async () => {
    const { explorer } = await opened(small());
    const drawn = { from: Date.UTC(2000, 0, 1, 7, 30), to: Date.UTC(2000, 0, 3, 9) };
    explorer.look(drawn);
    expect(explorer.window).toEqual(drawn);
    explorer.pick('actor', 'bob', 'include');
    expect(explorer.window).toEqual(drawn);
    explorer.restore(decode(encode(explorer.view)).view);
    expect(explorer.window).toEqual({ from: Date.UTC(2000, 0, 1), to: Date.UTC(2000, 0, 4) });
  });

  test('goes to a range that is asked for, and back to everything without one', async () => {
    const { explorer, found } = await opened(small());
    explorer.look({ from: 0, to: 86_400_000 });
    explorer.range(range('1999', '2002'));
    expect(explorer.window).toEqual({ from: Date.UTC(1999, 0), to: Date.UTC(2003, 0) });
    explorer.mute({ kind: 'range' });
    expect(explorer.window).toEqual(found.bounds);
    explorer.range(null);
    expect(explorer.window).toEqual(found.bounds);
  });
});
