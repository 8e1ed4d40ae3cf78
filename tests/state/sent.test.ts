import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Writing } from '../../src/engine/exporting/selection';
import { standalonePage } from '../../src/engine/exporting/standalone-page';
import { decode, encode } from '../../src/state/link';
import { packedSource } from '../../src/state/pack';
import { packed } from '../../src/state/packing';
import { START } from '../../src/state/view';
import { withOwnKeys } from '../fixtures/arbitrary-chronology';
import { fileOf } from '../fixtures/selection';
import { asWritten, fieldsOf, writingAgain } from '../fixtures/written-again';

const PAGE = '<!doctype html><title><!--title--></title><!--chronology--><p></p>';

async function byLink(json: Writing): Promise<Uint8Array<ArrayBuffer>> {
  const { view } = decode(encode({ ...START, data: (await packed(json))! }));
  const [{ bytes }] = await packedSource(view.data!).read(new AbortController().signal);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

async function byPage(json: Writing): Promise<Uint8Array<ArrayBuffer>> {
  const { text } = await fileOf(standalonePage(PAGE, json, 'A title', 'q=a'));
  const [, block] = /<script[^>]*>([^]*?)<[/]script>/.exec(text)!;
  return new TextEncoder().encode(block);
}

describe('a chronology that is sent and opened has every event with every key, and its head (seed 53)', () => {
  test.each([
    ['in a link', byLink],
    ['in a page', byPage],
  ])('%s', async (_, sent) => {
    const again = writingAgain();
    await fc.assert(
      fc.asyncProperty(withOwnKeys, async (given) => {
        const dataset = await again('dateline', given, undefined, undefined, sent);
        expect(fieldsOf(dataset)).toEqual(asWritten(given.events));
        expect(dataset.chronology).toEqual(given.chronology);
      }),
      { seed: 53, numRuns: 60 },
    );
  });
});
