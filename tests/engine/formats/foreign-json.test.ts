import { describe, expect, test } from 'vitest';
import { fixtureText, foreignJson } from '../../fixtures/foreign-json';

/** What all readers of JSON must tell of a file of each kind. */
interface Expected {
  readonly format: string;
  readonly dates: readonly (string | undefined)[];
  readonly actors: number;
  readonly told: readonly string[];
}

const CASES: Readonly<Record<string, Expected>> = {
  'timelinejs/railway.json': {
    format: 'TimelineJS JSON',
    dates: [
      '1846',
      '1851-03/1854-11-02',
      '1854-11-02T09:30',
      '-0499',
      'Y-13797999999',
      '1999-12-31T23:59:58.250',
      '1837/1901',
    ],
    actors: 0,
    told: [],
  },
  'timelinejs/old.json': {
    format: 'TimelineJS JSON',
    dates: ['2011-12-10T07:02:10/2011-12-11T08:11', '2012-01', '2012', '2012-01-26', '2011-12-10/2011-12-11'],
    actors: 0,
    told: [],
  },
  'timelinejs/broken.json': {
    format: 'TimelineJS JSON',
    dates: ['1900', undefined, '1901', '1902', undefined, '1904'],
    actors: 0,
    told: [
      '4:5 start_date: is not a date: the event is undated',
      '5:5 start_date: is not a date (month 13): the year is kept',
      '6:5 end_date: makes no span',
      '7:5 start_date: is missing: the event is undated',
      '8:5 : is text, not an object',
      '10:5 : is not sound JSON here, where a key in double quotes should stand: the item that begins on line 9',
      '11:3 : has a comma too many before it',
    ],
  },
  'timesketch/case.jsonl': {
    format: 'Timesketch JSONL',
    dates: ['2012-03-14T04:17:38Z', '2012-03-14T04:17:39Z', '2012-03-14T04:17:40.123Z', '2012-03-14T04:17:41.500000Z'],
    actors: 0,
    told: [],
  },
  'timesketch/broken.jsonl': {
    format: 'Timesketch JSONL',
    dates: ['2012-03-14T04:17:38Z', undefined, '2012-03-14T04:17:38Z', '2012-03-14T04:17:38Z'],
    actors: 0,
    told: [
      '2:48 : is not sound JSON here, where a closing quote should stand: the item is left out',
      '4:1 datetime: is not a date: the event is undated',
      '5:1 datetime: is not a date: timestamp stands in',
      '6:1 : is a list, not an object',
      '7:1 message: has no message: the entry is left out',
    ],
  },
  'plaso/timeline.jsonl': {
    format: 'plaso JSON lines',
    dates: ['2022-02-25T02:04:08.649459Z', '2012-06-27T18:17:01Z', undefined],
    actors: 0,
    told: [],
  },
  'plaso/timeline.json': {
    format: 'plaso JSON',
    dates: ['2019-11-26T15:02:14Z', '2019-11-26T15:02:15.000001Z'],
    actors: 0,
    told: [],
  },
  'wikidata/battles.json': {
    format: 'Wikidata (SPARQL JSON)',
    dates: ['1066-10-14', '-0479', '13XX', '1066', undefined],
    actors: 2,
    told: ['30:5 date: is known to exist, but not which date it is'],
  },
  'wikidata/download.json': { format: 'Wikidata (SPARQL JSON)', dates: ['2015-03', '2016'], actors: 0, told: [] },
  'csl/library.json': {
    format: 'CSL-JSON',
    dates: [
      '2019-04',
      '1998/2001',
      '1450~',
      '2010-21',
      '2014-05-12',
      '2012-06-04/2012-06-08',
      '-0043-03-15',
      '2020-02-29',
    ],
    actors: 4,
    told: [],
  },
  'csl/broken.json': {
    format: 'CSL-JSON',
    dates: ['2021-02-30', undefined, undefined, '2001'],
    actors: 0,
    told: [
      '2:3 date: is not a date (day 30',
      '3:3 issued: is not a date',
      '4:3 issued: is missing: the event is undated',
      '5:65 : is not sound JSON here',
      '6:3 : is nothing, not an object',
      '8:1 : the file is cut off',
    ],
  },
  'kleptocracy/timeline.json': {
    format: 'KleptocracyTimeline JSON',
    dates: [undefined, '1971-08-23', '1975-01'],
    actors: 3,
    told: ['date: is missing: the event is undated'],
  },
  'kleptocracy/event.json': { format: 'KleptocracyTimeline JSON', dates: ['2001-02-03'], actors: 2, told: [] },
  'kleptocracy/broken.json': {
    format: 'KleptocracyTimeline JSON',
    dates: [undefined, undefined, '2001-02-03'],
    actors: 2,
    told: [
      '4:5 date: is not a date',
      '4:5 sources[1]: is a number, not an object',
      '5:5 date: is not a date',
      '6:68 : is not sound JSON here',
    ],
  },
  'simile/harbour.json': {
    format: 'SIMILE Timeline JSON',
    dates: [
      '1890',
      '1900-05-01/1902-11',
      '1910~/1914~',
      '[1920-01-01..1920-06-30]',
      '1930-06-02T14:30:00Z',
      '-0043-03-15',
    ],
    actors: 0,
    told: [],
  },
  'simile/gregorian.json': {
    format: 'SIMILE Timeline JSON',
    dates: ['1963-11-22T12:30:00-06:00', '1963-11-22/1963-11-25', '-0499', '1970', '1963-11-22', '1962~'],
    actors: 0,
    told: [],
  },
  'simile/broken.json': {
    format: 'SIMILE Timeline JSON',
    dates: [undefined, '1950', '1950', '1960', '1970'],
    actors: 0,
    told: [
      '4:5 start: is not a date',
      '5:5 end: makes no span',
      '6:5 end: is not a date',
      '7:5 title: is missing: the event is left out',
      '8:5 : is a list, not an object',
      '10:1 : the file is cut off',
    ],
  },
};

describe.each(Object.entries(CASES))('%s', (path, { format, dates, actors, told }) => {
  test('is recognised, and its events, dates, actors and problems are all there, in pieces of any size', () => {
    for (const size of [Infinity, 100, 1]) {
      const found = foreignJson(fixtureText(path), size);
      expect(found.format).toBe(format);
      expect(found.events.map(({ date }) => date)).toEqual(dates);
      const names = found.events
        .flatMap((event) => event.actors ?? [])
        .map((actor) => (typeof actor === 'string' ? actor : actor.id));
      expect(new Set(names).size).toBe(actors);
      expect(found.told).toHaveLength(told.length);
      for (const [i, each] of told.entries()) expect(found.told[i]).toContain(each);
    }
  });

  test('keeps what was read when it is cut off anywhere', () => {
    const text = fixtureText(path);
    const whole = foreignJson(text).events.length;
    let most = 0;
    for (let end = 0; end < text.length; end += 13) {
      const { events, format: known } = foreignJson(text.slice(0, end));
      expect(events.length).toBeLessThanOrEqual(whole + 1);
      if (known === format) most = Math.max(most, events.length);
    }
    expect(most).toBeGreaterThanOrEqual(Math.min(whole, dates.length) - 2);
  });
});

describe('what a file has besides', () => {
  test('TimelineJS: title slide, groups, links, media and further keys', () => {
    const { head, events } = foreignJson(fixtureText('timelinejs/railway.json'));
    expect(head).toEqual({
      title: 'The Northern Line',
      description: 'How a railway came to be, and how it went.\n\nWith eras.',
    });
    expect(events[0]).toMatchObject({
      id: 'survey',
      summary: 'Three engineers map the valley.',
      topics: ['Planning'],
      sources: [{ title: 'map the valley', url: 'https://maps.example/valley?y=1846&z=2' }],
      background: { color: '#445566' },
    });
    expect(events[1].sources).toEqual([{ title: 'The long bridge', url: 'https://media.example/bridge.jpg' }]);
    expect(events[2]).toMatchObject({
      title: 'First train & a speech',
      display_date: '2 November 1854, half past nine',
    });
    expect(events[6]).toMatchObject({ title: 'Victorian era', type: 'era' });
  });

  test('TimelineJS: slides alone, and one without a headline', () => {
    const text =
      '[{"start_date": {"year": 2001, "month": 2}, "group": "G"}, {"start_date": {"year": 2002}, "text": "T"}]';
    expect(foreignJson(text)).toMatchObject({
      format: 'TimelineJS JSON',
      events: [
        { title: 'G, 2001-02', date: '2001-02' },
        { title: 'T', date: '2002' },
      ],
      told: ['1:2 headline: is missing: its date and group stand in'],
    });
  });

  test('TimelineJS: drafts of its form, by where the slides are and how their date is called', () => {
    const slides = [
      { start_date: { year: '1888' }, text: { headline: 'A' } },
      { start_date: { year: '1889' }, text: { headline: 'B' } },
    ];
    for (const key of ['slides', 'events']) {
      const text = JSON.stringify({ timeline: { title: { text: { headline: 'T' } }, [key]: slides } });
      expect(foreignJson(text)).toMatchObject({
        format: 'TimelineJS JSON',
        head: { title: 'T' },
        events: [{ date: '1888' }, { date: '1889' }],
      });
    }
    const text = JSON.stringify({ events: [{ date: { year: '-252000000' }, text: { headline: 'C' } }] });
    const { format, events } = foreignJson(text);
    expect([format, events]).toEqual(['TimelineJS JSON', [{ title: 'C', date: 'Y-251999999' }]]);
  });

  test('a log: tags, type and long messages', () => {
    expect(foreignJson(fixtureText('timesketch/case.jsonl')).events[0]).toMatchObject({
      type: 'windows:evtx:record',
      topics: ['logon', 'night'],
      timestamp_desc: 'Logon Time',
      hostname: 'ws-07',
    });
    const [, session] = foreignJson(fixtureText('plaso/timeline.jsonl')).events;
    expect(session).toMatchObject({ topics: ['session', 'cron'], parser: 'syslog', username: 'root' });
    expect(session.summary).toContain('\n closed for user root)');
    expect(session).not.toHaveProperty('__type__');
  });

  test('Wikidata: results of one item and date are one event, another date of it one without its id', () => {
    const { events } = foreignJson(fixtureText('wikidata/battles.json'));
    expect(events[0]).toMatchObject({
      id: 'Q48314',
      place: 'East Sussex',
      actors: ['William the Conqueror', 'Harold Godwinson'],
    });
    expect(events[3]).toMatchObject({ title: 'Battle of Hastings', date: '1066' });
    expect(events[3].id).toBeUndefined();
  });

  test('CSL: names with their kinds, keywords, sources and abstracts', () => {
    const { events, head } = foreignJson(fixtureText('csl/library.json'));
    expect(head.actors).toContainEqual({ id: 'Ludwig van Beethoven', name: 'Ludwig van Beethoven', kind: 'person' });
    expect(head.actors).toContainEqual({ id: 'Society of Waterways', name: 'Society of Waterways', kind: 'body' });
    expect(events[0]).toMatchObject({
      title: 'On canals and locks',
      topics: ['canals', 'locks', 'water'],
      summary: 'Locks are old.\n\nCanals are older.',
      sources: [{ title: 'Journal of Waterways', url: 'https://doi.org/10.1234/abc.5', date: '2019-04' }],
      volume: '3',
    });
  });

  test('CSL: what has no title is called by what it says elsewhere, which is told', () => {
    const issued = { 'date-parts': [[2001]] };
    const author = [{ family: 'Moss', given: 'Ada' }, { literal: 'Harbour Board' }];
    const text = JSON.stringify([
      { id: 'a', type: 'letter', issued, author },
      { id: 'b', type: 'review', issued, 'container-title': 'The <i>Tide</i>' },
      { id: 'c', type: 'book', issued },
    ]);
    const { events, told } = foreignJson(text);
    expect(events.map(({ title }) => title)).toEqual(['Ada Moss, Harbour Board', 'The Tide', undefined]);
    expect(told.map((each) => each.replace(/^.* title: is missing: /, ''))).toEqual([
      'what it says elsewhere stands in',
      'what it says elsewhere stands in',
      'the event is left out',
    ]);
  });

  test('the Kleptocracy Timeline: what it alone has goes along, and no source is told of for it', () => {
    const { events, head } = foreignJson(fixtureText('kleptocracy/timeline.json'));
    expect(events[1]).toMatchObject({
      importance: 9,
      capture_lanes: ['Regulatory Capture'],
      topics: ['harbours', 'memos'],
      place: 'Port Example',
      status: 'confirmed',
      sources: [
        { publisher: 'Archive', _tier: 1 },
        { title: 'Not on the web' },
        { publisher: 'Press', date: '1998', _url: 'compiled by hand' },
      ],
    });
    expect(events[2]).toMatchObject({
      actors: [{ id: 'Senate Committee', role: 'inquirer' }, 'A. Lawyer'],
      sources: [{ date: '1975-12' }],
    });
    expect(head).toEqual({});
    expect(foreignJson(fixtureText('kleptocracy/broken.json')).head).toEqual({
      title: 'Broken timeline',
      description: undefined,
    });
  });
});

describe('a list of events as dateline/1 has them', () => {
  const known = (events: unknown): string | null => foreignJson(JSON.stringify(events)).format;

  test('is read without a mapping, with keys of its own if it surely is one', () => {
    expect(known([{ title: 'A', date: '2001' }, { title: 'B' }])).toBe('Dateline events (JSON)');
    expect(known([{ id: 'a', title: 'A', date: '2001', topics: [], importance: 3 }])).toBe('Dateline events (JSON)');
    expect(known({ title: 'T', events: [{ title: 'A', date: '2001/2002' }] })).toBe('Dateline events (JSON)');
    const lines = '{"id": "a", "title": "A", "date": "2001", "sources": []}\n{"id": "b", "title": "B", "x": 1}\n';
    expect(foreignJson(lines)).toMatchObject({
      format: 'Dateline events (JSON)',
      events: [{ id: 'a' }, { id: 'b', x: 1 }],
    });
  });

  test.each([
    [[{ title: 'A', date: '12.01.2024' }]],
    [[{ title: 'A', when: '2001' }]],
    [[{ title: 'A' }]],
    [[{ title: 'A', date: '2001', actors: 'B' }]],
    [[{ name: 'A', date: '2001' }]],
    [[{ title: 'A', start: '2001', end: '2002', allDay: true }]],
    [[1, 2]],
    [[]],
  ])('%j is not one', (events) => {
    expect(known(events)).toBeNull();
  });
});
