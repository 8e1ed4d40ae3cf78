import { describe, expect, it } from 'vitest';
import { instantOf } from '../../src/domain/calendar';
import { buildColumns } from '../../src/engine/columns/build';
import { FLAG } from '../../src/engine/columns';
import { unpackColumns } from '../../src/engine/columns/packed';
import { FIELDS } from '../../src/engine/query';
import { columnsOf, EDGE_COUNTS } from '../fixtures/columns';
import { chronologyOf } from '../fixtures/events';
import { generateChronology } from '../fixtures/generate';
import { slowRows, slowValues } from '../oracle/slow-rows';

describe('columns', () => {
  for (const count of EDGE_COUNTS) {
    it(`say of ${count} generated events (seed ${count + 1}) what the events say, in time order`, () => {
      const generated = generateChronology(count, count + 1, { nasty: 0.3 });
      const columns = columnsOf(generated);
      const { order } = buildColumns(generated.chronology, generated.events);
      const rows = slowRows(generated.events);
      expect(columns.count).toBe(count);
      expect(columns.dated).toBe(rows.filter(({ date }) => date !== null).length);
      expect(Array.from(order, (event) => generated.events[event].id)).toEqual(rows.map(({ event }) => event.id));
      const dates = (edge: (date: NonNullable<(typeof rows)[number]['date']>) => number): Float64Array =>
        Float64Array.from(rows, ({ date }) => (date === null ? NaN : edge(date)));
      expect(columns.earliest).toEqual(dates((date) => date.earliest));
      expect(columns.beginLatest).toEqual(dates((date) => date.begin.latest));
      expect(columns.endEarliest).toEqual(dates((date) => date.end.earliest));
      expect(columns.latest).toEqual(dates((date) => date.latest));
      for (const key of FIELDS) {
        const { values, sets, ids, offsets, without, indexOf } = columns.field(key);
        for (const each of rows) {
          const own = Array.from(ids.subarray(offsets[each.row], offsets[each.row + 1]), (value) => values[value].id);
          expect(own).toEqual(slowValues(each, key));
          expect(without.has(each.row)).toBe(own.length === 0);
        }
        values.forEach(({ id }, value) => {
          const having = rows.filter((each) => slowValues(each, key).includes(id)).map(({ row }) => row);
          expect([...sets[value].rows(0, count)]).toEqual(having);
          expect(indexOf(id)).toBe(value);
        });
        expect(indexOf('nobody')).toBe(-1);
      }
    });
  }

  it('say of more dates than are remembered, which come again and again, what the dates say', () => {
    const years = [...Array.from({ length: 60_000 }, (_, at) => 10_000 + at), 10_000, 69_999, 10_001];
    const { columns, order } = buildColumns(
      { actors: [], topics: [] },
      years.map((year, at) => ({ ...chronologyOf([{}]).events[0], id: `e${at}`, date: `Y${year}` })),
    );
    const wanted = [...years.keys()].sort((a, b) => years[a] - years[b] || a - b);
    expect(Array.from(order, (event) => years[event])).toEqual(wanted.map((event) => years[event]));
    expect(columns.earliest).toEqual(Float64Array.from(wanted, (event) => instantOf(years[event], 1, 1)));
    expect(columns.latest).toEqual(Float64Array.from(wanted, (event) => instantOf(years[event] + 1, 1, 1)));
  });

  it('share no buffer, so that all can be handed over', () => {
    const { chronology, events } = generateChronology(100, 3);
    const { columns } = buildColumns(chronology, events);
    const arrays = [
      ...Object.values(columns),
      ...columns.levels,
      ...columns.fields.flatMap((each) => Object.values(each)),
    ];
    const views = arrays.filter(ArrayBuffer.isView);
    expect(views.length).toBe(9 + columns.levels.length + columns.fields.length * 6);
    expect(new Set(views.map(({ buffer }) => buffer)).size).toBe(views.length);
  });

  it('keep actors and topics in the order of the chronology, used or not, with names; other values by frequency', () => {
    const { chronology, events } = chronologyOf(
      [
        { type: 'b', actors: ['x', 'x', 'late'] },
        { type: 'c', actors: ['y'] },
        { type: 'a', actors: ['y'] },
        { type: 'c' },
      ],
      { actors: [{ id: 'unused' }, { id: 'y', name: 'Why', kind: 'body', short: 'Y' }, { id: 'x' }] },
    );
    const columns = unpackColumns(buildColumns(chronology, events).columns, chronology);
    const actors = columns.field('actor');
    expect(actors.values.map(({ id }) => id)).toEqual(['unused', 'y', 'x', 'late']);
    expect(actors.values[1]).toMatchObject({ id: 'y', name: 'Why', kind: 'body', short: 'Y' });
    expect(actors.values[3]).toEqual({ id: 'late', name: 'late', kind: null, short: null });
    expect(actors.sets.map(({ count }) => count)).toEqual([0, 2, 1, 1]);
    expect(columns.field('type').values.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    expect(columns.field('dating').values.map(({ name }) => name)).toEqual(['Undated']);
  });

  it('treat ids that look like object keys as data', () => {
    const { chronology, events } = chronologyOf([{ actors: ['__proto__', 'constructor'], type: 'toString' }]);
    const columns = columnsOf({ chronology, events });
    expect(columns.field('actor').values.map(({ id }) => id)).toEqual(['__proto__', 'constructor']);
    expect(columns.field('type').indexOf('toString')).toBe(0);
    expect(columns.field('type').indexOf('valueOf')).toBe(-1);
  });

  it('flag what a date leaves open', () => {
    const flags = (date: string): string[] => {
      const columns = columnsOf(chronologyOf([{ date }]));
      return Object.entries(FLAG).flatMap(([name, bit]) => ((columns.flags[0] & bit) !== 0 ? name : []));
    };
    expect(flags('2024-07-25')).toEqual([]);
    expect(flags('2024-07?')).toEqual(['uncertain', 'imprecise']);
    expect(flags('2024~')).toEqual(['approximate', 'imprecise', 'coarse']);
    expect(flags('2024-21%')).toEqual(['uncertain', 'approximate', 'imprecise', 'coarse']);
    expect(flags('202X')).toEqual(['imprecise', 'coarse', 'wider']);
    expect(flags('2022-01-05/2022-01-19')).toEqual(['span']);
    expect(flags('2022-01-05/2023')).toEqual(['imprecise', 'span']);
    expect(flags('1994-04-20/..')).toEqual(['openEnd', 'span']);
    expect(flags('../1994-04-20')).toEqual(['openStart', 'span']);
    expect(flags('1994-04-20/')).toEqual(['openEnd', 'imprecise', 'span']);
    expect(flags('[2022-01-19..2023-11-23]')).toEqual(['imprecise', 'coarse', 'wider']);
    expect(flags('Y-170000002')).toEqual(['imprecise', 'coarse']);
  });
});
