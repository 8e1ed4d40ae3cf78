import type { Survey } from '../mapping/mapping';
import type { Choices } from './choices';
import { TableReader } from './csv';
import { rowsAbove } from './delimiter';
import type { Fault, FormatReader, Found, Sample } from './format';
import { hasSpacedQuotes } from './spaced-quotes';
import type { TableRow } from './table';
import { type TableReading, tableReading } from './tables';

/** Rows that tell what a table is. */
const FIRST = 50;
const KINDS: Readonly<Record<string, string>> = {
  ',': 'CSV',
  ';': 'CSV (semicolons)',
  '\t': 'TSV',
  '|': 'Table (pipes)',
};

/** Reads a table of text, whose beginning is `sample`. */
export class TextTable implements FormatReader {
  readonly #reading: TableReading;
  readonly #table: TableReader;
  #isFirst = true;

  constructor({ name, text }: Sample, delimiter: string, choices: Choices) {
    const isSpaced = hasSpacedQuotes(text, delimiter);
    const above = rowsAbove(text, delimiter);
    const [header, ...first] = firstRows(text, new TableReader(delimiter, undefined, isSpaced, above));
    this.#reading = tableReading(name, KINDS[delimiter] ?? 'CSV', header, first, choices);
    this.#table = new TableReader(delimiter, undefined, isSpaced, above);
  }

  get format(): string {
    return this.#reading.format;
  }
  get mapping(): string | null {
    return this.#reading.mapping;
  }
  get survey(): (() => Survey) | undefined {
    return this.#reading.survey;
  }

  *add(text: string): Generator<Found | null> {
    yield* this.#found(this.#table.add(text));
  }

  *end(): Generator<Found | null> {
    yield* this.#found(this.#table.end());
    yield* this.#reading.rows.end();
  }

  *#found(items: Iterable<TableRow | Fault | null>): Generator<Found | null> {
    for (const item of items) {
      if (item === null) yield null;
      else if (!('cells' in item)) yield { kind: 'fault', fault: item };
      else {
        if (this.#isFirst) for (const fault of this.#reading.faults) yield { kind: 'fault', fault };
        if (!this.#isFirst || this.#reading.isHeaderless) yield* this.#reading.rows.row(item);
        this.#isFirst = false;
      }
    }
  }
}

/** The header, be it blank, and some rows after it. */
function firstRows(text: string, table: TableReader): readonly [TableRow, ...TableRow[]] {
  const rows: TableRow[] = [];
  for (const items of [table.add(text), table.end()]) {
    for (const item of items) {
      if (item !== null && 'cells' in item) rows.push(item);
      if (rows.length > FIRST) break;
    }
  }
  const [header = { cells: [], spot: { line: 1, column: 1 } }, ...first] = rows;
  return [header, ...first];
}
