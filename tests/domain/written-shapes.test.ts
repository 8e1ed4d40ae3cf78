import { describe, expect, it } from 'vitest';
import { readDate } from '../../src/domain/date';
import { NO_READING, readWritten } from '../../src/domain/written-date';

const read = (text: string): string => {
  const found = readWritten(text, NO_READING);
  return found.ok ? found.edtf : `not: ${found.reason}`;
};

describe('readWritten', () => {
  it.each([
    ['a quarter beside its year', ['2024-Q3', '2024/Q3', 'Q3/2024', 'q3-2024', '2024 - Q3'], '2024-35'],
    ['a half beside its year', ['2024-H1', 'H1/2024'], '2024-40'],
    [
      'the name of a month between marks',
      ['12/Jan/2024', '12.Jan.2024', '2024/Jan/12', 'Jan/12/2024', 'Jan-12-2024'],
      '2024-01-12',
    ],
    ['the day of a log', ['12/Jan/2024:10:20:30 +0000'], '2024-01-12T10:20:30+00:00'],
    ['a month as spreadsheets show it', ['Jan-15', 'jan-15'], '2015-01'],
    ['the day of the year', ['2024-045'], '2024-02-14'],
    ['a week in words', ['KW 5 2024', 'Week 5, 2024', '2024 W5', 'W05/2024'], '2024-01-29/2024-02-04'],
    ['a day with spaces around its marks', ['10. 5. 2024', '2024 - 05 - 10', '10 .5. 2024'], '2024-05-10'],
    [
      'days of which the first lacks what the last has',
      ['12.-14.05.2024', '12. – 14.05.2024', '12.05.-14.05.2024'],
      '2024-05-12/2024-05-14',
    ],
    [
      'digits without marks and a time',
      ['20240510 10:30', '20240510 1030', '2024-05-10-10-30', '2024-05-10_10-30'],
      '2024-05-10T10:30',
    ],
    ['other marks', ['2024:05:10', '2024_05_10', '2024-05-10Z', '2024-05-10+02:00', '2024年5月10日'], '2024-05-10'],
    [
      'what a footnote or quotes leave',
      ['10 May 2024[1]', '10 May 2024 [note 2]', '10 May 2024*', '2024-05-10†', '"10 May 2024"'],
      '2024-05-10',
    ],
    [
      'a day that is not known',
      ['xx/05/1992', '??.05.1992', '1992-05-??', '1992-05-00', '00/05/1992', '?? May 1992'],
      '1992-05',
    ],
    ['a month that is not known', ['??/??/1992', '1992-xx-xx', '1992-00-00', '00.00.1992'], '1992'],
    ['digits that are not known', ['199?', '199x'], '199X'],
    ['years across two of the calendar', ['2020-21', '2020-2021', '2020/21'], '2020/2021'],
    ['years across a century', ['1999-00'], '1999/2000'],
    ['either of two', ['12 or 13 May 2024', '12 oder 13 Mai 2024', '12 или 13 мая 2024'], '[2024-05-12,2024-05-13]'],
    ['both of two', ['12 and 13 May 2024', '12 & 13 May 2024', '12 y 13 de mayo de 2024'], '{2024-05-12,2024-05-13}'],
    ['centuries', ['19th–20th century', 'XIX–XX вв.'], '18XX/19XX'],
    ['a century in short', ['19th c.', 'XIX c.'], '18XX'],
    ['a century before our era in short', ['5th c. BC'], '-04XX'],
    ['half a century', ['first half of the 19th century', 'первая половина XIX века'], '1800/1849'],
    ['years with doubts', ['1992?-1995?'], '1992?/1995?'],
    ['what goes on', ['2014 to date', '2014-present'], '2014/..'],
  ])('reads %s', (_, texts, edtf) => {
    expect(texts.map(read)).toEqual(texts.map(() => edtf));
    expect(readDate(edtf).ok).toBe(true);
  });

  it.each([
    ['0000-00-00', 'says that there is no date'],
    ['0000-00-00 00:00:00', 'says that there is no date'],
    ['00/00/0000', 'says that there is no date'],
    ['1/0/1900', 'says that there is no date'],
    ['1900-01-00', 'says that there is no date'],
    ['9999-12-31', 'says that there is no date'],
    ['31/12/9999', 'says that there is no date'],
    ['5000 years ago', '"ago" stands where no such word is known'],
    ['12, 14 and 16 May 2024', 'has more than two dates'],
    ['2023-366', 'there is no day 366 of 2023'],
    ['2024-00-12', 'there is no month 0'],
    ['00/13/1992', 'there is no month 13'],
  ])('leaves %s undated: %s', (text, reason) => {
    expect(read(text)).toBe(`not: ${reason}`);
  });

  it('tells from a blank day which of the two stands first', () => {
    expect(readWritten('00/05/1992', NO_READING)).toMatchObject({ shows: 'day first' });
    expect(readWritten('05/00/1992', NO_READING)).toMatchObject({ edtf: '1992-05', shows: 'month first' });
  });

  it('keeps the day of a time whose zone it does not know', () => {
    const found = readWritten('May 16, 2025 5:00 PM ET', NO_READING);
    expect(found).toMatchObject({ edtf: '2025-05-16', note: { reason: expect.stringContaining('time zone et') } });
  });
});
