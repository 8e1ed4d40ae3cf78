import { neutralised } from '../formats/dateline-columns';
import type { Piece, Selection } from './selection';
import { KNOWN_COLUMNS, tableRows } from './table';

export interface CsvOptions {
  /** Cells as they are, formulas too. */
  readonly raw: boolean;
  /** A byte order mark at the beginning, by which spreadsheets know UTF-8. */
  readonly mark: boolean;
}

/** A number in a column of the events' own is one to any spreadsheet, and no formula. */
const NUMBER = /^-?\d+(?:\.\d+)?$/;
const MARK = '\ufeff';

/** A table as RFC 4180 has it, in UTF-8: `formats/dateline-csv.ts` reads it back. */
export function* csv(selection: Selection, { raw, mark }: CsvOptions): Generator<Piece, readonly string[]> {
  if (mark) yield { data: MARK, done: 0 };
  const steps = tableRows(selection);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if ('data' in step.value) yield step.value;
    else {
      const { cells, done } = step.value;
      const texts = raw ? cells : cells.map((cell, at) => (isNumber(cell, at) ? cell : neutralised(cell)));
      yield { data: lineOf(texts), done };
    }
  }
}

function isNumber(cell: string, column: number): boolean {
  return column >= KNOWN_COLUMNS && NUMBER.test(cell);
}

/** A small table as CSV for spreadsheets: with a byte order mark, and no cell that would be run as a formula. */
export function csvTable(rows: readonly (readonly string[])[]): string {
  return MARK + rows.map((cells) => lineOf(cells.map(neutralised))).join('');
}

function lineOf(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

/** In quotes where a comma, a semicolon, a line break or space at an end would mean something to one reader or another. */
function quoted(cell: string): string {
  return /[",;\r\n\t]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
