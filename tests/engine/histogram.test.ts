import { expect, it, vi } from 'vitest';
import { DAY_MS } from '../../src/domain/calendar';
import { Bitmap } from '../../src/engine/bitmap';
import { Bins } from '../../src/engine/histogram';
import { columnsOf } from '../fixtures/columns';
import { chronologyOf } from '../fixtures/events';

it('bins made once are filled by asking once for all rows of the same extent, whatever their number', () => {
  const years = Array.from({ length: 3000 }, (_, i) => ({ date: String(2001 + (i % 3)) }));
  const columns = columnsOf(chronologyOf(years));
  const from = Date.UTC(2001, 0, 1);
  const bins = new Bins(columns, from, from + 1095 * DAY_MS, 3);
  const even = Bitmap.fromRows(
    Array.from({ length: 1500 }, (_, i) => 2 * i),
    3000,
  );
  const asked = [vi.spyOn(even, 'has'), vi.spyOn(even, 'rank')];
  expect([...bins.of(null)]).toEqual([1000, 1000, 1000]);
  expect([...bins.of(even)]).toEqual([500, 500, 500]);
  expect(asked.reduce((total, { mock }) => total + mock.calls.length, 0)).toBeLessThanOrEqual(6);
});
