import { describe, expect, test } from 'vitest';
import { JsonItems, type Listed } from '../../../src/engine/formats/json-list';

/** Items and faults of a text that comes in pieces of `size` characters; faults as `line:column reason`. */
function listed(
  text: string,
  path: readonly string[],
  size = Infinity,
): { items: unknown[]; told: string[]; rest: unknown } {
  const list = new JsonItems(path);
  const items: unknown[] = [];
  const told: string[] = [];
  const take = (each: Listed): void => {
    if (each === null) return;
    if ('item' in each) items.push(each.item);
    else told.push(`${each.line}:${each.column} ${each.reason}`);
  };
  for (let at = 0; at < text.length; at += size) for (const each of list.add(text.slice(at, at + size))) take(each);
  for (const each of list.end()) take(each);
  return { items, told, rest: list.rest };
}

function spots(text: string, path: readonly string[]): string[] {
  const list = new JsonItems(path);
  return [...list.add(text), ...list.end()].flatMap((each) =>
    each !== null && 'item' in each ? [`${each.spot.line}:${each.spot.column}`] : [],
  );
}

describe('the list of items', () => {
  test.each([
    ['[1, "a", {"b": [2]}, null, true]', [], [1, 'a', { b: [2] }, null, true]],
    ['\ufeff [ ] ', [], []],
    ['{"title": {"x": [1]}, "events": [{"a": 1}, {"a": 2}], "scale": "human"}', ['events'], [{ a: 1 }, { a: 2 }]],
    ['{"head": {"vars": ["x"]}, "results": {"d": 1, "bindings": [{"x": 1}]}}', ['results', 'bindings'], [{ x: 1 }]],
    ['{"event_0": {"a": 1}, "format": "x", "event_1": {"a": 2}}', ['*'], [{ a: 1 }, { a: 2 }]],
    ['{"a": 1}', [], [{ a: 1 }]],
    ['{"a": 1}\n{"a": 2}', [], [{ a: 1 }, { a: 2 }]],
    ['{"events": {"events": [1]}, "x": {"events": [2]}, "events": [3]}', ['events'], [3]],
    ['["\\"]", "\\\\", "}{"]', [], ['"]', '\\', '}{']],
  ])('%j at %j', (text, path, items) => {
    for (const size of [Infinity, 7, 1]) {
      expect(listed(text, path, size).items).toEqual(items);
      expect(listed(text, path, size).told).toEqual([]);
    }
  });

  test('the other members of the objects on the path are the rest', () => {
    expect(
      listed('{"a": 1, "results": {"d": [2], "bindings": []}, "b": "c"}', ['results', 'bindings'], 3).rest,
    ).toEqual({
      a: 1,
      b: 'c',
      results: { d: [2] },
    });
  });

  test('each item is told where it begins', () => {
    expect(spots('[\n  1,\n  {"a": "\\n"}, "x\\"y"]', [])).toEqual(['2:3', '3:3', '3:16']);
    expect(spots('\ufeff[{}]', [])).toEqual(['1:2']);
  });
});

describe('what is not sound', () => {
  test.each<[string, string, unknown[], string[]]>([
    ['a comma too many', '[{"a": 1},\n]', [{ a: 1 }], ['2:1 has a comma too many before it']],
    ['commas in a row', '[1,,,2]', [1, 2], ['1:4 stands where a value should']],
    ['a comma that lacks', '[{"a":1}\n{"a":2}]', [{ a: 1 }, { a: 2 }], ['2:1 lacks a comma before it']],
    ['a comma too many in an item', '[{"a": 1,}, {"a": 2}]', [{ a: 2 }], ['1:10 is not sound JSON here, where a key']],
    ['no number', '[{"a": 01}, {"a": 2}]', [{ a: 2 }], ['1:9 is not sound JSON here']],
    ['no word', '[{"a": nil}, {"a": 2}]', [{ a: 2 }], ['1:8 is not sound JSON here, where a value']],
    ['an item without its end', '[{"a": 1, {"a": 2}]', [{ a: 2 }], ['1:11 is not sound JSON here']],
    [
      'an item without its last brackets',
      '[\n  {"a": {"b": 1},\n  {"a": 2},\n  {"a": 3}\n]',
      [{ a: 2 }, { a: 3 }],
      ['3:3 is not'],
    ],
    ['a string without end', '[\n  {\n "a": "b,\n "c": "d"\n  },\n  {"a": 2}]', [{ a: 2 }], ['4:3 is not sound JSON']],
    ['a bracket too many', '[{"a": 1}}, {"a": 2}]', [{ a: 1 }, { a: 2 }], ['1:10 stands where a comma']],
    ['a list closed early', '[{"a": 1}], {"a": 2}]', [{ a: 1 }, { a: 2 }], ['1:11 goes on with a list']],
    ['more after the end', '[1] 2 3', [1], ['1:5 stands after the end of the JSON']],
    ['a line break in a string', '[{"a": "b\nc"}, 2]', [2], ['1:10 is not sound JSON']],
    ['a file cut off in an item', '[{"a": 1},\n {"a": "x', [{ a: 1 }], ['2:2 the file is cut off in the item']],
    ['a file cut off between', '[{"a": 1},', [{ a: 1 }], ['1:11 the file is cut off: it ends where a value']],
    ['single quotes', '[{\'a\': 1}, {"a": 2}]', [{ a: 2 }], ['1:3 is not sound JSON here, where a key']],
  ])('%s: told, and the rest is kept', (_, text, items, told) => {
    for (const size of [Infinity, 1]) {
      const found = listed(text, [], size);
      expect(found.items).toEqual(items);
      expect(found.told).toHaveLength(told.length);
      for (const [i, each] of told.entries()) expect(found.told[i]).toContain(each);
    }
  });

  test('a list that is not there is told', () => {
    expect(listed('{"a": 1}', ['events']).told[0]).toContain('there is no list "events"');
    expect(listed('[1]', ['events']).told[0]).toContain('there is no list "events"');
  });

  test('nesting beyond the limit is told; nesting beyond any stack too', () => {
    const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
    expect(listed(`[${deep(64)},${deep(65)},1]`, [])).toMatchObject({
      items: [expect.anything(), 1],
      told: [expect.stringContaining('64 levels')],
    });
    expect(listed(`[${deep(200_000)},1]`, [], 1000)).toMatchObject({
      items: [1],
      told: [expect.stringContaining('64 levels')],
    });
    expect(listed('['.repeat(200_000), [], 1000).told).toHaveLength(1);
    expect(listed('{"a":'.repeat(200_000), ['events'], 1000).told).toHaveLength(1);
  });
});
