import { describe, expect, test, vi } from 'vitest';
import type { Reply, Request } from '../../src/engine/messages';
import type { SearchInput } from '../../src/engine/search/indexing/search-index';
import { searchable } from '../../src/engine/search/searchable';
import { type Bring, createService } from '../../src/engine/service';

/** A service whose pauses end when the test says so, and all that it has posted. */
function heldService(bring: Bring = () => Promise.resolve({ searchable })) {
  const replies: Reply[] = [];
  const transfers: ArrayBuffer[][] = [];
  const held: (() => void)[] = [];
  const send: (request: Request) => void = createService(
    (reply, transfer) => {
      replies.push(reply);
      transfers.push(transfer);
    },
    () => new Promise((resolve) => held.push(resolve)),
    bring,
  );
  const turn = async (): Promise<void> => {
    for (const go of held.splice(0)) go();
    await new Promise((resolve) => setImmediate(resolve));
  };
  const settle = async (): Promise<void> => {
    await turn();
    while (held.length > 0) await turn();
  };
  const open = (id: number, text: string): void => {
    send({ kind: 'load', id, size: 0 });
    send({ kind: 'chunk', id, bytes: new TextEncoder().encode(text) });
    send({ kind: 'end', id });
  };
  const kinds = (id: number): string[] => replies.filter((reply) => reply.id === id).map(({ kind }) => kind);
  const last = (id: number): Reply | undefined => replies.findLast((reply) => reply.id === id);
  return { send, open, turn, settle, replies, transfers, held, kinds, last };
}

const fileOf = (count: number, word = 'Event'): string =>
  JSON.stringify({
    format: 'dateline/1',
    title: 'T',
    events: Array.from({ length: count }, (_, index) => ({ id: `e${index}`, title: `${word} ${index}`, date: '2001' })),
  });

describe('the service', () => {
  test('hands over every buffer of the data set once, and keeps none of them', async () => {
    const { open, settle, replies, transfers } = heldService();
    open(1, fileOf(3));
    await settle();
    const at = replies.findIndex(({ kind }) => kind === 'loaded');
    const loaded = replies[at];
    if (loaded.kind !== 'loaded') throw new Error('not loaded');
    expect(new Set(transfers[at]).size).toBe(transfers[at].length);
    const { packed, ids, columns } = loaded.parts;
    for (const array of [
      packed.bytes,
      packed.starts,
      ids,
      columns.earliest,
      columns.flags,
      columns.fields[0].offsets,
    ]) {
      expect(transfers[at]).toContain(array.buffer);
    }
    structuredClone(null, { transfer: transfers[at] });
  });

  test('searches still after its buffers have left', async () => {
    const { open, send, settle, replies, transfers, last, held } = heldService();
    open(1, fileOf(3));
    while (!replies.some(({ kind }) => kind === 'loaded')) {
      for (const go of held.splice(0)) go();
      await new Promise((resolve) => setImmediate(resolve));
    }
    structuredClone(null, { transfer: transfers[replies.findIndex(({ kind }) => kind === 'loaded')] });
    send({ kind: 'search', id: 2, text: '"event 1"' });
    await settle();
    const answer = last(2);
    expect(answer?.kind === 'answer' ? answer.answer?.count : null).toBe(1);
  });

  test('posts the data set before the search index is made, and answers only after', async () => {
    const { open, send, turn, settle, replies, kinds } = heldService();
    open(1, fileOf(5000));
    send({ kind: 'search', id: 2, text: 'event' });
    while (!replies.some(({ kind }) => kind === 'loaded')) await turn();
    expect(kinds(2)).toEqual([]);
    await settle();
    expect(kinds(2)).toEqual(['answer']);
    const order = replies.map((reply) => (reply.kind === 'progress' ? reply.progress.phase : reply.kind));
    expect(order.indexOf('loaded')).toBeLessThan(order.indexOf('indexing'));
    expect(order.lastIndexOf('indexing')).toBeLessThan(order.indexOf('answer'));
  });

  test('shows what it has opened though search does not come, and says that of the search; it is asked for again', async () => {
    let isOffline = true;
    const { open, send, settle, kinds, last } = heldService(() =>
      isOffline ? Promise.reject(new Error('offline')) : Promise.resolve({ searchable }),
    );
    open(1, fileOf(3));
    send({ kind: 'search', id: 2, text: 'event' });
    await settle();
    expect(kinds(1)).toContain('loaded');
    expect(last(2)).toMatchObject({ kind: 'failed', message: 'Search is not possible (offline); all else works' });
    isOffline = false;
    open(3, fileOf(3));
    await settle();
    send({ kind: 'search', id: 4, text: 'event' });
    await settle();
    expect(last(4)).toMatchObject({ kind: 'answer', answer: { count: 3 } });
  });

  test('answers the newest of several questions and says of the others at once that they were overtaken', async () => {
    const { open, send, settle, replies, last } = heldService();
    open(1, fileOf(3));
    await settle();
    for (const id of [2, 3, 4]) send({ kind: 'search', id, text: 'event' });
    expect(replies.slice(-2)).toEqual([
      { kind: 'answer', id: 2, answer: null },
      { kind: 'answer', id: 3, answer: null },
    ]);
    await settle();
    const answer = last(4);
    expect(answer?.kind === 'answer' ? answer.answer?.count : null).toBe(3);
  });

  test('leaves a long search at its next pause when a newer question comes, and answers that', async () => {
    const { open, send, turn, settle, last, kinds } = heldService();
    const words = Array.from(
      { length: 20_000 },
      (_, i) => `w${i.toString(5).replace(/\d/g, (digit) => 'abcde'[+digit])}`,
    );
    const events = words.map((title, i) => ({ id: `e${i}`, title, date: '2001' }));
    open(1, JSON.stringify({ format: 'dateline/1', title: 'T', events }));
    await settle();
    send({
      kind: 'search',
      id: 2,
      text: Array.from({ length: 24 }, (_, i) => `w${'abcde'[i % 5]}qz${'edcba'[(i >> 2) % 5]}abab`).join(' '),
    });
    await turn();
    expect(kinds(2)).toEqual([]);
    send({ kind: 'search', id: 3, text: 'wabc' });
    await turn();
    expect(last(2)).toEqual({ kind: 'answer', id: 2, answer: null });
    await settle();
    expect(last(3)).toMatchObject({ kind: 'answer', answer: { count: 19, soft: false } });
  });

  test.each(['search', 'load'] as const)('rehearses searching when it has nothing to do, until a %s', async (kind) => {
    const steps: { readonly of: number; readonly replies: number }[] = [];
    const { open, send, turn, settle, replies, kinds } = heldService(() =>
      Promise.resolve({
        *searchable(events: SearchInput) {
          const made = yield* searchable(events);
          return {
            ...made,
            *rehearsing(): Generator<undefined, void> {
              for (let step = 0; step < 1000; step++) {
                steps.push({ of: events.count, replies: replies.length });
                yield;
              }
            },
          };
        },
      }),
    );
    open(1, fileOf(3));
    while (steps.length < 3) await turn();
    expect(steps[2].replies).toBe(steps[0].replies);
    if (kind === 'search') send({ kind, id: 2, text: 'event' });
    else open(2, fileOf(2));
    await settle();
    expect(kinds(2)).toContain(kind === 'search' ? 'answer' : 'loaded');
    expect(steps.filter((step) => step.of === 3).length).toBeLessThan(10);
  });

  test.each(['cancel', 'load'] as const)('stops at the next pause after a %s', async (kind) => {
    const { open, send, turn, settle, kinds } = heldService();
    open(1, fileOf(5000));
    await turn();
    const before = kinds(1).length;
    send(kind === 'cancel' ? { kind, id: 1 } : { kind, id: 2, size: 0 });
    await settle();
    expect(kinds(1)).toHaveLength(before);
    expect(kinds(1)).not.toContain('loaded');
  });

  test('may be cancelled at every pause of an opening: the chronology before it is still there', async () => {
    for (let pauses = 1; ; pauses++) {
      const { open, send, turn, settle, replies, last } = heldService();
      open(1, fileOf(2, 'Before'));
      await settle();
      open(2, fileOf(6000, 'After'));
      for (let turns = 0; turns < pauses; turns++) await turn();
      if (replies.some(({ kind, id }) => kind === 'loaded' && id === 2)) {
        expect(pauses).toBeGreaterThan(20);
        return;
      }
      const before = replies.length;
      send({ kind: 'cancel', id: 2 });
      send({ kind: 'search', id: 3, text: 'before' });
      await settle();
      expect(replies.slice(before).map(({ id }) => id)).toEqual([3]);
      expect(last(3)).toMatchObject({ kind: 'answer', answer: { count: 2 } });
    }
  });

  test('hands over many names in slices, before the rest', async () => {
    const { open, settle, replies } = heldService();
    const actors = Array.from({ length: 2500 }, (_, at) => ({ id: `a${at}`, name: `Actor ${at}`, kind: 'body' }));
    open(1, JSON.stringify({ format: 'dateline/1', title: 'T', actors, events: [{ id: 'e', title: 'E' }] }));
    await settle();
    const loaded = replies.findIndex(({ kind }) => kind === 'loaded');
    const slices = replies.slice(0, loaded).flatMap((reply) => (reply.kind === 'names' ? reply.names.actors : []));
    expect(replies.filter(({ kind }) => kind === 'names')).toHaveLength(3);
    expect(slices.map(({ id }) => id)).toEqual(actors.map(({ id }) => id));
  });

  test('stops indexing a file when another has been opened, and answers from that', async () => {
    const { open, send, turn, settle, replies, last } = heldService();
    open(1, fileOf(60_000, 'First'));
    while (!replies.some(({ kind }) => kind === 'loaded')) await turn();
    open(2, fileOf(3, 'Second'));
    send({ kind: 'search', id: 3, text: 'second' });
    await settle();
    const indexed = replies.filter((reply) => reply.id === 1 && reply.kind === 'progress');
    expect(indexed.at(-1)).not.toMatchObject({ progress: { phase: 'indexing', done: 60_000 } });
    const answer = last(3);
    expect(answer?.kind === 'answer' ? answer.answer?.count : null).toBe(3);
  });

  test('refuses a file as soon as its bytes show that it is none', async () => {
    const { send, settle, kinds, last } = heldService();
    send({ kind: 'load', id: 1, size: 0 });
    send({ kind: 'chunk', id: 1, bytes: new TextEncoder().encode('%PDF-1.7\n%\0âãÏÓ') });
    await settle();
    await vi.waitUntil(() => last(1) !== undefined);
    expect(last(1)).toMatchObject({ kind: 'failed', message: expect.stringContaining('a PDF document') as string });
    send({ kind: 'chunk', id: 1, bytes: Uint8Array.of(0x7b) });
    send({ kind: 'end', id: 1 });
    await settle();
    expect(kinds(1)).toEqual(['failed']);
  });

  test('tells a fault in fewer words when the part that has them cannot be brought', async () => {
    vi.doMock('../../src/engine/formats/fault-words', () => {
      throw new Error('no network');
    });
    const { open, settle, replies, last } = heldService();
    open(1, '{"format": "dateline/1", "events": [{"id": x}]}');
    await settle();
    await vi.waitUntil(() => replies.at(-1)?.kind === 'failed');
    vi.doUnmock('../../src/engine/formats/fault-words');
    expect(last(1)).toMatchObject({
      message: expect.stringMatching(/cut off, or not sound JSON \(.+\); fetch/) as string,
    });
  });

  test('passes over pieces and ends of files that it is not reading', async () => {
    const { send, settle, replies } = heldService();
    send({ kind: 'chunk', id: 7, bytes: Uint8Array.of(1) });
    send({ kind: 'end', id: 7 });
    send({ kind: 'cancel', id: 7 });
    await settle();
    expect(replies).toEqual([]);
  });

  test('tells of a fault of its own instead of falling silent', async () => {
    const replies: Reply[] = [];
    const send = createService(
      (reply) => void replies.push(reply),
      () => Promise.reject(new Error('no more turns')),
    );
    send({ kind: 'load', id: 1, size: 0 });
    send({ kind: 'chunk', id: 1, bytes: new TextEncoder().encode(fileOf(3)) });
    send({ kind: 'end', id: 1 });
    await new Promise((resolve) => setImmediate(resolve));
    expect(replies.at(-1)).toEqual({
      kind: 'failed',
      id: 1,
      message: 'The file could not be opened (no more turns)',
    });
  });
});
