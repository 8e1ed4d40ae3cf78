import type { Cell } from '../formats/table';

/** What a cell says as text, trimmed: a moment as `YYYY-MM-DD`, with its time unless that is midnight; '' for none. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell.trim();
  if (!(cell instanceof Date)) return String(cell);
  const time = cell.getTime();
  return Number.isFinite(time) ? cell.toISOString().replace('T00:00:00.000Z', '').replace('.000Z', 'Z') : '';
}

/** Whether nothing is in a cell. */
export function isBlank(cell: Cell | undefined): cell is null | undefined | '' {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}
