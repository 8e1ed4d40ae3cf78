import { describe, expect, it } from 'vitest';
import { readWritten, WrittenColumn, type ColumnDates } from '../../src/domain/written-date';

function columnOf(cells: readonly (string | number | boolean | Date)[], isNamedDate = true): ColumnDates {
  const column = new WrittenColumn(isNamedDate);
  for (const cell of cells) column.add(cell);
  return column.found();
}

describe('the order of days and months that a column shows', () => {
  it('is day first when one date can only be so', () => {
    expect(columnOf(['03/04/2024', '13/04/2024'])).toMatchObject({ order: 'day first', readable: 2 });
  });

  it('is month first when one date can only be so', () => {
    const found = columnOf(['03/04/2024', '04/13/2024']);
    expect(found).toMatchObject({ order: 'month first', examples: ['04/13/2024', '03/04/2024'] });
    expect(readWritten('03/04/2024', WrittenColumn.reading(found, null))).toMatchObject({ edtf: '2024-03-04' });
  });

  it('is not told when every date could be both', () => {
    const found = columnOf(['03/04/2024', '1/2/2024', '5/5/2024']);
    expect(found).toMatchObject({ order: 'not told', examples: ['03/04/2024', '1/2/2024'], readable: 3 });
    expect(WrittenColumn.reading(found, 'day first').order).toBe('day first');
  });

  it('is not needed where none could be both, even if they are of both orders', () => {
    expect(columnOf(['2024-03-04', '4.3.2024', 'May 2024', '5/5/2024']).order).toBe('not needed');
    expect(columnOf(['13/04/2024', '04/13/2024'])).toMatchObject({ order: 'not needed', examples: [] });
  });

  it('is contradictory where dates show both and others show nothing', () => {
    expect(columnOf(['13/04/2024', '04/13/2024', '1/2/2024'])).toMatchObject({
      order: 'contradictory',
      examples: ['13/04/2024', '04/13/2024', '1/2/2024'],
    });
  });

  it('is not shown by dates with dots, which are day first', () => {
    expect(columnOf(['3/4/2024', '25.12.2024']).order).toBe('not told');
    expect(columnOf(['3/4/2024', '7/19/2024', '25.12.2024']).order).toBe('month first');
    expect(readWritten('12.25.2024', { order: null, numbers: null })).toMatchObject({ edtf: '2024-12-25', note: {} });
  });

  it('is shown by dates within spans too', () => {
    expect(columnOf(['1/2/2024', '13/04/2024 - 14/04/2024', '7.12.2024']).order).toBe('day first');
  });
});

describe('the bare numbers of a column', () => {
  it.each([
    ['epoch s', [1577836800, 1577923205]],
    ['epoch ms', ['1577836800000', '1577923205123']],
    ['epoch us', ['1577836800000000', '1577923205123456']],
    ['serial', [45000, 45001.5]],
  ] as const)('are %s by their size', (numbers, cells) => {
    expect(columnOf(cells)).toMatchObject({ numbers, readable: 2 });
  });

  it('are no serial numbers where the name of the column does not speak of dates', () => {
    expect(columnOf([45000, 45001.5], false)).toMatchObject({ numbers: null, readable: 0 });
  });

  it('are years and days when they look like them', () => {
    expect(columnOf([1999, 2024, '2001'])).toMatchObject({ numbers: null, readable: 3 });
    expect(columnOf([20240105, '20240229'])).toMatchObject({ numbers: null, readable: 2 });
  });
});

describe('the times of a column', () => {
  it('are left away when all of them are midnight', () => {
    const found = columnOf(['2024-01-05 00:00:00', '2024-01-06T00:00:00Z', '2024-01']);
    expect(found.midnight).toBe('day');
    expect(readWritten('2024-01-05 00:00:00', WrittenColumn.reading(found, null))).toMatchObject({
      edtf: '2024-01-05',
    });
  });

  it('are kept when one is another', () => {
    expect(columnOf(['2024-01-05 00:00:00', '2024-01-06 10:00']).midnight).toBe('time');
    expect(columnOf([1577836800, 1577836801]).midnight).toBe('time');
    expect(columnOf([1577836800, 1577923200]).midnight).toBe('day');
  });
});

describe('a column of a million cells', () => {
  it('is counted whole, and keeps six examples at most', () => {
    const column = new WrittenColumn(true);
    for (let i = 0; i < 1_000_000; i += 1) column.add(`${1 + (i % 12)}/${1 + (i % 7)}/20${10 + (i % 15)}`);
    column.add('31/1/2024');
    column.add('no date');
    const found = column.found();
    expect(found).toMatchObject({ cells: 1_000_002, readable: 1_000_001, order: 'day first' });
    expect(found.examples.length).toBeLessThanOrEqual(6);
  });
});
