import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../src/domain/limits';
import { readChronology, type Reading } from '../oracle/read-chronology';

const HEAD = { format: 'dateline/1', title: 'Sketch' };
const event = (id: string, more: object = {}) => ({ id, title: `Event ${id}`, ...more });

function read(raw: unknown): Reading & { ok: true } {
  const reading = readChronology(raw);
  if (!reading.ok) throw new Error(reading.message);
  return reading;
}

/** Each problem as `index field reason`. */
const told = (raw: unknown): string[] =>
  read(raw).problems.map(({ index, field, reason }) => `${index ?? 'file'} ${field} ${reason}`);

describe('a file that is no chronology is refused whole, with a message that says why', () => {
  const message = (raw: unknown): string => {
    const reading = readChronology(raw);
    return reading.ok ? 'opened' : reading.message;
  };

  test.each([
    [null, 'The file holds nothing, not a chronology'],
    [[event('a')], 'The file holds a list, not a chronology'],
    [3, 'The file holds a number, not a chronology'],
    [{}, 'it has no "format" (it is empty)'],
    [{ type: 'FeatureCollection', features: [] }, 'it has no "format" (it begins with "type", "features")'],
    [
      { format: 'dateline/2', events: [] },
      'Format "dateline/2": another version than the one read here; save it as "dateline/1"',
    ],
    [{ format: 'timeline', events: [] }, 'Format "timeline": not a format read here'],
    [{ format: 1, events: [] }, 'Format 1: not a format read here'],
    [HEAD, 'The chronology has no "events"'],
    [{ ...HEAD, events: { a: 1 } }, 'The chronology has "events" that is an object'],
    [{ ...HEAD, events: [] }, 'The chronology lists no events'],
    [{ ...HEAD, events: [{ id: 'a' }] }, 'The only event cannot be used. The first: "title" is missing'],
    [{ ...HEAD, events: [{ title: 'A' }, 3] }, 'None of the 2 events can be used. The first: "id" is missing'],
  ])('%j', (raw, expected) => {
    expect(message(raw)).toContain(expected);
  });

  test('more events than the limit are refused, not cut', () => {
    const events = new Array(LIMITS.events + 1).fill(event('a'));
    expect(message({ ...HEAD, events })).toBe(
      'The chronology lists 2,000,001 events or more; at most 2,000,000 can be opened, so split it',
    );
  });
});

describe('what is wrong in one place costs nothing elsewhere', () => {
  test('an event without id or title, or with an id that came before, is left out and told', () => {
    const raw = {
      ...HEAD,
      events: [{ id: 'a' }, event('b'), event('b', { title: 'Again' }), { title: 'C' }, null, event('c')],
    };
    const { events, problems } = read(raw);
    expect(events.map((each) => each.event.title)).toEqual(['Event b', 'Event c']);
    expect(problems.map(({ index, eventId, field }) => [index, eventId, field])).toEqual([
      [0, 'a', 'title'],
      [2, 'b', 'id'],
      [3, null, 'id'],
      [4, null, ''],
    ]);
  });

  test('a problem says where, what was found, what is wrong and what would do', () => {
    const raw = { ...HEAD, events: [event('a', { date: '2024-13-01' })] };
    expect(read(raw).events[0].event.date).toBeNull();
    expect(read(raw).problems).toEqual([
      {
        index: 0,
        eventId: 'a',
        field: 'date',
        found: '"2024-13-01"',
        reason: 'is not a date (month 13): the event is undated',
        remedy: 'use 01-12',
      },
    ]);
  });

  test('ids that no entry defines become entries, told once each', () => {
    const raw = {
      ...HEAD,
      actors: [{ id: 'x', name: 'X', kind: 'state' }],
      events: [event('a', { actors: ['x', 'y'], topics: ['t'] }), event('b', { actors: [{ id: 'y' }], topics: ['t'] })],
    };
    const { chronology } = read(raw);
    expect(chronology.actors.map(({ id, name, kind }) => [id, name, kind])).toEqual([
      ['x', 'X', 'state'],
      ['y', 'y', 'other'],
    ]);
    expect(chronology.topics).toEqual([{ id: 't', name: 't', description: null }]);
    expect(told(raw)).toEqual([
      '0 actors is not among the actors of the file: it is taken as one of kind other',
      '0 topics is not among the topics of the file: its id stands in as its name',
    ]);
  });

  test('a related event may come later in the file; one that is not there is told and kept', () => {
    const raw = { ...HEAD, events: [event('a', { related: ['b', 'z'] }), event('b')] };
    expect(read(raw).events[0].event.related).toEqual(['b', 'z']);
    expect(told(raw)).toEqual(['0 related names no event here: the link leads nowhere']);
  });

  test('the chronology itself falls back field by field', () => {
    const raw = {
      format: 'dateline/1',
      language: 'englisch!',
      url: 'javascript:alert(1)',
      updated: '2024-02-30',
      events: [event('a')],
    };
    const { chronology } = read(raw);
    expect(chronology).toMatchObject({ title: 'Untitled chronology', language: 'en', url: null, updated: null });
    expect(told(raw).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'file title',
      'file language',
      'file updated',
      'file url',
    ]);
  });
});

describe('everything the file says is kept', () => {
  test('unknown keys stay in the raw event and in the head', () => {
    const raw = { ...HEAD, 'x-colour': 'red', events: [event('a', { 'x-mood': { deep: [1] } })] };
    expect(read(raw).events[0].raw).toBe(raw.events[0]);
    expect(read(raw).head).toEqual({ ...HEAD, 'x-colour': 'red' });
  });

  test('keys that mean something to JavaScript are data like any other', () => {
    const text = `{"format":"dateline/1","title":"T","__proto__":{"title":"P"},"constructor":1,
      "actors":[{"id":"__proto__","name":"Proto","kind":"other"},{"id":"toString","name":"S","kind":"other"}],
      "events":[{"id":"__proto__","title":"A","__proto__":{"summary":"inherited"},"actors":["__proto__","hasOwnProperty"],
      "topics":["valueOf"],"related":["constructor"]},{"id":"constructor","title":"B"}]}`;
    const { chronology, events, head, problems } = read(JSON.parse(text));
    expect(events.map((each) => each.event.id)).toEqual(['__proto__', 'constructor']);
    expect(events[0].event.summary).toBeNull();
    expect(JSON.stringify(events[0].raw)).toContain('"__proto__":{"summary":"inherited"}');
    expect(JSON.stringify(head)).toContain('"__proto__":{"title":"P"}');
    expect(chronology.actors.map(({ id }) => id)).toEqual(['__proto__', 'toString', 'hasOwnProperty']);
    expect(problems.map(({ found }) => found)).toEqual(['"hasOwnProperty"', '"valueOf"']);
    expect(({} as { summary?: string }).summary).toBeUndefined();
  });
});

describe('limits are told in words', () => {
  const nested = (levels: number): object => (levels === 1 ? {} : { in: nested(levels - 1) });

  test('an event may nest 64 levels deep and no deeper', () => {
    expect(told({ ...HEAD, events: [event('a', { x: nested(63) })] })).toEqual([]);
    expect(told({ ...HEAD, events: [event('a', { x: nested(64) }), event('b')] })).toEqual([
      '0  nests more than 64 levels deep: the event is left out',
    ]);
  });

  test('nesting that would overflow a stack does no harm', () => {
    const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`) as unknown;
    const raw = { ...HEAD, 'x-deep': deep, events: [event('a', { deep }), event('b')] };
    expect(Object.keys(read(raw).head)).toEqual(['format', 'title']);
    expect(told(raw)).toHaveLength(2);
  });

  test('problems over the limit are counted', () => {
    const events = [event('a'), ...new Array<number>(LIMITS.problems + 2).fill(1)];
    const { problems } = read({ ...HEAD, events });
    expect(problems).toHaveLength(LIMITS.problems + 1);
    expect(problems.at(-1)).toMatchObject({ index: null, found: '2 more' });
  });
});
