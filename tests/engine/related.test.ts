import { describe, expect, it } from 'vitest';
import type { ChronologyEvent } from '../../src/domain/event';
import { buildColumns } from '../../src/engine/columns/build';
import { unpackColumns } from '../../src/engine/columns/packed';
import { related, type Related } from '../../src/engine/related';
import { chronologyOf, type Sketch } from '../fixtures/events';
import { generateChronology, type Generated } from '../fixtures/generate';

function datasetOf({ chronology, events }: Generated) {
  const { columns, order } = buildColumns(chronology, events);
  const rows = new Map(Array.from(order, (event, row) => [events[event].id, row]));
  const decoded: number[] = [];
  const event = (row: number): ChronologyEvent => {
    decoded.push(row);
    return events[order[row]];
  };
  return {
    columns: unpackColumns(columns, chronology),
    records: { event },
    rowOf: (id: string) => rows.get(id) ?? -1,
    decoded,
  };
}

/** Neighbours of the first sketch, as ids of events with what is said of them. */
function neighbours(sketches: readonly Sketch[], limit = 10): readonly (Related & { readonly id: string })[] {
  const dataset = datasetOf(chronologyOf(sketches));
  return related(dataset, dataset.rowOf('e0'), limit).map((each) => ({
    ...each,
    id: dataset.records.event(each.row).id,
  }));
}

const far = Array.from({ length: 300 }, (_, i): Sketch => ({ date: `${1500 + i}-01-01`, topics: ['common'] }));

describe('related events', () => {
  it('that the event names come first, whatever they share', () => {
    const found = neighbours([
      { date: '2020-01-01', actors: ['a'], related: ['e2', 'gone', 'e0'] },
      { date: '2020-01-01', actors: ['a'] },
      { date: '1000-01-01' },
      ...far,
    ]);
    expect(found.map(({ id, explicit }) => [id, explicit])).toEqual([
      ['e2', true],
      ['e1', false],
    ]);
  });

  it('rank by how rare the shared actors are, and say which', () => {
    const usual = Array.from({ length: 40 }, (_, i): Sketch => ({ date: `${1800 + i}-01-01`, actors: ['usual'] }));
    const found = neighbours([
      { date: '2020-01-01', actors: ['usual', 'rare'] },
      { date: '2021-06-01', actors: ['usual'] },
      { date: '2021-06-01', actors: ['rare'] },
      { date: '2021-06-01', actors: ['usual', 'rare'] },
      ...usual,
    ]);
    expect(found.slice(0, 3).map(({ id, sharedActors }) => [id, ...sharedActors])).toEqual([
      ['e3', 'rare', 'usual'],
      ['e2', 'rare'],
      ['e1', 'usual'],
    ]);
  });

  it('tell place, type and topics that are shared, and that alone a type is no reason', () => {
    const subject = { date: '2020-01-01', place: 'Minsk', type: 'law', topics: ['x', 'common'] };
    const found = neighbours([
      subject,
      { date: '2001-01-01', place: 'Minsk', type: 'law' },
      { date: '2001-01-01', topics: ['x'] },
      { date: '2001-01-01', type: 'law' },
    ]);
    const byId = [...found].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(
      byId.map(({ id, samePlace, sameType, sharedTopics }) => ({ id, samePlace, sameType, sharedTopics })),
    ).toEqual([
      { id: 'e1', samePlace: true, sameType: true, sharedTopics: [] },
      { id: 'e2', samePlace: false, sameType: false, sharedTopics: ['x'] },
    ]);
  });

  it('count days between dates, signed, and only as far as they are known', () => {
    const daysFrom = (own: string, other: string | null): number | null | undefined =>
      neighbours([
        { date: own, actors: ['a'] },
        { date: other, actors: ['a'] },
      ])[0]?.daysApart;
    expect(daysFrom('2020-01-10', '2020-01-04')).toBe(-6);
    expect(daysFrom('2020-01-10', '2020-01-10')).toBe(0);
    expect(daysFrom('2020-01-10T23:00:00Z', '2020-01-11T01:00:00Z')).toBe(1);
    expect(daysFrom('2020-01-10', '2020-02')).toBe(22);
    expect(daysFrom('2020-02', '2020-01-10')).toBe(-22);
    expect(daysFrom('2020-01-10', '2020')).toBeNull();
    expect(daysFrom('2020-01-10', '2019/..')).toBeNull();
    expect(daysFrom('2020-01-10', null)).toBeNull();
  });

  it('that share nothing are neighbours only within days', () => {
    expect(
      neighbours([{ date: '2020-01-10' }, { date: '2020-01-12' }, { date: '2020-02-01' }, {}]).map(({ id }) => id),
    ).toEqual(['e1']);
    expect(neighbours([{}, {}, { date: '2020' }])).toEqual([]);
    expect(neighbours([{ date: '2020-01-10' }, { date: '2020-01-12' }], 0)).toEqual([]);
  });

  it('are found by looking at a bounded part of a large chronology, decoding one record (seed 8)', () => {
    const dataset = datasetOf(generateChronology(20_000, 8));
    const { columns } = dataset;
    const found = related(dataset, 10_000, 12);
    expect(found).toHaveLength(12);
    expect(found.every(({ row }) => row !== 10_000)).toBe(true);
    expect(dataset.decoded).toEqual([10_000]);
    let looked = 0;
    const counting = <T extends ArrayLike<number>>(array: T): T =>
      new Proxy(array, {
        get: (target, key) => {
          if (typeof key === 'string' && /^\d+$/.test(key)) looked++;
          const value: unknown = Reflect.get(target, key);
          return value;
        },
      });
    related({ ...dataset, columns: { ...columns, earliest: counting(columns.earliest) } }, 10_000, 12);
    expect(looked).toBeGreaterThan(0);
    expect(looked).toBeLessThan(20_000);
    const events: readonly ChronologyEvent[] = found.map(({ row }) => dataset.records.event(row));
    const subject = dataset.records.event(10_000);
    found.forEach(({ sharedActors, sharedTopics }, i) => {
      expect([...sharedActors].sort()).toEqual(
        subject.actors
          .map(({ id }) => id)
          .filter((id) => events[i].actors.some((actor) => actor.id === id))
          .sort(),
      );
      expect([...sharedTopics].sort()).toEqual(subject.topics.filter((id) => events[i].topics.includes(id)).sort());
    });
  });
});
