import { describe, expect, test } from 'vitest';
import { l2tcsv } from '../../../src/engine/formats/l2tcsv';
import { epochOf, messageParts, momentOf, tagsOf } from '../../../src/engine/formats/log-events';
import { plasoDynamic } from '../../../src/engine/formats/plaso-dynamic';
import { timesketchCsv } from '../../../src/engine/formats/timesketch-csv';
import { datesOf, readTable } from '../../fixtures/read-table';

describe('Timesketch', () => {
  test('has moments as dates or counted since 1970, and tags', () => {
    const { events, told } = readTable(timesketchCsv, 'timesketch-csv/export.csv');
    expect(datesOf(events)).toEqual([
      ['A process was started: cmd.exe', '2012-03-14T04:17:38.276340Z'],
      ['User logged in', '2012-03-14T04:17:38Z'],
      ['Only seconds', '2012-03-14T04:17:38Z'],
      ['Only milliseconds', '2012-03-14T04:17:38.276Z'],
      ['Only microseconds', '2012-03-14T04:17:38.276340Z'],
      ['A day alone', '2012-03-14'],
    ]);
    expect(told).toEqual([]);
    expect(events.slice(0, 2)).toEqual([
      {
        title: 'A process was started: cmd.exe',
        date: '2012-03-14T04:17:38.276340Z',
        type: 'windows:evtx:record',
        topics: ['exfil', 'day one'],
        timestamp_desc: 'Start Time',
        hostname: 'WKS-1',
        username: 'bob',
        _id: 'a1',
      },
      {
        title: 'User logged in',
        date: '2012-03-14T04:17:38Z',
        type: 'Logon Time',
        topics: ['login', 'remote'],
        hostname: 'WKS-1',
        _id: 'a2',
      },
    ]);
  });

  test('when broken keeps what can be kept, and tells the rest', () => {
    const { events, told } = readTable(timesketchCsv, 'timesketch-csv/broken.csv');
    expect(datesOf(events)).toEqual([
      ['Not set', undefined],
      ['Bad date with a good stamp', '2012-03-14T04:17:38.276340Z'],
      ['Bad date alone', undefined],
      ['Unclosed', '2012-03-14T04:17:38Z'],
      ['After it', '2012-03-14T04:17:39Z'],
    ]);
    expect(told).toEqual([
      '6 : has a quote that does not end: it is left out, and the record ends with its line',
      '2 datetime: says that there is no date: the event is undated',
      '3 datetime: is not a date: timestamp stands in',
      '4 datetime: is not a date: the event is undated',
      '5 : has no message: the row is left out (out)',
    ]);
  });
});

describe('log2timeline', () => {
  test('has the month first, times of its zone, and nothing for a hyphen', () => {
    const { events, told } = readTable(l2tcsv, 'l2tcsv/supertimeline.csv');
    expect(datesOf(events)).toEqual([
      ['Reporter <CRON> PID: 8442', '2012-06-27T18:17:01Z'],
      ['/Users/bob/plan.txt', '2012-07-03T09:05:00+02:00'],
      ['Location: http://example.org', '2011-12-31'],
    ]);
    expect(told).toEqual([]);
    expect(events[0]).toEqual({
      title: 'Reporter <CRON> PID: 8442',
      date: '2012-06-27T18:17:01Z',
      summary: 'Reporter <CRON> PID: 8442 (pam_unix(cron:session): session closed for user root)',
      type: 'Syslog',
      timestamp_desc: 'Content Modification Time',
      MACB: 'M...',
      source: 'LOG',
      host: 'ubuntu',
      version: '2',
      filename: 'log/syslog.1',
      format: 'syslog',
    });
  });

  test('when broken keeps what can be kept, and tells the rest', () => {
    const { events, told } = readTable(l2tcsv, 'l2tcsv/broken.csv');
    expect(datesOf(events)).toEqual([
      ['No date at all', undefined],
      ['A thirteenth month', undefined],
      ['A twenty-fifth hour', '2011-01-31'],
      ['A far zone', '2011-01-31T10:00:00'],
      ['Cut o', '2011-01-31T10:00:00Z'],
    ]);
    expect(told).toEqual([
      '6 : has 10 cells, the header 17: those missing are blank',
      '2 date: says that there is no date: the event is undated',
      '3 date: is not a date: the event is undated',
      '4 time: is not a time: the day is kept',
      '5 timezone: is no time zone that is known: the time counts as UTC',
    ]);
  });
});

describe('plaso', () => {
  test('has moments in any zone, the long source as type, and tags', () => {
    const { events, told } = readTable(plasoDynamic, 'plaso-dynamic/dynamic.csv');
    expect(events.map(({ title, date, type, topics }) => [title, date, type, topics])).toEqual([
      ['[Reporter] <CRON> PID: 8442', '2012-06-27T18:17:01Z', 'Log File', ['cron', 'scheduled']],
      ['NTFS:\\Windows\\System32\\cmd.exe Type: file', '2012-06-27T18:17:01.123456Z', 'File stat', undefined],
      ['https://example.org (Example, a site) [count: 0]', '2012-06-27T20:17:01+02:00', 'Chrome History', undefined],
    ]);
    expect(told).toEqual([]);
  });

  test('when broken keeps what can be kept, and tells the rest', () => {
    const { events, told } = readTable(plasoDynamic, 'plaso-dynamic/broken.csv');
    expect(datesOf(events)).toEqual([
      ['Never was', undefined],
      ['Invalid moment', undefined],
      ['June the 31st', undefined],
      ['Two cells too many', '2012-06-27T18:17:01Z'],
    ]);
    expect(events[3]).toMatchObject({ 'column 9': 'x', 'column 10': 'y' });
    expect(told).toEqual([
      '6 : has 10 cells, the header 8: those beyond have no name',
      '2 datetime: says that there is no date: the event is undated',
      '3 datetime: says that there is no date: the event is undated',
      '4 datetime: is not a date: the event is undated',
      '5 : has no message: the row is left out (out)',
    ]);
  });
});

test.each([
  ['2012-03-14 04:17', '2012-03-14T04:17Z'],
  ['2012-03-14T04:17:38.000000Z', '2012-03-14T04:17:38Z'],
  ['2012-03-14T04:17:38.123456789+0130', '2012-03-14T04:17:38.123456+01:30'],
  ['2012-03-14 04:17:38 UTC', '2012-03-14T04:17:38Z'],
  ['2012-02-30T04:17:38Z', null],
  ['2012', null],
])('the moment %j is %j', (text, moment) => {
  expect(momentOf(text)).toBe(moment);
});

test.each([
  ['1331698658', '2012-03-14T04:17:38Z'],
  ['1331698658.5', '2012-03-14T04:17:38.5Z'],
  ['-1000', '1969-12-31T23:43:20Z'],
  ['1331698658276340000', '2012-03-14T04:17:38.276340Z'],
  ['soon', null],
  ['123456789012345678901', null],
])('the count %j is %j', (text, moment) => {
  expect(epochOf(text)).toBe(moment);
});

test.each([
  ['', []],
  ['[]', []],
  ['-', []],
  [`["a b", 'c']`, ['a b', 'c']],
  ['a,b;a', ['a', 'b']],
])('the tags of %j are %j', (text, tags) => {
  expect(tagsOf(text)).toEqual(tags);
});

test('a long message is cut in the title, and whole in the summary', () => {
  const long = `${'x'.repeat(250)}\nmore`;
  expect(messageParts(long)).toEqual({ title: `${'x'.repeat(200)}…`, summary: long });
  expect(messageParts('short')).toEqual({ title: 'short', summary: null });
});

test('the letters of a zone in summer are known, as those in winter', () => {
  const header = 'date,time,timezone,MACB,source,sourcetype,type,user,host,short,desc,version'.split(',');
  const reader = l2tcsv.reader(header);
  const read = (timezone: string) => {
    const cells = ['04/11/2021', '07:15:32', timezone, 'M.C.', 'FILE', 'File stat', 'Change', '-', '-', 'a', 'a', '2'];
    return [...reader.row({ cells, spot: { line: 2, column: 1 } })];
  };
  const dates = ['CEST', 'CET', 'EDT', 'AEST', 'WET', 'Europe/Berlin'].map((zone) => read(zone)[0]);
  expect(dates.map((found) => (found.kind === 'event' ? [found.event.date, found.faults ?? []] : found))).toEqual([
    ['2021-04-11T07:15:32+02:00', []],
    ['2021-04-11T07:15:32+01:00', []],
    ['2021-04-11T07:15:32-04:00', []],
    ['2021-04-11T07:15:32+10:00', []],
    ['2021-04-11T07:15:32Z', []],
    ['2021-04-11T07:15:32+02:00', []],
  ]);
});
