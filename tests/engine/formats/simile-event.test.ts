import { describe, expect, test } from 'vitest';
import { simileDate } from '../../../src/engine/formats/simile-date';
import { simileEvent } from '../../../src/engine/formats/simile-event';
import { readDate } from '../../../src/domain/date';

const SPOT = { line: 3, column: 5 };

function event(fields: Record<string, unknown>, lasts = true): Record<string, unknown> {
  const found = simileEvent(fields, SPOT, lasts);
  return found.kind === 'event' ? found.event : {};
}

describe('simileDate', () => {
  test.each([
    ['1963', '1963'],
    ['33', '0033'],
    ['-500', '-0500'],
    ['500 BC', '-0499'],
    ['44 B.C.', '-0043'],
    ['1066 AD', '1066'],
    ['1963-11', '1963-11'],
    ['1963-11-22', '1963-11-22'],
    ['19631122', '1963-11-22'],
    ['1963-11-22T13:00:00', '1963-11-22T13:00:00'],
    ['1963-11-22T13:00:00.000Z', '1963-11-22T13:00:00Z'],
    ['1963-11-22 13:00', '1963-11-22T13:00'],
    ['1930-06-02T00:00:00+0000', '1930-06-02'],
    ['Fri Nov 22 1963 13:00:00 GMT-0600', '1963-11-22T13:00:00-06:00'],
    ['Fri Nov 22 1963 00:00:00 GMT-0600', '1963-11-22'],
    ['Fri Nov 22 1963 13:00:00 GMT-0600 (CST)', '1963-11-22T13:00:00-06:00'],
    ['May 28 2006 09:00:00 GMT', '2006-05-28T09:00:00Z'],
    ['Fri, 22 Nov 1963 13:30:00 GMT', '1963-11-22T13:30:00Z'],
    ['22 November 1963', '1963-11-22'],
    ['November 22, 1963', '1963-11-22'],
    ['soon', null],
    ['Foo 22 1963', null],
  ])('%j is %j', (text, date) => {
    expect(simileDate(text)).toBe(date);
    if (date !== null) expect(readDate(date).ok).toBe(true);
  });
});

describe('simileEvent', () => {
  test('a moment between two bounds is one of a set', () => {
    expect(event({ title: 'A', start: '1963', latestStart: '1964' })).toMatchObject({ date: '[1963..1964]' });
    expect(event({ title: 'A', start: '1963', end: '1964', durationEvent: false })).toMatchObject({
      date: '[1963..1964]',
    });
    expect(event({ title: 'A', start: '1963', end: '1964' }, false)).toMatchObject({ date: '[1963..1964]' });
  });

  test('what lasts is a span, approximate where a bound is not sure, and the bounds go along', () => {
    expect(event({ title: 'A', start: '1963', end: '1964' })).toMatchObject({ date: '1963/1964' });
    expect(event({ title: 'A', start: '1963', end: '1964', isDuration: 'true' }, false)).toMatchObject({
      date: '1963/1964',
    });
    expect(
      event({
        title: 'A',
        start: '1963-11-01T10:00:00Z',
        latestStart: '1963-12',
        earliestEnd: '1964-02',
        end: '1964-03',
      }),
    ).toMatchObject({ date: '1963-11-01~/1964-03~', latestStart: '1963-12', earliestEnd: '1964-02' });
  });

  test('description, link and further attributes become what they are in an event', () => {
    expect(
      event({
        title: 'A &amp; B',
        description: 'Text <a href="https://b.example">b</a>',
        link: 'https://a.example',
        start: 1963,
        icon: 'i.png',
      }),
    ).toMatchObject({
      title: 'A & B',
      date: '1963',
      summary: 'Text b',
      sources: [
        { title: 'A & B', url: 'https://a.example' },
        { title: 'b', url: 'https://b.example' },
      ],
      icon: 'i.png',
    });
  });

  test('a date that is none, and an end before its beginning, are told where the event begins', () => {
    const found = simileEvent({ title: 'A', start: '1963', end: 'long ago' }, SPOT, true);
    expect(found).toMatchObject({
      event: { date: '1963' },
      faults: [{ field: 'end', found: 'long ago', line: 3, column: 5 }],
    });
    const turned = simileEvent({ title: 'A', start: '1963', end: '1950' }, SPOT, true);
    expect(turned).toMatchObject({
      event: { date: '1963' },
      faults: [{ field: 'end', found: '1950', leftOut: false }],
    });
  });
});
