import { describe, expect, test } from 'vitest';
import { Bitmap } from '../../src/engine/bitmap';
import type { Columns } from '../../src/engine/columns';
import { colourField, type LaneRows, lanesBy, oneLane, slotOfRow } from '../../src/engine/lanes';
import { colourSlots } from '../../src/engine/palette-slots';
import { columnsOf } from '../fixtures/columns';
import { chronologyOf } from '../fixtures/events';
import { generateChronology } from '../fixtures/generate';
import { random } from '../fixtures/random';
import { slowRows, slowValues, type SlowRow } from '../oracle/slow-rows';

const FIELDS = ['actor', 'topic', 'type'] as const;

const rowsOf = ({ rows }: LaneRows): number[] => Array.from(rows.rows(0, rows.length));
const plain = (lane: LaneRows) => ({ id: lane.id, count: lane.count, rows: rowsOf(lane) });

function slowLanes(columns: Columns, matches: readonly SlowRow[], field: (typeof FIELDS)[number], first: Set<string>) {
  const lanes = columns.field(field).values.map(({ id }) => {
    const rows = matches.filter((row) => slowValues(row, field).includes(id)).map(({ row }) => row);
    return { id, count: rows.length, rows };
  });
  const chosen = lanes.filter(({ id }) => first.has(id));
  const others = lanes.filter(({ id, count }) => !first.has(id) && count > 0);
  const fullest = (some: typeof lanes) => [...some].sort((a, b) => b.count - a.count);
  const rest = matches.filter((row) => slowValues(row, field).length === 0).map(({ row }) => row);
  return [
    ...fullest(chosen),
    ...fullest(others),
    ...(rest.length > 0 ? [{ id: '', count: rest.length, rows: rest }] : []),
  ];
}

describe('lanesBy', () => {
  test.each([1, 2, 3])('are what asking each event for each value gives (seed %i)', (seed) => {
    const source = random(seed);
    const data = generateChronology(200, seed, { nasty: 0.1 });
    const columns = columnsOf(data);
    const all = slowRows(data.events);
    for (const field of FIELDS) {
      for (const share of [0, 0.05, 0.5, 1]) {
        const matches = all.filter(() => source.chance(share));
        const bits = Bitmap.fromRows(
          Uint32Array.from(matches, ({ row }) => row),
          all.length,
        );
        const { values } = columns.field(field);
        const first = new Set(values.filter(() => source.chance(0.1)).map(({ id }) => id));
        expect(lanesBy(columns.field(field), bits, first, 'None').map(plain)).toEqual(
          slowLanes(columns, matches, field, first),
        );
      }
    }
  });

  test('are called by the short name where the name is long, and the last by what it is told', () => {
    const columns = columnsOf(
      chronologyOf([{ actors: ['a', 'b', 'c'] }, {}], {
        actors: [
          { id: 'a', name: 'An actor of a very long name indeed', short: 'AA' },
          { id: 'b', name: 'Another without any short name' },
          { id: 'c', name: 'Brief', short: 'B' },
        ],
      }),
    );
    const lanes = lanesBy(columns.field('actor'), Bitmap.all(2), new Set(), 'No actor');
    expect(lanes.map(({ name }) => name)).toEqual(['AA', 'Another without any short name', 'Brief', 'No actor']);
  });

  test('find their rows once', () => {
    const columns = columnsOf(chronologyOf([{ topics: ['t'] }], { topics: [{ id: 't' }] }));
    const [lane] = lanesBy(columns.field('topic'), Bitmap.all(1), new Set(), '');
    expect(lane.rows).toBe(lane.rows);
  });
});

test('oneLane holds all matches', () => {
  const matches = Bitmap.fromRows(Uint32Array.of(1, 5), 9);
  expect(oneLane(matches, 'All').map((lane) => ({ ...plain(lane), name: lane.name }))).toEqual([
    { id: '', name: 'All', count: 2, rows: [1, 5] },
  ]);
});

describe('slotOfRow', () => {
  test('is the slot of the first value that has one (seed 6)', () => {
    const data = generateChronology(300, 6);
    const columns = columnsOf(data);
    const column = columns.field('topic');
    const totals = Uint32Array.from(column.sets, ({ count }) => count);
    const slots = colourSlots(totals, totals);
    const rows = slowRows(data.events);
    const slow = rows.map(
      (row) =>
        slowValues(row, 'topic')
          .map((id) => slots[column.indexOf(id)])
          .find((slot) => slot >= 0) ?? -1,
    );
    expect(rows.map(({ row }) => slotOfRow(column, slots, row))).toEqual(slow);
    expect(new Set(slow).size).toBe(9);
  });
});

test('marks are coloured by topic, by type where topics are the lanes', () => {
  const columns = columnsOf(chronologyOf([{}]));
  expect(['actor', 'topic', 'type', 'none'].map((lanes) => colourField(columns, lanes).key)).toEqual([
    'topic',
    'type',
    'topic',
    'topic',
  ]);
});
