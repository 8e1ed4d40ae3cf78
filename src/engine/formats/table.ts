import type { Found, Spot } from './format';

/** A cell of a table: text, or what a workbook has as a number, a truth value or a moment (UTC) of its own. */
export type Cell = string | number | boolean | Date | null;

/** A row of a table with the place it stands at. Cells that the row lacks at its end are absent. */
export interface TableRow {
  readonly cells: readonly Cell[];
  readonly spot: Spot;
}

/** Makes events of the rows of one table, in their order. */
export interface RowReader {
  /** What a row holds: an event, faults, nothing (a blank row). */
  row(row: TableRow): Iterable<Found>;
  /** There are no more rows. */
  end(): Iterable<Found>;
}

/** A table whose columns are known: each in a file of its own. */
export interface TableFormat {
  /** As people call it: `Timesketch CSV`. */
  readonly name: string;
  /**
   * Whether the table is of this format, told by its header; `first` are some of the rows after it. A format without a header
   * is asked with the first row as header, and has `isHeaderless`.
   */
  recognises(header: readonly string[], first: readonly TableRow[]): boolean;
  readonly isHeaderless?: true;
  reader(header: readonly string[]): RowReader;
}
