import { describe, expect, test } from 'vitest';
import { jsonKind } from '../../../src/engine/formats/json-kind';
import { JsonTable } from '../../../src/engine/formats/json-table';

const SPOT = { line: 1, column: 1 };

function table(
  items: readonly unknown[],
  first = items,
): { header: readonly string[]; rows: unknown[]; told: string[] } {
  const made = new JsonTable(first);
  const rows: unknown[] = [];
  const told: string[] = [];
  for (const [i, item] of items.entries()) {
    const row = made.row(item, { line: i + 1, column: 1 });
    if (row === null) continue;
    if ('cells' in row) rows.push(row.cells);
    else told.push(row.reason);
  }
  for (const { field, line, reason } of made.end()) told.push(`${line} ${field} ${reason}`);
  return { header: made.header, rows, told };
}

describe('a list of objects as a table', () => {
  test('has a column for every key, in the order in which they come', () => {
    expect(
      table([
        { b: 1, a: 'x' },
        { a: 'y', c: true },
      ]),
    ).toEqual({
      header: ['b', 'a', 'c'],
      rows: [
        [1, 'x', null],
        [null, 'y', true],
      ],
      told: [],
    });
  });

  test('joins plain values, has objects within as columns of their own, and deeper nesting as JSON', () => {
    expect(
      table([
        {
          who: ['A', 'B'],
          at: { place: { name: 'X', geo: { lat: 1 } } },
          sources: [{ title: 'S', url: 'u' }, { title: 'T' }],
          odd: [[1], 2],
          none: null,
          empty: [],
        },
      ]),
    ).toEqual({
      header: ['who', 'at.place.name', 'at.place.geo', 'sources.title', 'sources.url', 'odd', 'none', 'empty'],
      rows: [['A; B', 'X', '{"lat":1}', 'S; T', 'u', '[[1],2]', null, '']],
      told: [],
    });
  });

  test('tells of items that are no objects, and of keys that only later items have', () => {
    const items = [{ a: 1 }, 'text', { a: 2, z: 3 }, { z: 4 }, { y: null }];
    expect(table(items, items.slice(0, 1))).toEqual({
      header: ['a'],
      rows: [[1], [2], [null], [null]],
      told: [
        'is text, not an object: it is left out',
        '3 z is a key that none of the first items has: it is left out of 2 items',
      ],
    });
  });

  test('of a list of lists the first is the header', () => {
    expect(table([['date', 'title'], ['2001', 'A'], ['2002', ['B', 'C']], 5])).toEqual({
      header: ['date', 'title'],
      rows: [
        ['2001', 'A'],
        ['2002', 'B; C'],
      ],
      told: ['is a number, not an object: it is left out'],
    });
  });

  test('does not mistake what every object has for a key', () => {
    expect(new JsonTable([{ a: 1 }]).row({ constructor: 'x', a: 2 }, SPOT)).toEqual({ cells: [2], spot: SPOT });
  });
});

describe('what the beginning of a JSON file shows', () => {
  test.each([
    ['[{"a": 1}, {"b', { kind: 'list', members: [], lists: [{ path: [], first: [{ a: 1 }, {}] }] }],
    ['\ufeff {"x": 1, "events": [{"a": "b', { kind: 'object', members: ['x', 'events'] }],
    ['{"a": 1}\n{"a": 2}\n{"a', { kind: 'lines', members: [], lists: [{ path: [], first: [{ a: 1 }, { a: 2 }] }] }],
    ['{"a": 1}\nbroken\n{"a": 2}\n', { kind: 'lines' }],
    ['{\n"a": 1\n}\n{\n"a": 2\n}', { kind: 'object', members: ['a'], lists: [{ path: [], first: [{ a: 1 }] }] }],
    ['{"e0": {"a": 1}, "e1": {"a": 2', { kind: 'object', lists: [{ path: ['*'], first: [{ a: 1 }, {}] }] }],
    ['[01, {"a": 1}]', { kind: 'list', lists: [] }],
    ['[[[1]]]', { kind: 'list', lists: [] }],
    ['[[1]]', { kind: 'list', lists: [{ path: [], first: [[1]] }] }],
  ])('%j', (text, expected) => {
    expect(jsonKind(text)).toMatchObject(expected);
  });

  test.each(['', '  ', 'a,b', '"text"', '12', '<a>'])('%j is none', (text) => {
    expect(jsonKind(text)).toBeNull();
  });

  test('lists of objects are found in objects within, and brackets without end are not followed', () => {
    const { lists } = jsonKind('{"a": {"b": {"c": [{"x": 1}], "n": [1]}}, "l": [{"y": 2}]}') ?? { lists: [] };
    expect(lists.slice(0, 2)).toEqual([
      { path: ['l'], first: [{ y: 2 }] },
      { path: ['a', 'b', 'c'], first: [{ x: 1 }] },
    ]);
    for (const deep of ['[', '{"a":', '[{"a":']) expect(() => jsonKind(deep.repeat(50_000))).not.toThrow();
  });
});
