import type { Sheet as FoundSheet } from 'hucre/xlsx';
import type { Fault } from './format';
import { oldOfficeFile, otherArchive, unreadable } from './office-kind';
import { eventSheet, fromHeader, isFilled, type Sheet } from './sheet-choice';
import { asShown, type ShownDates, shownDates } from './sheet-dates';
import { withLinks } from './sheet-links';
import type { Cell, TableRow } from './table';
import { unpackedSize, zipEntries, type ZipEntry } from './zip-entries';

/** Bytes that a workbook may have unpacked: all of them are held at once, and what they say besides. */
const MOST_BYTES = 400_000_000;
/** Rows that show how dates are written in a column. */
const SHOWING = 200;

export type WorkbookRead =
  | {
      readonly ok: true;
      /** Of the sheet chosen; the first is the header. */
      readonly rows: readonly [TableRow, ...TableRow[]];
      readonly sheet: string;
      readonly others: readonly string[];
      /** What was passed over: lines above the header, other sheets. */
      readonly faults: readonly Fault[];
    }
  | { readonly ok: false; readonly message: string };

/**
 * The table of events in a workbook (.xlsx): of the sheet that looks like one. Cells below a merged one have its value. A date
 * that is shown without its day is text, `2024-03` or `2024`, and a time without a date is `13:30:00`; addresses that cells lead
 * to have columns of their own. The message of a
 * file that is no such workbook says what it is. Nothing is held of one that unpacks to more than sensible ones do. Never throws.
 */
export async function readWorkbook(bytes: Uint8Array<ArrayBuffer>): Promise<WorkbookRead> {
  const old = oldOfficeFile(bytes);
  if (old !== null) return { ok: false, message: old };
  const entries = zipEntries(bytes);
  if (entries === null) {
    return {
      ok: false,
      message: 'The file is cut off or broken: it begins as a workbook does, but has no end; fetch it again',
    };
  }
  const other = otherArchive(entries) ?? (await tooLarge(bytes, entries));
  if (other !== null) return { ok: false, message: other };
  try {
    return await read(bytes);
  } catch (error) {
    return { ok: false, message: unreadable(error) };
  }
}

async function tooLarge(bytes: Uint8Array<ArrayBuffer>, entries: readonly ZipEntry[]): Promise<string | null> {
  const message = `The workbook holds more than ${MOST_BYTES / 1e6} MB when unpacked; save the sheet of events as CSV`;
  let size = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (size > MOST_BYTES) return message;
  size = 0;
  for (const entry of entries) {
    const found = await unpackedSize(bytes, entry, MOST_BYTES - size);
    if (found === null) return unreadable(new Error(`"${entry.name}" in it cannot be unpacked`));
    size += found;
    if (size > MOST_BYTES) return message;
  }
  return null;
}

async function read(bytes: Uint8Array<ArrayBuffer>): Promise<WorkbookRead> {
  const { readXlsx } = await import('hucre/xlsx');
  const { sheets: found } = await readXlsx(bytes);
  const sheets = found.map(sheetOf);
  const chosen = eventSheet(sheets);
  const filled = found.filter(({ name }) => sheets.some((sheet) => sheet.name === name && sheet.rows.length > 0));
  const [sheet] = found.filter(({ name }) => name === chosen?.name);
  if (chosen === null) {
    return {
      ok: false,
      message: 'The workbook has no sheet with a header and a row under it; add them and save it again',
    };
  }
  const styled = async (maxRows?: number): Promise<ShownDates> => {
    const options = { sheets: [chosen.name], readStyles: true, ...(maxRows === undefined ? {} : { maxRows }) };
    return shownDates((await readXlsx(bytes, options)).sheets[0]);
  };
  const first = await styled(SHOWING);
  const shown = first.isMixed && chosen.rows.length > SHOWING ? await styled() : first;
  const [names, ...below] = chosen.rows;
  const [header, ...rows] = withLinks([names, ...below], sheet);
  const others = filled.flatMap(({ name }) => (name === chosen.name ? [] : [name]));
  return {
    ok: true,
    rows: [asShown(header, shown), ...rows.map((row) => asShown(row, shown))],
    sheet: chosen.name,
    others,
    faults: [...othersTold(chosen.name, others), ...aboveTold(rowsOf(sheet))],
  };
}

function sheetOf(sheet: FoundSheet): Sheet {
  const isHidden = sheet.hidden === true || sheet.veryHidden === true;
  return { name: sheet.name, isHidden, rows: fromHeader(rowsOf(sheet)).rows };
}

/** Rows that are not blank, without the blank cells at their ends. */
function rowsOf(sheet: FoundSheet): readonly TableRow[] {
  const below = new Map<string, Cell>();
  for (const { startRow, endRow, startCol } of sheet.merges ?? []) {
    const value = sheet.rows[startRow]?.[startCol] ?? null;
    const last = Math.min(endRow, sheet.rows.length - 1);
    for (let row = startRow + 1; row <= last; row += 1) below.set(`${row},${startCol}`, value);
  }
  return sheet.rows.flatMap((found, index) => {
    const cells =
      below.size === 0 ? found : found.map((cell, column) => cell ?? below.get(`${index},${column}`) ?? null);
    const kept = cells.slice(0, cells.findLastIndex(isFilled) + 1);
    return kept.length === 0 ? [] : [{ cells: kept, spot: { line: index + 1, column: 1 } }];
  });
}

function othersTold(sheet: string, others: readonly string[]): readonly Fault[] {
  if (others.length === 0) return [];
  const reason = `${others.length === 1 ? 'is a sheet' : 'are sheets'} not read: "${sheet}" looks most like a table of events`;
  const remedy = 'save the sheet wanted as a workbook of its own';
  return [{ line: 0, column: 0, field: '', found: others.join(', '), reason, remedy, leftOut: false }];
}

function aboveTold(rows: readonly TableRow[]): readonly Fault[] {
  return fromHeader(rows).above.map(({ cells, spot }) => ({
    ...spot,
    field: '',
    found: cells.find(isFilled),
    reason: 'stands above the header: it is no part of the table',
    remedy: 'remove the line',
    leftOut: false,
  }));
}
