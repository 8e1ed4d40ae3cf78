import { describe, expect, it } from 'vitest';
import { instantOf } from '../../src/domain/calendar';
import { readDate } from '../../src/domain/date';
import {
  dateWords,
  distanceWords,
  groupTitle,
  instantWords,
  monthName,
  narrowDateWords,
} from '../../src/domain/date-words';
import { PHRASES } from '../fixtures/phrases';

function words(text: string, style: 'long' | 'short'): string {
  const reading = readDate(text);
  return reading.ok ? dateWords(reading.date, PHRASES.en, style) : reading.message;
}

describe('dateWords in English', () => {
  it.each([
    ['2024-07-25', 'Thursday 25 July 2024', '25 Jul 2024'],
    ['2023-11', 'November 2023, day not known', 'Nov 2023'],
    ['2023-11-XX', 'November 2023, day not known', 'Nov 2023'],
    ['2013', '2013, month not known', '2013'],
    ['1992~', 'c. 1992', 'c. 1992'],
    ['2000?', '2000, uncertain', '2000?'],
    ['2000%', 'c. 2000, uncertain', 'c. 2000?'],
    ['2023-11-05?', '5 November 2023, uncertain', '5 Nov 2023?'],
    ['2004-06~-11', '11 June 2004, year approximate, month approximate', 'c. 11 Jun 2004'],
    ['199X', 'the 1990s', '1990s'],
    ['199X~', 'c. 1990s', 'c. 1990s'],
    ['17XX', '18th century', '18th century'],
    ['1XXX', '2nd millennium', '2nd millennium'],
    ['XXXX', 'year not known', 'year not known'],
    ['15XX-12-25', '25 December, 16th century', '25 Dec, 16th century'],
    ['XXXX-12-25', '25 December, year not known', '25 Dec, year not known'],
    ['19X5', 'between 1905 and 1995 (19X5)', 'between 1905 and 1995'],
    ['2004-1X', 'between October and December 2004 (2004-1X)', 'between Oct and Dec 2004'],
    ['2004-06-1X', 'between 10 and 19 June 2004 (2004-06-1X)', 'between 10 and 19 Jun 2004'],
    ['2021-21', 'spring 2021', 'spring 2021'],
    ['2021-24', 'winter 2021', 'winter 2021'],
    ['2021-30', 'summer 2021, southern hemisphere', 'summer 2021'],
    ['2021-33', '1st quarter of 2021', 'Q1 2021'],
    ['2021-38', '2nd third of 2021', '2nd third of 2021'],
    ['2021-41', '2nd half of 2021', 'H2 2021'],
    ['2004-01-01T15:30Z', '1 January 2004, 15:30 UTC', '1 Jan 2004, 15:30 UTC'],
    ['2004-01-01T01:10:10+05:00', '31 December 2003, 20:10:10 UTC', '31 Dec 2003, 20:10:10 UTC'],
  ])('of %s are "%s", in short "%s"', (text, long, short) => {
    expect([words(text, 'long'), words(text, 'short')]).toEqual([long, short]);
  });

  it.each([
    ['2022-01-06/2022-01-19', '6 to 19 January 2022', '6–19 Jan 2022'],
    ['2004-08-02/2004-09-05', '2 August to 5 September 2004', '2 Aug – 5 Sep 2004'],
    ['2004-12-28/2005-01-03', '28 December 2004 to 3 January 2005', '28 Dec 2004 – 3 Jan 2005'],
    ['2014-07/2014-08', 'July to August 2014', 'Jul–Aug 2014'],
    ['2015/2023', '2015 to 2023', '2015–2023'],
    ['2003/2016-12-31', '2003 to 31 December 2016', '2003 – 31 Dec 2016'],
    ['2022-01/2022-01', 'within January 2022', 'within Jan 2022'],
    ['2024-01-01/2024-01-01', '1 January 2024', '1 Jan 2024'],
    ['2026-01-01/..', 'from 1 January 2026, no end given', 'from 1 Jan 2026'],
    ['2015-11-04/', 'from 4 November 2015, end not known', 'from 4 Nov 2015'],
    ['../2019', 'until 2019', 'until 2019'],
    ['/2019', 'until 2019, beginning not known', 'until 2019'],
    ['1984~/2004-06?', 'c. 1984 to June 2004, end uncertain', 'c. 1984 – Jun 2004?'],
    ['1984?/2004?', '1984 to 2004, uncertain', '1984?–2004?'],
    ['1984/2004-24', '1984 to winter 2004', '1984 – winter 2004'],
    ['2005-01/2004-24', 'January 2005 to winter 2004', 'Jan 2005 – winter 2004'],
    ['1550/15XX-12-25', '1550 to 25 December, 16th century', '1550 – 25 Dec, 16th century'],
    ['2004-01-01T10:00Z/2004-01-01T12:00Z', '1 January 2004, 10:00 to 12:00 UTC', '1 Jan 2004, 10:00 – 12:00 UTC'],
  ])('of the span %s are "%s", in short "%s"', (text, long, short) => {
    expect([words(text, 'long'), words(text, 'short')]).toEqual([long, short]);
  });

  it.each([
    ['[2022-01-19..2023-11-23]', 'between 19 January 2022 and 23 November 2023', 'between 19 Jan 2022 and 23 Nov 2023'],
    ['[2022-11-23..2022-11-23]', '23 November 2022', '23 Nov 2022'],
    ['[2004-05..]', 'May 2004 or later', 'May 2004 or later'],
    ['[..1984-12-03]', '3 December 1984 or earlier', '3 Dec 1984 or earlier'],
    ['[1667,1668,1670..1672]', 'one of 1667, 1668, 1670 to 1672', '1667, 1668 or 1670–1672'],
    ['[1667,1668?]', 'one of 1667, 1668, uncertain', '1667 or 1668?'],
    ['[1667,1760-12..]', 'one of 1667, December 1760 or later', '1667 or Dec 1760 or later'],
    [
      '[1,2,3,4,5,6,7,8]'.replace(/\d/g, '190$&'),
      '1901, 1902, 1903, 1904, 1905, 1906, … (+2)',
      '1901, 1902, 1903, 1904, 1905, 1906, … (+2)',
    ],
    ['{1667,1668,1670..1672}', '1667, 1668 and 1670 to 1672', '1667, 1668 and 1670–1672'],
    ['{1960,1961-12}', '1960 and December 1961', '1960 and Dec 1961'],
    ['{..1984}', 'until 1984', 'until 1984'],
    ['[2004]', '2004, month not known', '2004'],
  ])('of the set %s are "%s", in short "%s"', (text, long, short) => {
    expect([words(text, 'long'), words(text, 'short')]).toEqual([long, short]);
  });

  it.each([
    ['-0044-03-15', '15 March 45 BC'],
    ['0000', '1 BC'],
    ['0045-03-15', '15 March AD 45'],
    ['0476-09-04', '4 September 476'],
    ['1582-10-15', '15 October 1582'],
    ['1583-10-15', 'Saturday 15 October 1583'],
    ['9999-12-31', 'Friday 31 December 9999'],
    ['-00XX', '1st century BC'],
    ['-01XX', '2nd century BC'],
    ['-004X', '50 BC – 41 BC'],
    ['000X', '1 BC – AD 9'],
    ['Y12000', '12,000'],
    ['Y-12000', '12,001 BC'],
    ['Y170000002', '170,000,002'],
  ])('of the far %s are "%s"', (text, long) => {
    expect(words(text, 'long')).toBe(long);
  });
});

describe('other words for time', () => {
  it('names the unit that holds an instant', () => {
    const instant = Date.UTC(2024, 6, 25, 15, 30, 5, 250);
    const precisions = ['millennium', 'century', 'decade', 'year', 'season', 'month', 'day', 'hour', 'minute'] as const;
    expect(precisions.map((precision) => instantWords(instant, precision, PHRASES.en, 'short'))).toEqual([
      '3rd millennium',
      '21st century',
      '2020s',
      '2024',
      'summer 2024',
      'Jul 2024',
      '25 Jul 2024',
      '25 Jul 2024, 15h UTC',
      '25 Jul 2024, 15:30 UTC',
    ]);
    expect(instantWords(Date.UTC(2024, 0, 1), 'season', PHRASES.en, 'long')).toBe('winter 2023');
    expect(instantWords(instant, 'millisecond', PHRASES.en, 'long')).toBe('25 July 2024, 15:30:05.250 UTC');
    expect(instantWords(instantOf(-3_000_000, 5, 1), 'month', PHRASES.en, 'long')).toBe('May 3,000,001 BC');
    expect(instantWords(Infinity, 'day', PHRASES.en, 'long')).toBe('…');
  });

  it('tells distances in days, then months, then years', () => {
    const days = [0, 0.4, -1, 6, -60, 61, -243, 730, -1095, 365_250];
    expect(days.map((distance) => distanceWords(distance, PHRASES.en))).toEqual([
      'same day',
      'same day',
      '1 day before',
      '6 days after',
      '60 days before',
      '2 months after',
      '8 months before',
      '2 years after',
      '3 years before',
      '1,000 years after',
    ]);
  });

  it('titles groups of the list', () => {
    const titles = [
      { kind: 'month', year: 2024, month: 7 },
      { kind: 'year', year: 2013, month: null },
      { kind: 'years', year: 1990, month: null },
      { kind: 'open', year: null, month: null },
      { kind: 'undated', year: null, month: null },
    ] as const;
    expect(titles.map((group) => groupTitle(group, PHRASES.en))).toEqual([
      'July 2024',
      '2013, month not known',
      '1990 or later, year not known',
      'Beginning not known',
      'Undated',
    ]);
    expect(groupTitle(titles[0], PHRASES.fr)).toBe('Juillet 2024');
  });

  it('names months and the lack of a date', () => {
    expect([
      monthName(9, PHRASES.en, 'long'),
      monthName(9, PHRASES.en, 'short'),
      monthName(3, PHRASES.ru, 'long'),
    ]).toEqual(['September', 'Sep', 'март']);
    expect(Object.values(PHRASES).map(({ undated }) => undated)).toEqual([
      'undated',
      'undatiert',
      'sans date',
      'sin fecha',
      'без даты',
    ]);
  });
});

describe('narrowDateWords', () => {
  it.each([
    ['2024-01-15T09:00:00Z/2024-01-15T11:30:00Z', '15 Jan 2024, 09:00 – 11:30 UTC'],
    ['2024-01-15T22:00:00Z/2024-01-16T02:00:00Z', '15 Jan 2024, 22:00 UTC – 16 Jan 2024, 02:00 UTC'],
    ['2024-01-15T09:00:15Z/2024-01-15T11:30:00Z', '15 Jan 2024, 09:00:15 – 11:30:00 UTC'],
    ['2024-01-15T09:00:00Z/..', 'from 15 Jan 2024, 09:00:00 UTC'],
    ['2024-01-15T09:00:00Z', '15 Jan 2024, 09:00:00 UTC'],
    ['2022-01-06/2022-01-19', '6–19 Jan 2022'],
  ])('tells %s as %s', (text, words) => {
    const read = readDate(text);
    expect(read.ok && narrowDateWords(read.date, PHRASES.en)).toBe(words);
  });

  it('leaves what is told elsewhere in full', () => {
    const read = readDate('2024-01-15T09:00:00Z/2024-01-15T11:30:00Z');
    expect(read.ok && dateWords(read.date, PHRASES.en, 'short')).toBe('15 Jan 2024, 09:00:00 – 11:30:00 UTC');
  });
});
