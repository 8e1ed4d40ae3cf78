import fc from 'fast-check';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Piece } from '../../src/engine/exporting/selection';
import { decode, encode } from '../../src/state/link';
import { packData, packedSource, packText, takePack } from '../../src/state/pack';
import { packed } from '../../src/state/packing';
import { START } from '../../src/state/view';

const packOf = (bytes: string | Uint8Array) => packData(`1.${deflateRawSync(bytes).toString('base64url')}`);

function* pieces(text: string): Generator<Piece, readonly string[]> {
  for (let at = 0; at < text.length; at += 50) yield { data: text.slice(at, at + 50), done: at };
  return [];
}

async function unpackedText(data: string): Promise<string> {
  const [incoming] = await packedSource(data).read(new AbortController().signal);
  const parts: Uint8Array[] = [];
  for await (const piece of incoming.bytes) parts.push(piece);
  return Buffer.concat(parts).toString('utf8');
}

const json = fc.jsonValue({ stringUnit: 'binary', maxDepth: 4 });

describe('a chronology in a link', () => {
  it('comes out as it went in, through the fragment too (fast-check, seed 51)', async () => {
    await fc.assert(
      fc.asyncProperty(json, fc.constantFrom(undefined, 1, '\t\r\n'), async (value, space) => {
        const text = JSON.stringify({ value }, null, space);
        const data = (await packed(pieces(text)))!;
        const link = encode({ ...START, data, lanes: 'none' });
        expect(link).toMatch(/^pack=1[.][\w-]+&lanes=none$/);
        const { view, notes } = decode(link);
        expect(notes).toEqual([]);
        expect(view.lanes).toBe('none');
        expect(JSON.parse(await unpackedText(view.data!))).toEqual(JSON.parse(text));
      }),
      { seed: 51, numRuns: 200 },
    );
  });

  it('keeps every letter of its texts and numbers, and loses only the white space between them', async () => {
    const text = '{ "a" : "  b \\" : c\\\\" ,\n "n": 12345678901234567890.10 }';
    expect(await unpackedText((await packed(pieces(text)))!)).toBe(
      '{"a":"  b \\" : c\\\\","n":12345678901234567890.10}',
    );
  });

  it('is not made of more than a link can hold, and not read to the end for that', async () => {
    let read = 0;
    function* endless(): Generator<Piece, readonly string[]> {
      for (;;) yield { data: `${(read += 1)}`.padEnd(10_000), done: read };
    }
    expect(await packed(endless())).toBeNull();
    expect(read).toBeLessThan(300);
  });

  it('is read whatever mails made of the link', () => {
    const { data } = decode('pack=1.abc-_D&lanes=topic').view;
    expect(data).toBe('pack:1.abc-_D');
    for (const link of [
      '#pack=1.abc-_D&lanes=topic',
      'lanes=topic&pack=1.abc-_D',
      'lanes=topic&amp;pack=1.abc-_D',
      'pack=1.abc\r\n -_D&lanes=topic',
      'pack=1%2Eabc%20-_D&lanes=topic',
      'PACK=1.abc-_D&lanes=topic',
      'pack%3D1.abc-_D%26lanes%3Dtopic',
      'data=other.json&pack=1.abc-_D&lanes=topic',
    ]) {
      expect(decode(link), link).toEqual({ view: { ...START, data, lanes: 'topic' }, notes: [] });
    }
  });

  it.each(['_', '-', 'a_-_', '_A'])('that ends in %j at the end of a link keeps its last signs', (end) => {
    const data = packData(`1.abc${end}`);
    expect(decode(encode({ ...START, data })).view.data).toBe(data);
  });

  it('may be longer than all else in a link together', () => {
    const pack = `1.${'a'.repeat(100_000)}`;
    expect(packText(decode(`pack=${pack}&lanes=topic`).view.data!)).toBe(pack);
    expect(takePack('lanes=topic')).toEqual({ pack: null, rest: 'lanes=topic' });
  });

  it.each([
    ['nothing', '', null],
    ['far too long', `1.${'a'.repeat(200_001)}`, /200,003 characters, more than 200,000; ask for it as a file/],
  ])('that is %s leaves the rest of the link as it is', (_, pack, note) => {
    const { view, notes } = decode(`pack=${pack}&lanes=topic`);
    expect(view).toEqual({ ...START, lanes: 'topic' });
    expect(notes).toEqual(note === null ? [] : [expect.stringMatching(note)]);
  });

  it.each([
    ['cut off', packOf(JSON.stringify({ a: 'b'.repeat(9) + Math.PI })).slice(0, -6), /broken/],
    ['no base64', packData('1.a'), /broken/],
    ['no deflated bytes', packData('1._____w'), /broken/],
    ['without a version', packData('abc'), /broken/],
    ['of a later version', packData('2.abc'), /not know \("2"\); open it with a newer Dateline/],
    ['a bomb', packOf(Buffer.alloc(40_000_000)), /more than 16,000,000 bytes; ask for it as a file/],
  ])('that is %s is refused in words', async (_, data, message) => {
    await expect(unpackedText(data)).rejects.toThrow(message);
  });

  it('does not unpack a bomb much beyond what it may have', async () => {
    const [incoming] = await packedSource(packOf(Buffer.alloc(100_000_000))).read(new AbortController().signal);
    let bytes = 0;
    await expect(
      (async () => {
        for await (const piece of incoming.bytes) bytes += piece.length;
      })(),
    ).rejects.toThrow(/more than/);
    expect(bytes).toBeLessThanOrEqual(16_000_000);
  });
});
