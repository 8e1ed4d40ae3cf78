import { roleByName } from '../mapping/roles-by-name';
import { cellsOf } from './csv-cells';
import { CsvRecords } from './csv-records';
import { headerAt } from './header-row';
import { hasSpacedQuotes, withoutSpaces } from './spaced-quotes';

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** Records looked at. */
const LOOKED_AT = 100;
const SEPARATOR_LINE = /^\uFEFF?"?sep=([^"\r\n])"?[\r\n]/i;
/** A name of a column is no longer. */
const LONGEST_NAME = 120;
const LONGEST_KNOWN = 40;
/** Columns: prose has fewer. */
const MANY = 6;

/**
 * What parts the cells of a table, by its beginning: comma, semicolon, tab or pipe, or what Excel's `sep=` line says. Null when
 * nothing parts its lines into more than one cell.
 */
export function delimiterOf(sample: string): string | null {
  const said = SEPARATOR_LINE.exec(sample)?.[1];
  return said ?? best(sample)?.delimiter ?? null;
}

/** Whether the beginning of a text looks like a table: a row of names, and rows most of which have as many cells. */
export function looksTabular(sample: string): boolean {
  if (SEPARATOR_LINE.test(sample)) return true;
  if (/^\s*(?:[[{<]|BEGIN:)/.test(sample)) return false;
  const found = best(sample);
  if (found === null) return false;
  const names = found.header.filter((name) => name.trim() !== '');
  // Names of columns that are known make a header, whatever the rows below.
  const known = names.filter((name) => name.length < LONGEST_KNOWN && roleByName(name)?.strength === 2);
  if (found.above === 0 && known.length > 1) return true;
  if (found.share < 0.5) return false;
  // A table without a header may have long cells in its first row, among many.
  const isLong = names.length < MANY && names.some((name) => name.length > LONGEST_NAME);
  if (names.length < 2 || isLong) return false;
  // Prose has commas too, a tab or a row of many cells it has not.
  return found.rows > 1
    ? found.share > 0.8 || names.length > 2 || found.delimiter !== ','
    : !/[.!?]$/.test(sample.trim());
}

/** How many rows stand above the header of a table, blank ones and Excel's `sep=` line not counted. */
export function rowsAbove(sample: string, delimiter: string): number {
  return partedBy(sample.replace(SEPARATOR_LINE, ''), delimiter)?.above ?? 0;
}

interface Parted {
  readonly delimiter: string;
  readonly header: readonly string[];
  /** Rows above it. */
  readonly above: number;
  /** With the header. */
  readonly rows: number;
  /** Of the rows, those with as many cells as the header. */
  readonly share: number;
}

function best(sample: string): Parted | null {
  let found: Parted | null = null;
  for (const delimiter of DELIMITERS) {
    const parted = partedBy(sample, delimiter);
    if (parted === null) continue;
    const isBetter = found === null || weight(parted) > weight(found);
    if (isBetter) found = parted;
  }
  return found;
}

function weight({ share, header, above }: Parted): number {
  return share * (1 + Math.log2(header.length) / 4) * (above === 0 ? 2 : 1);
}

/** Null when the header, the first row of more than one cell, is not among the first rows. */
function partedBy(sample: string, delimiter: string): Parted | null {
  const records = new CsvRecords(delimiter);
  const lines = sample.replace(/\r\n?/g, '\n');
  records.add(hasSpacedQuotes(lines, delimiter) ? withoutSpaces(lines, delimiter) : lines);
  const rows: (readonly string[])[] = [];
  for (let record = records.next(true); record !== null && rows.length < LOOKED_AT; record = records.next(true)) {
    const cells = record.text.trim() === '' ? [] : cellsOf(`${record.text}\n`, delimiter).flat();
    if (cells.some((cell) => cell.trim() !== '')) rows.push(cells);
  }
  // The last one may be cut off.
  if (rows.length > 2) rows.pop();
  const top = headerAt(rows);
  const header = rows[top];
  if (top < 0) return null;
  const width = widthOf(header);
  const alike = rows.slice(top).filter((cells) => widthOf(cells) <= width && cells.length >= width).length;
  return { delimiter, header, above: top, rows: rows.length - top, share: alike / (rows.length - top) };
}

/** Blank cells at the end of a row do not count. */
function widthOf(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '') + 1;
}
