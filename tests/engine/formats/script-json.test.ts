import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_CHOICES } from '../../../src/engine/formats/choices';
import type { Found } from '../../../src/engine/formats/format';
import { recognisedJson } from '../../../src/engine/formats/json-kinds';
import { jsonKind } from '../../../src/engine/formats/json-kind';
import { ScriptJson } from '../../../src/engine/formats/script-json';
import { isScript } from '../../../src/engine/formats/script-reader';
import { fixtureText } from '../../fixtures/foreign-json';

function json(text: string, size = Infinity): string {
  const script = new ScriptJson();
  let all = '';
  for (let at = 0; at < text.length; at += size) all += script.add(text.slice(at, at + size));
  return all + script.end();
}

describe('ScriptJson', () => {
  test.each([
    ["{'a': 'b'}", { a: 'b' }],
    ['{a: 1, $b_2: [true, undefined,],}', { a: 1, $b_2: [true, null] }],
    ['var x = {"a": "it\'s"};', { a: "it's" }],
    ["['say \"so\"', 'it\\'s', 'a\\x41\\u0042\\n\\d']", ['say "so"', "it's", 'aAB\nd']],
    ['// one\nx.y = [1 /* { */, -2.5e3] // two', [1, -2500]],
    ['["a" + \'b\' +\n "c", "d"]', ['abc', 'd']],
    ['{d: new Date("May 1, 2001"), u: "http://a.example//b"}', { d: 'May 1, 2001', u: 'http://a.example//b' }],
    [
      '[new Date(2001,8,11), new Date(2001, 1), new Date(1999,11,31,23,59,60), new Date(99, 3, 31)]',
      ['2001-09-11', '2001-02', '2000-01-01T00:00:00', '1999-05-01'],
    ],
    [
      '[new Date(Date.UTC(1963,10,22,18,30)), Date.UTC(2000,0,1), new Date(0), new Date(-1, 0, 1), new Date(), new Date(x)]',
      ['1963-11-22T18:30:00Z', '2000-01-01', '1970-01-01T00:00:00Z', '-0001-01-01', null, 'x'],
    ],
    ["{Date: 1, 'd': new Date ( 'May 1 (noon)' ), e: Date.parse(\"2001\")}", { Date: 1, d: 'May 1 (noon)', e: '2001' }],
  ])('%j', (text, value) => {
    for (const size of [Infinity, 1]) expect(JSON.parse(json(text, size))).toEqual(value);
  });

  test('lines stay where they are', () => {
    const text = '/* a\n b */\n{\n"x": 1, // c\n\n"y": 2,\n}';
    expect(
      json(text)
        .split('\n')
        .findIndex((line) => line.includes('"y"')),
    ).toBe(5);
  });

  test('JSON says the same after it as before (seed 11)', () => {
    fc.assert(
      fc.property(fc.tuple(fc.jsonValue(), fc.constantFrom(undefined, 2)), ([value, space]) => {
        const text = JSON.stringify([value], null, space);
        expect(JSON.parse(json(text, 3))).toEqual(JSON.parse(text));
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});

describe('a script in place of a file of JSON', () => {
  test.each([
    ["{'a': 1}", true],
    ['var x = [{a: 1}]', true],
    ['{"a": [{"b": 1}], c: 1}', false],
    ['[{"a": 1}]', false],
    ['data = [{"a": 1}]', true],
    ['{"wiki-url": "http://a.example/", \'events\': [{"start": new Date(2006,2,15)}]}', true],
    ['{"format": "dateline/1", title: "T"}', false],
    ['data = {"a": [{"b": 1}, {"b"', true],
    ['window.show.it( {"a": 1} );', true],
    ['[{"a": 1}, {b: 1}]', false],
    ['date,title\n2001,"[x"', false],
    ['// a comment of another language\ntitle: x\n', false],
  ])('%j: %j', (text, expected) => {
    expect(isScript(text, jsonKind(text))).toBe(expected);
  });

  test("is read, as SIMILE's own examples are, and told", () => {
    const text = fixtureText('simile/script.js.txt');
    for (const size of [Infinity, 1]) {
      const read = recognisedJson({ name: 'script.js', text, isWhole: true }, NO_CHOICES);
      expect(read).toMatchObject({ kind: 'read', format: 'SIMILE Timeline JSON' });
      if (read?.kind !== 'read') return;
      const found: Found[] = [];
      for (let at = 0; at < text.length; at += size) {
        for (const each of read.reader.add(text.slice(at, at + size))) if (each !== null) found.push(each);
      }
      for (const each of read.reader.end()) if (each !== null) found.push(each);
      expect(found).toMatchObject([
        { kind: 'fault', fault: { line: 1, leftOut: false } },
        {
          event: {
            title: "It's a year",
            date: '1880',
            summary: 'Says "yes", and "no"',
            sources: [{ url: 'https://harbour.example/1880?a=1//b' }],
          },
          spot: { line: 7 },
        },
        { event: { title: 'Building', date: '1900-05-01/1902', trackNum: -150 }, spot: { line: 13 } },
        { event: { title: 'Café', date: '1910-05-01' }, spot: { line: 14 } },
      ]);
    }
  });
});
