import { describe, expect, test } from 'vitest';
import { readEvent } from '../../src/domain/parsing/event';

const BARE = { id: 'a', title: 'A' };

/** The problems of an event with these fields, each as `field found reason`. */
const told = (fields: object): string[] =>
  readEvent({ ...BARE, ...fields }, 7).problems.map(({ field, found, reason }) => `${field} ${found} ${reason}`);

test('an event with nothing but id and title has every other field empty and no problem', () => {
  expect(readEvent(BARE, 0)).toEqual({
    event: {
      id: 'a',
      title: 'A',
      date: null,
      reported: null,
      summary: null,
      note: null,
      actors: [],
      topics: [],
      type: null,
      place: null,
      status: null,
      confidence: null,
      sources: [],
      disagreements: [],
      related: [],
    },
    problems: [],
  });
});

test('a full event is read as it stands', () => {
  const raw = {
    ...BARE,
    date: '2022-01-06/2022-01-19',
    reported: '2022-01-20',
    actors: ['x', { id: 'y', role: 'host' }, { id: 'y', role: 'speaker' }],
    topics: ['t', 't', 'u'],
    sources: [
      { title: 'S', url: 'HTTPS://Example.org/a?b#c', tier: 'press', date: '2022', language: 'sr-Latn', origin: 'AP' },
    ],
    disagreements: ['One says 3.', 'Another 4.'],
    related: ['b'],
  };
  const { event, problems } = readEvent(raw, 0);
  expect(problems).toEqual([]);
  expect(event).toMatchObject({
    date: '2022-01-06/2022-01-19',
    reported: '2022-01-20',
    actors: [
      { id: 'x', role: null },
      { id: 'y', role: 'host' },
      { id: 'y', role: 'speaker' },
    ],
    topics: ['t', 'u'],
    sources: [
      { title: 'S', url: 'HTTPS://Example.org/a?b#c', publisher: null, tier: 'press', supports: null, origin: 'AP' },
    ],
    disagreements: ['One says 3.', 'Another 4.'],
    related: ['b'],
  });
});

test('null and blank count as absent', () => {
  expect(
    told({ date: null, summary: '', note: ' \n', place: null, actors: null, sources: null, reported: '' }),
  ).toEqual([]);
});

describe('only web addresses become links', () => {
  const urlOf = (url: string) => readEvent({ ...BARE, sources: [{ title: 'S', url }] }, 0).event?.sources[0].url;

  test.each(['http://a', 'https://a.example/ä?q=1&r=%20#x', 'https://[::1]:8080/'])('%s is kept', (url) => {
    expect(urlOf(url)).toBe(url);
  });

  test.each([
    'javascript:alert(1)',
    ' https://a',
    'java\nscript:alert(1)',
    'https:a',
    'https:///a',
    'https://',
    '//a.example',
    'data:text/html,x',
    'ftp://a',
    'mailto:a@b',
    'https://a b',
    'https://a\u0000',
    'https:\\\\a',
  ])('%j is dropped and told', (url) => {
    expect(urlOf(url)).toBeNull();
    expect(told({ sources: [{ title: 'S', url }] })).toHaveLength(1);
  });
});

test.each([
  [{ date: 2024 }, 'date 2024 is a number, not text: the event is undated'],
  [{ date: '2023-02-29' }, 'date "2023-02-29" is not a date'],
  [{ summary: ['x'] }, 'summary a list of 1 is a list, not text: it is ignored'],
  [{ actors: 'x' }, 'actors "x" is text, not a list: it is ignored'],
  [{ actors: [3] }, 'actors[0] 3 is a number, not text: it is ignored'],
  [{ actors: [{ role: 'host' }] }, 'actors[0].id nothing is missing: it is ignored'],
  [{ actors: [{ id: 'x', role: 5 }] }, 'actors[0].role 5 is a number, not text: it is ignored'],
  [{ topics: ['t', ''] }, 'topics[1] "" is missing: it is ignored'],
  [{ disagreements: [' '] }, 'disagreements[0] " " is empty: it is ignored'],
  [{ sources: ['https://a'] }, 'sources[0] "https://a" is text, not an object: it is ignored'],
  [{ sources: [{ url: 'https://a' }] }, 'sources[0].title nothing is missing: its address or publisher stands in'],
  [{ sources: [{ supports: 'x' }] }, 'sources[0].title nothing is missing: the source is left out'],
  [{ sources: [{ title: 'S', tier: 'gossip' }] }, 'sources[0].tier "gossip" is not a known tier: it is ignored'],
  [{ sources: [{ title: 'S', language: 'x' }] }, 'sources[0].language "x" is not a language tag: it is ignored'],
  [{ title: 5 }, 'title 5 is a number, not text: the event is left out'],
  [{ title: ' ' }, 'title " " is missing: the event is left out'],
  [{ id: 5 }, 'id 5 is a number, not text: the event is left out'],
])('%j is told', (fields, expected) => {
  const [first, ...rest] = told(fields);
  expect(first.startsWith(expected), first).toBe(true);
  expect(rest).toEqual([]);
});

describe('too much is cut and told', () => {
  test('a text is cut at 20,000 characters, not through one', () => {
    const { event, problems } = readEvent({ ...BARE, summary: '😀'.repeat(20_001) }, 0);
    expect(event?.summary).toBe('😀'.repeat(20_000));
    expect(problems.map(({ reason }) => reason)).toEqual(['is longer than 20,000 characters: the rest is cut']);
    expect(told({ summary: '😀'.repeat(20_000) })).toEqual([]);
  });

  test('a list is cut at 500 items', () => {
    const topics = Array.from({ length: 501 }, (_, index) => `t${index}`);
    expect(readEvent({ ...BARE, topics }, 0).event?.topics).toEqual(topics.slice(0, 500));
    expect(told({ topics })).toEqual(['topics a list of 501 has more than 500 items: the rest is left out']);
  });

  test('what was found is shown in at most 120 characters', () => {
    for (const title of ['x'.repeat(500), '😀'.repeat(500), '\u0001'.repeat(500), '"'.repeat(119)]) {
      const [problem] = readEvent({ ...BARE, date: title }, 0).problems;
      expect(problem.found.length).toBeLessThanOrEqual(120);
      expect(problem.found).not.toMatch(/\p{Surrogate}/u);
    }
  });
});
