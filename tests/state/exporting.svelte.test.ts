import { describe, expect, test } from 'vitest';
import type { Piece, Writing } from '../../src/engine/exporting/selection';
import { fileName, selectionOf } from '../../src/state/export-selection';
import { Exporting, type ExportPhase, type Pace } from '../../src/state/exporting.svelte';
import { opened } from '../views/fixtures/explorers';
import { small } from '../views/fixtures/small';

/** A clock that goes on by a millisecond whenever it is asked, and notes every turn of the page. */
class Clock implements Pace {
  time = 0;
  turns = 0;
  /** What happens in the page's turn. */
  during: (turn: number) => void = () => undefined;
  now(): number {
    return (this.time += 1);
  }
  turn(): Promise<void> {
    this.turns += 1;
    this.during(this.turns);
    return Promise.resolve();
  }
}

function* pieces(count: number, notes: readonly string[] = []): Generator<Piece, readonly string[]> {
  for (let done = 1; done <= count; done += 1) yield { data: `${done},`, done };
  return notes;
}
const order = (write: (rest: () => Promise<void> | null) => Writing, total = 100) => ({
  write,
  type: 'text/csv',
  total,
});
const kinds = (phases: readonly ExportPhase[]): readonly string[] => [...new Set(phases.map(({ kind }) => kind))];

describe('an export', () => {
  test('gives the page its turn after each stretch of work, and tells how far it is', async () => {
    const clock = new Clock();
    const exporting = new Exporting(clock);
    const seen: ExportPhase[] = [];
    clock.during = () => seen.push(exporting.phase);
    const file = await exporting.begin(order(() => pieces(100, ['A note.'])));
    expect(clock.turns).toBeGreaterThan(9);
    expect(kinds(seen)).toEqual(['writing']);
    const done = seen.map((phase) => (phase.kind === 'writing' ? phase.done : NaN));
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(done[0]).toBeLessThan(12);
    expect(exporting.phase).toEqual({ kind: 'done', file, total: 100, notes: ['A note.'] });
    expect([file!.type, await file!.text()]).toEqual([
      'text/csv',
      Array.from({ length: 100 }, (_, at) => `${at + 1},`).join(''),
    ]);
  });

  test('is one file in the order in which texts and bytes came, however large', async () => {
    const part = 'x'.repeat(700_000);
    const bytes = new Uint8Array(700_000).fill(121);
    const write = function* (): Generator<Piece, readonly string[]> {
      for (const data of [part, bytes, 'é', part]) yield { data, done: 1 };
      return [];
    };
    const file = await new Exporting(new Clock()).begin(order(write));
    expect(await file!.text()).toBe(`${part}${'y'.repeat(700_000)}é${part}`);
  });

  test('ends at once when it is cancelled, and what writes it is told', async () => {
    const clock = new Clock();
    const exporting = new Exporting(clock);
    let ended = false;
    let written = 0;
    const write = function* (): Generator<Piece, readonly string[]> {
      try {
        for (; ; written += 1) yield { data: 'x', done: 1 };
      } finally {
        ended = true;
      }
    };
    clock.during = (turn) => turn === 3 && exporting.cancel();
    expect(await exporting.begin(order(write))).toBeNull();
    expect(exporting.phase).toEqual({ kind: 'cancelled' });
    expect(ended).toBe(true);
    expect(written).toBeLessThan(40);
    exporting.cancel();
    expect(exporting.phase).toEqual({ kind: 'cancelled' });
  });

  test('of a format that takes its time waits for it, and lets it wait for the page', async () => {
    const clock = new Clock();
    const write = async function* (rest: () => Promise<void> | null): AsyncGenerator<Piece, readonly string[]> {
      for (let done = 1; done <= 50; done += 1) {
        const pause = rest();
        if (pause !== null) await pause;
        yield { data: 'x', done };
      }
      return [];
    };
    const file = await new Exporting(clock).begin(order(write, 50));
    expect(file!.size).toBe(50);
    expect(clock.turns).toBeGreaterThan(5);
  });

  test('that fails is told, and a newer one takes the place of the one under way', async () => {
    const clock = new Clock();
    const exporting = new Exporting(clock);
    const fail = (): Writing => {
      throw new Error('The part did not come');
    };
    expect(await exporting.begin(order(fail))).toBeNull();
    expect(exporting.phase).toEqual({ kind: 'failed', message: 'The part did not come' });
    const older = exporting.begin(order(() => pieces(1000)));
    const newer = exporting.begin(order(() => pieces(2)));
    expect(await older).toBeNull();
    expect(await (await newer)!.text()).toBe('1,2,');
    expect(exporting.phase.kind).toBe('done');
  });
});

describe('what is exported', () => {
  test('is the matches with their sentence, or all events with theirs', async () => {
    const { explorer, found } = await opened(small());
    explorer.cycle('actor', 'bob');
    const matches = selectionOf(found, 'matches', 'https://example.org/#actor=bob', 5);
    expect(matches.rows.rows(0, 10)).toEqual(found.matches.rows(0, 10));
    expect(matches).toMatchObject({
      sentence: 'Events with Bob Baker: 3 of 10',
      link: 'https://example.org/#actor=bob',
    });
    const all = selectionOf(found, 'all', 'https://example.org/', 5);
    expect([all.rows.count, all.sentence, all.now]).toEqual([10, 'All 10 events', 5]);
  });

  test('is decoded without what is on screen being decoded anew', async () => {
    const { found } = await opened(small());
    const before = found.dataset.records.decoded;
    const { selected } = await import('../../src/engine/exporting/selection');
    expect([...selected(selectionOf(found, 'all', '', 0))]).toHaveLength(10);
    expect(found.dataset.records.decoded).toBe(before);
  });

  test.each([
    ['CSTO chronology', 318, 'CSTO chronology.csv'],
    ['CSTO chronology', 37, 'CSTO chronology - 37 of 318.csv'],
    ['a/b\\c:d*e?f"g<h>i|j', 318, 'a b c d e f g h i j.csv'],
    ['../../etc', 318, 'etc.csv'],
    ['tab\tand\nline\0', 318, 'tab and line.csv'],
    [`gnp.${String.fromCodePoint(0x202e)}xcod`, 318, 'gnp. xcod.csv'],
    ['CON', 318, 'Chronology.csv'],
    ['...', 318, 'Chronology.csv'],
    ['Хроника ОДКБ', 318, 'Хроника ОДКБ.csv'],
    ['🙂'.repeat(100), 318, `${'🙂'.repeat(60)}.csv`],
  ])('of %j with %i of 318 events is named %j', (title, count, name) => {
    expect(fileName(title, 'csv', count, 318)).toBe(name);
  });
});
