import type { Sheet } from 'hucre/xlsx';
import type { TableRow } from './table';

/** How much of the dates in a sheet is shown: so many characters of an ISO date, or null for all. */
export interface ShownDates {
  /** By `row,column` from 0, for the rows whose styles are known. */
  readonly cells: ReadonlyMap<string, number | null>;
  /** By column, for other rows. */
  readonly columns: ReadonlyMap<number, number | null>;
  /** Whether a column has dates that are shown in different ways, so that its other rows are not known. */
  readonly isMixed: boolean;
}

/** How the dates of a sheet are shown, by the styles of its cells. */
export function shownDates(sheet: Sheet | undefined): ShownDates {
  const cells = new Map<string, number | null>();
  const columns = new Map<number, number | null>();
  let isMixed = false;
  for (const [place, { value, style }] of sheet?.cells ?? []) {
    if (!(value instanceof Date)) continue;
    const column = Number(place.split(',')[1]);
    const shown = partShown(style?.numFmt ?? '');
    isMixed ||= columns.has(column) && columns.get(column) !== shown;
    cells.set(place, shown);
    columns.set(column, shown);
  }
  return { cells, columns, isMixed };
}

/** A row whose dates are as exact as they are shown: `2024-03` and `2024` as text, and a time without a date as `13:30:00`. */
export function asShown({ cells, spot }: TableRow, shown: ShownDates): TableRow {
  if (!cells.some((cell) => cell instanceof Date)) return { cells, spot };
  const texts = cells.map((cell, column) => {
    if (!(cell instanceof Date)) return cell;
    if (Number.isNaN(cell.getTime())) return null;
    const text = cell.toISOString();
    if (cell.getUTCFullYear() < 1900) return text.slice(-13, -5);
    const own = shown.cells.get(`${spot.line - 1},${column}`);
    const part = own === undefined ? shown.columns.get(column) : own;
    return part === undefined || part === null ? cell : text.slice(0, part);
  });
  return { cells: texts, spot };
}

/** Of a format of numbers that shows years, but neither days nor times. */
function partShown(format: string): number | null {
  const bare = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  if (!/y/i.test(bare) || /[dhs]/i.test(bare)) return null;
  return /m/i.test(bare) ? 7 : 4;
}
