import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JsonItems } from '../../src/engine/formats/json-list';
import { JsonLines } from '../../src/engine/formats/json-lines';
import { jsonKind } from '../../src/engine/formats/json-kind';

const SEED = 20240117;

interface Read {
  readonly items: unknown[];
  readonly faults: number;
  readonly spots: string[];
}

function read(list: JsonItems | JsonLines, pieces: readonly string[]): Read {
  const items: unknown[] = [];
  const spots: string[] = [];
  let faults = 0;
  const take = (listed: ReturnType<JsonItems['add']>): void => {
    for (const each of listed) {
      if (each === null) continue;
      if ('item' in each) {
        items.push(each.item);
        spots.push(`${each.spot.line}:${each.spot.column}`);
      } else faults += 1;
    }
  };
  for (const piece of pieces) take(list.add(piece));
  take(list.end());
  return { items, faults, spots };
}

/** A text cut at random places, or into single characters. */
function pieced(text: string, cuts: readonly number[]): string[] {
  if (cuts.length === 0) return [...text];
  const places = [...new Set([0, ...cuts.map((cut) => cut % (text.length + 1)), text.length])].sort((a, b) => a - b);
  return places.slice(1).map((end, i) => text.slice(places[i], end));
}

const value = fc.jsonValue({ maxDepth: 5 });
const cuts = fc.array(fc.nat(), { maxLength: 6 });
const indent = fc.constantFrom(undefined, 1, 2, '\t');

test(`items of a list are those of JSON.parse, whatever the pieces (seed ${SEED})`, () => {
  const lists = fc.tuple(fc.array(value), indent, cuts);
  fc.assert(
    fc.property(lists, ([list, space, at]) => {
      const text = JSON.stringify(list, null, space);
      const found = read(new JsonItems([]), pieced(text, at));
      expect(found.items).toEqual(JSON.parse(text));
      expect(found.faults).toBe(0);
      for (const [i, spot] of found.spots.entries()) {
        const [line, column] = spot.split(':').map(Number);
        const from =
          text
            .split('\n')
            .slice(0, line - 1)
            .join('\n').length +
          (line > 1 ? 1 : 0) +
          column -
          1;
        expect(text.startsWith(JSON.stringify(list[i], null, space).split('\n')[0], from)).toBe(true);
      }
    }),
    { seed: SEED, numRuns: 500 },
  );
});

test(`so are those at a path, and the other members are the rest (seed ${SEED})`, () => {
  const key = fc.string().filter((each) => !['a', 'b', '__proto__', 'toString', 'constructor'].includes(each));
  const members = fc.dictionary(key, value, { maxKeys: 3 });
  fc.assert(
    fc.property(fc.tuple(members, members, fc.array(value), indent, cuts), ([outer, inner, list, space, at]) => {
      const text = JSON.stringify({ ...outer, a: { ...inner, b: list } }, null, space);
      const items = new JsonItems(['a', 'b']);
      const found = read(items, pieced(text, at));
      const whole = JSON.parse(text);
      expect(found.items).toEqual(whole.a.b);
      delete whole.a.b;
      if (Object.keys(inner).length === 0 && Object.keys(items.rest).length === Object.keys(outer).length)
        delete whole.a;
      expect(items.rest).toEqual(whole);
    }),
    { seed: SEED, numRuns: 500 },
  );
});

test(`lines are read as JSON.parse reads each (seed ${SEED})`, () => {
  fc.assert(
    fc.property(fc.tuple(fc.array(value), fc.constantFrom('\n', '\r\n', '\n\n'), cuts), ([list, end, at]) => {
      const text = list.map((each) => JSON.stringify(each)).join(end);
      const found = read(new JsonLines(), pieced(text, at));
      expect(found.items).toEqual(list.map((each) => JSON.parse(JSON.stringify(each))));
      expect(found.faults).toBe(0);
    }),
    { seed: SEED, numRuns: 300 },
  );
});

test(`damage is told unless what is left is sound, and reads alike in any pieces (seed ${SEED})`, () => {
  const sign = fc.constantFrom('', '"', '}', ']', '{', '[', ',', ':', '\\', '0', 't', '-', '\n', '\u0001', "'");
  const damage = fc.array(fc.tuple(fc.nat(), sign, fc.nat(3)), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.tuple(fc.array(value), indent, damage, cuts), ([list, space, slips, at]) => {
      let text = JSON.stringify(list, null, space);
      for (const [place, put, gone] of slips) {
        const from = place % (text.length + 1);
        text = text.slice(0, from) + put + text.slice(from + gone);
      }
      const whole = read(new JsonItems([]), [text]);
      expect(read(new JsonItems([]), pieced(text, at))).toEqual(whole);
      expect(() => jsonKind(text)).not.toThrow();
      let sound: unknown;
      try {
        sound = JSON.parse(text);
      } catch {
        // A control character between items is passed over like space.
        if (/^\s*\[/.test(text) && !text.includes('\u0001')) expect(whole.faults, text).toBeGreaterThan(0);
        return;
      }
      if (Array.isArray(sound)) expect(whole).toMatchObject({ items: sound, faults: 0 });
    }),
    { seed: SEED, numRuns: 1500 },
  );
});

test(`the beginning of a file shows what the file is, wherever it is cut (seed ${SEED})`, () => {
  fc.assert(
    fc.property(fc.tuple(fc.dictionary(fc.string(), value), indent, fc.nat()), ([item, space, cut]) => {
      const text = JSON.stringify([item, item, item], null, space);
      const kind = jsonKind(text.slice(0, 1 + (cut % text.length)));
      expect(kind?.kind).toBe('list');
      const whole = jsonKind(JSON.stringify({ x: 1, events: [item] }, null, space));
      expect(whole).toMatchObject({ kind: 'object', members: ['x', 'events'] });
      expect(whole?.lists[0]).toEqual({ path: ['events'], first: [JSON.parse(JSON.stringify(item))] });
    }),
    { seed: SEED, numRuns: 300 },
  );
});
