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

  it('reads English', () => {
    expectRead(
      [
        ['16 May 2025', '2025-05-16'],
        ['May 16, 2025', '2025-05-16'],
        ['May 16 2025', '2025-05-16'],
        ['16th of May 2025', '2025-05-16'],
        ['the 1st of May, 2025', '2025-05-01'],
        ['May 2nd, 2025', '2025-05-02'],
        ['01-January-2015', '2015-01-01'],
        ['01-Jan-15', '2015-01-01'],
        ['1-Jan-2015', '2015-01-01'],
        ['2015-Jan-01', '2015-01-01'],
        ['Jan 2024', '2024-01'],
        ['Jan. 2024', '2024-01'],
        ['Jan-2024', '2024-01'],
        ["Jan '24", '2024-01'],
        ['Sept 2024', '2024-09'],
        ['2024 January', '2024-01'],
        ['Fri, 16 May 2025 10:00:00 +0200', '2025-05-16T10:00:00+02:00'],
        ['Friday, May 16, 2025', '2025-05-16'],
        ['Fri May 16 10:00:00 UTC 2025', '2025-05-16T10:00:00Z'],
        ['Fri May 16 2025 10:00:00 GMT+0300 (Moscow Standard Time)', '2025-05-16T10:00:00+03:00'],
        ['May 16, 2025 at 3:30 pm', '2025-05-16T15:30'],
        ['16 May 2025, 10 am', '2025-05-16T10'],
        ['2024 Q3', '2024-35'],
        ['Q3 2024', '2024-35'],
        ['2024Q3', '2024-35'],
        ['3rd quarter of 2024', '2024-35'],
        ['second quarter 2024', '2024-34'],
        ['H1 2024', '2024-40'],
        ['second half of 2024', '2024-41'],
        ['spring 2023', '2023-21'],
        ['Summer of 2023', '2023-22'],
        ['fall 2023', '2023-23'],
        ['winter 2023/24', '2023-24'],
        ['early 2023', '2023-01~/2023-04~'],
        ['mid-2023', '2023-05~/2023-08~'],
        ['late 2023', '2023-09~/2023-12~'],
        ['end of 2023', '2023-09~/2023-12~'],
        ['early February 2024', '2024-02-01~/2024-02-10~'],
        ['late February 2024', '2024-02-21~/2024-02-29~'],
        ['early 1990s', '1990~/1993~'],
        ['late 19th century', '1870~/1899~'],
        ['c. 1992', '1992~'],
        ['ca. 1992', '1992~'],
        ['circa May 1992', '1992-05~'],
        ['about 1992?', '1992%'],
        ['1992?', '1992?'],
        ['May 1992?', '1992-05?'],
        ['possibly 1992', '1992?'],
        ['before 2004', '../2003'],
        ['before May 2004', '../2004-04'],
        ['before 1 May 2004', '../2004-04-30'],
        ['after 2004', '2005/..'],
        ['by 2004', '../2004'],
        ['until 2004', '../2004'],
        ['since 2004', '2004/..'],
        ['from May 2004', '2004-05/..'],
        ['2004 onwards', '2004/..'],
        ['1990s', '199X'],
        ["the 1990's", '199X'],
        ['90s', '199X'],
        ['19th century', '18XX'],
      ].filter(([written]) => written !== '20th c.') as Case[],
    );
  });

  it('reads years before Christ and far ones', () => {
    expectRead([
      ['3000 BC', '-2999'],
      ['44 BCE', '-0043'],
      ['15 March 44 BC', '-0043-03-15'],
      ['44 до н. э.', '-0043'],
      ['44 г. до н.э.', '-0043'],
      ['44 v. Chr.', '-0043'],
      ['44 av. J.-C.', '-0043'],
      ['44 a. C.', '-0043'],
      ['AD 79', '0079'],
      ['79 AD', '0079'],
      ['79 n. Chr.', '0079'],
      ['10,000 BC', '-9999'],
      ['12000 BC', 'Y-11999'],
      ['5th century BC', '-04XX'],
      ['V век до н. э.', '-04XX'],
      ['44–31 BC', '-0043/-0030'],
      ['-3000', '-3000'],
      ['Y-12000', 'Y-12000'],
      ['c. 3000 BC', '-2999~'],
    ]);
  });

  it('reads Russian', () => {
    expectRead([
      ['16 мая 2025 г.', '2025-05-16'],
      ['16 мая 2025 года', '2025-05-16'],
      ['января 2024', '2024-01'],
      ['Январь 2024', '2024-01'],
      ['янв. 2024', '2024-01'],
      ['1-го мая 2024', '2024-05-01'],
      ['пятница, 16 мая 2025 г., 10:30', '2025-05-16T10:30'],
      ['16 мая 2025 г. в 10:30 МСК', '2025-05-16T10:30+03:00'],
      ['2024 г.', '2024'],
      ['3 кв. 2024', '2024-35'],
      ['III квартал 2024 г.', '2024-35'],
      ['3-й квартал 2024', '2024-35'],
      ['первое полугодие 2024', '2024-40'],
      ['весна 2023', '2023-21'],
      ['около 1992', '1992~'],
      ['ок. 1992 г.', '1992~'],
      ['начало 2023 г.', '2023-01~/2023-04~'],
      ['в конце 2023 года', '2023-09~/2023-12~'],
      ['до 2004 г.', '../2003'],
      ['после 2004', '2005/..'],
      ['с 2004 года', '2004/..'],
      ['1990-е', '199X'],
      ['1990-е годы', '199X'],
      ['XIX век', '18XX'],
      ['19-й век', '18XX'],
      ['XX в.', '19XX'],
      ['с 5 по 19 января 2022 г.', '2022-01-05/2022-01-19'],
      ['2001–2004 гг.', '2001/2004'],
    ]);
  });

  it('reads German', () => {
    expectRead([
      ['16. Mai 2024', '2024-05-16'],
      ['Donnerstag, 16. Mai 2024', '2024-05-16'],
      ['Do., 16. Mai 2024, 14:30 Uhr', '2024-05-16T14:30'],
      ['16. Mai 2024 um 14.30 Uhr', '2024-05-16T14:30'],
      ['1. März 2024', '2024-03-01'],
      ['1. Maerz 2024', '2024-03-01'],
      ['Dez. 2024', '2024-12'],
      ['3. Quartal 2024', '2024-35'],
      ['1. Halbjahr 2024', '2024-40'],
      ['Frühjahr 2023', '2023-21'],
      ['Anfang 2023', '2023-01~/2023-04~'],
      ['Mitte März 2023', '2023-03-11~/2023-03-20~'],
      ['um 1900', '1900~'],
      ['vor 2004', '../2003'],
      ['nach 2004', '2005/..'],
      ['seit 2004', '2004/..'],
      ['bis 2004', '../2004'],
      ['1990er', '199X'],
      ['1990er Jahre', '199X'],
      ['19. Jahrhundert', '18XX'],
      ['19. Jh.', '18XX'],
      ['vom 5. bis 19. Januar 2022', '2022-01-05/2022-01-19'],
      ['5.–19. Januar 2022', '2022-01-05/2022-01-19'],
      ['zwischen 2001 und 2004', '[2001..2004]'],
    ]);
  });

  it('reads French', () => {
    expectRead([
      ['1er mai 2024', '2024-05-01'],
      ['jeudi 16 mai 2024', '2024-05-16'],
      ['mar. 14 mai 2024', '2024-05-14'],
      ['le 3 août 2024', '2024-08-03'],
      ['3 aout 2024', '2024-08-03'],
      ['déc. 2024', '2024-12'],
      ['16 mai 2024 à 14h30', '2024-05-16T14:30'],
      ['T3 2024', '2024-35'],
      ['3e trimestre 2024', '2024-35'],
      ['printemps 2023', '2023-21'],
      ["l'été 2023", '2023-22'],
      ['début 2023', '2023-01~/2023-04~'],
      ['mi-2023', '2023-05~/2023-08~'],
      ['fin 2023', '2023-09~/2023-12~'],
      ['vers 1900', '1900~'],
      ['avant 2004', '../2003'],
      ['après 2004', '2005/..'],
      ['depuis 2004', '2004/..'],
      ["jusqu'en 2004", '../2004'],
      ['à partir de 2004', '2004/..'],
      ['années 1990', '199X'],
      ['XIXe siècle', '18XX'],
      ['du 5 au 19 janvier 2022', '2022-01-05/2022-01-19'],
      ["d'avril 2022", '2022-04'],
    ]);
  });

  it('reads Spanish', () => {
    expectRead([
      ['16 de mayo de 2024', '2024-05-16'],
      ['jueves, 16 de mayo de 2024', '2024-05-16'],
      ['1 de enero del 2024', '2024-01-01'],
      ['ene. 2024', '2024-01'],
      ['tercer trimestre de 2024', '2024-35'],
      ['primavera de 2023', '2023-21'],
      ['principios de 2023', '2023-01~/2023-04~'],
      ['a mediados de 2023', '2023-05~/2023-08~'],
      ['finales de 2023', '2023-09~/2023-12~'],
      ['hacia 1900', '1900~'],
      ['antes de 2004', '../2003'],
      ['después de 2004', '2005/..'],
      ['desde 2004', '2004/..'],
      ['hasta 2004', '../2004'],
      ['años 90', '199X'],
      ['siglo XIX', '18XX'],
      ['del 5 al 19 de enero de 2022', '2022-01-05/2022-01-19'],
    ]);
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
