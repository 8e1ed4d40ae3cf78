import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Undecoded } from '../../../src/engine/intake/undecoded';
import { type WiredEngine, wiredEngine } from '../../fixtures/wired-engine';

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.slice(at, at + 65_536);
}

describe('bytes that are no text', () => {
  let engine: WiredEngine;
  beforeEach(() => {
    engine = wiredEngine();
  });
  afterEach(() => engine.close());

  test('late in a table are told once, with their place: they are not lost in silence', async () => {
    const rows = Array.from(
      { length: 30_000 },
      (_, i) => `Event ${i},2015-07-24T19:01:01+00:00,1437764461000000,Written`,
    );
    const bytes = new TextEncoder().encode(`message,datetime,timestamp,timestamp_desc\n${rows.join('\n')}\n`);
    expect(bytes.length).toBeGreaterThan(1_000_000);
    const line = 25_000;
    let at = 0;
    for (let lines = 1; lines < line; lines += 1) at = bytes.indexOf(10, at) + 1;
    bytes[at + 3] = bytes[at + 5] = 0xff;
    const { problems, files } = await engine.load(inPieces(bytes));
    expect(files[0].events).toBe(30_000);
    expect(problems.map(({ at: place, reason }) => [place?.line, place?.column, reason.slice(0, 30)])).toEqual([
      [line, 4, 'holds "\ufffd", here and perhaps fu'.slice(0, 30)],
    ]);
  });

  test('are at the same place wherever the text is parted', () => {
    const text = 'one\ntwo\r\nthr\ufffde\n\ufffd';
    for (let size = 1; size <= text.length; size += 1) {
      const undecoded = new Undecoded();
      for (let at = 0; at < text.length; at += size) undecoded.look(text.slice(at, at + size));
      expect(undecoded.faults.map(({ line, column }) => [line, column])).toEqual([[3, 4]]);
    }
    const sound = new Undecoded();
    sound.look('one\ntwo');
    expect(sound.faults).toEqual([]);
  });
});
