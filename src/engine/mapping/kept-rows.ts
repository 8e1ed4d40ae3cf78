import type { Cell, TableRow } from '../formats/table';

/** Characters of rows that are written together. */
const BATCH = 1 << 16;

/** A row as it is kept: line, column, cells; a moment as an object with its time. */
type Written = readonly [line: number, column: number, cells: readonly WrittenCell[]];
type WrittenCell = Exclude<Cell, Date> | { readonly time: number | null };

/** Keeps rows until all of a table have come: as bytes, for as objects they would take several times as much. */
export class KeptRows {
  readonly #kept: Uint8Array[] = [];
  readonly #encoder = new TextEncoder();
  #batch: Written[] = [];
  #size = 0;

  /** Takes the next row. */
  add({ cells, spot }: TableRow): void {
    this.#batch.push([spot.line, spot.column, cells.map(written)]);
    this.#size += 8;
    for (const cell of cells) this.#size += typeof cell === 'string' ? cell.length + 3 : 8;
    if (this.#size >= BATCH) this.#write();
  }

  /** The rows in their order, each given away: they can be had once. A moment that is none stays one. */
  *taken(): Generator<TableRow> {
    this.#write();
    const decoder = new TextDecoder();
    for (let bytes = this.#kept.shift(); bytes !== undefined; bytes = this.#kept.shift()) {
      const rows = parsed(decoder.decode(bytes));
      for (const [line, column, cells] of rows) yield { cells: cells.map(read), spot: { line, column } };
    }
  }

  #write(): void {
    if (this.#batch.length > 0) this.#kept.push(this.#encoder.encode(JSON.stringify(this.#batch)));
    this.#batch = [];
    this.#size = 0;
  }
}

function written(cell: Cell): WrittenCell {
  return cell instanceof Date ? { time: cell.getTime() } : cell;
}

function read(cell: WrittenCell): Cell {
  return typeof cell === 'object' && cell !== null ? new Date(cell.time ?? Number.NaN) : cell;
}

function parsed(json: string): readonly Written[] {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- what was written here is what is read
  const rows: readonly Written[] = JSON.parse(json);
  return rows;
}
