import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/domain/limits';
import { readEvent } from '../../../src/domain/parsing/event';
import { pluck } from '../../../src/engine/search/indexing/pluck';
import { generateChronology } from '../../fixtures/generate';
import { type Random, random } from '../../fixtures/random';
import { csto } from '../../fixtures/search-input';

/** All that `pluck` tells of a record, in its order. */
function plucked(record: unknown): string[] {
  const told: string[] = [];
  pluck(record, {
    text: (part, text) => void told.push(`${part}: ${text}`),
    value: (field, id) => void told.push(`${field}: ${id}`),
  });
  return told;
}

/** The same from the event that is made of the record, field by field. */
function spelledOut(record: unknown): string[] {
  const { event } = readEvent(record, 0);
  if (event === null) return [];
  const named = (name: string, value: string | null): string[] => (value === null ? [] : [`${name}: ${value}`]);
  return [
    `title: ${event.title}`,
    ...named('summary', event.summary),
    ...named('note', event.note),
    ...event.disagreements.map((text) => `note: ${text}`),
    ...event.sources.flatMap(({ title, supports, publisher }) => [
      `source: ${title}`,
      ...named('source', supports),
      ...named('publisher', publisher),
    ]),
    ...event.actors.flatMap(({ id, role }) => [`actor: ${id}`, ...named('role', role)]),
    ...event.topics.map((id) => `topic: ${id}`),
    ...(['type', 'place', 'status', 'confidence'] as const).flatMap((field) => named(field, event[field])),
  ];
}

const ODD: readonly unknown[] = [
  null,
  undefined,
  '',
  ' \n\t',
  '\u2003',
  '\u00a0x',
  0,
  true,
  [],
  {},
  ['x', ' ', 3, null, 'x', 'y'],
  [{ id: 'a' }, 'b', { id: '' }, null, { id: 'c', role: ' ' }, { id: 'd', role: 'chair' }, ['e']],
  [
    { title: 'T' },
    { url: 'https://example.org' },
    { publisher: 'P' },
    { supports: 'S' },
    'text',
    { title: ' ', url: 'no' },
  ],
  [{ title: 'T', supports: 7, publisher: 'P' }],
  'x'.repeat(LIMITS.text + 1),
  '😀'.repeat(LIMITS.text),
  Array.from({ length: LIMITS.list + 2 }, (_, i) => `i${i}`),
];
const KEYS = ['title', 'summary', 'note', 'disagreements', 'sources', 'actors', 'topics', 'type', 'place', 'status'];

function oddRecord(source: Random, plain: object): unknown {
  const changes = Array.from({ length: 1 + source.below(3) }, () => [source.pick(KEYS), source.pick(ODD)]);
  const record: unknown = JSON.parse(JSON.stringify({ ...plain, ...Object.fromEntries(changes) }));
  return record;
}

describe('pluck', () => {
  it('tells of the bundled events what reading them whole tells', () => {
    for (const event of csto().events) expect(plucked(event)).toEqual(spelledOut(event));
  });

  it('tells the same of 500 generated events of seed 21', () => {
    for (const event of generateChronology(500, 21).events) {
      const record: unknown = JSON.parse(JSON.stringify(event));
      expect(plucked(record).length).toBeGreaterThan(2);
      expect(plucked(record)).toEqual(spelledOut(record));
    }
  });

  it('tells the same of 2,000 records of seed 22 in which fields are of another kind, blank or too long', () => {
    const source = random(22);
    const { events } = generateChronology(50, 23);
    for (let i = 0; i < 2000; i++) {
      const record = oddRecord(source, source.pick(events));
      expect(plucked(record)).toEqual(spelledOut(record));
    }
  });

  it('tells nothing of what is no event', () => {
    for (const record of [null, 3, 'text', [], {}, { id: 'a' }, { title: 'b' }]) {
      expect(plucked(record)).toEqual(spelledOut(record));
    }
  });
});
