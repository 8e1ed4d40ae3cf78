import { describe, expect, test } from 'vitest';
import { DAY_MS, instantOf } from '../../src/domain/calendar';
import { rangeInstants } from '../../src/domain/date-range';
import { Bitmap } from '../../src/engine/bitmap';
import { dayText, extentOf, snapped, windowOf, windowText, within } from '../../src/state/window';
import { columnsOf } from '../fixtures/columns';
import { chronologyOf } from '../fixtures/events';
import { generateChronology } from '../fixtures/generate';
import { random } from '../fixtures/random';

const at = instantOf;

describe('dayText', () => {
  test.each([
    [at(2024, 2, 29), '2024-02-29'],
    [at(2024, 3, 1) - 1, '2024-02-29'],
    [at(1, 1, 1), '0001-01-01'],
    [at(1, 1, 1) - 1, '0000-12-31'],
    [at(-43, 3, 15), '-0043-03-15'],
    [at(9999, 12, 31), '9999-12-31'],
    [at(10000, 1, 1), 'Y10000'],
    [at(-9999, 1, 1), '-9999-01-01'],
    [at(-10000, 6, 1), 'Y-10000'],
    [at(-170_000_002, 1, 1), 'Y-170000002'],
  ])('of %d is %s', (instant, text) => {
    expect(dayText(instant)).toBe(text);
  });
});

describe('windowText', () => {
  test('names the days that are touched, and reads back as at least the window (seed 8)', () => {
    const source = random(8);
    for (let tries = 0; tries < 300; tries++) {
      const scale = source.pick([DAY_MS, 400 * DAY_MS, 3e6 * DAY_MS, 4e9 * DAY_MS]);
      const from = Math.round((source.next() - 0.5) * scale * 3);
      const window = { from, to: from + 1 + Math.floor(source.next() * scale) };
      const text = windowText(window);
      const back = windowOf(text.from, text.to);
      expect(back, JSON.stringify(window)).not.toBeNull();
      expect(back!.from <= window.from && back!.to >= window.to, JSON.stringify({ window, text, back })).toBe(true);
      if (!text.from.startsWith('Y')) expect(window.from - back!.from).toBeLessThan(DAY_MS);
      if (!text.to.startsWith('Y')) expect(back!.to - window.to).toBeLessThan(DAY_MS);
      // Beyond, a millisecond is less than instants can tell apart.
      if (Number.isSafeInteger(back!.from) && Number.isSafeInteger(back!.to)) expect(windowText(back!)).toEqual(text);
    }
  });

  test('of midnight to midnight holds no day more', () => {
    expect(windowText({ from: at(2024, 1, 1), to: at(2024, 1, 2) })).toEqual({ from: '2024-01-01', to: '2024-01-01' });
  });
});

describe('windowOf', () => {
  test.each([
    ['2024-02', '2024-03-01', [at(2024, 2, 1), at(2024, 3, 2)]],
    ['-0044', '0001', [at(-44, 1, 1), at(2, 1, 1)]],
    ['Y-170000002', 'Y-170000001', [at(-170_000_002, 1, 1), at(-170_000_000, 1, 1)]],
    ['2024', null, null],
    [null, '2024', null],
    [null, null, null],
    ['2024', '2023', null],
    ['2024-13', '2025', null],
    ['nonsense', 'nonsense', null],
  ])('from %s to %s', (from, to, expected) => {
    const window = windowOf(from, to);
    expect(window && [window.from, window.to]).toEqual(expected);
  });
});

describe('within', () => {
  const bounds = { from: at(2000, 1, 1), to: at(2010, 1, 1) };
  test.each([
    ['2003', '2004', [2003, 2005]],
    ['2003', null, [2003, 2010]],
    [null, '2004', [2000, 2005]],
    ['1990', '2030', [1990, 2031]],
    [null, null, [2000, 2010]],
    ['2050', null, [2000, 2010]],
    [null, '1950', [2000, 2010]],
    ['nonsense', '2004', [2000, 2010]],
    ['2004', '2003', [2000, 2010]],
    ['../2003', '2004', [2000, 2005]],
  ])('from %s to %s', (from, to, [first, last]) => {
    expect(within(from, to, bounds)).toEqual({ from: at(first, 1, 1), to: at(last, 1, 1) });
  });
});

describe('extentOf', () => {
  const dates = ['1990/1995', '../1980', '1999', '2005/..', null, '-0043-03-15'];
  const columns = columnsOf(chronologyOf(dates.map((date) => ({ date }))));

  test.each([
    ['all', Bitmap.all(6), [at(-43, 3, 15), at(2006, 1, 1)]],
    ['none', Bitmap.none(6), null],
    ['the undated', Bitmap.fromRows(Uint32Array.of(5), 6), null],
    ['one of open begin: what is known of it', Bitmap.fromRows(Uint32Array.of(0), 6), [at(1980, 1, 1), at(1981, 1, 1)]],
    ['one span', Bitmap.fromRows(Uint32Array.of(2), 6), [at(1990, 1, 1), at(1996, 1, 1)]],
  ])('of %s', (_, rows, expected) => {
    const extent = extentOf(columns, rows);
    expect(extent && [extent.from, extent.to]).toEqual(expected);
  });

  test('is what looking at every edge of every row gives (seed 12)', () => {
    const source = random(12);
    for (const count of [1, 70, 700]) {
      const columns = columnsOf(generateChronology(count, count, { nasty: 0.3, lean: true }));
      const edges = [columns.earliest, columns.beginLatest, columns.endEarliest, columns.latest];
      for (const share of [1, 0.5, 0.02]) {
        const rows = Array.from({ length: count }, (_, row) => row).filter(() => source.chance(share));
        const instants = rows.flatMap((row) => edges.map((edge) => edge[row])).filter(Number.isFinite);
        const slow = instants.length === 0 ? null : { from: Math.min(...instants), to: Math.max(...instants) };
        expect(extentOf(columns, Bitmap.fromRows(rows, count))).toEqual(slow);
      }
    }
  });
});

describe('snapped', () => {
  test.each([
    [DAY_MS, { from: at(2024, 1, 31) - 2e7, to: at(2024, 2, 2) + 2e7 }, '2024-01-31', '2024-02-01'],
    [DAY_MS, { from: at(2024, 1, 31) + 5e7, to: at(2024, 1, 31) + 6e7 }, '2024-02-01', '2024-02-01'],
    [30 * DAY_MS, { from: at(2023, 12, 20), to: at(2024, 2, 10) }, '2024-01', '2024-01'],
    [30 * DAY_MS, { from: at(2024, 1, 10), to: at(2024, 1, 12) }, '2024-01', '2024-01'],
    [365 * DAY_MS, { from: at(1999, 5, 1), to: at(2003, 5, 1) }, '1999', '2002'],
    [365 * DAY_MS, { from: at(-44, 8, 1), to: at(-40, 8, 1) }, '-0043', '-0040'],
    [365 * DAY_MS, { from: at(0, 2, 1), to: at(0, 3, 1) }, '0000', '0000'],
    [1e9 * DAY_MS, { from: at(-20_000, 2, 1), to: at(12_000, 3, 1) }, 'Y-20000', 'Y11999'],
  ])('at %d ms a pixel', (msPerPx, window, from, to) => {
    expect(snapped(window, msPerPx)).toEqual({ from, to });
  });

  test('is a range of whole units, at least one, within half a unit of what was drawn, and stays when drawn again (seed 9)', () => {
    const source = random(9);
    const units: readonly (readonly [number, number])[] = [
      [DAY_MS, 1],
      [60 * DAY_MS, 31],
      [200 * DAY_MS, 366],
    ];
    for (let tries = 0; tries < 400; tries++) {
      const [msPerPx, days] = source.pick(units);
      const from = at(source.below(3000) - 500, 1 + source.below(12), 1 + source.below(28)) + source.below(DAY_MS);
      const window = { from, to: from + source.below(900 * DAY_MS) };
      const text = snapped(window, msPerPx);
      const range = rangeInstants(text.from, text.to);
      const told = JSON.stringify({ window, text });
      expect(range, told).not.toBeNull();
      expect(Math.abs(range!.from - window.from), told).toBeLessThanOrEqual((days * DAY_MS) / 2);
      const isShort = window.to - window.from < days * DAY_MS;
      expect(Math.abs(range!.to - window.to), told).toBeLessThanOrEqual(days * DAY_MS * (isShort ? 1.5 : 0.5));
      expect(snapped(range!, msPerPx), told).toEqual(text);
    }
  });
});
