import { afterEach, describe, expect, test, vi } from 'vitest';
import { fetchChronology } from '../../src/state/load';

const URL = 'data/csto.json';

function answering(response: Response | Error): void {
  vi.stubGlobal('fetch', (_url: string, { signal }: RequestInit) => {
    if (signal?.aborted === true) return Promise.reject(signal.reason as Error);
    return response instanceof Error ? Promise.reject(response) : Promise.resolve(response);
  });
}

/** A body of these pieces, which breaks off after them when `broken`. */
function pieces(texts: readonly string[], broken = false): ReadableStream<Uint8Array> {
  const left = [...texts];
  return new ReadableStream({
    pull(controller) {
      const text = left.shift();
      if (text !== undefined) controller.enqueue(new TextEncoder().encode(text));
      else if (broken) controller.error(new TypeError('network error'));
      else controller.close();
    },
  });
}

const load = (signal?: AbortSignal) => {
  const told: (readonly [number, number])[] = [];
  return { told, bytes: fetchChronology(URL, (done, total) => told.push([done, total]), signal) };
};

afterEach(() => vi.unstubAllGlobals());

describe('fetchChronology', () => {
  test('gives the bytes and tells how many have come', async () => {
    answering(new Response(pieces(['{"a"', ': 1}']), { headers: { 'content-length': '8' } }));
    const { told, bytes } = load();
    expect(new TextDecoder().decode(await bytes)).toBe('{"a": 1}');
    expect(told).toEqual([
      [4, 8],
      [8, 8],
    ]);
  });

  test('knows no total for a body that was compressed on the way, or announced too short', async () => {
    answering(new Response(pieces(['12345678']), { headers: { 'content-length': '4', 'content-encoding': 'gzip' } }));
    const compressed = load();
    await compressed.bytes;
    answering(new Response(pieces(['12345678']), { headers: { 'content-length': '4' } }));
    const short = load();
    await short.bytes;
    expect([compressed.told, short.told]).toEqual([[[8, 0]], [[8, 0]]]);
  });

  test.each([
    [404, '"data/csto.json" is missing (404); put a chronology there and try again'],
    [403, '"data/csto.json" may not be read (403); ask for access to it'],
    [503, '"data/csto.json" was not delivered (503); try again in a while'],
  ])('status %d is told with the address and what would do', async (status, message) => {
    answering(new Response('<html>', { status }));
    await expect(load().bytes).rejects.toThrow(message);
  });

  test('an empty file is told', async () => {
    answering(new Response(''));
    await expect(load().bytes).rejects.toThrow('"data/csto.json" is empty');
    answering(new Response(null));
    await expect(load().bytes).rejects.toThrow('"data/csto.json" is empty');
  });

  test('no network is told, and whether it is the device that is offline', async () => {
    answering(new TypeError('Failed to fetch'));
    await expect(load().bytes).rejects.toThrow('cannot be reached; see that the site still runs');
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    await expect(load().bytes).rejects.toThrow('cannot be reached; connect to the network');
  });

  test('a body that breaks off is told with how far it came', async () => {
    answering(new Response(pieces(['1234'], true)));
    await expect(load().bytes).rejects.toThrow('"data/csto.json" broke off after 4 bytes; check the connection');
  });

  test('an aborted signal rejects with its own reason', async () => {
    answering(new Response('x'));
    await expect(load(AbortSignal.abort(new Error('enough'))).bytes).rejects.toThrow('enough');
  });
});
