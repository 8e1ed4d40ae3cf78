import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { type Cell as Written, type CellValue, writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../../../src/engine/formats/xlsx';

const fixture = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/formats/xlsx/${name}`));

describe('a workbook', () => {
  test('is read from the sheet that looks most like a table of events, from its header on', async () => {
    const read = await readWorkbook(fixture('events.xlsx'));
    if (!read.ok) throw new Error(read.message);
    expect(read.sheet).toBe('Events');
    expect(read.others).toEqual(['Read me', 'Codes', 'Old']);
    expect(read.rows.map(({ spot, cells }) => [spot.line, ...cells])).toEqual([
      [4, 'Date', 'Time', 'Title', 'Signed by', 'Count', 'Founded', 'Last seen', 'True', 'Source'],
      [
        5,
        new Date('2024-01-15'),
        '13:30:00',
        'A treaty is signed',
        'Ann; Bob',
        3,
        '1952',
        '2024-03',
        true,
        'https://example.org/a',
      ],
      [6, new Date('2024-01-16T12:00Z'), null, 'It is published & read', 'Ann', 4, '1953', '2024-04', false, '#N/A'],
      [7, new Date('2024-01-16T12:00Z'), null, 'It enters into force'],
      [9, 'c. 1952', null, 'A letter', 'Çelik'],
    ]);
    expect(read.faults.map(({ line, found }) => [line, found])).toEqual([
      [0, 'Read me, Codes, Old'],
      [1, 'Treaties of Ruritania'],
      [2, 'compiled by nobody'],
    ]);
  });

  test('of a Mac counts its days from 1904', async () => {
    const read = await readWorkbook(fixture('mac-1904.xlsx'));
    expect(read.ok && read.rows[1]).toEqual({
      cells: [new Date('2024-01-15'), 'On a Mac'],
      spot: { line: 2, column: 1 },
    });
  });
});

test.each([
  ['locked.xlsx', /protected by a password; .* remove the password/],
  ['old.xls', /old kind \(\.xls\); save it as \.xlsx/],
  ['letter.docx', /Word document/],
  ['table.ods', /OpenDocument/],
  ['book.xlsb', /binary workbook/],
  ['plain.zip', /zip archive with 2 files in it \(a\.csv\); unpack it/],
  ['truncated.xlsx', /cut off or broken/],
  ['header-only.xlsx', /no sheet with a header and a row under it/],
])('%s is refused with a word for what it is', async (name, words) => {
  const read = await readWorkbook(fixture(name));
  expect(read.ok ? '' : read.message).toMatch(words);
});

test('a workbook cut or changed anywhere is read or refused, and never throws', async () => {
  const whole = fixture('events.xlsx');
  for (let at = 7; at < whole.length; at += 397) {
    const changed = whole.slice();
    changed[at] = changed[at] ^ 0x55;
    expect(typeof (await readWorkbook(changed)).ok).toBe('boolean');
    expect((await readWorkbook(whole.slice(0, at))).ok).toBe(false);
  }
});

/** A zip archive with one deflated file, which says that it is `said` bytes long. */
function zipOf(name: string, packed: Uint8Array, said: number): Uint8Array<ArrayBuffer> {
  const names = Buffer.from(name);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(said, 22);
  local.writeUInt16LE(names.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(said, 24);
  central.writeUInt16LE(names.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + names.length, 12);
  end.writeUInt32LE(30 + names.length + packed.length, 16);
  return new Uint8Array(Buffer.concat([local, names, packed, central, names, end]));
}

test('a workbook that unpacks to far too much is refused, whatever it says of its size', async () => {
  const bomb = deflateRawSync(new Uint8Array(420_000_000), { level: 1 });
  for (const said of [420_000_000, 1000]) {
    const read = await readWorkbook(zipOf('xl/workbook.xml', bomb, said));
    expect(read.ok ? '' : read.message).toMatch(/more than 400 MB when unpacked/);
  }
});

describe('cells of a workbook', () => {
  const written = async (rows: CellValue[][], cells: ReadonlyMap<string, Partial<Written>> = new Map()) => {
    const read = await readWorkbook(
      new Uint8Array(await writeXlsx({ sheets: [{ name: 'Events', rows, cells: new Map(cells) }] })),
    );
    if (!read.ok) throw new Error(read.message);
    return read.rows.map((row) => row.cells);
  };
  const shown = (numFmt: string): Partial<Written> => ({ value: new Date('2024-03-01'), style: { numFmt } });

  test('have dates as exact as each is shown, though its column shows others otherwise', async () => {
    const dates = ['mmm yyyy', 'yyyy', 'dd.mm.yyyy'].map((format, at) => [`${at + 1},0`, shown(format)] as const);
    const day = new Date('2024-03-01');
    const rows = await written(
      [
        ['Date', 'Event'],
        [day, 'a month'],
        [day, 'a year'],
        [day, 'a day'],
      ],
      new Map(dates),
    );
    expect(rows.slice(1)).toEqual([
      ['2024-03', 'a month'],
      ['2024', 'a year'],
      [day, 'a day'],
    ]);
  });

  test('beyond the first rows too', async () => {
    const day = new Date('2024-03-01');
    const many = Array.from({ length: 300 }, (_, at): CellValue[] => [day, `event ${at}`]);
    const cells = new Map(many.map((_, at) => [`${at + 1},0`, shown(at % 2 === 0 ? 'yyyy' : 'dd.mm.yyyy')] as const));
    const rows = await written([['Date', 'Event'], ...many], cells);
    expect(rows.slice(299).map(([date]) => date)).toEqual(['2024', day]);
  });

  test('lead to addresses, which have a column of their own, or stand in for the words of a link', async () => {
    const linked = (value: string, target: string): Partial<Written> => ({ value, hyperlink: { target } });
    const rows = await written(
      [
        ['Date', 'Event', 'Source', 'Link'],
        ['2024', 'a', 'Report', 'here'],
        ['2025', 'b', 'A book', 'https://a.example/3'],
        ['2026', 'c', 'above'],
      ],
      new Map([
        ['1,2', linked('Report', 'https://a.example/1')],
        ['1,3', linked('here', 'https://a.example/2')],
        ['2,3', linked('https://a.example/3', 'https://a.example/3')],
        ['3,2', { value: 'above', hyperlink: { target: '', location: 'Events!A1' } }],
      ]),
    );
    expect(rows).toEqual([
      ['Date', 'Event', 'Source', 'Link', 'Source link'],
      ['2024', 'a', 'Report', 'https://a.example/2', 'https://a.example/1'],
      ['2025', 'b', 'A book', 'https://a.example/3'],
      ['2026', 'c', 'above'],
    ]);
  });
});
