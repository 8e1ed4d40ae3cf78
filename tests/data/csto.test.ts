import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readDate } from '../../src/domain/date';
import type { ChronologyEvent } from '../../src/domain/event';
import { readChronology } from '../oracle/read-chronology';

const reading = readChronology(JSON.parse(readFileSync('public/data/csto.json', 'utf8')));
if (!reading.ok) throw new Error(reading.message);
const { chronology, problems } = reading;
const events = reading.events.map(({ event }) => event);
const byId = new Map(events.map((event) => [event.id, event]));
const names = new Map(chronology.actors.map((actor) => [actor.id, actor]));

describe('the CSTO chronology', () => {
  test('is read without a single problem', () => {
    expect(problems).toEqual([]);
  });

  test('has 318 events, 133 actors and 16 topics, under CC BY 4.0', () => {
    expect([events.length, chronology.actors.length, chronology.topics.length]).toEqual([318, 133, 16]);
    expect(chronology.license).toBe('CC BY 4.0');
  });

  test('names no actor, topic, event or body that it does not define', () => {
    const topics = new Set(chronology.topics.map(({ id }) => id));
    const lost = [
      ...events.flatMap((event) => event.actors.filter(({ id }) => !names.has(id))),
      ...events.flatMap((event) => event.topics.filter((id) => !topics.has(id))),
      ...events.flatMap((event) => event.related.filter((id) => !byId.has(id))),
      ...chronology.actors.flatMap((actor) => actor.memberOf.filter((id) => !names.has(id))),
      ...chronology.actors.flatMap((actor) => actor.roles.filter(({ body }) => body !== null && !names.has(body))),
    ];
    expect(lost).toEqual([]);
  });

  test('has only dates that can be read, and a date for every event', () => {
    const dates = [
      ...events.map(({ date }) => date),
      ...events.flatMap(({ sources }) => sources.map(({ date }) => date)),
      ...chronology.actors.flatMap(({ roles }) => roles.map(({ date }) => date)),
    ];
    expect(dates.filter((date) => date !== null && !readDate(date).ok)).toEqual([]);
    expect(events.filter(({ date }) => date === null)).toEqual([]);
  });

  test('has at least one source with publisher, tier and address for every event', () => {
    const bare = events.filter(
      ({ sources }) => !sources.some(({ publisher, tier, url }) => publisher !== null && tier !== null && url !== null),
    );
    expect(bare).toEqual([]);
  });

  test('shows both sides of each disputed event, and of no other', () => {
    const disputed = events.filter(({ status }) => status === 'disputed');
    expect(disputed).toHaveLength(6);
    expect(events.filter(({ disagreements }) => disagreements.length > 0)).toEqual(disputed);
  });
});

/** What the news of 2024 says: when, who takes part, and a word that the title or the summary must have. */
const NEWS: readonly (readonly [id: string, date: string, actors: readonly string[], says: RegExp])[] = [
  ['kaz-mission-2022', '2022-01-06/2022-01-19', ['peacekeeping-forces', 'kazakhstan', 'joint-staff'], /Kazakhstan/],
  ['crisis-proposals-undated', '[2022-01-19..2023-11-23]', ['joint-staff', 'csto-secretariat'], /crisis response/i],
  ['joint-staff-work-2023', '2023', ['joint-staff', 'serdyukov'], /decision|management|forces/i],
  ['crisis-docs-2023', '2023-11-23', ['csc'], /new version/i],
  ['minsk-session-2023', '2023-11-23', ['csc', 'tasmagambetov'], /session/i],
  ['kazakhstan-chair-2024', '2024-01-01/2024-12-31', ['kazakhstan', 'csto'], /chair|presiden/i],
  ['joint-staff-review-2024-01', '2024-01-12', ['tasmagambetov', 'joint-staff', 'serdyukov'], /priorities/i],
  [
    'joint-staff-tasks-2024',
    '2024-01-12',
    ['serdyukov', 'joint-staff', 'csto-secretariat', 'cmd', 'military-committee'],
    /tasks/i,
  ],
  ['serdyukov-report-2024-01', '2024-01-12', ['serdyukov', 'joint-staff'], /2023/],
  ['belta-interview-2024', '2024-07-01', ['tasmagambetov', 'belta', 'belarus', 'nato'], /interview/i],
  ['unsc-debate-2024', '2024-07-19', ['tasmagambetov', 'unsc', 'cis', 'sco', 'csto'], /debate/i],
  ['unsc-statement-2024', '2024-07-19', ['tasmagambetov', 'unsc', 'russia', 'cis', 'sco'], /statement/i],
  ['graduates-meeting-2024', '2024-07-25', ['csto-secretariat', 'nrid', 'dipacademy-ciss'], /graduates/i],
];

const found = (id: string): ChronologyEvent => {
  const event = byId.get(id);
  if (event === undefined) throw new Error(`no event "${id}"`);
  return event;
};

describe('each item of the news of 2024 is there, with its date and its actors', () => {
  test.each(NEWS)('%s', (id, date, actors, says) => {
    const event = found(id);
    expect(event.date).toBe(date);
    expect(event.actors.map((actor) => actor.id)).toEqual(expect.arrayContaining([...actors]));
    expect(`${event.title} ${event.summary ?? ''}`).toMatch(says);
    expect(event.sources.some(({ tier }) => tier === 'primary')).toBe(true);
  });

  test('under the names and offices that the news gives', () => {
    expect(names.get('tasmagambetov')).toMatchObject({ name: 'Imangali Tasmagambetov', kind: 'person' });
    expect(names.get('tasmagambetov')?.roles.map(({ title }) => title)).toContain('CSTO Secretary General');
    expect(names.get('serdyukov')).toMatchObject({ name: 'Andrei Serdyukov', kind: 'person' });
    expect(names.get('serdyukov')?.roles.map(({ title }) => title)).toContain('Chief of the CSTO Joint Staff');
    expect(names.get('nrid')?.name).toMatch(/National Research Institute for the Development of Communications/);
    expect(names.get('unsc')?.name).toMatch(/Security Council/);
  });
});
