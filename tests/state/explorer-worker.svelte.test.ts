import { describe, expect, onTestFinished, test } from 'vitest';
import { createClient, type Client, type Port } from '../../src/engine/client';
import { isRequest } from '../../src/engine/messages';
import { createService } from '../../src/engine/service';
import { Explorer } from '../../src/state/explorer.svelte';
import { decode, encode } from '../../src/state/link';
import { given, slow } from '../fixtures/sources';
import { bytesOf, fileOf } from '../views/fixtures/explorers';
import { small } from '../views/fixtures/small';
import { soon } from '../views/fixtures/soon';

/** An explorer of workers that can be killed: each lives in this process, and a dead one is as silent as a real one. */
function mortal() {
  const workers: { readonly kill: () => void; readonly kinds: string[]; disposed: boolean }[] = [];
  const create = (): Client => {
    const { port1, port2 } = new MessageChannel();
    const kinds: string[] = [];
    const receive = createService(
      (reply, transfer) => port2.postMessage(reply, transfer),
      () => new Promise((resolve) => void setTimeout(resolve)),
    );
    port2.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (!isRequest(data)) return;
      kinds.push(data.kind);
      receive(data);
    };
    // The port of a worker that Node has not: it can fail.
    const failures = new Set<(event: object) => void>();
    const port: Port = {
      postMessage: (message, transfer) => port1.postMessage(message, transfer),
      addEventListener: (type, hear) => (type === 'error' ? failures.add(hear) : port1.addEventListener(type, hear)),
      removeEventListener: (type, hear) => port1.removeEventListener(type, hear),
      start: () => port1.start(),
    };
    const worker = {
      kinds,
      disposed: false,
      kill() {
        port2.close();
        for (const hear of failures) hear({ message: 'out of memory' });
      },
    };
    workers.push(worker);
    onTestFinished(() => {
      port1.close();
      port2.close();
    });
    const client = createClient(port);
    return {
      ...client,
      get stopped() {
        return client.stopped;
      },
      dispose() {
        worker.disposed = true;
        client.dispose();
      },
    };
  };
  return { explorer: new Explorer(create), workers };
}

describe('a worker that dies', () => {
  test('while a file is read into it: nothing on screen changes, and the file is offered again, in a new worker', async () => {
    const { explorer, workers } = mortal();
    await explorer.load(given(fileOf(small())));
    explorer.restore(decode('actor=bob&event=e2').view);
    const before = explorer.found;
    const other = slow({ name: 'mine.json', own: true });
    const loading = explorer.load(other.source);
    await soon(() => other.signals.length).toBe(1);
    workers[0].kill();
    other.give(fileOf({ ...small(), events: small().events.slice(0, 3) }));
    await loading;
    // The first worker died before a byte of the file came: the load itself made another.
    expect([workers.length, workers[0].disposed, explorer.found?.total]).toEqual([2, true, 3]);
    expect([before === explorer.found, encode(explorer.view)]).toEqual([false, 'actor=bob&event=e2']);
  });

  test('with a file half opened says so and offers to load it again', async () => {
    const { explorer, workers } = mortal();
    await explorer.load(given(fileOf(small())));
    explorer.restore(decode('actor=bob').view);
    const before = explorer.found;
    const second = given(fileOf({ ...small(), events: small().events.slice(0, 3) }), { own: true, pieceBytes: 40 });
    const loading = explorer.load({
      ...second,
      async read(signal) {
        const [{ name, size, bytes }] = await second.read(signal);
        return [{ name, size, bytes: dying(bytes, () => workers.length === 1 && workers[0].kill()) }];
      },
    });
    await loading;
    expect(explorer.found).toBe(before);
    expect([explorer.found?.matches.count, explorer.opening.phase.kind]).toEqual([3, 'ready']);
    expect(explorer.opening.trouble?.message).toMatch(/^"given.json": .*has stopped \(out of memory\)/);
    explorer.opening.trouble?.again?.();
    await soon(() => explorer.found?.total).toBe(3);
    expect([explorer.opening.trouble, encode(explorer.view), workers.length]).toEqual([null, 'actor=bob', 2]);
  });

  test('during the first load leaves a page that can load it again', async () => {
    const { explorer, workers } = mortal();
    const first = given(fileOf(small()), { pieceBytes: 40 });
    await explorer.load({
      ...first,
      async read(signal) {
        const [{ name, size, bytes }] = await first.read(signal);
        return [{ name, size, bytes: dying(bytes, () => workers.length === 1 && workers[0].kill()) }];
      },
    });
    expect([explorer.opening.phase.kind, explorer.found]).toEqual(['failed', null]);
    explorer.opening.trouble?.again?.();
    await soon(() => explorer.found?.total).toBe(10);
    expect([explorer.opening.phase.kind, explorer.opening.trouble, workers.length]).toEqual(['ready', null, 2]);
  });

  test('is told when a search needs it, all else goes on, and loading again brings search back to the same view', async () => {
    const { explorer, workers } = mortal();
    await explorer.load(given(fileOf(small())));
    explorer.restore(decode('topic=war&event=e4').view);
    explorer.look({ from: 0, to: 1e12 });
    explorer.moveTo(4);
    workers[0].kill();
    expect(explorer.opening.trouble).toBeNull();
    explorer.pick('actor', 'org', 'include');
    expect(explorer.found?.matches.count).toBe(3);
    explorer.search('exercise');
    await soon(() => explorer.opening.trouble?.message).toMatch(/has stopped/);
    expect([explorer.found?.sentence, explorer.searching.standing]).toEqual([
      'Events with Organisation of Oaks, on War, matching “exercise”: not searched',
      'failed',
    ]);
    const [view, window] = [explorer.view, explorer.window];
    explorer.opening.trouble?.again?.();
    await soon(() => explorer.searching.standing).toBe('answered');
    expect([explorer.view, explorer.window, explorer.cursor]).toEqual([view, window, 4]);
    expect([explorer.found?.matches.count, explorer.opening.trouble, workers.length]).toEqual([2, null, 2]);
  });

  test('while the index is made is told without a search', async () => {
    const { explorer, workers } = mortal();
    const loading = explorer.load(given(fileOf(small())));
    await soon(() => explorer.found?.total).toBe(10);
    workers[0].kill();
    await loading;
    expect([explorer.searching.percent, explorer.opening.trouble?.again === null]).toEqual([null, false]);
  });

  test('is told again when loading again fails, and the offer stays', async () => {
    const { explorer, workers } = mortal();
    const source = given(fileOf(small()));
    let broken = false;
    await explorer.load({
      ...source,
      read: () => (broken ? Promise.reject(new Error('gone')) : source.read(signal())),
    });
    workers[0].kill();
    explorer.search('border');
    await soon(() => explorer.opening.trouble?.message).toMatch(/has stopped/);
    broken = true;
    explorer.opening.trouble?.again?.();
    await soon(() => explorer.opening.trouble?.message).toBe('gone');
    expect(explorer.found?.total).toBe(10);
    broken = false;
    explorer.opening.trouble?.again?.();
    await soon(() => explorer.found?.matches.count).toBe(2);
  });
});

describe('a file that is no chronology', () => {
  test('is told by its name and never offered again', async () => {
    const { explorer } = mortal();
    await explorer.load(given(fileOf(small())));
    await explorer.load(given(bytesOf('PK'), { name: 'my.docx', own: true }));
    expect(explorer.opening.trouble).toEqual({ message: expect.stringMatching(/^"my.docx": /), again: null });
    expect(explorer.found?.total).toBe(10);
  });
});

const signal = () => new AbortController().signal;

/** The first piece, then what happens, then the rest. */
async function* dying<T>(pieces: AsyncIterable<T>, happens: () => unknown): AsyncGenerator<T> {
  let isFirst = true;
  for await (const piece of pieces) {
    yield piece;
    if (isFirst) happens();
    isFirst = false;
  }
}
