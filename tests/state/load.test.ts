import { Blob } from 'node:buffer';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { byteWords } from '../../src/state/bytes';
import { beside, fetched, fileSource, type Source } from '../../src/state/load';

const URL = 'data/csto.json';

function answering(response: Response | Error): void {
  vi.stubGlobal('fetch', (_url: string, { signal }: RequestInit) => {
    if (signal?.aborted === true) return Promise.reject(signal.reason as Error);
    return response instanceof Error ? Promise.reject(response) : Promise.resolve(response);
  });
}

/** A body of these pieces, which breaks off after them when `broken`; counts what was asked of it. */
function pieces(texts: readonly string[], broken = false) {
  const left = [...texts];
  const asked = { pulls: 0, cancelled: false };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        asked.pulls += 1;
        const text = left.shift();
        if (text !== undefined) controller.enqueue(new TextEncoder().encode(text));
        else if (broken) controller.error(new TypeError('network error'));
        else controller.close();
      },
      cancel() {
        asked.cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { body, asked };
}

async function read(source: Source, signal = new AbortController().signal) {
  const [{ size, bytes }] = await source.read(signal);
  const texts: string[] = [];
  for await (const piece of bytes) texts.push(new TextDecoder().decode(piece));
  return { size, texts };
}

afterEach(() => vi.unstubAllGlobals());

describe('an address of the site', () => {
  test('gives its bytes piece by piece, and how many there will be', async () => {
    answering(new Response(pieces(['{"a"', ': 1}']).body, { headers: { 'content-length': '8' } }));
    expect(await read(fetched(URL))).toEqual({ size: 8, texts: ['{"a"', ': 1}'] });
  });

  test.each([
    ['compressed on the way', { 'content-length': '4', 'content-encoding': 'gzip' }],
    ['without a length', {}],
    ['with a length that is none', { 'content-length': 'many' }],
  ])('knows no size of a body %s', async (_, headers) => {
    answering(new Response(pieces(['12345678']).body, { headers }));
    expect(await read(fetched(URL))).toEqual({ size: 0, texts: ['12345678'] });
  });

  test('is never held whole: a piece is asked for when the one before it is taken', async () => {
    const { body, asked } = pieces(['1', '2', '3']);
    answering(new Response(body));
    const [{ bytes }] = await fetched(URL).read(new AbortController().signal);
    const taking = bytes[Symbol.asyncIterator]();
    for (const pulls of [1, 2]) {
      await taking.next();
      expect(asked.pulls).toBe(pulls);
    }
    await taking.return?.();
    expect(asked).toEqual({ pulls: 2, cancelled: true });
  });

  test.each([
    [404, '"data/csto.json" is missing (404); put a chronology there and try again'],
    [403, '"data/csto.json" may not be read (403); ask for access to it'],
    [503, '"data/csto.json" was not delivered (503); try again in a while'],
  ])('status %d is told with the address and what would do', async (status, message) => {
    answering(new Response('<html>', { status }));
    await expect(read(fetched(URL))).rejects.toThrow(message);
  });

  test('an empty file is told', async () => {
    answering(new Response(''));
    await expect(read(fetched(URL))).rejects.toThrow('"data/csto.json" is empty');
    answering(new Response(null));
    await expect(read(fetched(URL))).rejects.toThrow('"data/csto.json" is empty');
  });

  test('no network is told, and whether it is the device that is offline', async () => {
    answering(new TypeError('Failed to fetch'));
    await expect(read(fetched(URL))).rejects.toThrow('cannot be reached; see that the site still runs');
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    await expect(read(fetched(URL))).rejects.toThrow('cannot be reached; connect to the network');
  });

  test('a body that breaks off is told with how far it came', async () => {
    answering(new Response(pieces(['1234'], true).body));
    await expect(read(fetched(URL))).rejects.toThrow(
      '"data/csto.json" broke off after 4 bytes; check the connection and try again',
    );
  });

  test('an aborted signal rejects with its own reason, before and after the body came', async () => {
    answering(new Response('x'));
    await expect(read(fetched(URL), AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
    answering(new Response(pieces(['1234'], true).body));
    const stop = new AbortController();
    const [{ bytes }] = await fetched(URL).read(stop.signal);
    const taking = bytes[Symbol.asyncIterator]();
    await taking.next();
    stop.abort(new Error('enough'));
    await expect(taking.next()).rejects.toThrow('enough');
  });
});

describe('a data file beside the app', () => {
  const asked: string[] = [];
  const site = (there: readonly string[]) => {
    asked.length = 0;
    vi.stubGlobal('fetch', (url: string) => {
      asked.push(url);
      return Promise.resolve(there.includes(url) ? new Response('x') : new Response('', { status: 404 }));
    });
  };

  test('is looked for in the folder of the app, and a bare name then in its folder data', async () => {
    site(['my%20file.csv', 'data/other.csv', 'deep/er.csv']);
    expect(beside('my file.csv')).toMatchObject({ name: 'my file.csv', own: false, data: 'my file.csv' });
    expect((await read(beside('my file.csv'))).texts).toEqual(['x']);
    expect((await read(beside('other.csv'))).texts).toEqual(['x']);
    expect((await read(beside('deep/er.csv'))).texts).toEqual(['x']);
    expect(asked).toEqual(['my%20file.csv', 'other.csv', 'data/other.csv', 'deep/er.csv']);
  });

  test('that is nowhere is told by its name', async () => {
    site([]);
    await expect(read(beside('gone.csv'))).rejects.toThrow('"gone.csv" is missing (404)');
    await expect(read(beside('deep/gone.csv'))).rejects.toThrow('"deep/gone.csv" is missing (404)');
    expect(asked).toEqual(['gone.csv', 'data/gone.csv', 'deep/gone.csv']);
  });
});

describe('a file of the user', () => {
  const file = (text: string, slice?: (from: number, to: number) => object): File =>
    Object.assign(new Blob([text]), { name: 'mine.json' }, slice && { slice }) as unknown as File;

  test('gives its bytes slice by slice and its size, each time it is read', async () => {
    const text = 'x'.repeat(2_300_000);
    const source = fileSource([file(text)]);
    expect(source).toMatchObject({ name: 'mine.json', own: true });
    for (let times = 0; times < 2; times++) {
      const { size, texts } = await read(source);
      expect([size, texts.map(({ length }) => length)]).toEqual([2_300_000, [1_000_000, 1_000_000, 300_000]]);
    }
  });

  test('is never held whole: a slice is read when the one before it is taken', async () => {
    const read: number[] = [];
    const huge = file('x'.repeat(3_000_000), (from, to) => {
      read.push(from);
      return { arrayBuffer: () => Promise.resolve(new ArrayBuffer(to - from)) };
    });
    const source = fileSource([huge]);
    const [{ bytes }] = await source.read(new AbortController().signal);
    const taking = bytes[Symbol.asyncIterator]();
    await taking.next();
    expect(read).toEqual([0]);
    await taking.next();
    expect(read).toEqual([0, 1_000_000]);
  });

  test('may be one of several, which are read in their order', async () => {
    const source = fileSource([file('1'), file('2')]);
    expect(source.name).toBe('2 files');
    const files = await source.read(new AbortController().signal);
    expect(files.map(({ name, size }) => [name, size])).toEqual([
      ['mine.json', 1],
      ['mine.json', 1],
    ]);
  });

  test('that is gone, changed or a folder is told', async () => {
    const gone = file('x', () => ({ arrayBuffer: () => Promise.reject(new Error('NotFoundError')) }));
    await expect(read(fileSource([gone]))).rejects.toThrow(
      '"mine.json" cannot be read; it may have been moved or changed, or be a folder: choose it again',
    );
  });

  test('that is empty is told', async () => {
    await expect(read(fileSource([file('')]))).rejects.toThrow('"mine.json" is empty; choose another one');
  });
});

describe('sizes', () => {
  test.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1000, '1 kB'],
    [4_210, '4.3 kB'],
    [366_182_604, '366.2 MB'],
    [512_000_000, '512 MB'],
    [2_000_000_001, '2.1 GB'],
  ])('%d are %s', (bytes, words) => {
    expect(byteWords(bytes)).toBe(words);
  });
});
