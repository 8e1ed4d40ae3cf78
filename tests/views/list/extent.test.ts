import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Group } from '../../../src/engine/groups';
import { heightOf, inSight, rowTop, sectionAt, sections, type Heights } from '../../../src/views/list/extent';

const HEIGHTS: Heights = { row: 46, heading: 30 };

function groupsOf(sizes: readonly number[]): readonly Group[] {
  let from = 0;
  return sizes.map((size, index) => {
    const group: Group = { key: String(index), kind: 'month', from, to: from + size, year: 2000 + index, month: 1 };
    from += size;
    return group;
  });
}

/** The slow twin: every line of the list, one after another, with its pixels. */
function everyRow(sizes: readonly number[]): readonly { readonly position: number; readonly top: number }[] {
  let top = 0;
  let position = 0;
  return sizes.flatMap((size) => {
    top += HEIGHTS.heading;
    return Array.from({ length: size }, () => {
      const row = { position, top };
      position++;
      top += HEIGHTS.row;
      return row;
    });
  });
}

const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 20 });

test('rows stand where counting line by line puts them (seed 7)', () => {
  fc.assert(
    fc.property(sizes, (all) => {
      const placed = sections(
        groupsOf(all),
        all.reduce((a, b) => a + b, 0),
        HEIGHTS,
      );
      for (const { position, top } of everyRow(all)) {
        expect(rowTop(sectionAt(placed, position), position, HEIGHTS)).toBe(top);
      }
      const rows = everyRow(all);
      expect(heightOf(placed, HEIGHTS)).toBe((rows.at(-1)?.top ?? 0) + HEIGHTS.row);
    }),
    { seed: 7 },
  );
});

test('exactly the rows that touch the stretch are drawn, and the held one besides (seed 8)', () => {
  fc.assert(
    fc.property(
      sizes,
      fc.integer({ min: -100, max: 3000 }),
      fc.integer({ min: 1, max: 900 }),
      fc.nat(40),
      (all, top, height, held) => {
        const rows = everyRow(all);
        const here = held < rows.length ? held : -1;
        const placed = sections(groupsOf(all), rows.length, HEIGHTS);
        const drawn = inSight(placed, top, top + height, HEIGHTS, here).flatMap(({ positions }) => positions);
        const expected = rows
          .filter((row) => (row.top < top + height && row.top + HEIGHTS.row > top) || row.position === here)
          .map(({ position }) => position);
        expect([...drawn].sort((a, b) => a - b)).toEqual(expected);
      },
    ),
    { seed: 8, numRuns: 300 },
  );
});

test('a list without headings is one section', () => {
  const placed = sections(null, 3, HEIGHTS);
  expect(rowTop(placed[0], 2, HEIGHTS)).toBe(92);
  expect(heightOf(placed, HEIGHTS)).toBe(138);
});
