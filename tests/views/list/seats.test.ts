import { expect, test } from 'vitest';
import type { Group } from '../../../src/engine/groups';
import { inSight, sections, type Heights, type Section } from '../../../src/views/list/extent';
import { Seats } from '../../../src/views/list/seats';

const HEIGHTS: Heights = { row: 10, heading: 10 };

function listOf(...sizes: readonly number[]): readonly Section[] {
  let from = 0;
  const groups = sizes.map((size, index): Group => {
    const group: Group = { key: String(index), kind: 'month', from, to: from + size, year: 2000, month: index + 1 };
    from += size;
    return group;
  });
  return sections(groups, from, HEIGHTS);
}

/** Names of the elements of what is drawn between two pixels: of each section, then of its rows. */
const namesIn = (seats: Seats, all: readonly Section[], top: number, bottom: number, held = -1) =>
  seats.of(all, inSight(all, top, bottom, HEIGHTS, held)).map(({ key, rows }) => [key, ...rows.map((row) => row.key)]);

test('a row keeps its element while its list is scrolled', () => {
  const seats = new Seats();
  const all = listOf(4, 6);
  const before = seats.of(all, inSight(all, 0, 90, HEIGHTS, -1));
  const after = seats.of(all, inSight(all, 30, 120, HEIGHTS, -1));
  const names = (drawn: typeof before) =>
    new Map(drawn.flatMap(({ key, rows }) => rows.map((row) => [row.position, `${key} ${row.key}`] as const)));
  const shared = [...names(before)].filter(([position]) => names(after).has(position));
  expect(shared.map(([position]) => position)).toEqual([2, 3, 4, 5, 6]);
  for (const [position, name] of shared) expect(names(after).get(position)).toBe(name);
});

test('another list goes into the elements that are there, wherever both were scrolled to', () => {
  const seats = new Seats();
  const before = namesIn(seats, listOf(4, 60), 300, 350);
  expect(before).toHaveLength(1);
  expect(namesIn(seats, listOf(2, 2, 2, 90), 400, 450)).toEqual(before);
  expect(namesIn(seats, listOf(90), 0, 60)).toEqual(before);
});

test('no two rows of a section have one element, a held one far away included', () => {
  const seats = new Seats();
  for (const all of [listOf(4, 6, 40), listOf(30, 9), listOf(3, 3, 3, 3, 3)]) {
    for (const top of [0, 70, 140]) {
      const drawn = namesIn(seats, all, top, top + 60, 14);
      expect(new Set(drawn.map(([key]) => key)).size).toBe(drawn.length);
      for (const [, ...rows] of drawn) expect(new Set(rows).size).toBe(rows.length);
    }
  }
});

test('without anything in sight there is nothing to draw', () => {
  expect(namesIn(new Seats(), [], 0, 100)).toEqual([]);
});
