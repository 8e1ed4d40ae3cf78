import type { Choices } from './choices';
import type { Fault, FormatReader, Found } from './format';
import type { Recognised } from './recognise';
import type { TableRow } from './table';
import { type TableReading, tableReading } from './tables';
import { readWorkbook } from './xlsx';

/** Rows that tell what a table is. */
const FIRST = 50;
/** Rows between two pauses. */
const FEW = 100;

/** How the workbook of these bytes, a zip archive or what old and locked workbooks are kept in, is to be read. */
export async function workbook(name: string, bytes: Uint8Array<ArrayBuffer>, choices: Choices): Promise<Recognised> {
  const read = await readWorkbook(bytes);
  if (!read.ok) return { kind: 'refused', message: read.message };
  const [header, ...rows] = read.rows;
  const { format, mapping, survey, ...reading } = tableReading(
    name,
    'Excel workbook',
    header,
    rows.slice(0, FIRST),
    choices,
  );
  const reader = new WorkbookRows(reading, reading.isHeaderless ? read.rows : rows, [
    ...read.faults,
    ...reading.faults,
  ]);
  return { kind: 'read', format, mapping, reader, survey };
}

/** All has come before it is asked for. */
class WorkbookRows implements FormatReader {
  readonly #reading: Pick<TableReading, 'rows'>;
  readonly #rows: readonly TableRow[];
  readonly #faults: readonly Fault[];

  constructor(reading: Pick<TableReading, 'rows'>, rows: readonly TableRow[], faults: readonly Fault[]) {
    this.#reading = reading;
    this.#rows = rows;
    this.#faults = faults;
  }

  add(): readonly Found[] {
    return [];
  }

  *end(): Generator<Found | null> {
    for (const fault of this.#faults) yield { kind: 'fault', fault };
    for (const [index, row] of this.#rows.entries()) {
      yield* this.#reading.rows.row(row);
      if (index % FEW === 0) yield null;
    }
    yield* this.#reading.rows.end();
  }
}
