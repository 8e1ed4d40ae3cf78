import type { Cell, TableRow } from './table';

/** Rows among which the header is looked for. */
const LOOKED_AT = 20;
/** What columns of dates are called, in five languages. */
const DATE_NAME =
  /\b(?:date|dates|datetime|year|time|when|day|start|began|begin|datum|jahr|tag|beginn|fecha|año|inicio|jour|année|début)\b|дата|год|время|начало/i;

/** A sheet as a table: its header first, without what stands above it. */
export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly rows: readonly TableRow[];
}

/**
 * The one that looks most like a table of events: seen, with a column of dates, with the most rows. Null when none has a row
 * under its header.
 */
export function eventSheet(sheets: readonly Sheet[]): Sheet | null {
  let chosen: Sheet | null = null;
  for (const sheet of sheets) {
    if (sheet.rows.length < 2) continue;
    if (chosen === null || isBetter(sheet, chosen)) chosen = sheet;
  }
  return chosen;
}

/** The rows from the header on, the first among them as wide as most are; `above`: lines left out before it. */
export function fromHeader(rows: readonly TableRow[]): {
  readonly rows: readonly TableRow[];
  readonly above: readonly TableRow[];
} {
  const counts = rows.slice(0, LOOKED_AT).map(({ cells }) => cells.filter(isFilled).length);
  const most = Math.max(0, ...counts);
  const header = counts.findIndex((count) => count > 1 && count * 2 >= most);
  return header > 0 ? { rows: rows.slice(header), above: rows.slice(0, header) } : { rows, above: [] };
}

/** Neither absent nor blank. */
export function isFilled(cell: Cell): boolean {
  return cell !== null && (typeof cell !== 'string' || cell.trim() !== '');
}

function isBetter(sheet: Sheet, other: Sheet): boolean {
  if (sheet.isHidden !== other.isHidden) return other.isHidden;
  const [dated, otherDated] = [hasDates(sheet), hasDates(other)];
  return dated === otherDated ? sheet.rows.length > other.rows.length : dated;
}

function hasDates({ rows: [header, ...rows] }: Sheet): boolean {
  if (header.cells.some((name) => typeof name === 'string' && DATE_NAME.test(name))) return true;
  return rows.slice(0, LOOKED_AT).some(({ cells }) => cells.some((cell) => cell instanceof Date));
}
