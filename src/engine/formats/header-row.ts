import { NO_READING, readWritten } from '../../domain/written-date';
import { roleByName } from '../mapping/roles-by-name';

/** Rows among which the header is, if lines of fewer cells stand above it. */
const FIRST = 6;
const FURTHER = 8;
/** Names of columns are no longer. */
const LONGEST = 60;
/** A header has so many times the cells of a line above it. */
const WIDER = 1.4;
const DAY = /^-?\d{4}-\d\d-\d\d/;

/**
 * Where the header stands among the first rows of a table, none of them blank: the first row of more than one cell, but not a
 * line above it that has some cells (`Generated,2024-05-01`, or a remark after `#`). -1 for none. Linear in the cells.
 */
export function headerAt(rows: readonly (readonly string[])[]): number {
  const counts = rows.map(filled);
  const first = counts.findIndex((count, index) => index < FIRST && count > 1);
  if (first < 0 || isHeader(rows[first])) return first;
  const isRemark = rows[first][0].trim().startsWith('#');
  for (let at = first + 1; at <= first + FURTHER && at < rows.length; at += 1) {
    const isWider = counts[at] > counts[first] * WIDER || (isRemark && counts[at] > 1);
    if (isWider && isHeader(rows[at])) return at;
  }
  return first;
}

/**
 * Whether the first row of a table is one like those below it, and no header: a day, or the only year, stands above days or
 * years. Below must be two rows at least.
 */
export function isRowOfData(first: readonly string[], below: readonly (readonly string[])[]): boolean {
  if (below.length < 2 || first.some((cell) => roleByName(cell)?.strength === 2)) return false;
  const isLike = (column: number, is: (text: string) => boolean): boolean =>
    below.filter((cells) => is(cells[column] ?? '')).length >= below.length * 0.6;
  const days = [...first.keys()].filter((column) => isDay(first[column]));
  const years = [...first.keys()].filter((column) => isYear(first[column]));
  return days.some((column) => isLike(column, isDay)) || (years.length === 1 && isLike(years[0], isYear));
}

/** Whether a row has names of columns that are known, and nothing else than names. */
function isHeader(cells: readonly string[]): boolean {
  const names = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const known = names.filter((name) => roleByName(name) !== null).length;
  return known > 1 && !names[0].startsWith('# ') && names.every(isName);
}

function isName(cell: string): boolean {
  return cell.length <= LONGEST && !/^[\d.,%$€£+-]+$/.test(cell) && !isDay(cell);
}

function isDay(cell: string): boolean {
  if (!/\d/.test(cell)) return false;
  const found = readWritten(cell.trim(), { ...NO_READING, order: 'day first' });
  return found.ok && DAY.test(found.edtf);
}

function isYear(cell: string): boolean {
  return /^(?:1[5-9]|20)\d\d$/.test(cell.trim());
}

function filled(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== '').length;
}
