import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Progress } from '../../src/engine/messages';
import { jsonTexts } from '../fixtures/json-texts';
import { openPieces } from '../fixtures/opened';
import { type Random, random } from '../fixtures/random';
import { openWhole, wholeOf } from '../oracle/open-whole';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** `bytes` cut anywhere: into single bytes, into pieces of up to `most`, or not at all. */
function pieces(source: Random, bytes: Uint8Array, most = 200): Uint8Array[] {
  const cut: Uint8Array[] = [];
  const size = source.pick([1, 1, most, most, bytes.length]);
  for (let at = 0; at < bytes.length;) {
    const end = at + 1 + source.below(size);
    cut.push(bytes.subarray(at, end));
    at = end;
  }
  return cut;
}

/** JavaScript's strings hold what UTF-8 cannot: half characters, written as they are, become U+FFFD in a file. */
const asFile = (text: string): string => new TextDecoder().decode(bytesOf(text));

describe('a file in pieces gives what its whole text gives', () => {
  test.each([1, 2])('of 300 odd files, cut anywhere (seed %d)', (seed) => {
    const source = random(seed);
    const next = jsonTexts(seed);
    let opened = 0;
    for (let round = 0; round < 300; round++) {
      const text = asFile(next());
      const mark = source.chance(0.1) ? '\ufeff' : '';
      const found = wholeOf(openPieces(pieces(source, bytesOf(mark + text))));
      expect(found, text).toEqual(openWhole(text));
      if (typeof found !== 'string') opened++;
    }
    expect(opened).toBeGreaterThan(100);
  });

  test.each([5, 6])('of 400 damaged files, the same message (seed %d)', (seed) => {
    const source = random(seed);
    const next = jsonTexts(seed);
    for (let round = 0; round < 400; round++) {
      const whole = asFile(next());
      const at = source.below(whole.length);
      const put = source.pick(['', '', '"', '}', ']', '{', '[', ',', ':', '\\', '0', '\n', '\u0001', 'é', '😀', 'nul']);
      const text = asFile(
        source.chance(0.4) ? whole.slice(0, at) : whole.slice(0, at) + put + whole.slice(at + source.below(3)),
      );
      const mark = source.chance(0.1) ? '\ufeff' : '';
      const found = wholeOf(openPieces(pieces(source, bytesOf(mark + text))));
      expect(found, text).toEqual(openWhole(text));
    }
  });

  test('of the bundled chronology, byte by byte', () => {
    const bytes = new Uint8Array(readFileSync('public/data/csto.json'));
    const single = Array.from(bytes, (_, at) => bytes.subarray(at, at + 1));
    expect(wholeOf(openPieces(single))).toEqual(openWhole(new TextDecoder().decode(bytes)));
  });

  test('of a file of many pages, with events larger than a page', () => {
    const event = (at: number, size: number): object => ({
      id: `e${at}`,
      title: `Event ${at}`,
      date: `20${String(at % 100).padStart(2, '0')}`,
      'x-size': '😀"ж'.repeat(size),
    });
    const sizes = [1, 900_000, 3, 100, 1_500_000, ...Array.from({ length: 2000 }, (_, at) => at % 700)];
    const text = JSON.stringify({ events: sizes.map((size, at) => event(at, size)), title: 'T', format: 'dateline/1' });
    const check = (whole: string): void => {
      const bytes = bytesOf(whole);
      const cut = Array.from({ length: Math.ceil(bytes.length / 99_991) }, (_, at) =>
        bytes.subarray(at * 99_991, (at + 1) * 99_991),
      );
      expect(wholeOf(openPieces(cut))).toEqual(openWhole(whole));
    };
    check(text);
    check(`${text.slice(0, -40)}"${text.slice(-40)}`);
    check(text.slice(0, -40));
    check(text.slice(0, 3_000_000));
  });
});

describe('of two lists of events the last counts, as of any key', () => {
  const file = (rest: string): Uint8Array =>
    bytesOf(`{"format":"dateline/1","title":"T","events":[{"id":"a","title":"A"},{"id":"b","title":"B"}],${rest}}`);

  test('whatever the first one held', () => {
    const opened = openPieces([file('"events":[{"id":"a","title":"Other","actors":["x"]}]')]);
    expect(opened).toMatchObject({ ok: true, names: { actors: [{ id: 'x' }] } });
    expect(opened.ok && opened.parts.columns.flags.length).toBe(1);
  });

  test('also when it is none', () => {
    expect(openPieces([file('"events":3')])).toMatchObject({
      message: expect.stringContaining('that is a number') as string,
    });
  });
});

describe('progress', () => {
  const file = bytesOf(
    JSON.stringify({
      format: 'dateline/1',
      title: 'T',
      events: Array.from({ length: 30_000 }, (_, at) => ({ id: `e${at}`, title: `Event ${at}`, date: '2001' })),
    }),
  );

  test('is told of every quarter of a megabyte read and of every few thousand events arranged, and only grows', () => {
    const told: Progress[] = [];
    openPieces([file], (progress) => told.push(progress));
    const reading = told.filter(({ phase }) => phase === 'reading');
    const arranging = told.filter(({ phase }) => phase === 'arranging');
    expect(reading.length).toBeGreaterThanOrEqual(file.length / 262_144);
    expect(reading.at(-1)).toMatchObject({ phase: 'reading', done: file.length, total: 0, events: 30_000 });
    expect(arranging.length).toBeGreaterThan(4);
    expect(arranging.at(-1)).toEqual({ phase: 'arranging', done: 30_000, total: 30_000, events: 30_000 });
    for (const steps of [reading, arranging]) {
      expect(steps.map(({ done }) => done)).toEqual(steps.map(({ done }) => done).sort((a, b) => a - b));
    }
  });

  const growths = (text: string): (readonly [events: number, inColumns: number | undefined])[] => {
    const told: [number, number | undefined][] = [];
    openPieces([bytesOf(text)], ({ phase, events, growth }) => {
      if (phase === 'reading')
        told.push([events, growth && [...growth.counts.values()].reduce((sum, count) => sum + count)]);
    });
    return told;
  };

  test('of more than a thousand events says how they lie in time, each counted once', () => {
    const events = Array.from({ length: 9000 }, (_, at) => ({
      id: `e${at}`,
      title: 'T'.repeat(200),
      date: `${1000 + at}`,
    }));
    const told = growths(JSON.stringify({ format: 'dateline/1', title: 'T', events }));
    expect(told.length).toBeGreaterThan(4);
    expect(told.at(-1)?.[0]).toBe(9000);
    for (const [count, inColumns] of told) expect(inColumns).toBeCloseTo(count, 6);
  });

  test('of few events says nothing of how they lie', () => {
    const events = Array.from({ length: 1000 }, (_, at) => ({ id: `e${at}`, title: 'T'.repeat(900), date: '2001' }));
    const told = growths(JSON.stringify({ format: 'dateline/1', title: 'T', events }));
    expect(told.at(-1)?.[0]).toBe(1000);
    expect(told.map(([, inColumns]) => inColumns)).toEqual(told.map(() => undefined));
  });
});
