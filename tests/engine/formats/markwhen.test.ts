import { describe, expect, test } from 'vitest';
import { readEvent } from '../../../src/domain/parsing/event';
import { markwhen } from '../../../src/engine/formats/markwhen';
import { fixture, readText, sampleOf, sortedFound } from '../../fixtures/found';

const read = (text: string, size?: number) => sortedFound(readText(markwhen, text, size));
const dates = (...lines: string[]) => read(lines.join('\n')).events.map(({ date }) => date);

test('a file with all that the format has is read whole', () => {
  const { events, head, faults, all } = read(fixture('markwhen/project.mw'));
  expect(head).toEqual({ title: 'The harbour, 1898-2024', description: 'What is known of it,\nin short' });
  expect(events[1]).toEqual({
    title: 'The mole is built',
    date: '1901-05/1903-02',
    cost: 120000,
    summary:
      'It took longer than said, see the report and Storms of that winter.\n- [x] Survey\n- [ ] Lighthouse\nNorth shore',
    topics: ['Early years', 'History', 'Work', 'Storms'],
    actors: ['weber', 'Anna Weber', 'J. Price'],
    place: 'North shore',
    sources: [{ title: 'the report', url: 'https://example.org/report' }],
  });
  expect(events.map(({ title, date }) => [title, date])).toEqual([
    ['Founded', '1898'],
    ['The mole is built', '1901-05/1903-02'],
    ['Renamed', '2012-12'],
    ['Opening days', '2013-03-07/2013-03-10'],
    ['A ford', '-0299'],
    ['Phase 1', '2023-01-01/2023-01-14'],
    ['Phase 2', '2023-01-15/2023-01-28'],
    ['Phase 3', '2023-01-29/2023-02-27'],
    ['Kick-off', '2023-03-07/2023-03-09'],
    ['In parallel', '2023-01-15/2023-01-17'],
    ['Got ready', '2022-12-25/2022-12-31'],
    ['A plan', '2025-05-16'],
    ['Its end', '2026-01'],
    ['Meeting', '2024-01-15T10:30+01:00'],
    ['Lunch', '2024-01-15T11:45+01:00'],
    ['All day long', '2024-02-01T09:00+01:00/2024-02-01T17:00+01:00'],
    ['Biweekly', '2022-01-03'],
    ['Biweekly', '2022-01-17'],
    ['Biweekly', '2022-01-31'],
    ['Goes on', '2020/..'],
    ['About then', '2004-06~'],
  ]);
  expect(events[0].topics).toEqual(['Early years', 'History']);
  expect(events[8]).toMatchObject({ topics: ['2023', 'Spring'], percent: 40 });
  expect(events[11].topics).toEqual(['2023', 'Autumn']);
  expect(faults.map(({ line }) => line)).toEqual([45]);
  expect(all.find((each) => each.kind === 'event')).toMatchObject({ spot: { line: 14, column: 1 } });
});

test('what cannot be read leaves its entry undated, spoils no other, and is told with its line', () => {
  const { events, faults } = read(fixture('markwhen/broken.mw'));
  expect(events.filter(({ title }) => title !== 'Without end').map(({ title, date }) => [title, date])).toEqual([
    ['Goes by nothing', undefined],
    ['By the clock', undefined],
    ['Month 13', undefined],
    ['Sound', '2012-05-31'],
    ['No year', undefined],
    ['Names nobody', undefined],
    ['Backwards', '2013'],
    ['Recurs somehow', '2014'],
    ['What stands in', '2016'],
    ['[x](ftp://example.org) and https://example.org/a', '2017'],
  ]);
  expect(events.filter(({ title }) => title === 'Without end')).toHaveLength(50);
  expect(events.at(-1)).toMatchObject({ a: 1, topics: ['Things'], images: ['https://example.org/p.png'] });
  expect(faults.map(({ line }) => line)).toEqual([2, 3, 4, 6, 7, 8, 9, 10, 11, 14]);
});

describe('dates', () => {
  test.each([
    ['1964/2008', '1964/2008'],
    ['2004-02-01/ 2005-02', '2004-02-01/2005-02'],
    ['2018/6 months', '2018/2018-06-30'],
    ['03/2022 - 1 year', '2022-03/2023-02'],
    ['2012-2013', '2012/2013'],
    ['11/12/2024-12/13/2024', '2024-11-12/2024-12-13'],
    ['2031-11-19T01:35:10Z-2099-08-04T18:22:48Z', '2031-11-19T01:35:10Z/2099-08-04T18:22:48Z'],
    ['1 Jan 1998 to 11/11/2011', '1998-01-01/2011-11-11'],
    ['300–200 BC', '-0299/-0199'],
    ['50 BC - 50 AD', '-0049/0050'],
    ['July 13, 2022 - 5 week days', '2022-07-13/2022-07-19'],
    ['2024-W05', '2024-01-29/2024-02-04'],
    ['2024-01-05 10:30 - 11:15', '2024-01-05T10:30/2024-01-05T11:15'],
    ['December 20, 2010 / 3 weeks', '2010-12-20/2011-01-09'],
    ['5', undefined],
    ['199X', '199X'],
    ['2004/..', '2004/..'],
    ['40000', 'Y40000'],
  ])('%s', (written, expected) => {
    expect(dates(`${written}: T`)).toEqual([expected]);
  });

  test('both bounds of a span of hours have the offset of the zone', () => {
    const { events } = read(
      'timezone: America/New_York\n\n2021-06-25 14:00 - 15:30: T\n2021-06-25 14:00 - 2 hours: U\n',
    );
    expect(events.map(({ date }) => date)).toEqual([
      '2021-06-25T14:00-04:00/2021-06-25T15:30-04:00',
      '2021-06-25T14:00-04:00/2021-06-25T16:00-04:00',
    ]);
  });

  test('go by those before them', () => {
    expect(dates('12/25/2022: Christmas', "5 days - 3 days: New Year's")).toEqual([
      '2022-12-25',
      '2022-12-31/2023-01-02',
    ]);
    expect(dates('2020: A !a', '2021: B', '.end 1 day: C', '!a.start + 1 month, 2 days: D')).toEqual([
      '2020',
      '2021',
      '2022-01-01',
      '2020-01-01/2020-02-02',
    ]);
  });

  test('recur as often as is said', () => {
    expect(dates('2022-01-31 every month x 3: T')).toEqual(['2022-01-31', '2022-02-28', '2022-03-31']);
    expect(dates('2022-01 every month until 2022-03: T')).toEqual(['2022-01', '2022-02', '2022-03']);
    expect(dates('2022-01-01 every 2 days until Jan 5 2022: T')).toEqual(['2022-01-01', '2022-01-03', '2022-01-05']);
    expect(dates('2022-01-01 every day until soon: T')).toEqual(['2022-01-01']);
    expect(dates('2022 every 2 years for 3 times: T')).toEqual(['2022', '2024', '2026']);
    expect(dates('2022-01-01/2022-01-02 every week for 2 weeks: T')).toEqual([
      '2022-01-01/2022-01-02',
      '2022-01-08/2022-01-09',
    ]);
  });

  test('have the day first when the head says so', () => {
    expect(dates('dateFormat: d/M/y', '1/2/2012: T')).toEqual(['2012-02-01']);
    expect(dates('1/2/2012: T')).toEqual(['2012-01-02']);
  });
});

test('times of day are of the zone that the head, or the entry, names', () => {
  const { events, faults } = read(
    'timezone: Europe/Berlin\n2024-07-01 9am: A\n2024-01-01 9am: B\ntz: -5\n2024-01-02 9am: C\ntz: Nowhere',
  );
  expect(events.map(({ date }) => date)).toEqual([
    '2024-07-01T09:00+02:00',
    '2024-01-01T09:00-05:00',
    '2024-01-02T09:00',
  ]);
  expect(faults.map(({ field }) => field)).toEqual(['timezone']);
});

test('a page has a head of its own, and its groups end with it', () => {
  const { events } = read('title: A\ngroup G\n2012: One\n_-_-_break_-_-_\ndateFormat: d/M/y\n1/2/2012: Two');
  expect(events).toEqual([
    { title: 'One', date: '2012', topics: ['G'] },
    { title: 'Two', date: '2012-02-01' },
  ]);
});

test('a key of a property never takes the place of what the entry says', () => {
  const { events } = read('2012: T\ntitle: other\n__proto__: x\nsummary: S\nactors: [a, b]\n');
  expect(events).toEqual([
    { title: 'T', date: '2012', _title: 'other', ___proto__: 'x', summary: 'S', actors: ['a', 'b'] },
  ]);
});

test('however the text comes in pieces, the same is found, and all of it passes the checks of the domain', () => {
  for (const name of ['project', 'broken']) {
    const text = fixture(`markwhen/${name}.mw`);
    const whole = read(text).all;
    for (const size of [1, 7, 64]) expect(read(text, size).all).toEqual(whole);
    for (const each of read(text).events) expect(readEvent({ ...each, id: 'x' }, 0).problems).toEqual([]);
  }
});

test('it is recognised by its entries, and claims nothing else', () => {
  for (const name of ['project', 'broken'])
    expect(markwhen.recognises(sampleOf(fixture(`markwhen/${name}.mw`)))).toBe(true);
  expect(markwhen.recognises(sampleOf('1961: Year\n1962: Next\nand more'))).toBe(true);
  expect(markwhen.recognises(sampleOf('title: T\n2012: One'))).toBe(true);
  for (const other of [
    '',
    'date,title\n2024-01-01,x\n2024-01-02 10:30,y',
    '2024-01-01 10:30:00,x\n2024-01-02 10:30:00,y',
    '2024-01-01 10:30:00 ERROR: x\n2024-01-02 10:30:00 INFO: y',
    'date;title\n2024;x: y\n2025;z: a',
    'date\ttitle\n2024\tx: y',
    '{"2012": 1,\n"2013": 2}',
    '[\n2012: 1\n]',
    '<a>\n2012: x\n2013: y</a>',
    'BEGIN:VCALENDAR\n2012: x\n2013: y',
    `${'Plain prose, line after line.\n'.repeat(30)}2012: x\n2013: y\n`,
    'In 2012: much\nOn 5 May: more',
    '10:30: hello\n10:31: hello yourself',
    'title: A page\nauthor: B\n\nText',
  ])
    expect(markwhen.recognises(sampleOf(other))).toBe(false);
});
