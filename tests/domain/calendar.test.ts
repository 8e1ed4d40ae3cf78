import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  DAY_MS,
  dayNumber,
  dayOf,
  daysInMonth,
  FARTHEST_YEAR,
  instantOf,
  isLeapYear,
} from '../../src/domain/calendar';

const SEED = 20261123;
/** First and last instants that Date holds: ±273,790 years. */
const DATE_LIMIT = 8_640_000_000_000_000;

function dateTwin(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime();
}

describe('calendar', () => {
  it(`names the same day as Date for every instant Date holds (seed ${SEED})`, () => {
    fc.assert(
      fc.property(fc.integer({ min: -DATE_LIMIT, max: DATE_LIMIT }), (instant) => {
        const date = new Date(instant);
        const named = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
        expect(dayOf(instant)).toEqual(named);
      }),
      { seed: SEED, numRuns: 3000 },
    );
  });

  it(`goes from a day to its instant and back like Date, 200,000 years both ways (seed ${SEED})`, () => {
    const year = fc.oneof(fc.integer({ min: -200_000, max: 200_000 }), fc.integer({ min: -500, max: 2500 }));
    fc.assert(
      fc.property(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }), (y, month, d) => {
        const day = Math.min(d, daysInMonth(y, month));
        expect(instantOf(y, month, day)).toBe(dateTwin(y, month, day));
        expect(dayOf(instantOf(y, month, day))).toEqual({ year: y, month, day });
      }),
      { seed: SEED, numRuns: 3000 },
    );
  });

  it(`carries days of a trillion years to and fro, where milliseconds are no longer exact (seed ${SEED})`, () => {
    const year = fc.oneof(
      fc.integer({ min: -FARTHEST_YEAR, max: FARTHEST_YEAR }),
      fc.integer({ min: -999_999_999, max: 999_999_999 }),
    );
    fc.assert(
      fc.property(year, fc.integer({ min: 1, max: 12 }), (y, month) => {
        expect(dayOf(instantOf(y, month, 1))).toEqual({ year: y, month, day: 1 });
        expect(instantOf(y + 1, 1, 1)).toBeGreaterThan(instantOf(y, 1, 1));
      }),
      { seed: SEED, numRuns: 3000 },
    );
  });

  it('knows every day of four centuries by counting', () => {
    let instant = dateTwin(1600, 1, 1);
    for (let year = 1600; year < 2000; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        for (let day = 1; day <= daysInMonth(year, month); day += 1) {
          if (instantOf(year, month, day) !== instant) expect.fail(`${year}-${month}-${day}`);
          instant += DAY_MS;
        }
      }
    }
    expect(instant).toBe(dateTwin(2000, 1, 1));
  });

  it('has leap years by the Gregorian rule, before Christ too', () => {
    expect([2000, 2024, 1900, 2023, 0, -4, -100, -400].map(isLeapYear)).toEqual([
      true,
      true,
      false,
      false,
      true,
      true,
      false,
      true,
    ]);
    expect([daysInMonth(2024, 2), daysInMonth(1900, 2), daysInMonth(2024, 4), daysInMonth(2024, 12)]).toEqual([
      29, 28, 30, 31,
    ]);
  });

  it('counts months and days beyond their bounds on into the next', () => {
    expect(dayOf(instantOf(2024, 13, 1))).toEqual({ year: 2025, month: 1, day: 1 });
    expect(dayOf(instantOf(2024, 0, 1))).toEqual({ year: 2023, month: 12, day: 1 });
    expect(dayOf(instantOf(2024, 2, 30))).toEqual({ year: 2024, month: 3, day: 1 });
    expect(dayOf(instantOf(2024, -23, 1))).toEqual({ year: 2022, month: 1, day: 1 });
  });

  it('numbers days from 1970, also just before midnight', () => {
    expect([0, DAY_MS - 1, DAY_MS, -1].map(dayNumber)).toEqual([0, 0, 1, -1]);
  });

  it('gives NaN for the day of an open end', () => {
    expect(dayOf(Infinity).year).toBeNaN();
    expect(dayOf(-Infinity).day).toBeNaN();
  });

  it('adds months and keeps the day and the time where the month has that day', () => {
    const noon = DAY_MS / 2;
    expect(addMonths(instantOf(2024, 1, 31) + noon, 1)).toBe(instantOf(2024, 2, 29) + noon);
    expect(addMonths(instantOf(2024, 3, 31), -13)).toBe(instantOf(2023, 2, 28));
    expect(addMonths(instantOf(-1, 12, 5), 1)).toBe(instantOf(0, 1, 5));
  });
});
