import { describe, expect, test } from 'vitest';
import { Cancelled } from '../../src/engine/client';
import type { Phase } from '../../src/state/opening.svelte';
import { decode, encode } from '../../src/state/link';
import { chronologyOf } from '../fixtures/events';
import { given, refused, slow } from '../fixtures/sources';
import { bytesOf, csto, emptyExplorer, fileOf, opened } from '../views/fixtures/explorers';
import { small } from '../views/fixtures/small';

const other = () => fileOf(chronologyOf([{ title: 'The other one', date: '2001' }]));
const words = (phase: Phase): string => (phase.kind === 'loading' ? phase.progress.phase : phase.kind);

async function* noting<T>(pieces: AsyncIterable<T>, note: () => unknown): AsyncGenerator<T> {
  for await (const piece of pieces) {
    note();
    yield piece;
  }
}

describe('the first load', () => {
  test('goes from loading through its progress to ready, and tells no change of the view', async () => {
    const { explorer, told } = emptyExplorer();
    const seen = new Set<string>();
    const from = given(csto(), { pieceBytes: 50_000 });
    const loading = explorer.load({
      ...from,
      async read(signal) {
        const { size, bytes } = await from.read(signal);
        return { size, bytes: noting(bytes, () => seen.add(words(explorer.opening.phase))) };
      },
    });
    expect(explorer.opening.phase).toMatchObject({ kind: 'loading', name: 'given.json' });
    await loading;
    expect([...seen][0]).toBe('reading');
    expect(explorer.opening.phase).toEqual({ kind: 'ready' });
    expect([explorer.found?.total, explorer.found?.matches.count, told]).toEqual([318, 318, []]);
  });

  test.each([
    ['nothing at all', ''],
    ['half a file', '{"format":"dateline/1","title":"T","events":[{"id":'],
    ['not JSON', '<!doctype html>'],
    ['not a chronology', '{"events":7}'],
    ['no usable event', '{"format":"dateline/1","title":"T","events":[{}]}'],
  ])('of %s fails with a message, and a second load works', async (_, text) => {
    const { explorer } = emptyExplorer();
    await explorer.load(given(bytesOf(text)));
    expect([explorer.opening.phase, explorer.opening.trouble?.message]).toEqual([
      { kind: 'failed' },
      expect.stringMatching(/\w{3,}/),
    ]);
    expect([explorer.found, explorer.notes]).toEqual([null, []]);
    await explorer.load(given(other()));
    expect([explorer.opening, explorer.found?.total]).toMatchObject([{ phase: { kind: 'ready' }, trouble: null }, 1]);
  });

  test('that its source refuses says so, and is loading again while tried again', async () => {
    const { explorer } = emptyExplorer();
    await explorer.load(refused('no connection'));
    expect(explorer.opening).toMatchObject({ phase: { kind: 'failed' }, trouble: { message: 'no connection' } });
    const again = slow();
    const loading = explorer.load(again.source);
    expect(explorer.opening.phase.kind).toBe('loading');
    again.give(other());
    await loading;
    expect(explorer.opening.phase.kind).toBe('ready');
  });

  test('finds the view that was asked for while it ran: filters, search and event', async () => {
    const { explorer, told } = emptyExplorer();
    const first = slow();
    const loading = explorer.load(first.source);
    explorer.restore(decode('q=border&event=e2').view);
    explorer.pick('actor', 'land', 'include');
    expect([explorer.found, explorer.neighbour(1), told.length]).toEqual([null, -1, 1]);
    first.give(fileOf(small()));
    await loading;
    expect([explorer.found?.matches.count, explorer.found?.openEvent?.title]).toEqual([1, 'Border opened']);
  });

  test('no verb needs a chronology', async () => {
    const { explorer } = emptyExplorer();
    explorer.open(3);
    explorer.step(1);
    explorer.fit();
    explorer.search('x');
    explorer.look({ from: 0, to: 1e9 });
    explorer.moveTo(-1);
    explorer.close();
    explorer.clear();
    await explorer.openBest();
    expect([encode(explorer.view), explorer.cursor]).toEqual(['window=1970-01-01..1970-01-12', -1]);
  });
});

describe('a later load', () => {
  test('that fails leaves what is on screen as it was, with a note', async () => {
    const { explorer, found, settled } = await opened(small());
    explorer.search('border');
    await settled();
    await explorer.load(given(bytesOf('{')));
    expect(explorer.found).toBe(found);
    expect([explorer.opening.phase.kind, explorer.opening.trouble === null, found.matches.count]).toEqual([
      'ready',
      false,
      2,
    ]);
    explorer.search('treaty');
    await settled();
    expect(found.matches.count).toBe(2);
    explorer.restore(decode('q=summit').view);
    await settled();
    expect(found.matches.count).toBe(1);
  });

  test('keeps the present chronology in use until it is there, then replaces it in one go', async () => {
    const one = await opened(small());
    const { explorer } = one;
    explorer.restore(decode('q=other&actor=!bob&event=e0').view);
    await one.settled();
    const before = one.found;
    const second = slow();
    const loading = explorer.load(second.source);
    explorer.pick('topic', 'law', 'include');
    expect(explorer.found).toBe(before);
    explorer.pick('topic', 'law', null);
    second.give(other());
    await loading;
    expect(explorer.found).not.toBe(before);
    expect(one.ids()).toEqual(['e0']);
    expect(encode(explorer.view)).toBe('q=other&actor=!bob&event=e0');
    expect([one.found.openEvent?.title, one.found.unknown]).toEqual([
      'The other one',
      ['actor "bob" is not in this chronology'],
    ]);
  });

  test('is not undone by an earlier one that comes after it', async () => {
    const { explorer } = emptyExplorer();
    const early = slow();
    const first = explorer.load(early.source);
    await explorer.load(given(other()));
    early.give(fileOf(small()));
    await first;
    expect([explorer.opening, explorer.found?.total]).toMatchObject([{ phase: { kind: 'ready' }, trouble: null }, 1]);
  });

  test('is not spoilt by an earlier one that fails after it', async () => {
    const { explorer } = emptyExplorer();
    const early = slow();
    const first = explorer.load(early.source);
    await explorer.load(given(other()));
    early.fail('no connection');
    await first;
    expect([explorer.opening, explorer.found?.total]).toMatchObject([{ phase: { kind: 'ready' }, trouble: null }, 1]);
  });

  test('that is cancelled says nothing', async () => {
    const { explorer } = await opened(small());
    await explorer.load({ ...given(csto()), read: () => Promise.reject(new Cancelled('cancelled')) });
    expect([explorer.opening.trouble, explorer.opening.phase.kind]).toEqual([null, 'ready']);
  });
});
