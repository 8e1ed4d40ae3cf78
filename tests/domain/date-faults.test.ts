import { describe, expect, it } from 'vitest';
import { LONGEST_DATE, readDate } from '../../src/domain/date';

function complaint(text: string): string {
  const reading = readDate(text);
  return reading.ok ? 'read' : reading.message;
}

const FAULTS: readonly (readonly [text: string, reason: string, remedy: string])[] = [
  ['2024-13', 'month 13', 'use 01-12'],
  ['2024-13-01', 'month 13', 'use 01-12'],
  ['2024-00', 'month 00', 'use 01-12'],
  ['2024-02-30', 'day 30, but 2024-02 has 29 days', 'use 01-29'],
  ['1900-02-29', 'day 29, but 1900-02 has 28 days', 'use 01-28'],
  ['2023-02-29', 'day 29, but 2023-02 has 28 days', 'use 01-28'],
  ['2024-06-31', 'day 31, but 2024-06 has 30 days', 'use 01-30'],
  ['2024-07-00', 'day 00 fits no month of 2024', 'use 01-31'],
  ['-0001-02-29', 'day 29, but -0001-02 has 28 days', 'use 01-28'],
  ['XXX1-02-29', 'day 29 fits no month of XXX1', 'use 01-31'],
  ['2001-21-05', 'season 21 with a day', 'use a month 01-12, or no day'],
  ['-0000', 'year -0000', 'use 0000 for 1 BC, -0001 for 2 BC'],
  ['20240101', 'no hyphens', 'use 2024-01-01'],
  ['12345', 'a year of 5 digits', 'use Y12345'],
  ['12345-06', 'a year of more than four digits', 'use Y and the year alone, such as Y12000'],
  ['Y1985', 'Y before a year of 4 digits', 'use 1985'],
  ['Y-045', 'a year that begins with 0 after Y', 'use no zeros in front'],
  ['Y-45', 'Y before a year of 2 digits', 'use -0045'],
  ['Y12000-06', 'Y is not followed by a year alone', 'use Y and five digits or more, such as Y-12000'],
  ['Y1E13', 'a year more than a trillion years away', 'use Y-1000000000000 to Y1000000000000'],
  ['Y9E999999', 'a year more than a trillion years away', 'use Y-1000000000000 to Y1000000000000'],
  ['18', 'a year needs four digits', 'use 0018, or 18XX for a century'],
  ['-196?', 'a year needs four digits', 'use -0196?, or -196X? for a decade'],
  ['1950S2', 'significant digits are not read', 'use X for each digit that is not known, such as 19XX'],
  ['2004-01-01T24:00Z', 'hour 24', 'use 00-23, and T00:00 of the next day for midnight'],
  ['2004-01-01T24:30:00', 'hour 24', 'use 00-23, and T00:00 of the next day for midnight'],
  ['2004-01-01T10:60Z', 'minute 60', 'use 00-59'],
  ['2004-01-01T23:59:60Z', 'second 60', 'use 00-59'],
  ['2004-01-01T10:10:10+15:00', 'zone +15:00', 'use Z, or -12:00 to +14:00'],
  ['2004-01-01T10:10:10-13:00', 'zone -13:00', 'use Z, or -12:00 to +14:00'],
  ['2004-01-01T10:10:10+05:75', 'zone +05:75', 'use Z, or -12:00 to +14:00'],
  ['2004-01-01T', '"" is not a time', 'use T15:30Z, T15:30:00Z or T15:30:00+03:00'],
  ['2004-01T10:00Z', 'a time of day without a certain day before it', 'use YYYY-MM-DDThh:mm:ssZ'],
  ['2004-01-01~T10:00Z', 'a time of day without a certain day before it', 'use YYYY-MM-DDThh:mm:ssZ'],
  ['2005/2004', 'the end, 2004, is before the beginning, 2005', 'use 2004 first'],
  ['2024-07-26/2024-07-25', 'the end, 2024-07-25, is before the beginning, 2024-07-26', 'use 2024-07-25 first'],
  ['2024-13/2025', 'month 13 in "2024-13"', 'use 01-12'],
  ['../..', 'no date on either side', 'use at least one'],
  ['/', 'no date on either side', 'use at least one'],
  ['2024/2025/2026', '2 slashes', 'use one, between beginning and end'],
  ['open/2024', 'the word open', 'use .. for an open end, nothing for an unknown one'],
  ['2024/05', 'a month needs a hyphen before it and two digits', 'use 2024-05'],
  ['2024/1/2', 'month and day need a hyphen before each and two digits', 'use 2024-01-02'],
  ['25/7/2024', 'which is the month cannot be told', 'use YYYY-MM-DD'],
  ['25.7.2024', 'which is the month cannot be told', 'use YYYY-MM-DD'],
  ['[2024', '[ without ] at the end', 'use ]'],
  ['{2024]', '{ without } at the end', 'use }'],
  ['[]', 'an entry with nothing in it', 'use a date between commas'],
  ['[2024,]', 'an entry with nothing in it', 'use a date between commas'],
  ['[1670..1667]', 'the end, 1667, is before the beginning, 1670', 'use 1667 first'],
  ['[1667,..1984]', '..1984 is not the first entry', 'use it first'],
  ['[1667..,1984]', '1667.. is not the last entry', 'use it last'],
  ['[..]', 'no date on either side', 'use at least one'],
  ['[2024/2025]', 'not a date in EDTF in "2024/2025"', 'use YYYY, YYYY-MM or YYYY-MM-DD, such as 2024-07-25'],
  ['', 'nothing is there', 'use null for an event without a date'],
  [' 2024', 'space around it', 'use it without'],
  ['2024 ', 'space around it', 'use it without'],
  ['1990s', 'a decade in words', 'use 199X'],
  ['c. 1992', 'an approximate year in words', 'use 1992~'],
  ['1992-1995', 'a span without a slash', 'use 1992/1995'],
  ['2024–07', 'a dash that is not a hyphen', 'use -'],
  ['2024-7', 'a month needs a hyphen before it and two digits', 'use 2024-07'],
  ['2024-07-25 15:30', 'a time without T before it', 'use 2024-07-25T15:30'],
  ['2024-W30', 'a week of the year', 'use the days, such as 2024-07-22/2024-07-28'],
  ['2024-207', 'a day of the year', 'use YYYY-MM-DD'],
  ['199x', 'a digit that is not one', 'use 199X'],
  ['25 July 2024', 'not a date in EDTF', 'use YYYY, YYYY-MM or YYYY-MM-DD, such as 2024-07-25'],
];

describe('readDate of what is no date', () => {
  it.each(FAULTS)('says of "%s": %s; %s', (text, reason, remedy) => {
    expect(readDate(text)).toEqual({
      ok: false,
      message: `date ${JSON.stringify(text)}: ${reason}; ${remedy}`,
      reason,
      remedy,
    });
  });

  it('gives remedies that can be read, where it names one date', () => {
    for (const [, , remedy] of FAULTS) {
      const named = /^use (-?[\dX]{4}[^ ,]*|Y\d+)$/.exec(remedy);
      if (named !== null) expect([named[1], complaint(named[1])]).toEqual([named[1], 'read']);
    }
  });

  it('refuses long texts by their length, before looking at them', () => {
    const long = `[${'2024,'.repeat(100_000)}2024]`;
    expect(complaint(long)).toContain(`${long.length} characters; use at most ${LONGEST_DATE}`);
    expect(complaint(long).length).toBeLessThan(300);
    expect(complaint(`[${'2024,'.repeat(38)}2024]`)).toBe('read');
  });
});
