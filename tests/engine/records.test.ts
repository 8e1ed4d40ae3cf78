import { describe, expect, test } from 'vitest';
import { packing, Records } from '../../src/engine/records';
import { SearchedEvents } from '../../src/engine/searched-events';

function recordsOf(raws: readonly object[]): Records {
  const texts = raws.map((raw) => new TextEncoder().encode(JSON.stringify(raw)));
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  const steps = packing({ count: texts.length, at: (row) => texts[row] }, length);
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return new Records(step.value);
}

const many = (count: number) =>
  recordsOf(Array.from({ length: count }, (_, row) => ({ id: `e${row}`, title: `Event ${row}` })));

describe('records', () => {
  test('give back each event, whatever letters it is written in', () => {
    const titles = ['plain', 'é 😀 Ж \u2028', '"\\\u0000', 'x'.repeat(100_000), '\ud800'];
    const records = recordsOf(titles.map((title, row) => ({ id: `${row}`, title })));
    expect(records.count).toBe(5);
    for (const row of [4, 0, 2, 1]) expect(records.event(row).title).toBe(titles[row]);
    expect(records.event(3).title).toHaveLength(20_000);
  });

  test('give back every key of the file as JSON', () => {
    const raw = { 'x-first': [1, { y: null }], id: 'a', title: 'A', date: 'nonsense' };
    const records = recordsOf([raw]);
    expect(JSON.parse(records.json(0))).toEqual(raw);
    expect(records.event(0).date).toBeNull();
  });

  test('decode only what is asked for, and the same once while it is at hand', () => {
    const records = many(5000);
    expect(records.decoded).toBe(0);
    for (let round = 0; round < 3; round += 1) for (let row = 0; row < 50; row += 1) records.event(row);
    expect(records.decoded).toBe(50);
    expect(records.event(7)).toBe(records.event(7));
  });

  test('keep the latest at hand and forget those longest unused', () => {
    const records = many(5000);
    for (let row = 0; row < 1024; row += 1) records.event(row);
    records.event(0);
    records.event(4999);
    expect(records.decoded).toBe(1025);
    records.event(0);
    expect(records.decoded).toBe(1025);
    records.event(1);
    expect(records.decoded).toBe(1026);
  });

  test.each([-1, 3, 1.5, NaN])('row %d of three is refused', (row) => {
    expect(() => many(3).event(row)).toThrow(`row ${row}: there are 3 records; use 0 to 2`);
  });
});

test('what search is made from gives every record once, many at a time, and lets them go with the last', () => {
  const texts = Array.from({ length: 20_000 }, (_, row) => new TextEncoder().encode(`{ "id":\n"e${row}", "x": "ж" }`));
  texts[7] = new TextEncoder().encode(`{"id": "e7", "long": "${'ж'.repeat(300_000)}"}`);
  const none = new Float64Array(0);
  const source = { count: texts.length, at: (row: number) => texts[row] };
  const events = new SearchedEvents({ actors: [], topics: [] }, none, none, source);
  const ids: unknown[] = [];
  let slices = 0;
  for (; ids.length < texts.length; slices++) {
    ids.push(...events.records(ids.length).map((record) => (record as { id: unknown }).id));
  }
  expect(ids).toEqual(texts.map((_, row) => `e${row}`));
  expect(slices).toBeLessThan(8);
  expect(() => events.records(0)).toThrow('let go');
});
