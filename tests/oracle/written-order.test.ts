import { describe, expect, it } from 'vitest';
import { type DayOrder, type ShownOrder, WrittenColumn } from '../../src/domain/written-date';
import { random } from '../fixtures/random';

const SEED = 20261123;
const COLUMNS = 400;
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

type Cell = readonly [a: number, mark: string, b: number];

/** Whether the calendar has the day, if it is meant in this order. */
function isDay([a, , b]: Cell, order: DayOrder): boolean {
  const [day, month] = order === 'day first' ? [a, b] : [b, a];
  return month >= 1 && month <= 12 && day >= 1 && day <= DAYS[month - 1];
}

/** The order by trying both on every cell, and whether any cell needs it. */
function slowOrder(cells: readonly Cell[]): ShownOrder {
  const slashed = cells.filter(([, mark]) => mark !== '.');
  const only = (order: DayOrder, other: DayOrder): boolean =>
    slashed.some((cell) => isDay(cell, order) && !isDay(cell, other));
  const isNeeded = slashed.some(
    (cell) => isDay(cell, 'day first') && isDay(cell, 'month first') && cell[0] !== cell[2],
  );
  const isDayFirst = only('day first', 'month first');
  const isMonthFirst = only('month first', 'day first');
  if (isDayFirst && isMonthFirst) return isNeeded ? 'contradictory' : 'not needed';
  return isDayFirst ? 'day first' : isMonthFirst ? 'month first' : isNeeded ? 'not told' : 'not needed';
}

describe(`the order of a column beside trying both orders on every cell (seed ${SEED})`, () => {
  const draw = random(SEED);
  const columns = Array.from({ length: COLUMNS }, () => {
    const most = draw.pick([12, 12, 13, 31]);
    const isOneSided = draw.chance(0.5);
    return Array.from({ length: 1 + draw.below(12) }, (): Cell => {
      const [a, b] = [1 + draw.below(most), 1 + draw.below(isOneSided ? 12 : most)];
      return draw.chance(0.5) && !isOneSided
        ? [b, draw.pick(['/', '-', '.']), a]
        : [a, draw.pick(['/', '/', '-', '.']), b];
    });
  });
  const orders = columns.map((cells) => {
    const column = new WrittenColumn(true);
    for (const [a, mark, b] of cells) column.add(`${a}${mark}${b}${mark}2024`);
    return column.found().order;
  });

  it('is the same', () => {
    expect(orders).toEqual(columns.map(slowOrder));
  });

  it('is each of the five more than a few times', () => {
    for (const order of ['day first', 'month first', 'not told', 'not needed', 'contradictory']) {
      expect([order, orders.filter((each) => each === order).length > 5]).toEqual([order, true]);
    }
  });
});
