import { describe, expect, test } from 'vitest';
import { readDate } from '../../../src/domain/date';
import { readEvent } from '../../../src/domain/parsing/event';
import { icalendar } from '../../../src/engine/formats/icalendar';
import { fixture, readText, sampleOf, sortedFound } from '../../fixtures/found';

const read = (text: string, size?: number) => sortedFound(readText(icalendar, text, size));
const calendar = (...lines: string[]) => read(['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR', ''].join('\r\n'));
const event = (...lines: string[]) => calendar('BEGIN:VEVENT', 'UID:u', 'SUMMARY:S', ...lines, 'END:VEVENT');
const dates = (...lines: string[]) => event(...lines).events.map(({ date }) => date);
const reasons = (...lines: string[]) => event(...lines).faults.map(({ field, reason }) => `${field} ${reason}`);

test('a calendar of several programs is read whole', () => {
  const { events, head, faults } = read(fixture('icalendar/team.ics'));
  expect(head).toMatchObject({ title: 'Harbour inquiry', description: 'Hearings and site visits, 2024' });
  expect(head.actors).toContainEqual({ id: 'Weber, Anna', name: 'Weber, Anna', kind: 'person' });
  expect(head.actors).toContainEqual({ id: 'Harbour Board', name: 'Harbour Board', kind: 'body' });
  expect(events[0]).toEqual({
    id: 'hearing-1@example.org',
    date: '2024-01-15T10:00:00+01:00/2024-01-15T12:30:00+01:00',
    title: 'First hearing: witnesses, experts and a title that is long enough to be folded over two lines',
    summary: 'Room 4.\nBring the file; see also the protocol.\n\nSecond paragraph.',
    place: 'Town hall, Room 4',
    status: 'confirmed',
    topics: ['Hearing', 'Public', 'Law'],
    actors: [
      { id: 'Weber, Anna', role: 'organizer' },
      { id: 'Jon Price', role: 'chair' },
      'Harbour Board',
      'clerk@example.org',
    ],
    sources: [{ title: 'https://example.org/hearings/1', url: 'https://example.org/hearings/1' }],
    PRIORITY: 5,
  });
  expect(events.map(({ date }) => date).slice(1)).toEqual([
    '2024-02-01/2024-02-03',
    '2024-05-01',
    '2024-05-02',
    '2024-06-10T08:00:00Z/2024-06-10T09:30:00Z',
    '2024-06-11T09:00:00',
    '2024-06-12T09:00:00Z/2024-06-12T10:00:00Z',
    '2024-04-09T14:00:00+02:00/2024-04-09T15:00:00+02:00',
    '2024-07-01/2024-07-05',
    '2024-06-30',
    '2024-03-18T09:30:00+01:00/2024-03-18T10:00:00+01:00',
    '2024-04-01T09:30:00+02:00/2024-04-01T10:00:00+02:00',
    '2024-04-15T09:30:00+02:00/2024-04-15T10:00:00+02:00',
    '2024-04-17T09:30:00+02:00/2024-04-17T10:00:00+02:00',
  ]);
  expect(faults.map(({ line, field }) => [line, field])).toEqual([[78, 'DTSTART']]);
});

test('however the text comes in pieces, the same is found', () => {
  for (const name of ['team', 'broken', 'later-zone']) {
    const text = fixture(`icalendar/${name}.ics`);
    const whole = read(text).all;
    for (const size of [1, 2, 7, 64]) expect(read(text, size).all).toEqual(whole);
  }
});

test('lines end as they will', () => {
  const text = fixture('icalendar/team.ics');
  const whole = read(text).all;
  expect(read(text.replaceAll('\r\n', '\n')).all).toEqual(whole);
  expect(read(text.replaceAll('\r\n', '\r')).all).toEqual(whole);
});

test('what is broken in one component spoils no other, and is told with its line', () => {
  const { events, faults } = read(fixture('icalendar/broken.ics'));
  expect(events.filter(({ title }) => title !== 'For ever').map(({ title, date }) => [title, date])).toEqual([
    ['Sound', '2023-01-01T00:00:00Z'],
    ['Month 13', undefined],
    ['A line that is none', '2023-01-02T00:00:00Z'],
    ['Ends before it begins', '2023-01-05T10:00:00Z'],
    ['What happened', '2023-01-10'],
    ['No date', undefined],
    ['The same UID again', '2023-01-11T00:00:00Z'],
    ['Not ended', '2023-01-12'],
    ['Cut o', '2023-01-13'],
    ['Nobody knows the zone', '2023-01-06T10:00:00'],
    ['No such rule', '2023-01-07T10:00:00Z'],
    ['30 February', '2023-01-08'],
  ]);
  expect(faults.map(({ line, leftOut }) => [line, leftOut])).toEqual([
    [10, false],
    [16, false],
    [22, false],
    [48, false],
    [53, false],
    [57, false],
    [62, true],
    [66, false],
    [70, false],
    [27, false],
    [33, false],
    [39, false],
    [45, false],
  ]);
});

describe('times', () => {
  test('in a zone described after them are placed by it', () => {
    const [first] = read(fixture('icalendar/later-zone.ics')).events;
    expect(first).toMatchObject({
      date: '2024-07-01T09:00:00+02:00/2024-07-01T10:00:00+02:00',
      summary: 'Siehe die Akte.',
      sources: [{ title: 'die Akte', url: 'https://example.org/akte' }],
    });
  });

  test.each([
    ['20240331T013000', '2024-03-31T01:30:00+01:00'],
    // Left out when clocks go forward: they count on as before.
    ['20240331T023000', '2024-03-31T02:30:00+01:00'],
    ['20240331T033000', '2024-03-31T03:30:00+02:00'],
    // Twice when they go back: the first is meant.
    ['20241027T023000', '2024-10-27T02:30:00+02:00'],
    ['20241027T033000', '2024-10-27T03:30:00+01:00'],
    ['19360701T120000', '1936-07-01T12:00:00+01:00'],
  ])('%s in Berlin is the same by the calendar of the world and by the one in the file', (wall, expected) => {
    const known = dates(`DTSTART;TZID=/mozilla.org/20050126_1/Europe/Berlin:${wall}`);
    expect(known).toEqual([expected]);
    const zone = fixture('icalendar/later-zone.ics')
      .replace('20240701T090000', wall)
      .replace(/DTEND.*\r?\n/, '');
    const described = read(zone).events.map(({ date }) => date);
    // The zone in the file turns its clocks since 1601.
    expect(described).toEqual([wall.startsWith('1936') ? '1936-07-01T12:00:00+02:00' : expected]);
  });

  test('of former days, ahead by seconds, are written in UTC', () => {
    expect(dates('DTSTART;TZID=Europe/Amsterdam:19000101T120000')[0]).toMatch(/^1900-01-01T1\d:\d\d:\d\dZ$/);
  });

  test('all days end before the day named', () => {
    expect(dates('DTSTART;VALUE=DATE:20240228', 'DTEND;VALUE=DATE:20240301')).toEqual(['2024-02-28/2024-02-29']);
    expect(dates('DTSTART;VALUE=DATE:20240228', 'DTEND;VALUE=DATE:20240228')).toEqual(['2024-02-28']);
    expect(dates('DTSTART;VALUE=DATE:20240228', 'DURATION:P2D')).toEqual(['2024-02-28/2024-02-29']);
    expect(dates('DTSTART;VALUE=DATE:20240228', 'DURATION:P1W')).toEqual(['2024-02-28/2024-03-05']);
  });

  test('a duration that is none, or goes back, is told', () => {
    expect(reasons('DTSTART:20240101T000000Z', 'DURATION:two hours')).toEqual([
      'DURATION is not a duration: the end is left out',
    ]);
    expect(reasons('DTSTART:20240101T000000Z', 'DURATION:-PT1H')).toEqual([
      'DURATION is not a duration: the end is left out',
    ]);
  });
});

describe('what repeats', () => {
  const days = (...lines: string[]) => dates('DTSTART;VALUE=DATE:20240229', ...lines);

  test.each([
    ['FREQ=YEARLY;COUNT=3', ['2024-02-29', '2028-02-29', '2032-02-29']],
    ['FREQ=MONTHLY;COUNT=3;BYMONTHDAY=-1', ['2024-02-29', '2024-03-31', '2024-04-30']],
    ['FREQ=MONTHLY;BYDAY=1FR;UNTIL=20240501', ['2024-02-29', '2024-03-01', '2024-04-05']],
    ['FREQ=WEEKLY;INTERVAL=2;COUNT=3', ['2024-02-29', '2024-03-14', '2024-03-28']],
    ['FREQ=DAILY;UNTIL=20240302', ['2024-02-29', '2024-03-01', '2024-03-02']],
    ['freq=daily;count=2;x-own=1', ['2024-02-29', '2024-03-01']],
  ])('%s', (rule, expected) => {
    expect(days(`RRULE:${rule}`)).toEqual(expected);
  });

  test('keeps to the clock when that is turned, and to an UNTIL in UTC', () => {
    const rule = 'RRULE:FREQ=DAILY;UNTIL=20240311T130000Z';
    expect(dates('DTSTART;TZID=America/New_York:20240309T090000', rule)).toEqual([
      '2024-03-09T09:00:00-05:00',
      '2024-03-10T09:00:00-04:00',
      '2024-03-11T09:00:00-04:00',
    ]);
  });

  test('is there once a day that is both named and ruled, and not on days taken out', () => {
    expect(
      days('RRULE:FREQ=DAILY;COUNT=4', 'RDATE;VALUE=DATE:20240301,20240310', 'EXDATE;VALUE=DATE:20240302'),
    ).toEqual(['2024-02-29', '2024-03-01', '2024-03-03', '2024-03-10']);
  });

  test('has ids that name the day, and no occurrence that stands elsewhere', () => {
    const { events } = calendar(
      'BEGIN:VEVENT', 'UID:u', 'SUMMARY:S', 'DTSTART:20240101T100000Z', 'RRULE:FREQ=DAILY;COUNT=3', 'END:VEVENT',
      'BEGIN:VEVENT', 'UID:u', 'SUMMARY:Moved', 'RECURRENCE-ID:20240102T100000Z', 'DTSTART:20240105T100000Z', 'END:VEVENT',
    ); // prettier-ignore
    expect(events.map(({ id, title }) => [id, title])).toEqual([
      ['u/20240102T100000Z', 'Moved'],
      ['u/20240101T100000Z', 'S'],
      ['u/20240103T100000Z', 'S'],
    ]);
  });

  test('ends at 500 occurrences, or after 50 years when nothing ends it; told', () => {
    const long = event('DTSTART;VALUE=DATE:20240101', 'RRULE:FREQ=DAILY;COUNT=501');
    expect(long.events).toHaveLength(500);
    expect(long.faults.map(({ reason }) => reason)).toEqual([
      'has more than 500 occurrences: the later ones are left out',
    ]);
    const endless = event('DTSTART;VALUE=DATE:20240101', 'RRULE:FREQ=YEARLY');
    expect(endless.events).toHaveLength(51);
    expect(endless.faults.map(({ reason }) => reason)).toEqual(['goes on without end: 51 made, of 50 years at most']);
  });

  test.each([
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=SECONDLY;BYMONTH=3;BYHOUR=3;UNTIL=20990101T000000Z',
    'FREQ=DAILY;INTERVAL=999999999',
    'FREQ=HOURLY;INTERVAL=999999999;BYDAY=MO',
    'FREQ=MONTHLY;BYDAY=5MO;BYMONTHDAY=1',
    'FREQ=YEARLY;BYDAY=1MO;BYMONTH=4;BYMONTHDAY=15',
    `FREQ=YEARLY;BYDAY=${'MO,'.repeat(5000)}TU`,
    'FREQ=YEARLY;parts=1;iterator=2;__proto__=3;BYSETPOS=366',
  ])('and never does, %#, ends soon', (rule) => {
    const { events, steps } = event('DTSTART:20240229T100000Z', `RRULE:${rule}`);
    expect(events[0].date).toBe('2024-02-29T10:00:00Z');
    expect(steps).toBeLessThan(600);
  });

  test('no more than 100,000 are made of a file', () => {
    const rule = [
      'BEGIN:VEVENT',
      'SUMMARY:S',
      'DTSTART;VALUE=DATE:20240101',
      'RRULE:FREQ=DAILY;COUNT=500',
      'END:VEVENT',
    ];
    const { events, faults } = calendar(...Array.from({ length: 201 }, () => rule).flat());
    expect(events).toHaveLength(100_000);
    expect(faults).toHaveLength(1);
  });
});

test('what Dateline wrote into a calendar comes back', () => {
  const { events, head } = calendar(
    'BEGIN:VJOURNAL', 'UID:a@t.dateline', 'SUMMARY:T', 'DESCRIPTION:Shown', 'CATEGORIES:Law', 'URL:https://example.org',
    'X-DATELINE-ID:a', 'X-DATELINE-DATE:1992~', 'X-DATELINE-SUMMARY:One\\, two\\nthree', 'X-DATELINE-TYPE:ruling',
    'X-DATELINE-ACTOR:{"id":"court"\\,"name":"The court"\\,"role":"host"}', 'X-DATELINE-TOPIC:{"id":"law"\\,"name":"Law"}',
    'X-DATELINE-SOURCE:{"title":"S"}', 'X-DATELINE-DISAGREEMENT:No', 'X-DATELINE-RELATED:b', 'END:VJOURNAL',
  ); // prettier-ignore
  expect(events).toEqual([
    {
      id: 'a',
      date: '1992~',
      title: 'T',
      summary: 'One, two\nthree',
      type: 'ruling',
      actors: [{ id: 'court', role: 'host' }],
      topics: ['law'],
      sources: [{ title: 'S' }],
      disagreements: ['No'],
      related: ['b'],
    },
  ]);
  expect(head).toEqual({
    actors: [{ id: 'court', name: 'The court', kind: 'other' }],
    topics: [{ id: 'law', name: 'Law' }],
  });
});

test('all that is found passes the checks of the domain', () => {
  for (const name of ['team', 'broken', 'later-zone']) {
    for (const each of read(fixture(`icalendar/${name}.ics`)).events) {
      expect(readEvent({ id: 'x', ...each }, 0).problems).toEqual([]);
      if (each.date !== undefined) expect(readDate(each.date as string).ok).toBe(true);
    }
  }
});

test('it is recognised by its beginning, and claims nothing else', () => {
  expect(icalendar.recognises(sampleOf('\n BEGIN:VCALENDAR\r\nVERSION:2.0'))).toBe(true);
  expect(icalendar.recognises(sampleOf('begin:vevent\nUID:1'))).toBe(true);
  for (const other of [
    '',
    'date,title\n2024,BEGIN:VCALENDAR',
    '{"a":"BEGIN:VCALENDAR\\n"}',
    'BEGIN:VCARD\nFN:X',
    '# BEGIN',
  ])
    expect(icalendar.recognises(sampleOf(other))).toBe(false);
});

test('times without a zone are told once, at the first, with how many there are', () => {
  const one = (uid: string, time: string) => [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    'SUMMARY:S',
    `DTSTART:${time}`,
    'END:VEVENT',
  ];
  const two = calendar(...one('a', '20240101T100000'), ...one('b', '20240102T100000Z'), ...one('c', '20240103T100000'));
  expect(two.faults.map(({ line, reason }) => [line, reason.slice(0, 55)])).toEqual([
    [5, 'is a time without a time zone (the first of 2 such): it'],
  ]);
  expect(calendar(...one('a', '20240101T100000')).faults.map(({ reason }) => reason.slice(0, 32))).toEqual([
    'is a time without a time zone: i',
  ]);
});
