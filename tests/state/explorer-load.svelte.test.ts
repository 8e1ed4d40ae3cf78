import { Blob } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../src/domain/limits';
import { sizeFault } from '../../src/engine/formats/file-kind';
import { Cancelled } from '../../src/engine/client';
import type { Phase } from '../../src/state/reading.svelte';
import { decode, encode } from '../../src/state/link';
import { chronologyOf } from '../fixtures/events';
import { type Bytes, given, refused, slow } from '../fixtures/sources';
import { soon } from '../views/fixtures/soon';
import { bytesOf, csto, emptyExplorer, fileOf, opened } from '../views/fixtures/explorers';
import { small } from '../views/fixtures/small';

const other = () => fileOf(chronologyOf([{ title: 'The other one', date: '2001' }]));
const words = (phase: Phase): string => (phase.kind === 'loading' ? phase.progress.phase : phase.kind);

async function* noBytes(): AsyncGenerator<Bytes> {
  await Promise.resolve();
  yield new Uint8Array(1);
}

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
        const [{ name, size, bytes }] = await from.read(signal);
        return [{ name, size, bytes: noting(bytes, () => seen.add(words(explorer.opening.phase))) }];
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

  test('that is too large is refused before a byte of it is asked for, and let go of', async () => {
    const { explorer, found } = await opened(small());
    const signals: AbortSignal[] = [];
    let pieces = 0;
    await explorer.load({
      name: 'huge.json',
      own: true,
      read(signal) {
        signals.push(signal);
        const bytes = noting(noBytes(), () => (pieces += 1));
        return Promise.resolve([{ name: 'huge.json', size: LIMITS.bytes + 1, bytes }]);
      },
    });
    const message = `"huge.json": ${String(sizeFault(LIMITS.bytes + 1))}`;
    expect(explorer.opening.trouble).toEqual({ message, again: null });
    expect([explorer.found === found, pieces, signals[0].aborted]).toEqual([true, 0, true]);
  });
});

describe('cancel', () => {
  test.each(['before a byte came', 'on the way'])(
    'ends a load at once %s, and leaves what is on screen',
    async (when) => {
      const { explorer, found } = await opened(small());
      const source = slow();
      const loading = explorer.load(source.source);
      if (when === 'on the way') {
        source.give(csto());
        await soon(() => explorer.opening.phase).toMatchObject({ progress: { done: expect.any(Number) as number } });
      }
      explorer.cancel();
      expect([explorer.opening.phase.kind, source.signals[0].aborted]).toEqual(['ready', true]);
      source.give(csto());
      await loading;
      expect([explorer.found === found, explorer.opening.trouble]).toEqual([true, null]);
      explorer.search('border');
      await soon(() => found.matches.count).toBe(2);
    },
  );

  test('of the first load leaves nothing, from which any load goes on', async () => {
    const { explorer } = emptyExplorer();
    void explorer.load(slow().source);
    explorer.cancel();
    expect([explorer.opening.phase.kind, explorer.found, explorer.opening.trouble]).toEqual(['cancelled', null, null]);
    await explorer.load(given(other()));
    expect([explorer.opening.phase.kind, explorer.found?.total]).toEqual(['ready', 1]);
  });

  test('without a load does nothing', async () => {
    const { explorer, found } = await opened(small());
    explorer.cancel();
    expect([explorer.opening.phase.kind, explorer.found === found]).toEqual(['ready', true]);
  });
});

describe('a file of the user', () => {
  const file = (bytes: ArrayBuffer, name = 'mine.json') =>
    Object.assign(new Blob([new Uint8Array(bytes)]), { name }) as unknown as File;

  test('starts with a view of its own, as a step, and the way back has the view that was left', async () => {
    const { explorer, told } = await opened(small());
    const { title } = explorer.found!.dataset.chronology;
    expect(explorer.opening.previous).toBeNull();
    explorer.restore(decode('actor=bob&q=border&lanes=topic').view);
    await explorer.openFiles([file(other())]);
    expect([explorer.found?.total, encode(explorer.view), explorer.opening.previous]).toEqual([1, '', title]);
    await explorer.goBack();
    expect([explorer.found?.total, explorer.found?.matches.count]).toEqual([10, 2]);
    expect(encode(explorer.view)).toBe('q=border&actor=bob&lanes=topic');
    await explorer.goBack();
    expect([explorer.found?.total, encode(explorer.view), explorer.opening.previous]).toEqual([1, '', title]);
    explorer.pick('actor', 'eve', 'include');
    await explorer.openFiles([file(fileOf(chronologyOf([{ title: 'A third' }, { title: 'And one more' }])))]);
    expect([explorer.found?.total, encode(explorer.view), explorer.opening.previous]).toEqual([2, '', title]);
    await explorer.goBack();
    expect([explorer.found?.total, encode(explorer.view), explorer.opening.previous]).toEqual([1, 'actor=eve', title]);
    expect(told.map(({ step, view }) => `${step} ${encode(view)}`)).toEqual([
      'push ',
      'push q=border&actor=bob&lanes=topic',
      'push ',
      'push actor=eve',
      'push ',
      'push actor=eve',
    ]);
  });

  test('opened where the first load failed can be left for it too', async () => {
    const { explorer } = emptyExplorer();
    let broken = true;
    const home = given(fileOf(small()), { name: 'data/home.json' });
    await explorer.load({
      ...home,
      read: (signal) => (broken ? Promise.reject(new Error('gone')) : home.read(signal)),
    });
    await explorer.openFiles([file(other())]);
    expect([explorer.found?.total, explorer.opening.previous, explorer.opening.trouble]).toEqual([
      1,
      'data/home.json',
      null,
    ]);
    await explorer.goBack();
    expect([explorer.found?.total, explorer.opening.trouble?.message]).toEqual([1, 'gone']);
    broken = false;
    explorer.opening.trouble?.again?.();
    await soon(() => explorer.found?.total).toBe(10);
  });
});
