import { File } from 'node:buffer';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Mapping } from '../../src/engine/mapping/mapping';
import { Explorer } from '../../src/state/explorer.svelte';
import { decode, encode } from '../../src/state/link';
import type { Source } from '../../src/state/load';
import { chronologyOf } from '../fixtures/events';
import { given, refused } from '../fixtures/sources';
import { wiredEngine } from '../fixtures/wired-engine';
import { fileOf } from '../views/fixtures/explorers';
import { small } from '../views/fixtures/small';
import { soon } from '../views/fixtures/soon';

const TABLE = 'When;What;Who\n03/04/2024;Talks begin;Ann, Bob\n05/06/2024;Talks end;Ann\n';

const fileOfText = (text: string | Uint8Array, name: string) => new File([text], name) as unknown as globalThis.File;
const one = (title: string, name: string, data?: string): Source => ({
  ...given(fileOf(chronologyOf([{ title, actors: ['ann'] }])), { name }),
  ...(data !== undefined && { data }),
});

/** An explorer of a site with the chronology `small` and some data files, and a memory of its own. */
function sited(files: Readonly<Record<string, Source>> = {}) {
  const engine = wiredEngine();
  onTestFinished(() => engine.close());
  const kept = new Map<string, Mapping>();
  const home = given(fileOf(small()), { name: 'data/home.json' });
  const explorer = new Explorer(() => engine.client, {
    source: (data) => (data === null ? home : (files[data] ?? { ...refused(`"${data}" is missing`), data })),
    memory: { mappings: kept, rememberMapping: (key, mapping) => void kept.set(key, mapping) },
  });
  const told: string[] = [];
  explorer.follow((view, step) => told.push(`${step} ${encode(view)}`));
  return { explorer, kept, told, title: () => explorer.found?.dataset.chronology.title };
}

const asked = (explorer: Explorer) => {
  if (explorer.opening.asked === null) throw new Error(explorer.opening.trouble?.message ?? 'nothing is asked');
  return explorer.opening.asked;
};

describe('a table that nobody knows', () => {
  test('is asked about; the answer opens it, is remembered, and is told when it is used again', async () => {
    const { explorer, kept } = sited();
    await explorer.begin();
    const before = explorer.found;
    await explorer.openFiles([fileOfText(TABLE, 'talks.csv')]);
    const { survey, mapping } = asked(explorer);
    expect([survey.file, survey.rows, survey.columns.map(({ name }) => name)]).toEqual([
      'talks.csv',
      2,
      ['When', 'What', 'Who'],
    ]);
    expect([explorer.found === before, explorer.opening.phase.kind]).toEqual([true, 'ready']);

    await explorer.answer({ ...mapping, dayOrder: 'month first' });
    expect([explorer.opening.asked, explorer.found?.total, explorer.opening.recalled]).toEqual([null, 2, false]);
    expect(explorer.found?.words.shortDate(0)).toBe('4 Mar 2024');
    expect([...kept.keys()]).toEqual([survey.key]);

    await explorer.openText(`${TABLE}07/08/2024;Talks resume;Bob\n`);
    expect([explorer.opening.asked, explorer.found?.total, explorer.opening.recalled]).toEqual([null, 3, true]);
    expect(explorer.opening.source?.name).toBe('Pasted text');

    await explorer.remap();
    expect(asked(explorer).mapping.dayOrder).toBe('month first');
    await explorer.answer({ ...asked(explorer).mapping, dayOrder: 'day first' });
    expect([explorer.found?.words.shortDate(0), explorer.opening.recalled]).toEqual(['3 Apr 2024', false]);
    expect(kept.get(survey.key)?.dayOrder).toBe('day first');
  });

  test('left unanswered leaves what is on screen, and on an empty page what a cancelled load leaves', async () => {
    const { explorer } = sited();
    await explorer.openText(TABLE);
    expect([asked(explorer).survey.rows, explorer.opening.phase.kind]).toEqual([2, 'asking']);
    explorer.cancel();
    expect([explorer.opening.asked, explorer.opening.phase.kind]).toEqual([null, 'cancelled']);
    await explorer.begin();
    await explorer.openText(TABLE);
    explorer.cancel();
    expect([explorer.opening.asked, explorer.opening.phase.kind, explorer.found?.total]).toEqual([null, 'ready', 10]);
    await explorer.answer(small() as never);
    expect(explorer.found?.total).toBe(10);
  });

  test('makes room for whatever is opened instead', async () => {
    const { explorer } = sited();
    await explorer.begin();
    await explorer.openText(TABLE);
    await explorer.openFiles([fileOfText('{', 'bad.json')]);
    expect(explorer.opening.asked).toBeNull();
    expect(explorer.opening.trouble?.message).toContain('"bad.json"');
  });

  test('is remembered as it was only where it has as many columns', async () => {
    const { explorer, kept } = sited();
    await explorer.openText(TABLE);
    const { survey, mapping } = asked(explorer);
    await explorer.answer({ ...mapping, dayOrder: 'day first' });
    kept.set(survey.key, { ...mapping, roles: ['title'], separators: [''] });
    await explorer.remap();
    expect(asked(explorer).mapping).toEqual(survey.mapping);
  });
});

describe('several files', () => {
  test('make one chronology, and can be left for the one before', async () => {
    const { explorer, title } = sited();
    await explorer.begin();
    const files = ['a', 'b'].map((name) =>
      fileOfText(new Uint8Array(fileOf(chronologyOf([{ id: name, title: `Event ${name}` }]))), `${name}.json`),
    );
    await explorer.openFiles(files);
    expect([explorer.found?.total, explorer.found?.dataset.files.map(({ name }) => name)]).toEqual([
      2,
      ['a.json', 'b.json'],
    ]);
    await explorer.goBack();
    expect([explorer.found?.total, title()]).toEqual([10, small().chronology.title]);
    await explorer.goBack();
    expect(explorer.found?.total).toBe(2);
    await explorer.goHome();
    expect([explorer.found?.total, encode(explorer.view)]).toEqual([10, '']);
  });

  test('that are none, or not all files, are told', async () => {
    const { explorer } = sited();
    await explorer.begin();
    await explorer.openFiles([], '"x" is a folder');
    expect([explorer.found?.total, explorer.opening.trouble?.message]).toEqual([10, '"x" is a folder']);
    await explorer.openFiles([fileOfText(new Uint8Array(fileOf(chronologyOf([{ title: 'One' }]))), 'a')], '"x" is one');
    expect([explorer.found?.total, explorer.opening.trouble?.message]).toEqual([1, '"x" is one']);
    explorer.search('one');
    await soon(() => explorer.searching.standing).toBe('answered');
    expect(explorer.opening.trouble?.message, 'an answer says nothing of files').toBe('"x" is one');
  });
});

describe('an encoding', () => {
  const bytes = Uint8Array.from([...'date,title\n2024-01-02,'].map((c) => c.charCodeAt(0)).concat([0xcf, 0xf0, 0xe8]));

  test('is recognised, and can be changed while it is asked how to read the table, and after', async () => {
    const { explorer } = sited();
    await explorer.openFiles([fileOfText(bytes, 'news.csv')]);
    const first = asked(explorer);
    const others = explorer.chooseEncoding('news.csv', 'windows-1252');
    expect(explorer.opening.asked).toBe(first);
    await others;
    expect([asked(explorer) === first, asked(explorer).encoding]).toEqual([false, 'windows-1252']);
    await explorer.answer(asked(explorer).mapping);
    expect(explorer.found?.dataset.records.event(0).title).toBe('Ïðè');
    explorer.search('x');
    await explorer.chooseEncoding('news.csv', 'windows-1251');
    expect(explorer.found?.dataset.records.event(0).title).toBe('При');
    expect(explorer.found?.dataset.files[0].encoding).toBe('windows-1251');
    // It is the same file: its view stays, and it is not left for itself.
    expect([encode(explorer.view), explorer.opening.previous]).toEqual(['q=x', null]);
  });
});

describe('a data file that a link names', () => {
  const files = { 'a.json': one('A', 'a.json', 'a.json'), 'b.json': one('B', 'b.json', 'b.json') };
  const go = (explorer: Explorer, link: string) => explorer.restore(decode(link).view);
  const shown = ({ explorer }: { readonly explorer: Explorer }) => explorer.found?.dataset.files[0].name;

  test('is opened first, with the view of the link, and nothing is told', async () => {
    const site = sited(files);
    go(site.explorer, 'data=a.json&actor=ann');
    await site.explorer.begin();
    expect([shown(site), encode(site.explorer.view), site.told]).toEqual(['a.json', 'data=a.json&actor=ann', []]);
    site.explorer.pick('actor', 'ann', null);
    expect(site.told).toEqual(['push data=a.json']);
    expect(encode(site.explorer.found!.viewOf('x'))).toBe('data=a.json&event=x');
  });

  test('takes the place of another when its link comes, and makes room again, with the view of each', async () => {
    const site = sited(files);
    const { explorer } = site;
    await explorer.begin();
    go(explorer, 'actor=bob');
    go(explorer, 'data=a.json&actor=ann');
    // Until it is there, what is on screen stays as it is.
    expect([encode(explorer.view), explorer.found?.total]).toEqual(['actor=bob', 10]);
    await soon(() => shown(site)).toBe('a.json');
    expect(encode(explorer.view)).toBe('data=a.json&actor=ann');
    go(explorer, 'data=b.json');
    await soon(() => shown(site)).toBe('b.json');
    go(explorer, 'data=a.json');
    await soon(() => shown(site)).toBe('a.json');
    go(explorer, 'topic=war');
    await soon(() => explorer.found?.total).toBe(10);
    expect([encode(explorer.view), site.told.every((line) => line.startsWith('replace'))]).toEqual(['topic=war', true]);
  });

  test('makes room for the user’s own, which Back and Forward find again', async () => {
    const site = sited(files);
    const { explorer } = site;
    go(explorer, 'data=a.json');
    await explorer.begin();
    await explorer.openFiles([fileOfText(new Uint8Array(fileOf(chronologyOf([{ title: 'Mine' }]))), 'mine.json')]);
    expect(site.told).toEqual(['push ']);
    go(explorer, 'data=a.json');
    await soon(() => shown(site)).toBe('a.json');
    go(explorer, '');
    await soon(() => shown(site)).toBe('mine.json');
  });

  test('that is not there leaves what is on screen, and at first leaves a way to what the app comes with', async () => {
    const site = sited(files);
    const { explorer } = site;
    go(explorer, 'data=gone.json');
    await explorer.begin();
    expect([explorer.found, explorer.opening.trouble?.message]).toEqual([null, '"gone.json" is missing']);
    await explorer.goHome();
    expect([explorer.found?.total, encode(explorer.view), explorer.opening.previous]).toEqual([10, '', null]);
    go(explorer, 'data=gone.json&actor=x');
    await soon(() => explorer.opening.trouble?.message).toBe('"gone.json" is missing');
    expect([explorer.found?.total, encode(explorer.view)]).toEqual([10, '']);
    // The address names again what is on screen.
    expect(site.told.at(-1)).toBe('replace ');
  });

  test('that is cancelled leaves the address to what is on screen', async () => {
    const site = sited(files);
    const { explorer } = site;
    await explorer.begin();
    go(explorer, 'data=a.json');
    explorer.cancel();
    expect([explorer.found?.total, site.told]).toEqual([10, ['replace ']]);
  });

  test('and is opened first has a way back to what the app comes with, and that one to it', async () => {
    const site = sited(files);
    const { explorer } = site;
    go(explorer, 'data=a.json&actor=ann');
    await explorer.begin();
    expect(explorer.opening.previous).toBe('the chronology of this site');
    await explorer.goBack();
    expect([explorer.found?.total, encode(explorer.view), explorer.opening.previous]).toEqual([10, '', 'Sketch']);
    await explorer.goBack();
    expect([shown(site), encode(explorer.view)]).toEqual(['a.json', 'data=a.json&actor=ann']);
  });

  test('mended by hand is tried before anything is on screen', async () => {
    const site = sited(files);
    go(site.explorer, 'data=gone.json');
    await site.explorer.begin();
    go(site.explorer, 'data=b.json');
    await soon(() => shown(site)).toBe('b.json');
  });

  test('that is overtaken by the link of what is on screen is not opened', async () => {
    const site = sited(files);
    const { explorer } = site;
    await explorer.begin();
    go(explorer, 'data=a.json');
    go(explorer, 'actor=bob');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([explorer.found?.total, encode(explorer.view), explorer.opening.phase.kind]).toEqual([
      10,
      'actor=bob',
      'ready',
    ]);
  });
});
