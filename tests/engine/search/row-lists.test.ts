import { expect, it } from 'vitest';
import { Marks } from '../../../src/engine/search/finding/marks';
import { gradeOf, gradesFor, PART } from '../../../src/engine/search/indexing/parts';
import {
  FIRST_PARTS,
  OTHER_PARTS,
  type RowLists,
  RowListsBuilder,
} from '../../../src/engine/search/indexing/row-lists';
import { random } from '../../fixtures/random';

function read(lists: RowLists, list: number): [number, number][] {
  const rows: [number, number][] = [];
  eachRow(lists, list, (row, parts) => rows.push([row, parts]));
  return rows;
}

/** Calls `visit` with each row of a list, ascending, and its parts. */
function eachRow(lists: RowLists, list: number, visit: (row: number, parts: number) => void): void {
  const { bytes } = lists;
  const end = lists.starts[list + 1];
  let row = -1;
  let [parts, others]: number[] = [FIRST_PARTS, OTHER_PARTS];
  for (let at = lists.starts[list]; at < end;) {
    let byte = bytes[at++];
    if (byte === 1) {
      others = bytes[at++];
      continue;
    }
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++];
      value |= (byte & 127) << shift;
    }
    row += value >>> 1;
    if ((value & 1) === 1) [parts, others] = [others, parts];
    visit(row, parts);
  }
}

it('gives back what was added to 3,000 lists of very different lengths, renumbered, with seed 3', () => {
  const source = random(3);
  const expected = Array.from({ length: 3000 }, (): [number, number][] => []);
  const builder = new RowListsBuilder();
  for (let row = 0; row < 4000; row++) {
    const chosen = new Set(Array.from({ length: 12 }, () => source.zipf(3000)));
    for (const list of chosen) {
      const far = row * (source.chance(0.5) ? 700 : 700 + source.below(3));
      const last = expected[list].at(-1)?.[0] ?? -1;
      const at = Math.max(far, last + 1);
      const parts = source.chance(0.8) ? 2 : source.below(256);
      builder.add(list, at, parts);
      expected[list].push([at, parts]);
    }
  }
  const order = Uint32Array.from({ length: 3000 }, (_, i) => 2999 - i);
  const lists = builder.pack(order, 4_000_000);
  for (let i = 0; i < 3000; i++) {
    expect(read(lists, i)).toEqual(expected[2999 - i]);
    expect(lists.counts[i]).toBe(expected[2999 - i].length);
  }
  expect(lists.bytes.length).toBe(lists.starts[3000]);
});

it('gives empty lists for those never added to', () => {
  const builder = new RowListsBuilder();
  builder.add(2, 0, 1);
  const lists = builder.pack(Uint32Array.of(0, 2, 5000), 64);
  expect([0, 1, 2].map((list) => read(lists, list))).toEqual([[], [[0, 1]], []]);
});

it('takes about a byte for each row of a word that is always in the same part', () => {
  const builder = new RowListsBuilder();
  for (let row = 0; row < 10_000; row++) builder.add(0, row * 50, PART.summary);
  expect(builder.pack(Uint32Array.of(0), 500_000).bytes.length).toBeLessThan(10_100);
});

it('marks the rows of a list by the parts asked for, the best grade staying', () => {
  const builder = new RowListsBuilder();
  builder.add(0, 1, PART.title);
  builder.add(0, 33, PART.summary);
  builder.add(0, 40, PART.title | PART.summary);
  const lists = builder.pack(Uint32Array.of(0), 64);
  const marks = new Marks(new Uint32Array(2), { lend: () => new Uint8Array(64), strong: new Uint32Array(2) });
  marks.addWritten(lists, 0, gradesFor(PART.title, 1));
  expect(marks.count).toBe(2);
  expect([...marks.bits]).toEqual([2, 1 << 8]);
  marks.addWritten(lists, 0, gradesFor(PART.title | PART.summary, 0.5));
  expect(marks.count).toBe(3);
  const grades = new Uint8Array(3);
  marks.gradesOf(Uint32Array.of(1, 2, 33), 3, grades);
  expect([...grades]).toEqual([gradeOf(PART.title, 1), 0, gradeOf(PART.summary, 0.5)]);
});

it('grades a title over a name, a name over a summary, a summary over a source, and each over nothing', () => {
  const grades = [PART.title, PART.actor, PART.summary, PART.source, 0].map((part) => gradeOf(part, 1));
  expect(grades).toEqual(grades.toSorted((a, b) => b - a));
  expect(new Set(grades).size).toBe(5);
  expect(grades[4]).toBe(0);
  expect(gradeOf(PART.source, 0.001)).toBe(1);
});
