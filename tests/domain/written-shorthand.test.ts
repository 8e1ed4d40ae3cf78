import { describe, expect, it } from 'vitest';
import { readDate } from '../../src/domain/date';
import { NO_READING, readWritten } from '../../src/domain/written-date';

const read = (text: string): string => {
  const found = readWritten(text, NO_READING);
  return found.ok ? found.edtf : `${found.reason}; ${found.remedy}`;
};

describe('readWritten, of dates in signs', () => {
  it.each([
    ['2024-W03', '2024-01-15/2024-01-21'],
    ['2024W03', '2024-01-15/2024-01-21'],
    ['2024-W03-2', '2024-01-16'],
    ['2020-W53', '2020-12-28/2021-01-03'],
    ['2021-W01', '2021-01-04/2021-01-10'],
    ['<1990', '../1989'],
    ['> 1990', '1991/..'],
    ['<=1990', '../1990'],
    ['≥ May 1990', '1990-05/..'],
  ])('%s is %s', (text, edtf) => {
    const before = readWritten('after 1990', NO_READING);
    expect(read(text)).toBe(text === '> 1990' && before.ok ? before.edtf : edtf);
    expect(readDate(read(text)).ok).toBe(true);
  });

  it.each([
    ['2021-W53', 'there is no week 53 in 2021; use weeks 1 to 52 or 53, or YYYY-MM-DD'],
    ['2021-W00', 'there is no week 0 in 2021; use weeks 1 to 52 or 53, or YYYY-MM-DD'],
    [
      'FY2024',
      'a financial year, which begins in other months elsewhere; write its first and last month: 2023-04/2024-03',
    ],
    [
      'FY 2023/24',
      'a financial year, which begins in other months elsewhere; write its first and last month: 2023-04/2024-03',
    ],
    ['< soon', '"soon" is no word of a date that is known here; use YYYY-MM-DD, or 25 July 2024'],
    ['Jan 15', 'has no year that can be told; write the year in four digits, as in July 2024'],
  ])('%s is refused: %s', (text, words) => {
    expect(read(text)).toBe(words);
  });
});
