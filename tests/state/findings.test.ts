import { describe, expect, test, vi } from 'vitest';
import type { SearchAnswer } from '../../src/engine/search/answer';
import { related } from '../../src/engine/related';
import { encode } from '../../src/state/link';
import { Naming } from '../../src/state/naming.svelte';
import { Searching } from '../../src/state/searching.svelte';
import { chronologyOf } from '../fixtures/events';
import { csto, opened } from '../views/fixtures/explorers';
import { small } from '../views/fixtures/small';

describe('findings', () => {
  test('around an event are the dated before and after it, matches or not, and none about the undated', async () => {
    const { explorer, found } = await opened(small());
    explorer.pick('actor', 'nobody', 'include');
    expect(found.around(3, 2)).toEqual([1, 2, 3, 4, 5]);
    expect([found.around(0, 2), found.around(7, 2)]).toEqual([
      [0, 1, 2],
      [5, 6, 7],
    ]);
    expect([found.around(8, 2), found.around(9, 2)]).toEqual([[], []]);
  });

  test('related to an event never hold itself, each once, each with a reason (the bundled chronology)', async () => {
    const { found } = await opened(csto());
    for (let row = 0; row < found.total; row += 7) {
      const all = related(found.dataset, row, 6).map((one) => ({ ...one, why: found.words.reason(one) }));
      expect(new Set(all.map((one) => one.row)).size).toBe(all.length);
      expect(all.every((one) => one.row !== row && one.why !== '')).toBe(true);
      expect(all.length).toBeLessThanOrEqual(6);
    }
  });

  test('count the members of a body, directly or through others; a circle was cut when the file was read', async () => {
    const actors = [
      { id: 'a', memberOf: ['b'] },
      { id: 'b', memberOf: ['c'] },
      { id: 'c', memberOf: ['a'] },
      { id: 'd', memberOf: ['c', 'b'] },
      { id: 'e' },
    ];
    const { found } = await opened(chronologyOf([{ actors: ['a'] }], { actors }));
    expect(['a', 'b', 'c', 'd', 'e', 'nobody'].map((id) => found.membersOf(id))).toEqual([0, 2, 3, 0, 0, 0]);
    expect(found.dataset.problems).toHaveLength(1);
  });

  test('of a chronology without dates have a window of one day, no years and no quiet periods', async () => {
    const { explorer, found } = await opened(chronologyOf([{}, { title: 'Another' }]));
    expect([found.years, found.quiet, found.bounds, explorer.window]).toEqual([
      '',
      [],
      { from: 0, to: 86_400_000 },
      { from: 0, to: 86_400_000 },
    ]);
    explorer.fit();
    expect(encode(explorer.view)).toBe('');
    expect(found.listGroups.map(({ kind }) => kind)).toEqual(['undated']);
  });

  test('of quiet periods have no event in them, and stay whatever is asked (the bundled chronology)', async () => {
    const { explorer, found } = await opened(csto());
    const { earliest, latest, dated } = found.dataset.columns;
    const { quiet } = found;
    expect(quiet.length).toBeGreaterThan(0);
    for (const { from, to } of quiet) {
      expect(from).toBeLessThan(to);
      const within = Array.from({ length: dated }, (_, row) => row).filter(
        (row) => earliest[row] < to && latest[row] > from,
      );
      expect(within).toEqual([]);
    }
    explorer.pick('topic', 'exercises', 'include');
    expect(found.quiet).toBe(quiet);
  });

  test('put lanes that are asked for first, and leave them there without a match', async () => {
    const { explorer, found } = await opened(small());
    explorer.pick('actor', 'land', 'include');
    expect(found.lanes[0].id).toBe('land');
    explorer.pick('type', 'treaty', 'include');
    expect(found.lanes.map(({ id, count }) => [id, count])).toEqual([['land', 0]]);
    explorer.mute({ kind: 'pick', field: 'actor', id: 'land' });
    expect(found.lanes.map(({ id }) => id)).toEqual(['ann', 'org']);
  });

  test('are made by what events have where none has what lanes are asked for by', async () => {
    const events = [{ date: '2020', topics: [], type: 'treaty' }];
    const { explorer, found } = await opened(chronologyOf(events));
    expect([found.laneFields, found.lanesField]).toEqual([['type'], 'type']);
    expect(found.lanes.map(({ id, count }) => [id, count])).toEqual([['treaty', 1]]);
    explorer.arrange('none');
    expect(found.lanesField).toBe('none');
    expect((await opened(chronologyOf([{ date: '2020', topics: [] }]))).found.lanesField).toBe('none');
  });

  test('of an event alone are a view of nothing else', async () => {
    const { explorer, found } = await opened(small());
    explorer.pick('actor', 'land', 'include');
    expect(encode(found.viewOf('e3'))).toBe('event=e3');
  });
});

describe('searching', () => {
  function patient() {
    const answers: ((answer: null) => void)[] = [];
    const search = vi.fn((_text: string) => new Promise<null>((resolve) => answers.push(resolve)));
    const failed = vi.fn();
    const searching = new Searching({ search }, failed);
    return { searching, search, failed, answers };
  }

  test('asks once for what is asked twice, and both wait for the same answer', async () => {
    const { searching, search, answers } = patient();
    const [first, second] = [searching.ask('war'), searching.ask('war')];
    expect([search.mock.calls.length, first === second, searching.standing]).toEqual([1, true, 'pending']);
    answers[0](null);
    await first;
    expect([searching.answer, searching.hits]).toEqual([null, null]);
  });

  test('asks for nothing without a word being asked', async () => {
    const { searching, search } = patient();
    await searching.ask('');
    void searching.ask('war');
    await searching.ask('');
    expect([search.mock.calls.length, searching.standing, searching.hits]).toEqual([1, 'answered', null]);
  });

  test('asks another chronology again, and when there is nothing to ask, whether its index is ready', () => {
    const { searching, search } = patient();
    void searching.ask('war');
    void searching.begin(3, 'war');
    void searching.begin(3, '');
    expect(search.mock.calls).toEqual([['war'], ['war'], ['']]);
    expect([searching.percent, searching.standing]).toEqual([0, 'answered']);
  });

  test('takes no answer about other rows than it has', async () => {
    const answer = { rows: 9, hits: new Uint32Array(1), ranked: new Uint32Array(0) } as SearchAnswer;
    const searching = new Searching({ search: () => Promise.resolve(answer) }, vi.fn());
    await searching.begin(3, 'war');
    expect([searching.standing, searching.hits, searching.percent]).toEqual(['pending', null, 0]);
    await searching.begin(9, 'war');
    expect([searching.standing, searching.hits?.count, searching.percent]).toEqual(['answered', 0, null]);
  });

  test('tells what went wrong, and nobody waits on', async () => {
    const { searching, search, failed } = patient();
    const fault = new Error('stopped');
    search.mockRejectedValueOnce(fault);
    await searching.ask('war');
    expect(failed.mock.calls).toEqual([[fault]]);
  });
});

describe('naming', () => {
  test('comes once when wanted, and then stays', async () => {
    const naming = new Naming();
    expect(naming.create).toBeNull();
    const first = naming.want();
    expect(naming.want()).toBe(first);
    await first;
    expect(naming.create).toBeTypeOf('function');
  });

  test('lifts nothing from a text without a field, nor without names', async () => {
    const { explorer, found } = await opened(small());
    explorer.wantNames();
    const naming = new Naming();
    await naming.want();
    const names = naming.create!(found.dataset.columns, found.dataset.chronology);
    expect([await naming.lift('actor:bob', null), await naming.lift('bob', names)]).toEqual([null, null]);
    expect(await naming.lift('actor:bob x', names)).toEqual({
      rest: 'x',
      picks: [{ field: 'actor', id: 'bob', sign: 'include' }],
    });
  });
});
