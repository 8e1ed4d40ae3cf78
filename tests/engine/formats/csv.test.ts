import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TableReader } from '../../../src/engine/formats/csv';
import type { Fault } from '../../../src/engine/formats/format';
import type { TableRow } from '../../../src/engine/formats/table';
import { slowTable, written } from '../../oracle/slow-csv';

const SEED = 20261123;

/** What a reader finds in `text`, given in pieces of `size` characters. */
function read(text: string, delimiter = ',', size = Infinity, batch = 1): { rows: TableRow[]; faults: Fault[] } {
  const reader = new TableReader(delimiter, batch);
  const found: (TableRow | Fault | null)[] = [];
  for (let at = 0; at < text.length; at += size) found.push(...reader.add(text.slice(at, at + size)));
  found.push(...reader.end());
  return {
    rows: found.filter((each): each is TableRow => each !== null && 'cells' in each),
    faults: found.filter((each): each is Fault => each !== null && 'reason' in each),
  };
}

const told = ({ rows, faults }: ReturnType<typeof read>) => ({
  rows: rows.map(({ cells, spot }) => [spot.line, ...cells]),
  faults: faults.map(({ line, column, reason }) => [line, column, reason.replace(/:.*/, '')]),
});

const cell = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.stringMatching(/^[ab,;"\n\r\t |]{0,8}$/),
  fc.constantFrom('2020-01-01', '', '""', '"', '\r\n'),
);

test(`a table that a simple writer wrote is read back, whatever its pieces (seed ${SEED})`, () => {
  const table = fc.tuple(
    fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
    fc.constantFrom(',', ';', '\t', '|'),
    fc.constantFrom('\n', '\r\n', '\r'),
    fc.infiniteStream(fc.boolean()),
    fc.integer({ min: 1, max: 9 }),
    fc.constantFrom(1, 7, 1 << 16),
  );
  fc.assert(
    fc.property(table, ([rows, delimiter, lineEnd, quotes, size, batch]) => {
      const clean = rows.map((row) => row.map((text) => text.replaceAll('\0', '')));
      clean[0] = clean[0].map((_, column) => `name ${column}`);
      const text = written(clean, delimiter, lineEnd, () => quotes.next().value);
      const width = clean[0].length;
      const expected = slowTable(text, delimiter).map(({ line, cells }) => [line, ...trimmed(cells, width)]);
      expect(told(read(text, delimiter, size, batch)).rows).toEqual(expected);
    }),
    { seed: SEED, numRuns: 500 },
  );
});

/** Blank cells at the end of a row that the header has no names for do not count. */
function trimmed(cells: readonly string[], width: number): readonly string[] {
  const filled = cells.findLastIndex((text) => text.trim() !== '') + 1;
  return cells.slice(0, Math.max(filled, width));
}

test(`broken tables read the same in pieces of any size (seed ${SEED})`, () => {
  const text = fc.array(fc.constantFrom('a', 'b', ',', ',', '"', '"', '\n', '\r\n', ' ', '\0'), { maxLength: 60 });
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 9 }), (signs, size) => {
      const broken = `a,b,c\n${signs.join('')}`;
      expect(told(read(broken, ',', size))).toEqual(told(read(broken)));
    }),
    { seed: SEED, numRuns: 1000 },
  );
});

test('a row stands at the line it begins at, line breaks in quotes counted', () => {
  const text = 'a,b\r\n"x\r\ny",1\r\n\r\nz,2\nw,3\rv,4';
  expect(told(read(text))).toEqual({
    rows: [
      [1, 'a', 'b'],
      [2, 'x\ny', '1'],
      [5, 'z', '2'],
      [6, 'w', '3'],
      [7, 'v', '4'],
    ],
    faults: [],
  });
});

test('a quote that does not end takes no more with it than its line', () => {
  expect(told(read('a,b,c\n1,"x,2020\n2,y,2021\n3,"z",2022\n'))).toEqual({
    rows: [
      [1, 'a', 'b', 'c'],
      [2, '1', 'x', '2020'],
      [3, '2', 'y', '2021'],
      [4, '3', 'z', '2022'],
    ],
    faults: [[2, 3, 'has a quote that does not end']],
  });
});

test('whether a quote ends is not asked before the line after it has come', () => {
  // Looked at when as much has come as was waiting: the first sixteen characters end within the third line.
  const text = 'a,b,c\n1,"xxx,2\n2,"y",3,4,5\n';
  expect(told(read(text, ',', 1))).toEqual(told(read(text)));
});

test('a quote that does not end and has none after it takes no more with it than its line', () => {
  expect(told(read('a,b\n1,"x\n2,y\n3,z'))).toEqual({
    rows: [
      [1, 'a', 'b'],
      [2, '1', 'x'],
      [3, '2', 'y'],
      [4, '3', 'z'],
    ],
    faults: [[2, 3, 'has a quote that does not end']],
  });
});

test('quotes within a quoted cell are kept, on one line and over several', () => {
  expect(told(read('a,b,c\n1,"He said "no" to it",2020\n2,"He "left" them\nand came",2021\n'))).toEqual({
    rows: [
      [1, 'a', 'b', 'c'],
      [2, '1', 'He said "no" to it', '2020'],
      [3, '2', 'He "left" them\nand came', '2021'],
    ],
    faults: [
      [2, 12, 'has a quote inside of a quoted cell'],
      [3, 7, 'has a quote inside of a quoted cell'],
    ],
  });
});

test('ragged rows are told and kept; blank cells at the end are no fault', () => {
  expect(told(read('a,b,c,,\n1,2\n1,2,3,,\n1,2,3,4\n,,,\n'))).toEqual({
    rows: [
      [1, 'a', 'b', 'c'],
      [2, '1', '2'],
      [3, '1', '2', '3'],
      [4, '1', '2', '3', '4'],
    ],
    faults: [
      [2, 1, 'has 2 cells, the header 3'],
      [4, 1, 'has 4 cells, the header 3'],
    ],
  });
});

test('NULs are removed and told; lines above the header are told; the separator line of Excel is none', () => {
  expect(told(read('sep=;\nMy events\n\na;b\n1;x\0y\n', ';'))).toEqual({
    rows: [
      [4, 'a', 'b'],
      [5, '1', 'xy'],
    ],
    faults: [
      [2, 1, 'stands above the header'],
      [5, 1, 'has NUL characters'],
    ],
  });
});

test('names that occur twice are kept', () => {
  expect(told(read('a,a,b\n1,2,3')).rows[0]).toEqual([1, 'a', 'a', 'b']);
});

test('a line without end is cut and told, and what follows it is read', () => {
  const { rows, faults } = told(read(`a,b\n1,${'x'.repeat(5_000_000)}\n2,y\n`, ',', 100_000, 1 << 16));
  expect(rows.map(([line, first]) => [line, first])).toEqual([
    [1, 'a'],
    [2, '1'],
    [3, '2'],
  ]);
  expect(String(rows[1][2]).length).toBe((1 << 22) - 2);
  expect(faults).toEqual([[2, 1, 'is a line of more than 4194304 characters']]);
});
