import { describe, expect, it } from 'vitest';
import { icalendar } from '../../../src/engine/formats/icalendar';
import { windowsZone } from '../../../src/engine/formats/ical-windows-zones';
import { zoneNamed } from '../../../src/engine/formats/zone';
import { readText, sortedFound } from '../../fixtures/found';

const calendar = (...lines: string[]) =>
  sortedFound(readText(icalendar, ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR', ''].join('\r\n')));
const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:u', 'SUMMARY:S', ...lines, 'END:VEVENT'];

describe('time zones as Windows names them', () => {
  it.each([
    ['Russian Standard Time', '20240310T100000', '2024-03-10T10:00:00+03:00'],
    ['W. Europe Standard Time', '20240710T100000', '2024-07-10T10:00:00+02:00'],
    ['Eastern Time (US & Canada)', '20240601T120000', '2024-06-01T12:00:00-04:00'],
    ['"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna"', '20240601T120000', '2024-06-01T12:00:00+02:00'],
    ['(GMT-08.00) Pacific Time (US & Canada)/Tijuana', '20240601T120000', '2024-06-01T12:00:00-07:00'],
    ['"Pacific Time (US & Canada); Tijuana"', '20240601T120000', '2024-06-01T12:00:00-07:00'],
    ['/freeassociation.sourceforge.net/America/New_York', '20240601T120000', '2024-06-01T12:00:00-04:00'],
    ['/softwarestudio.org/Olson_20011030_5/America/Argentina/Salta', '20240601T120000', '2024-06-01T12:00:00-03:00'],
    ['US-Eastern', '20240601T120000', '2024-06-01T12:00:00-04:00'],
  ])('%s is known', (zone, wall, date) => {
    const { events, faults } = calendar(...event(`DTSTART;TZID=${zone}:${wall}`));
    expect(events).toMatchObject([{ date }]);
    expect(faults).toEqual([]);
  });

  it('each stands for a zone that is there', () => {
    for (const name of [
      'Greenland',
      'FLE',
      'India',
      'Nepal',
      'Myanmar',
      'SA Eastern',
      'E. Europe',
      'Tonga',
      'Dateline',
    ]) {
      const place = windowsZone(`${name} Standard Time`) ?? '';
      expect([name, place, zoneNamed(place) === null]).toEqual([name, place, false]);
    }
    expect(windowsZone('Somewhere Standard Time')).toBeNull();
  });

  it('what the file says of one comes first', () => {
    const zone = ['BEGIN:VTIMEZONE', 'TZID:Russian Standard Time', 'BEGIN:STANDARD', 'DTSTART:16010101T000000'];
    const { events } = calendar(
      ...event('DTSTART;TZID=Russian Standard Time:20240310T100000'),
      ...[...zone, 'TZOFFSETFROM:+0400', 'TZOFFSETTO:+0400', 'END:STANDARD', 'END:VTIMEZONE'],
    );
    expect(events).toMatchObject([{ date: '2024-03-10T10:00:00+04:00' }]);
  });

  it('what stands in for an occurrence does so in a zone that nobody knows, and is told when it is meant for those that follow', () => {
    const { events, faults } = calendar(
      ...event('DTSTART;TZID=Nowhere:20240101T090000', 'RRULE:FREQ=WEEKLY;COUNT=3'),
      ...event(
        'RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Nowhere:20240108T090000',
        'DTSTART;TZID=Nowhere:20240108T110000',
      ),
    );
    const ids = events.map(({ id, date }) => `${String(id)} ${String(date)}`);
    expect(ids).toEqual([
      'u/20240108T090000 2024-01-08T11:00:00',
      'u/20240101T090000 2024-01-01T09:00:00',
      'u/20240115T090000 2024-01-15T09:00:00',
    ]);
    expect(faults.map(({ field, reason }) => `${field} ${reason}`)).toContain(
      'RECURRENCE-ID changes all that follow too: only this one is changed',
    );
  });
});
