import { describe, expect, test } from 'vitest';
import { acled } from '../../../src/engine/formats/acled';
import { gdelt } from '../../../src/engine/formats/gdelt';
import { timelinejsSheet } from '../../../src/engine/formats/timelinejs-sheet';
import { wikidataCsv } from '../../../src/engine/formats/wikidata-csv';
import { datesOf, namesOf, readTable } from '../../fixtures/read-table';

describe('the sheet of TimelineJS', () => {
  test('has dates as exact as their parts, and a title slide that is the head', () => {
    const { events, heads, told } = readTable(timelinejsSheet, 'timelinejs-sheet/timeline.csv');
    expect(heads).toEqual([
      { title: 'Ruritania: a short history', description: 'From the first settlers to today.\n\nCompiled for a test.' },
    ]);
    expect(datesOf(events)).toEqual([
      ['The treaty is signed', '1952-03-15'],
      ['It enters into force', '1953'],
      ['Talks in the capital', '1960-06/1961-02'],
      ['A long afternoon', '2012-02-03T14:30:15/2012-02-03T16:05'],
      ['Caesar is killed', '-0043-03-15'],
      ['The Earth forms', 'Y-4499999999'],
      ['The first half', '1900/1950-12-31'],
      ['A date shown alone', '1975~'],
    ]);
    expect(told).toEqual([]);
    expect(events[0]).toEqual({
      title: 'The treaty is signed',
      date: '1952-03-15',
      summary: 'By three states & a duchy.',
      topics: ['Treaties'],
      sources: [
        { title: 'three states', url: 'https://example.org/treaty' },
        { title: 'The signing', url: 'https://example.org/picture.jpg' },
      ],
    });
    expect(events[6].type).toBe('era');
    expect(events[4]['Display Date']).toBe('Ides of March');
  });

  test('had one column for each date once', () => {
    const { events, heads } = readTable(timelinejsSheet, 'timelinejs-sheet/old.csv');
    expect(heads).toEqual([{ title: 'Revision', description: 'Some text' }]);
    expect(datesOf(events)).toEqual([
      ['Politicians say', '2012-01-26/2012-01-27'],
      ['A year alone', '2011'],
      ['A month by its parts', '2010-11'],
    ]);
    expect(events[0].topics).toEqual(['Video']);
  });

  test('when broken keeps what can be kept, and tells the rest', () => {
    const { events, told } = readTable(timelinejsSheet, 'timelinejs-sheet/broken.csv');
    expect(datesOf(events)).toEqual([
      ['A year in words', undefined],
      ['A time in words', '1952-03-15'],
      ['Backwards', '1970'],
      ['1980', '1980'],
      ['A thirteenth month', '1981'],
      ['A year in words that can be read', '-0499'],
      ['A month by its name', '1982-03-04'],
    ]);
    expect(told).toEqual([
      '2 Year: is not a date: the event is undated',
      '3 Time: is not a time: the day is kept',
      '4 End Year: makes no span (the end, 1960, is before the beginning, 1970): the beginning alone is kept',
      '5 Headline: is missing: its date and group stand in',
      '6 : has no headline: the row is left out (out)',
      '7 Year: is not a date: the year is kept',
    ]);
  });
});

describe('ACLED', () => {
  test('has dates as exact as it says, and actors parted', () => {
    const { events, told } = readTable(acled, 'acled/new.csv');
    expect(datesOf(events).map(([, date]) => date)).toEqual(['2023-01-31', '[2023-02-03..2023-02-09]', '2023-03']);
    expect(namesOf(events)).toEqual([
      'Military Forces of Ruritania (2019-)',
      'Zenda Front',
      'Police Forces of Ruritania (2019-)',
      'Border Guard',
      'Protesters (Ruritania)',
      'Teachers (Ruritania)',
      'Students (Ruritania)',
      'Rioters (Ruritania)',
      'Civilians (Ruritania)',
    ]);
    expect(told).toEqual([]);
    expect(events[0]).toMatchObject({
      id: 'RUR1021',
      title: 'Armed clash: Military Forces of Ruritania (2019-) – Zenda Front, Zenda',
      type: 'Battles',
      topics: ['Armed clash', 'Political violence'],
      place: 'Zenda, Strelsau, Ruritania',
      sources: [{ title: 'Strelsau Gazette' }, { title: 'Evening Post' }],
      summary: 'On 31 January 2023, forces clashed with the front near Zenda.',
      fatalities: '3',
    });
  });

  test('had names in capitals once, and dates as people write them', () => {
    const { events, told } = readTable(acled, 'acled/old.csv');
    expect(events.map(({ id, date }) => [id, date])).toEqual([
      ['1RUR', '2015-01-01'],
      ['2RUR', '2015-02-15'],
    ]);
    expect(told).toEqual([]);
  });

  test('when broken keeps what can be kept, and tells the rest', () => {
    const { events, told } = readTable(acled, 'acled/broken.csv');
    expect(events.map(({ id, date }) => [id, date])).toEqual([
      ['7001', '2015'],
      ['7002', undefined],
      ['7003', '2015-01-02'],
      ['7004', '2015-01-03'],
    ]);
    expect(told).toEqual([
      '5 : has 7 cells, the header 13: those missing are blank',
      expect.stringMatching(/^2 event_date: .*: the year, 2015, is kept$/),
      '3 event_date: is missing: the event is undated',
      '4 time_precision: is no precision of ACLED: the day is kept',
    ]);
  });
});

describe('GDELT', () => {
  test.each([
    [
      'gdelt/20150218230000.export.CSV',
      [
        ['410412347', 'RURITANIA – Make public statement – ZENDA', '2015-02-18', '2015-02-18T23:00:00Z'],
        ['410412348', 'Assault – POLICE', '2015-02-18', '2015-02-18T23:00:00Z'],
        ['410412349', 'PRESIDENT – Consult', '2014-02-18', '2015-02-18T23:15:00Z'],
        ['410412350', 'Protest, Hentzau, Ruritania', '2015-02-18', '2015-02-18T23:15:00Z'],
      ],
    ],
    [
      'gdelt/20130401.export.CSV',
      [
        ['248741', 'RURITANIA – Fight – ZENDA', '2013-04-01', '2013-04-01'],
        ['248742', 'MEDIA – Make public statement', '2013-04', '2013-04-01'],
      ],
    ],
    ['gdelt/headed.csv', [['410412347', 'RURITANIA – Demand – ZENDA', '2015-02-18', undefined]]],
  ])('%s has events without a header, or with one', (file, expected) => {
    const { events, told } = readTable(gdelt, file);
    expect(events.map(({ id, title, date, reported }) => [id, title, date, reported])).toEqual(expected);
    expect(told).toEqual([]);
  });

  test('tells actors, place, source, and the words for its codes', () => {
    const { events } = readTable(gdelt, 'gdelt/20150218230000.export.CSV');
    expect(events[1]).toMatchObject({
      actors: ['POLICE'],
      type: 'Assault',
      topics: ['Material conflict'],
      place: 'Zenda, Ruritania',
      sources: [{ title: 'news.example.net', url: 'http://news.example.net/2' }],
      EventCode: '1831',
    });
    expect(events[3].sources).toEqual([{ title: 'BBC Monitoring Europe' }]);
  });

  test('when broken keeps what can be kept, and tells the rest', () => {
    const { events, told } = readTable(gdelt, 'gdelt/broken.export.CSV');
    expect(events.map(({ title, date }) => [title, date])).toEqual([
      ['RURITANIA – Make public statement – ZENDA', '2015-02-18'],
      ['RURITANIA – Make public statement', undefined],
      ['A "QUOTED NAME – Event', '2015-02-18'],
      ['Assault – POLICE', '2015-02-18'],
    ]);
    expect(told).toEqual([
      '4 : has 40 cells, the header 61: those missing are blank',
      '2 SQLDATE: is not a date: the event is undated',
      '3 EventCode: is no code of CAMEO: the event has no type',
      '3 DATEADDED: is not a date: it is left out',
    ]);
  });
});

describe('results of Wikidata', () => {
  test('are one event an item, with all that take part, at the precision given', () => {
    const { events, told } = readTable(wikidataCsv, 'wikidata-csv/query.csv');
    expect(events.map(({ id, title, date, actors }) => [id, title, date, actors])).toEqual([
      ['Q100001', 'Treaty of Zenda', '1878-07-13', ['Ruritania', 'Hentzau']],
      ['Q100002', 'Strelsau Uprising', '1848-03/1849', ['Ruritania']],
      ['Q100003', 'Founding of the town', '-0043', undefined],
      ['Q100004', 'Building of the wall', '11XX', undefined],
      ['Q100005', 'Q100005', undefined, undefined],
      ['Q100006', 'Year nought', '0000', undefined],
      ['Q100007', 'The council', '1414', undefined],
      // Ids are unique: another date makes it another event.
      [undefined, 'The council', '1415', undefined],
    ]);
    expect(told).toEqual(['7 pointInTime: is known to exist, but not which date it is: it is left out']);
    expect(events[0]).toMatchObject({
      summary: 'treaty between two states',
      place: 'Zenda',
      sources: [{ title: 'Wikidata: Treaty of Zenda', url: 'http://www.wikidata.org/entity/Q100001' }],
      coord: 'Point(16.2 48.1)',
    });
    expect(events[6]).toMatchObject({ type: 'council', topics: ['synod'], place: 'Zenda; Strelsau' });
  });

  test('of people have their lives, and are no actors of their own', () => {
    const read = (header: readonly string[], cells: readonly string[]) => {
      const row = { cells, spot: { line: 2, column: 1 } };
      if (!wikidataCsv.recognises(header, [row])) throw new Error('not recognised');
      const reader = wikidataCsv.reader(header);
      return [...reader.row(row), ...reader.end()].flatMap((found) => (found.kind === 'event' ? [found.event] : []));
    };
    const ann = 'http://www.wikidata.org/entity/Q1';
    const dates = ['1914-01-02T00:00:00Z', '1990-02-03T00:00:00Z'];
    const lives = read(['human', 'humanLabel', 'dob', 'dod', 'placeLabel'], [ann, 'Ann', ...dates, 'Paris']);
    expect(lives).toMatchObject([{ id: 'Q1', title: 'Ann', date: '1914-01-02/1990-02-03', place: 'Paris' }]);
    expect(lives[0].actors).toBeUndefined();
    const work = 'http://www.wikidata.org/entity/Q2';
    const workers = read(
      ['person', 'personLabel', 'work', 'workLabel', 'birth'],
      [ann, 'Ann', work, 'Smith', dates[0]],
    );
    expect(workers).toMatchObject([{ id: 'Q1', title: 'Ann', date: '1914-01-02' }]);
  });

  test('may have one precision for their one date', () => {
    const { events } = readTable(wikidataCsv, 'wikidata-csv/simple.csv');
    expect(datesOf(events).map(([, date]) => date)).toEqual(['199X', '2001-09-09', '2001-01-01']);
  });

  test('when broken keep what can be kept, and tell the rest', () => {
    const { events, told } = readTable(wikidataCsv, 'wikidata-csv/broken.csv');
    expect(events.map(({ id, date }) => [id, date])).toEqual([
      ['Q100010', undefined],
      ['Q100011', undefined],
      ['Q100012', '2001-09-09'],
      ['Q100013', undefined],
    ]);
    expect(told).toEqual([
      '2 date: is known to exist, but not which date it is: it is left out',
      '3 date: is not a date of Wikidata: it is left out',
      '4 : names no item: the row is left out (out)',
      '6 date: is known to exist, but not which date it is: it is left out',
    ]);
  });
});
