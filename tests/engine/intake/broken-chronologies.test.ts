import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Dataset } from '../../../src/engine/dataset';
import { type Choices, NO_CHOICES } from '../../../src/engine/formats/choices';
import { random } from '../../fixtures/random';
import { type WiredEngine, wiredEngine } from '../../fixtures/wired-engine';

let engine: WiredEngine;
beforeEach(() => {
  engine = wiredEngine();
});
afterEach(() => engine.close());

type File = string | Uint8Array;

async function open(files: Readonly<Record<string, File>>, choices: Choices = NO_CHOICES): Promise<Dataset> {
  const named = Object.entries(files).map(([name, file]) => {
    const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
    async function* pieces(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
      const source = random(7);
      for (let at = 0; at < bytes.length;) {
        const end = at + 1 + source.below(300);
        yield bytes.slice(at, end);
        at = end;
      }
    }
    return { name, size: bytes.length, bytes: pieces() };
  });
  const result = await engine.client.open(named, choices);
  if ('survey' in result) throw new Error('a mapping is needed');
  return result;
}

const ids = ({ records }: Dataset): string[] =>
  Array.from({ length: records.count }, (_, row) => records.event(row).id);
const told = ({ problems }: Dataset): string[] =>
  problems.map(({ at, reason }) => `${at?.line ?? ''}:${at?.column ?? ''} ${reason}`);

const event = (id: string): string => JSON.stringify({ id, title: `Event ${id} "{é😀`, date: '2001', actors: ['x'] });
const HEAD =
  '{"format": "dateline/1", "title": "T", "actors": [{"id": "x", "name": "X", "kind": "body"}],\n "topics": [],';

describe('a chronology that is cut off', () => {
  const whole = `${HEAD} "events": [\n${['a', 'b', 'c'].map(event).join(',\n')}\n]}`;

  test('keeps the events that came whole, wherever the cut is', async () => {
    const bytes = new TextEncoder().encode(whole);
    const ends = ['a', 'b', 'c'].map((id) => bytes.length - new TextEncoder().encode(whole.split(event(id))[1]).length);
    for (let end = ends[0]; end < bytes.length; end += 1) {
      const dataset = await open({ 'a.json': bytes.subarray(0, end) });
      expect(ids(dataset), String(end)).toEqual(['a', 'b', 'c'].slice(0, ends.filter((each) => each <= end).length));
      expect(dataset.chronology).toMatchObject({ title: 'T', actors: [{ name: 'X' }] });
      expect(
        told(dataset).filter((each) => each.includes('the file is cut off')),
        String(end),
      ).toHaveLength(1);
    }
  }, 60_000);

  test('says where it ends and what is lost', async () => {
    const dataset = await open({ 'a.json': whole.slice(0, -15) });
    expect(told(dataset)).toEqual([
      '5:1 the file is cut off in the item that begins here, which is left out: it ends at line 5, column 53, where a key in double quotes should follow; what came before is kept',
    ]);
    expect(dataset.problems[0]).toMatchObject({ index: 2, leftOut: true, at: { file: 'a.json' } });
    expect(dataset.files).toMatchObject([{ format: 'dateline/1', records: 3, events: 2 }]);
  });

  test('before its lists of names has those that its events name', async () => {
    const dataset = await open({ 'cut.json': `{"format":"dateline/1","events":[${event('a')},${event('b')}` });
    expect(dataset.chronology).toMatchObject({ title: 'cut', actors: [{ id: 'x', name: 'x', kind: 'other' }] });
    expect(told(dataset)).toEqual([expect.stringMatching(/^1:\d+ the file is cut off: it ends where a comma/)]);
  });

  test('before an event is whole is refused, with the place', async () => {
    await expect(open({ 'a.json': `${HEAD}"events":[{"id":"a","title":"A"` })).rejects.toThrow(
      /^"a\.json": The file is cut off: it ends after character 138 \(line 2, column \d+\), where a comma/,
    );
  });

  test('in its compression keeps them too, and tells both', async () => {
    const many = `${HEAD} "events": [${Array.from({ length: 30_000 }, (_, at) => event(`n${at * 7919}`)).join(',')}]}`;
    const packed = gzipSync(many);
    const dataset = await open({ 'a.json.gz': new Uint8Array(packed.subarray(0, packed.length / 2)) });
    expect(dataset.records.count).toBeGreaterThan(100);
    expect(told(dataset).join()).toMatch(/gzip\) is cut off or broken.*the file is cut off/);
  });
});

describe('a chronology with a fault in it', () => {
  test('keeps the events on both sides, and the names after them', async () => {
    const dataset = await open({
      'a.json': `{"format":"dateline/1","title":"T","events":[\n${event('a')},\n{"id":"b" "title":"B"},\n${event('c')}],
        "actors":[{"id":"x","name":"Xenia","kind":"person"}],"topics":[]}`,
    });
    expect(ids(dataset)).toEqual(['a', 'c']);
    expect(dataset.chronology.actors).toMatchObject([{ name: 'Xenia', kind: 'person' }]);
    expect(told(dataset)).toEqual([
      expect.stringMatching(/^3:11 is not sound JSON here, where a comma or "}" should stand: the item is left out/),
    ]);
  });

  test('before its events keeps them all', async () => {
    const dataset = await open({ 'a.json': `{"format":"dateline/1","note":nul,"title":"T","events":[${event('a')}]}` });
    expect(ids(dataset)).toEqual(['a']);
    expect(dataset.chronology.title).toBe('T');
  });

  test('is never refused or silent when one of three events is damaged anywhere (seed 11)', async () => {
    const source = random(11);
    const [a, b, c] = ['a', 'b', 'c'].map(event);
    for (let round = 0; round < 150; round += 1) {
      const at = source.below(b.length);
      const damaged = b.slice(0, at) + source.pick(['"', '}', ']', '{', '[', ',', ':', '\\', '\n']) + b.slice(at + 1);
      const dataset = await open({ 'a.json': `${HEAD}"events":[\n${a},\n${damaged},\n${c}\n]}` });
      expect(ids(dataset), damaged).toContain('a');
      expect(dataset.problems.length > 0 || ids(dataset).length === 3, damaged).toBe(true);
    }
  });

  test('that are bytes of no UTF-8 is read with what stands for them, told', async () => {
    const bytes = new TextEncoder().encode(
      `${HEAD}"events":[\n${' '.repeat(300_000)}\n${event('a')},{"id":"b","title":"?"}]}`,
    );
    bytes[bytes.lastIndexOf(63)] = 0xe9;
    const dataset = await open({ 'a.json': bytes });
    expect(dataset.records.event(1).title).toBe('\ufffd');
    expect(told(dataset)).toEqual([expect.stringMatching(/^4:\d+ holds "\ufffd", here/)]);
  });

  test('leaves what is opened with it standing', async () => {
    const dataset = await open({
      'a.json': `${HEAD}"events":[${event('a')},${event('b').slice(0, 9)}`,
      'b.json': `${HEAD}"events":[{"id":`,
      'c.json': `${HEAD}"events":[${event('c')}]}`,
    });
    expect(ids(dataset)).toEqual(['a', 'c']);
    expect(dataset.files.map(({ name, events }) => [name, events])).toEqual([
      ['a.json', 1],
      ['b.json', 0],
      ['c.json', 1],
    ]);
    expect(dataset.problems.map(({ at }) => at?.file)).toContain('b.json');
  });

  test('has the actors that others stand for', async () => {
    const dataset = await open(
      { 'a.json': `${HEAD}"events":[${event('a')},{"id":"b","title":"B","actors":["y"]}, nonsense` },
      { ...NO_CHOICES, aliases: { y: 'x' } },
    );
    expect(dataset.records.event(1).actors).toEqual([{ id: 'x', role: null }]);
  });
});
