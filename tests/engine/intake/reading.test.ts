import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Dataset } from '../../../src/engine/dataset';
import type { Choices } from '../../../src/engine/formats/choices';
import { random } from '../../fixtures/random';
import { type WiredEngine, wiredEngine } from '../../fixtures/wired-engine';

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

function utf16(text: string, isLittle: boolean, mark = true): Uint8Array<ArrayBuffer> {
  const units = [...((mark ? '\ufeff' : '') + text)].flatMap((each) => [...each].flatMap((c) => c.split('')));
  const bytes = new DataView(new ArrayBuffer(units.length * 2));
  for (const [at, unit] of units.entries()) bytes.setUint16(at * 2, unit.charCodeAt(0), isLittle);
  return new Uint8Array(bytes.buffer);
}

/** Of Latin and Russian letters only. */
function windows(text: string, page: 1251 | 1252): Uint8Array<ArrayBuffer> {
  const decoder = new TextDecoder(`windows-${page}`);
  const byteOf = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  return Uint8Array.from(text, (letter) => byteOf.get(letter) ?? 63);
}

const own = (ids: readonly string[], head: object = {}): Uint8Array<ArrayBuffer> =>
  utf8(
    JSON.stringify({
      format: 'dateline/1',
      title: 'Ours',
      ...head,
      events: ids.map((id) => ({ id, title: `Event ${id}`, date: '2001', actors: ['x'] })),
    }),
  );

let engine: WiredEngine;
beforeEach(() => {
  engine = wiredEngine();
});
afterEach(() => engine.close());

async function* inPieces(bytes: Uint8Array, seed: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const source = random(seed);
  for (let at = 0; at < bytes.length;) {
    const end = at + 1 + source.below(source.pick([1, 7, 400, 5000]));
    yield bytes.slice(at, end);
    at = end;
  }
}

async function open(files: Readonly<Record<string, Uint8Array>>, choices?: Choices): Promise<Dataset> {
  const result = await engine.client.open(
    Object.entries(files).map(([name, bytes]) => ({ name, size: bytes.length, bytes: inPieces(bytes, 1) })),
    choices,
  );
  if ('survey' in result) throw new Error('a mapping is needed');
  return result;
}

const titles = ({ records }: Dataset): string[] =>
  Array.from({ length: records.count }, (_, row) => records.event(row).title).sort();

describe('several files are opened as one chronology', () => {
  test('with the names of all, and a title made of theirs', async () => {
    const dataset = await open({
      'a.json': own(['a', 'b'], { actors: [{ id: 'x', name: 'Xenia', kind: 'person' }], license: 'CC0' }),
      'b.json': own(['c'], {
        title: 'Theirs',
        actors: [
          { id: 'x', name: 'Other', kind: 'body' },
          { id: 'y', name: 'Y', kind: 'body' },
        ],
      }),
    });
    expect(titles(dataset)).toEqual(['Event a', 'Event b', 'Event c']);
    expect(dataset.chronology).toMatchObject({ title: 'Ours and Theirs', license: null });
    expect(dataset.chronology.actors.map(({ name }) => name)).toEqual(['Xenia', 'Y']);
    expect(dataset.files).toEqual([
      { name: 'a.json', format: 'dateline/1', encoding: 'utf-8', mapping: null, records: 2, events: 2 },
      { name: 'b.json', format: 'dateline/1', encoding: 'utf-8', mapping: null, records: 1, events: 1 },
    ]);
  });

  test('an id that came in a file before is left out, and told with its file', async () => {
    const dataset = await open({ 'a.json': own(['a']), 'b.json': own(['a', 'b']) });
    expect(dataset.files.map(({ records, events }) => [records, events])).toEqual([
      [1, 1],
      [2, 1],
    ]);
    expect(dataset.problems.filter(({ leftOut }) => leftOut)).toMatchObject([
      { eventId: 'a', at: { file: 'b.json', line: 1 } },
    ]);
  });

  test('one that is of no use is told; the others are kept', async () => {
    const dataset = await open({ 'a.json': own(['a']), 'b.pdf': utf8('%PDF-1.7\n%\0\u00e2'), 'c.json': own(['c']) });
    expect(titles(dataset)).toEqual(['Event a', 'Event c']);
    expect(dataset.problems).toContainEqual(
      expect.objectContaining({
        reason: expect.stringContaining('a PDF document') as string,
        at: { file: 'b.pdf', line: 0, column: 0 },
      }),
    );
  });

  test('one that is broken is named where none can be used', async () => {
    const broken = own(['b']).slice(0, 60);
    await expect(open({ 'a.json': broken, 'b.pdf': utf8('%PDF-1.7\n%\0\u00e2') })).rejects.toThrow(
      /^"a\.json": The file is cut off.*\. "b\.pdf": The file is a PDF/,
    );
  });
});

describe('a problem of a chronology has the line and column of its event', () => {
  test('also of one left out', async () => {
    const text = `{"format":"dateline/1","title":"T","events":[
      {"id":"ж","title":"Ж😀"}, {"id":"b","title":"B","date":"never"},
  {"id":"c"}]}`;
    const dataset = await open({ 'a.json': utf8(text) });
    expect(dataset.problems.map(({ eventId, at, leftOut }) => [eventId, at?.line, at?.column, leftOut])).toEqual([
      ['b', 2, 33, undefined],
      ['c', 3, 3, true],
    ]);
  });
});

const TABLE = 'id;title;date;actor_ids;source_titles\r\n1;Встреча в Душанбе;2001-05;Ёлкин;\r\n2;Совещание;2002;;\r\n';
const LATIN = 'id,title,date,actor_ids,source_titles\n1,Café à Genève,2001,,\n2,Überprüfung,2002,,\n';

describe('the encoding is recognised', () => {
  test.each([
    ['utf-8', utf8(TABLE)],
    ['utf-8', utf8(`\ufeff${TABLE}`)],
    ['utf-16le', utf16(TABLE, true)],
    ['utf-16be', utf16(TABLE, false)],
    ['utf-16le', utf16(TABLE, true, false)],
    ['windows-1251', windows(TABLE, 1251)],
  ] as const)('of a Russian table: %s (%#)', async (encoding, bytes) => {
    const dataset = await open({ 'a.csv': bytes });
    expect(titles(dataset)).toEqual(['Встреча в Душанбе', 'Совещание']);
    expect(dataset.files).toMatchObject([{ encoding, records: 2, events: 2 }]);
  });

  test('of a French and German one: windows-1252', async () => {
    const dataset = await open({ 'a.csv': windows(LATIN, 1252) });
    expect(titles(dataset)).toEqual(['Café à Genève', 'Überprüfung']);
    expect(dataset.files[0].encoding).toBe('windows-1252');
  });

  test('or is the one chosen', async () => {
    const dataset = await open(
      { 'a.csv': windows(LATIN, 1252) },
      { encodings: { 'a.csv': 'windows-1251' }, mappings: {} },
    );
    expect(titles(dataset)).toContain('Cafй а Genиve');
  });

  test('a chronology of ours may be UTF-16 too', async () => {
    const text = new TextDecoder().decode(own(['a', 'b']));
    expect(titles(await open({ 'a.json': utf16(text, true) }))).toEqual(['Event a', 'Event b']);
  });
});

describe('a compressed file', () => {
  test.each(['a.json.gz', 'a'])('is unpacked, whatever its name: %s', async (name) => {
    expect(titles(await open({ [name]: new Uint8Array(gzipSync(own(['a', 'b']))) }))).toEqual(['Event a', 'Event b']);
    expect(titles(await open({ [name]: new Uint8Array(gzipSync(windows(TABLE, 1251))) }))).toHaveLength(2);
  });

  test('that is cut off gives what came before, told', async () => {
    const rows = Array.from({ length: 5000 }, (_, at) => `${at},Event ${at * 7919},2001,,\n`).join('');
    const packed = gzipSync(utf8(`id,title,date,actor_ids,source_titles\n${rows}`));
    const dataset = await open({ 'a.csv.gz': new Uint8Array(packed.subarray(0, packed.length >> 1)) });
    expect(dataset.records.count).toBeGreaterThan(100);
    expect(dataset.problems.map(({ reason }) => reason).join()).toContain('is cut off or broken');
  });

  test('that holds far more than a file should is refused before that is spent', async () => {
    const bomb = new Uint8Array(gzipSync(new Uint8Array(200_000_000)));
    await expect(open({ 'bomb.gz': bomb })).rejects.toThrow(/binary|more than 200 times its own size/);
  });

  test('that holds far more than a file should is refused, also when that is rows or events', async () => {
    const far = /more than 200 times its own size/;
    const table = gzipSync(`When;What\n${'2001;Something\n'.repeat(5_000_000)}`);
    await expect(open({ 'a.csv.gz': new Uint8Array(table) })).rejects.toThrow(far);
    const ours = gzipSync(
      `{"format":"dateline/1","title":"T","events":[${'{"id":"a","title":"Something that happened"},'.repeat(1_800_000)}`,
    );
    await expect(open({ 'a.json.gz': new Uint8Array(ours) })).rejects.toThrow(far);
  }, 60_000);
});
