import { cellsOf } from './csv-cells';
import { CsvRecords, LONGEST_LINE, type CsvRecord } from './csv-records';
import type { Fault } from './format';
import { settledEnd, withoutSpaces } from './spaced-quotes';
import type { TableRow } from './table';

/** Characters gathered before they are looked at, and read in one go. */
const BATCH = 1 << 16;
const MARKDOWN_RULE = /^[ |:-]*-{2,}[ |:-]*$/;
/** Lines above the header of a table. */
const MOST_TITLES = 5;
const SEPARATOR_LINE = /^\uFEFF?"?sep=.?"?$/i;

/**
 * Reads a table of text in pieces, which may part anything: its rows and what is wrong with them, in their order, the first row
 * being the header. Any line ends; blank lines are no rows, and neither are Excel's `sep=`, lines above the header (told) and
 * the dashes under that of a table in Markdown. Rows with more or fewer cells than the header are told and kept as they are, blank cells at the end of a
 * row excepted. A step (null) is some milliseconds at most. Linear time.
 */
export class TableReader {
  readonly #records: CsvRecords;
  readonly #delimiter: string;
  readonly #batch: number;
  readonly #isSpaced: boolean;
  readonly #rowsAbove: number;
  #gathered: string[] = [];
  #size = 0;
  /** Rows of one cell, until one has more. */
  #titles: TableRow[] | null = [];

  /**
   * `batch`: characters gathered before they are looked at; `isSpaced`: spaces before a quoted cell are no part of it; `above`:
   * rows that stand above the header, of single cells or more.
   */
  constructor(delimiter: string, batch = BATCH, isSpaced = false, above = 0) {
    this.#delimiter = delimiter;
    this.#isSpaced = isSpaced;
    this.#rowsAbove = above;
    this.#batch = batch;
    this.#records = new CsvRecords(delimiter);
  }

  /** Takes the next text; what it completes. */
  *add(text: string): Iterable<TableRow | Fault | null> {
    this.#gathered.push(text);
    this.#size += text.length;
    if (this.#size < Math.max(this.#batch, this.#records.waiting)) return;
    const all = this.#gathered.join('');
    // A carriage return at the end may be half a line end.
    const whole = all.endsWith('\r') ? all.length - 1 : all.length;
    const end = this.#isSpaced ? Math.min(whole, settledEnd(all, this.#delimiter)) : whole;
    this.#take(all.slice(0, end));
    this.#gathered = [all.slice(end)];
    this.#size = all.length - end;
    yield* this.#read(false);
  }

  /** There is no more text. */
  *end(): Iterable<TableRow | Fault | null> {
    this.#take(this.#gathered.join(''));
    this.#gathered = [];
    yield* this.#read(true);
    yield* this.#titles ?? [];
    this.#titles = null;
  }

  #take(text: string): void {
    const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
    this.#records.add(this.#isSpaced ? withoutSpaces(lines, this.#delimiter) : lines);
  }

  *#read(last: boolean): Iterable<TableRow | Fault | null> {
    let whole: CsvRecord[] = [];
    let size = 0;
    for (let record = this.#records.next(last); record !== null; record = this.#records.next(last)) {
      if (record.line === 1 && SEPARATOR_LINE.test(record.text)) continue;
      if (record.slip === null) {
        whole.push(record);
        size += record.text.length;
      }
      if (record.slip === null && size < this.#batch && this.#titles === null) continue;
      yield* this.#rows(whole);
      if (record.slip !== null) {
        yield faultOf(record);
        yield* this.#row(record, this.#alone(record));
      }
      yield null;
      whole = [];
      size = 0;
    }
    yield* this.#rows(whole);
  }

  *#rows(records: readonly CsvRecord[]): Iterable<TableRow | Fault> {
    const rows = cellsOf(records.map(({ text }) => `${text}\n`).join(''), this.#delimiter);
    for (const [index, record] of records.entries()) {
      const cells = rows.length === records.length ? rows[index] : this.#alone(record);
      yield* this.#row(record, cells);
    }
  }

  #alone(record: CsvRecord): readonly string[] {
    return cellsOf(`${record.text}\n`, this.#delimiter).flat();
  }

  *#row({ text, line }: CsvRecord, found: readonly string[]): Iterable<TableRow | Fault> {
    const spot = { line, column: 1 };
    const isSoiled = text.includes('\0');
    const cells = isSoiled ? found.map((cell) => cell.replaceAll('\0', '')) : found;
    let filled = cells.length;
    while (filled > 0 && cells[filled - 1]?.trim() === '') filled -= 1;
    if (isSoiled) {
      yield altered(line, text, 'has NUL characters: they are removed', 'save the file anew as UTF-8 text');
    }
    if (filled === 0 || (this.#delimiter === '|' && MARKDOWN_RULE.test(text))) return;
    if (this.#titles !== null) {
      yield* this.#heading({ cells: cells.slice(0, filled), spot });
      return;
    }
    const { width } = this.#records;
    const kept = cells.length > width ? cells.slice(0, Math.max(filled, width)) : cells;
    if (kept.length > width) {
      const reason = `has ${kept.length} cells, the header ${width}: those beyond have no name`;
      yield altered(line, text, reason, `put quotes around cells with "${this.#delimiter}" in them`);
    } else if (kept.length < width) {
      const reason = `has ${kept.length} ${kept.length === 1 ? 'cell' : 'cells'}, the header ${width}: those missing are blank`;
      yield altered(line, text, reason, 'give each row as many cells as the header has');
    }
    yield { cells: kept, spot };
  }

  /** A row from which the header is to be known. */
  *#heading(row: TableRow): Iterable<TableRow | Fault> {
    const titles = this.#titles ?? [];
    if (titles.length < this.#rowsAbove || (row.cells.length === 1 && titles.length < MOST_TITLES)) {
      titles.push(row);
      return;
    }
    this.#titles = null;
    this.#records.width = row.cells.length;
    for (const { cells, spot } of titles) {
      if (row.cells.length === 1 && this.#rowsAbove === 0) {
        yield { cells, spot };
        continue;
      }
      const reason = 'stands above the header: it is no part of the table';
      const found = cells.filter((cell) => cell !== null && cell !== '').join(' ');
      yield altered(spot.line, found, reason, 'remove the line');
    }
    yield row;
  }
}

function altered(line: number, found: unknown, reason: string, remedy: string): Fault {
  return { line, column: 1, field: '', found, reason, remedy, leftOut: false };
}

function faultOf({ text, slip }: CsvRecord): Fault {
  const { line, column, kind } = slip ?? { line: 0, column: 0, kind: 'long' };
  const told = { line, column, field: '', found: text, leftOut: false };
  if (kind === 'unclosed') {
    const reason = 'has a quote that does not end: it is left out, and the record ends with its line';
    return { ...told, reason, remedy: 'close the quote, or write "" for a quote in a quoted cell' };
  }
  if (kind === 'inside') {
    const reason = 'has a quote inside of a quoted cell: it is kept as part of the text';
    return { ...told, reason, remedy: 'write "" for a quote in a quoted cell' };
  }
  const reason = `is a line of more than ${LONGEST_LINE} characters: the rest is cut`;
  return { ...told, reason, remedy: 'see whether its line ends are lost' };
}
