import type { Sheet } from 'hucre/xlsx';
import { roleByName } from '../mapping/roles-by-name';
import type { TableRow } from './table';

const ADDRESS = /^https?:\/\//i;

/**
 * The rows of a sheet, the first its header, with the addresses that its cells lead to: in a column of their own, `Source link`,
 * behind the others, or in place of the text in a column of links. Cells that show their address have it already.
 */
export function withLinks(rows: readonly [TableRow, ...TableRow[]], sheet: Sheet): readonly [TableRow, ...TableRow[]] {
  const [header, ...below] = rows;
  const links = linksOf(sheet, header.spot.line);
  if (links.size === 0) return rows;
  const isOfLinks = (column: number): boolean => {
    const name = header.cells[column];
    return typeof name === 'string' && roleByName(name)?.role === 'source url';
  };
  const own = [...links.keys()].filter((column) => !isOfLinks(column)).sort((a, b) => a - b);
  const width = below.reduce((most, { cells }) => Math.max(most, cells.length), header.cells.length);
  const names = own.map((column) => `${String(header.cells[column] ?? '').trim() || `column ${column + 1}`} link`);
  const linked = below.map(({ cells, spot }): TableRow => {
    const targets = own.map((column) => links.get(column)?.get(spot.line) ?? null);
    const shown = cells.map((cell, column) =>
      own.includes(column) ? cell : (links.get(column)?.get(spot.line) ?? cell),
    );
    if (targets.every((target) => target === null)) return { cells: shown, spot };
    return { cells: [...padded(shown, width), ...targets], spot };
  });
  if (own.length === 0) return [header, ...linked];
  return [{ ...header, cells: [...padded(header.cells, width), ...names] }, ...linked];
}

/** By column and line: addresses of cells below the header that show something else. */
function linksOf(sheet: Sheet, header: number): ReadonlyMap<number, ReadonlyMap<number, string>> {
  const columns = new Map<number, Map<number, string>>();
  for (const [place, { hyperlink, value }] of sheet.cells ?? []) {
    const target = hyperlink?.target ?? '';
    const [row, column] = place.split(',').map(Number);
    if (!ADDRESS.test(target) || row + 1 <= header || (typeof value === 'string' && ADDRESS.test(value.trim())))
      continue;
    const lines = columns.get(column) ?? new Map<number, string>();
    columns.set(column, lines.set(row + 1, target));
  }
  return columns;
}

function padded(cells: TableRow['cells'], width: number): TableRow['cells'] {
  return cells.length >= width ? cells : [...cells, ...Array.from({ length: width - cells.length }, () => null)];
}
