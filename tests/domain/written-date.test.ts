import { describe, expect, it } from 'vitest';
import { readDate } from '../../src/domain/date';
import { NO_READING, readWritten, type Reading } from '../../src/domain/written-date';

const DAY_FIRST: Reading = { order: 'day first', numbers: null };
const MONTH_FIRST: Reading = { order: 'month first', numbers: null };

type Case = readonly [written: string | number | Date, edtf: string];

function expectRead(cases: readonly Case[], reading: Reading = NO_READING): void {
  const found = cases.map(([cell]) => {
    const written = readWritten(cell, reading);
    return [cell, written.ok ? written.edtf : `${written.reason}; ${written.remedy}`];
  });
  expect(found).toEqual(cases);
  for (const [, edtf] of cases) expect([edtf, readDate(edtf).ok]).toEqual([edtf, true]);
}

/** Reasons for what is not read. */
function reasons(
  cells: readonly (string | number | boolean | null)[],
  reading: Reading = NO_READING,
): readonly string[] {
  return cells.map((cell) => {
    const written = readWritten(cell, reading);
    return written.ok ? `read as ${written.edtf}` : written.reason;
  });
}

describe('readWritten', () => {
  it('reads ISO, with times and zones, and keeps what it is', () => {
    expectRead([
      ['2024-01-05', '2024-01-05'],
      ['2024-1-5', '2024-01-05'],
      ['2024/01/05', '2024-01-05'],
      ['2024.01.05', '2024-01-05'],
      ['20240105', '2024-01-05'],
      ['2024-01', '2024-01'],
      ['2024/01', '2024-01'],
      ['2024', '2024'],
      ['2024-01-05 13:45:00', '2024-01-05T13:45:00'],
      ['2024-01-05T13:45', '2024-01-05T13:45'],
      ['2024-01-05T13:45:00Z', '2024-01-05T13:45:00Z'],
      ['2024-01-05 13:45:00.250+0200', '2024-01-05T13:45:00.250+02:00'],
      ['2024-01-05 13:45:00 -05:30', '2024-01-05T13:45:00-05:30'],
      ['2024-01-05 13:45 UTC', '2024-01-05T13:45Z'],
      ['2024-01-05T24:00', '2024-01-06T00:00'],
      ['20240105T134500Z', '2024-01-05T13:45:00Z'],
      ['20240105T1345', '2024-01-05T13:45'],
      ['20240105134500', '2024-01-05T13:45:00'],
      ['  2024-01-05 ', '2024-01-05'],
    ]);
  });

  it('reads days in digits, two digits of a year as 1950 to 2049', () => {
    expectRead([
      ['12.01.2024', '2024-01-12'],
      ['12.1.24', '2024-01-12'],
      ['1.1.49', '2049-01-01'],
      ['1.1.50', '1950-01-01'],
      ['7/19/2024', '2024-07-19'],
      ['19/7/2024', '2024-07-19'],
      ['19-07-2024', '2024-07-19'],
      ['5/5/2024', '2024-05-05'],
      ['99-12-31', '1999-12-31'],
      ['01/2024', '2024-01'],
      ['1.2024', '2024-01'],
      ['12/31/2023 11:30 PM', '2023-12-31T23:30'],
      ['12/31/2023, 12:00:00 AM', '2023-12-31T00:00:00'],
      ['31.12.2023 9:05', '2023-12-31T09:05'],
    ]);
  });

  it('reads 03/04/2024 in the order given, and does not guess without one', () => {
    expectRead([['03/04/2024', '2024-04-03']], DAY_FIRST);
    expectRead([['03/04/2024', '2024-03-04']], MONTH_FIRST);
    expect(readWritten('03/04/2024', NO_READING)).toEqual({
      ok: false,
      reason: 'could be 3 April 2024 or 4 March 2024',
      remedy: 'say whether the day or the month comes first',
      shows: 'either',
    });
    expect(readWritten('13/04/2024', MONTH_FIRST)).toMatchObject({
      ok: true,
      edtf: '2024-04-13',
      note: { reason: 'cannot be month first: it is read as day first' },
    });
    expectRead([['03.04.2024', '2024-04-03']], MONTH_FIRST);
  });

  it('reads spans, each date lending the other what it lacks', () => {
    expectRead([
      ['5-19 Jan 2022', '2022-01-05/2022-01-19'],
      ['5 - 19 Jan 2022', '2022-01-05/2022-01-19'],
      ['5 Jan - 3 Feb 2022', '2022-01-05/2022-02-03'],
      ['5 Jan-3 Feb 2022', '2022-01-05/2022-02-03'],
      ['Jan 5 - Feb 3, 2022', '2022-01-05/2022-02-03'],
      ['May 16–18, 2025', '2025-05-16/2025-05-18'],
      ['May 3-5, 2025', '2025-05-03/2025-05-05'],
      ['29 Dec 2021 - 3 Jan 2022', '2021-12-29/2022-01-03'],
      ['2001-2004', '2001/2004'],
      ['2001 - 2004', '2001/2004'],
      ['2001 to 2004', '2001/2004'],
      ['from 2001 to 2004', '2001/2004'],
      ['1914–18', '1914/1918'],
      ['1914-18', '1914/1918'],
      ['5–19.01.2022', '2022-01-05/2022-01-19'],
      ['05.01.–19.01.2022', '2022-01-05/2022-01-19'],
      ['05.01.2022-19.01.2022', '2022-01-05/2022-01-19'],
      ['2022-01-05 - 2022-01-19', '2022-01-05/2022-01-19'],
      ['2022-01-05/2022-01-19', '2022-01-05/2022-01-19'],
      ['Jan–Mar 2022', '2022-01/2022-03'],
      ['Jan-Mar 2022', '2022-01/2022-03'],
      ['Jan 2022 – Mar 2023', '2022-01/2023-03'],
      ['2004–present', '2004/..'],
      ['2004–', '2004/..'],
      ['Q1-Q3 2024', '2024-33/2024-35'],
      ['c. 2001–2004', '2001~/2004~'],
      ['1990s–2004', '199X/2004'],
      ['between 5 and 19 January 2022', '[2022-01-05..2022-01-19]'],
      ['5 Jan 2022 10:00 – 12:00', '2022-01-05T10:00/2022-01-05T12:00'],
    ]);
  });

  it('leaves EDTF as it is', () => {
    const edtf = [
      '2021-21',
      '199X',
      '1992~',
      '2004/..',
      '/2019-05-01',
      '[2022..2023]',
      '2015-11-09/2023',
      '2024-05-XX',
      'Y12000',
      '-0044-03-15',
      '0000',
    ];
    expectRead(edtf.map((text): Case => [text, text]));
  });

  it('says why something is no date, and rolls nothing over', () => {
    expect(reasons(['2024-02-30', '31.04.2024', '2024-13-01', '2023-02-29 10:00', '30 February 2024'])).toEqual([
      'there is no day 30: February 2024 has 29 days',
      'there is no day 31: April 2024 has 30 days',
      'there is no month 13',
      'there is no day 29: February 2023 has 28 days',
      'there is no day 30: February 2024 has 29 days',
    ]);
    expect(reasons(['', 'n/a', '?', 'hello', '16 May', 'Jan 15', '42', true, null, 'Feb 3 - Jan 5 2022'])).toEqual([
      'nothing is there',
      'says that there is no date',
      'says that there is no date',
      '"hello" is no word of a date that is known here',
      'has no year that can be told',
      'has no year that can be told',
      '"42" alone tells no year',
      'not a date',
      'nothing is there',
      'the end, 2022-01-05, is before the beginning, 2022-02-03',
    ]);
  });

  it('keeps the day where the time or its zone is not known, and says so', () => {
    expect(readWritten('2024-01-05 13:45 XYZ', NO_READING)).toEqual({
      ok: true,
      edtf: '2024-01-05',
      note: {
        reason: 'the time zone XYZ is not known: the day is kept without its time',
        remedy: 'use UTC, or an offset such as +02:00',
      },
    });
    expect(readWritten('5 Jan 2024 25:10', NO_READING)).toMatchObject({ ok: true, edtf: '2024-01-05' });
    expect(readWritten('c. 5 Jan 2024 10:00', NO_READING)).toMatchObject({ edtf: '2024-01-05~', note: {} });
  });

  it('reads bare numbers as what their column counts', () => {
    expectRead(
      [
        [1577836800, '2020-01-01T00:00:00Z'],
        ['1577836800.5', '2020-01-01T00:00:00.500Z'],
        [-1, '1969-12-31T23:59:59Z'],
      ],
      { order: null, numbers: 'epoch s' },
    );
    expectRead([[1577836800123, '2020-01-01T00:00:00.123Z']], { order: null, numbers: 'epoch ms' });
    expectRead([['1577836800123456', '2020-01-01T00:00:00.123456Z']], { order: null, numbers: 'epoch us' });
    expectRead(
      [
        [1, '1900-01-01'],
        [59, '1900-02-28'],
        [61, '1900-03-01'],
        [45000, '2023-03-15'],
        ['45000.5', '2023-03-15T12:00'],
        [45000.75 + 1 / 86_400, '2023-03-15T18:00:01'],
        [2024, '2024'],
      ],
      { order: null, numbers: 'serial' },
    );
    expect(reasons([60], { order: null, numbers: 'serial' })).toEqual([
      'there is no day 29: February 1900 has 28 days',
    ]);
    expect(reasons([45000, 1577836800])).toEqual(['a bare number, 45000', 'a bare number, 1577836800']);
  });

  it('reads moments of a workbook: a day at midnight, otherwise a time without a zone', () => {
    expectRead([
      [new Date(Date.UTC(2024, 0, 5)), '2024-01-05'],
      [new Date(Date.UTC(2024, 0, 5, 13, 45)), '2024-01-05T13:45'],
      [new Date(Date.UTC(2024, 0, 5, 13, 45, 7)), '2024-01-05T13:45:07'],
    ]);
    expect(readWritten(new Date(NaN), NO_READING).ok).toBe(false);
  });

  it('leaves a midnight away where a column has no other times', () => {
    const reading: Reading = { order: null, numbers: null, midnight: 'day' };
    expectRead(
      [
        ['2024-01-05 00:00:00', '2024-01-05'],
        ['2024-01-05T00:00:00.000Z', '2024-01-05'],
        ['2024-01', '2024-01'],
      ],
      reading,
    );
  });
});
