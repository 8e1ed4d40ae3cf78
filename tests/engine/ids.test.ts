import { describe, expect, test } from 'vitest';
import { Ids, rowOf } from '../../src/engine/ids';

/** Records that know only ids, and count how often they are asked. */
function identified(ids: readonly string[]) {
  const asked = { times: 0 };
  return { asked, event: (row: number) => (asked.times++, { id: ids[row] }) };
}

/** The table of ids that stand in the order in which they came. */
function tableOf(ids: readonly string[]): Int32Array {
  const all = new Ids();
  for (const id of ids) all.add(id);
  return all.tableOf(Uint32Array.from(ids.keys()));
}

describe('rowOf', () => {
  test('finds every one of 20,000 ids and none that is not there', () => {
    const ids = Array.from({ length: 20_000 }, (_, row) => `event-${(row * 7919) % 100_003}`);
    const table = tableOf(ids);
    const records = identified(ids);
    expect(ids.every((id, row) => rowOf(table, records, id) === row)).toBe(true);
    for (let row = 0; row < 20_000; row += 1) expect(rowOf(table, records, `other-${row}`)).toBe(-1);
  });

  test('looks at hardly more records than ids that are found', () => {
    const ids = Array.from({ length: 20_000 }, (_, row) => `${row}`);
    const table = tableOf(ids);
    const records = identified(ids);
    for (const id of ids) rowOf(table, records, id);
    expect(records.asked.times).toBeLessThan(ids.length * 2);
    expect(table.length).toBeLessThanOrEqual(ids.length * 4);
  });

  test('takes any text as an id', () => {
    const ids = ['__proto__', 'constructor', '', ' ', 'a,b&c#d%', '"', '😀', '\ud800', 'x'.repeat(500), 'é', 'e\u0301'];
    const table = tableOf(ids);
    expect(ids.map((id) => rowOf(table, identified(ids), id))).toEqual(ids.map((_, row) => row));
    expect(rowOf(table, identified(ids), 'toString')).toBe(-1);
  });

  test('finds nothing among no ids', () => {
    expect(rowOf(tableOf([]), identified([]), 'a')).toBe(-1);
  });
});

test('ids are told from one another also where their hashes are the same, as some of 300,000 are', () => {
  const ids = new Ids();
  const idOf = (at: number): string => (Math.imul(at, 0x9e3779b1) >>> 0).toString(36);
  for (let at = 0; at < 300_000; at += 1) if (!ids.add(idOf(at))) expect.fail(`${idOf(at)} counts as repeated`);
  expect([0, 299_999, 300_000].map((at) => ids.has(idOf(at)))).toEqual([true, true, false]);
  expect([ids.add(idOf(5)), ids.all.length]).toEqual([false, 300_000]);
});
