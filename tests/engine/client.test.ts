import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Cancelled, createClient, type Port } from '../../src/engine/client';
import type { Progress, Reply, Request } from '../../src/engine/messages';
import type { Opened } from '../../src/engine/opening';
import { openBytes } from '../fixtures/opened';
import { loadOne, type WiredEngine, wiredEngine } from '../fixtures/wired-engine';

const bytesOf = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer;
const fileOf = (ids: readonly string[], head: object = {}): ArrayBuffer =>
  bytesOf(
    JSON.stringify({
      format: 'dateline/1',
      title: 'T',
      ...head,
      events: ids.map((id, index) => ({ id, title: `Event ${id}`, date: `${2000 + index}`, 'x-own': index })),
    }),
  );
const csto = (): ArrayBuffer => bytesOf(readFileSync('public/data/csto.json', 'utf8'));

describe('a client and the service at the other end of a channel', () => {
  let engine: WiredEngine;
  beforeEach(() => {
    engine = wiredEngine();
  });
  afterEach(() => engine.close());

  test('load gives the whole data set, events in time order', async () => {
    const dataset = await engine.load(csto());
    expect(dataset.chronology.title).toBe('CSTO chronology');
    expect([dataset.columns.count, dataset.records.count, dataset.problems.length]).toEqual([318, 318, 0]);
    expect(dataset.records.decoded).toBe(0);
    const row = dataset.rowOf('minsk-session-2023');
    expect(dataset.records.event(row)).toMatchObject({ id: 'minsk-session-2023', date: '2023-11-23' });
    expect(dataset.rowOf('no-such-event')).toBe(-1);
    const { earliest } = dataset.columns;
    expect(earliest.every((instant, at) => at === 0 || instant >= earliest[at - 1])).toBe(true);
    const topic = dataset.columns.field('topic');
    expect(
      Array.from(topic.ids.subarray(topic.offsets[row], topic.offsets[row + 1]), (id) => topic.values[id].id),
    ).toEqual(dataset.records.event(row).topics);
  });

  test('the bytes are handed over, not copied; unknown keys come back with the records and the head', async () => {
    const file = fileOf(['a', 'b'], { 'x-head': [1] });
    const dataset = await engine.load(file);
    expect(file.byteLength).toBe(0);
    expect(JSON.parse(dataset.records.json(1))).toEqual({ id: 'b', title: 'Event b', date: '2001', 'x-own': 1 });
    expect(JSON.parse(dataset.head)).toEqual({ format: 'dateline/1', title: 'T', 'x-head': [1] });
  });

  test('a file may come in pieces that part letters', async () => {
    async function* pieces() {
      const whole = new Uint8Array(bytesOf('{"format":"dateline/1","title":"Ж😀","events":[{"id":"ё","title":"Ё"}]}'));
      for (let at = 0; at < whole.length; at += 3) yield whole.slice(at, at + 3);
    }
    const dataset = await engine.load(pieces());
    expect([dataset.chronology.title, dataset.rowOf('ё')]).toEqual(['Ж😀', 0]);
  });

  test('progress goes from reading over arranging to indexing, and never backwards', async () => {
    const told: Progress[] = [];
    const ids = Array.from({ length: 3000 }, (_, index) => `e${index}`);
    await engine.load(fileOf(ids), (progress) => told.push(progress));
    await engine.client.search('event');
    expect([...new Set(told.map(({ phase }) => phase))]).toEqual(['reading', 'arranging', 'indexing']);
    for (const phase of ['reading', 'arranging', 'indexing']) {
      const steps = told.filter((progress) => progress.phase === phase);
      expect(steps.map(({ done }) => done)).toEqual(steps.map(({ done }) => done).sort((a, b) => a - b));
      expect(steps.at(-1)?.done).toBe(steps.at(-1)?.total);
    }
  });

  test('a search asked at once after loading waits for the index', async () => {
    const { rowOf } = await engine.load(csto());
    const answer = await engine.client.search('graduates of central asian universities');
    expect(answer?.ranked[0]).toBe(rowOf('graduates-meeting-2024'));
  });

  test('a search asked while the first file is still being read is answered from it', async () => {
    const loading = engine.load(fileOf(['alpha', 'beta']));
    const answer = await engine.client.search('alpha');
    expect(answer?.count).toBe(1);
    await loading;
  });

  test('of searches asked together only the newest is answered', async () => {
    await engine.load(fileOf(['alpha', 'beta']));
    const answers = await Promise.all(['a', 'al', 'alp', 'beta'].map((text) => engine.client.search(text)));
    expect(answers.map((answer) => answer?.count ?? null)).toEqual([null, null, null, 1]);
    expect((await engine.client.search('alpha'))?.count).toBe(1);
  });

  test('a search without any file has no answer', async () => {
    expect(await engine.client.search('alpha')).toBeNull();
    const failing = engine.load(bytesOf('nonsense'));
    const asked = engine.client.search('alpha');
    await expect(failing).rejects.toThrow('not JSON');
    expect(await asked).toBeNull();
  });

  test('a bad file is refused with words to show, and the one before it is still searched', async () => {
    await engine.load(fileOf(['alpha', 'beta']));
    await expect(engine.load(bytesOf('<!doctype html>'))).rejects.toThrow('looks like a web page');
    await expect(engine.load(bytesOf(''))).rejects.toThrow('The file is empty');
    await expect(engine.load(bytesOf('{"format":"dateline/2"}'))).rejects.toThrow('Format "dateline/2"');
    await expect(engine.load(Uint8Array.of(0x1f, 0x8b, 8).buffer)).rejects.toThrow('compressed file (gzip) is cut off');
    expect((await engine.client.search('beta'))?.count).toBe(1);
  });

  test('a second file takes the place of the first, also in search', async () => {
    await engine.load(fileOf(['alpha']));
    await engine.load(fileOf(['beta', 'gamma', 'delta']));
    expect((await engine.client.search('alpha'))?.understood[0].reading).toBe('nowhere');
    expect((await engine.client.search('gamma'))?.count).toBe(1);
  });

  test('a cancelled load rejects with Cancelled and leaves the one before it', async () => {
    await engine.load(fileOf(['alpha']));
    const loading = engine.load(csto());
    engine.client.cancel();
    await expect(loading).rejects.toBeInstanceOf(Cancelled);
    expect((await engine.client.search('alpha'))?.count).toBe(1);
  });

  test('a newer load cancels the older one', async () => {
    const older = engine.load(csto());
    const newer = engine.load(fileOf(['alpha']));
    await expect(older).rejects.toBeInstanceOf(Cancelled);
    expect((await newer).columns.count).toBe(1);
  });

  test('a source that breaks off rejects with its own error', async () => {
    async function* broken() {
      yield new Uint8Array([0x7b]);
      throw new Error('the disk is gone');
    }
    await expect(engine.load(broken())).rejects.toThrow('the disk is gone');
    expect((await engine.load(fileOf(['alpha']))).columns.count).toBe(1);
  });
});

/** A port whose other end is the test. */
function fakePort() {
  const listeners = new Map<string, (event: object) => void>();
  const sent: Request[] = [];
  const ended: string[] = [];
  const port: Port = {
    postMessage: (message) => void sent.push(message),
    addEventListener: (type, listener) => void listeners.set(type, listener),
    removeEventListener: (type) => void listeners.delete(type),
    terminate: () => void ended.push('terminate'),
  };
  return {
    port,
    sent,
    ended,
    listeners,
    fire: (type: string, event: object) => listeners.get(type)?.(event),
    reply: (data: Reply) => listeners.get('message')?.({ data }),
  };
}

/** What the service would hand over for a file of these events. */
function partsOf(ids: readonly string[]): (Opened & { ok: true })['parts'] {
  const opened = openBytes(new Uint8Array(fileOf(ids)));
  if (!opened.ok) throw new Error(opened.message);
  return opened.parts;
}

test('a search of the first file has no answer once a second is there, whatever comes later', async () => {
  const { port, sent, reply } = fakePort();
  const client = createClient(port);
  const first = loadOne(client, fileOf(['a']));
  const early = client.search('a');
  reply({ kind: 'loaded', id: sent[0].id, parts: partsOf(['a']) });
  await first;
  const second = loadOne(client, fileOf(['a', 'b']));
  const late = client.search('a');
  const ids = sent.filter(({ kind }) => kind === 'search').map(({ id }) => id);
  reply({ kind: 'loaded', id: sent.findLast(({ kind }) => kind === 'load')?.id ?? -1, parts: partsOf(['a', 'b']) });
  for (const id of ids) reply({ kind: 'failed', id, message: 'too late' });
  expect((await second).columns.count).toBe(2);
  expect([await early, await late]).toEqual([null, null]);
});

describe('bytes on their way to the worker', () => {
  /** A file of `count` megabytes, and how many of them have been asked for. */
  function megabytes(count: number) {
    const asked = { pieces: 0, closed: false };
    async function* pieces() {
      try {
        for (; asked.pieces < count; asked.pieces++) yield new Uint8Array(await Promise.resolve(1_000_000));
      } finally {
        asked.closed = true;
      }
    }
    return { asked, pieces };
  }
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  const reading = (id: number, done: number): Reply => ({
    kind: 'progress',
    id,
    progress: { phase: 'reading', done, total: 0, events: 0 },
  });

  test('are few: more is asked of the source when the worker has read some', async () => {
    const { port, sent, reply } = fakePort();
    const { asked, pieces } = megabytes(20);
    const client = createClient(port);
    loadOne(client, pieces()).catch(() => undefined);
    await settled();
    expect(sent.filter(({ kind }) => kind === 'chunk')).toHaveLength(5);
    reply(reading(sent[0].id, 2_500_000));
    await settled();
    expect(sent.filter(({ kind }) => kind === 'chunk')).toHaveLength(7);
    reply(reading(sent[0].id, 20_000_000));
    await settled();
    expect([asked.pieces, sent.at(-1)?.kind]).toEqual([20, 'end']);
  });

  test('end at a cancel, a failure or a newer load, and the source is let go', async () => {
    for (const end of ['cancel', 'failed', 'load'] as const) {
      const { port, sent, reply } = fakePort();
      const { asked, pieces } = megabytes(20);
      const client = createClient(port);
      const loading = loadOne(client, pieces());
      await settled();
      if (end === 'cancel') client.cancel();
      else if (end === 'failed') reply({ kind: 'failed', id: sent[0].id, message: 'too odd' });
      else loadOne(client, fileOf(['a'])).catch(() => undefined);
      await expect(loading).rejects.toThrow();
      await settled();
      expect([asked.closed, asked.pieces], end).toEqual([true, 4]);
      expect(sent.filter(({ kind, id }) => kind === 'end' && id === sent[0].id)).toEqual([]);
    }
  });

  test('are not asked for when they are too many', async () => {
    const { port, sent } = fakePort();
    const { asked, pieces } = megabytes(20);
    const words = 'The file has 1.6 GB or more; at most 1.5 GB can be opened, so split it';
    await expect(loadOne(createClient(port), pieces(), undefined, 1_500_000_001)).rejects.toThrow(words);
    expect([asked.pieces, sent]).toEqual([0, []]);
  });
});

describe('a worker that fails', () => {
  test('rejects what is under way and all that follows, and says what to do', async () => {
    const { port, fire } = fakePort();
    const client = createClient(port);
    const loading = loadOne(client, fileOf(['a']));
    const searching = client.search('a');
    fire('error', { message: 'out of memory' });
    const words = 'has stopped (out of memory); load the file again';
    await expect(loading).rejects.toThrow(words);
    await expect(searching).rejects.toThrow(words);
    await expect(loadOne(client, fileOf(['a']))).rejects.toThrow(words);
    await expect(client.search('a')).rejects.toThrow(words);
  });

  test('to be understood counts as stopped', async () => {
    const { port, fire } = fakePort();
    const loading = loadOne(createClient(port), fileOf(['a']));
    fire('messageerror', {});
    await expect(loading).rejects.toThrow('has stopped; load the file again');
  });

  test('at one search rejects that search only', async () => {
    const { port, sent, reply } = fakePort();
    const client = createClient(port);
    loadOne(client, fileOf(['a'])).catch(() => undefined);
    const [first, second] = [client.search('a'), client.search('b')];
    const ids = sent.filter(({ kind }) => kind === 'search').map(({ id }) => id);
    reply({ kind: 'failed', id: ids[0], message: 'no luck' });
    reply({ kind: 'answer', id: ids[1], answer: null });
    await expect(first).rejects.toThrow('no luck');
    expect(await second).toBeNull();
  });

  test('messages of others, and replies to what was never asked, are passed over', () => {
    const { port, fire, reply } = fakePort();
    createClient(port);
    for (const data of [null, 'loaded', { kind: 'greeting' }, []]) fire('message', { data });
    reply({ kind: 'answer', id: 99, answer: null });
    reply({ kind: 'failed', id: 99, message: '' });
  });

  test('dispose ends the worker, rejects with Cancelled and stops listening', async () => {
    const { port, ended, listeners } = fakePort();
    const client = createClient(port);
    const loading = loadOne(client, fileOf(['a']));
    client.dispose();
    await expect(loading).rejects.toBeInstanceOf(Cancelled);
    await expect(client.search('a')).rejects.toBeInstanceOf(Cancelled);
    expect([ended, listeners.size]).toEqual([['terminate'], 0]);
  });
});
