import { isFields } from '../../domain/parsing/field';
import type { Fault, Found, Spot } from './format';
import type { ItemReader } from './json-format';
import { noObject } from './json-part';
import type { Cell, RowReader, TableRow } from './table';

/** Levels of objects whose members are columns of their own. */
const LEVELS = 3;
const JOINER = '; ';
/** Columns at most; a list that uses keys for data has no end of them. */
const MOST_COLUMNS = 500;

/**
 * A list of objects that nobody knows as a table. The header is told by the first items: each key is a column, those of
 * objects within as `a.b`. Plain values in a list are joined by `; `, and so are those of the same key in a list of objects
 * (`sources.url`); what nests deeper is JSON text. Of a list of lists, the first is the header.
 */
export class JsonTable {
  readonly header: readonly string[];
  readonly #columns: ReadonlyMap<string, number>;
  readonly #isListed: boolean;
  #isHeader: boolean;
  /** Keys that no column has, with how many items have them and the first of these. */
  readonly #late = new Map<string, { count: number; readonly spot: Spot; readonly found: Cell }>();

  /** `first` are the items that the beginning of the file has. */
  constructor(first: readonly unknown[]) {
    const [top] = first;
    this.#isListed = Array.isArray(top);
    this.#isHeader = this.#isListed;
    const names = Array.isArray(top)
      ? top.map((each) => String(plain(each) ?? ''))
      : first.flatMap((item) => [...cellsOf(item).keys()]);
    this.header = (this.#isListed ? names : [...new Set(names)]).slice(0, MOST_COLUMNS);
    this.#columns = new Map(this.header.map((name, index) => [name, index]));
  }

  /** An item as a row; null for the header; a fault when it is neither an object nor, in a list of lists, a list. */
  row(item: unknown, spot: Spot): TableRow | Fault | null {
    if (this.#isHeader) {
      this.#isHeader = false;
      return null;
    }
    if (this.#isListed && Array.isArray(item)) return { cells: item.map((each) => cellOf(each)), spot };
    if (!isFields(item)) return noObject(item, spot);
    const cells = new Array<Cell>(this.header.length).fill(null);
    for (const [name, cell] of cellsOf(item)) {
      const column = this.#columns.get(name);
      if (column !== undefined) cells[column] = cell;
      else this.#noteLate(name, cell, spot);
    }
    return { cells, spot };
  }

  /** Told of keys that only later items have. */
  *end(): Generator<Fault> {
    for (const [field, { count, spot, found }] of this.#late) {
      const reason = `is a key that none of the first items has: it is left out of ${count === 1 ? 'one item' : `${count} items`}`;
      yield { ...spot, field, found, reason, remedy: 'move an item that has it to the front', leftOut: false };
    }
  }

  #noteLate(name: string, found: Cell, spot: Spot): void {
    const late = this.#late.get(name);
    if (late !== undefined) late.count += 1;
    else if (found !== null && this.#late.size < MOST_COLUMNS) this.#late.set(name, { count: 1, spot, found });
  }
}

/** Reads the items of a table by a reader of its rows. */
export class TableItems implements ItemReader {
  readonly #table: JsonTable;
  readonly #rows: RowReader;

  constructor(table: JsonTable, rows: RowReader) {
    this.#table = table;
    this.#rows = rows;
  }

  *item(item: unknown, spot: Spot): Generator<Found> {
    const row = this.#table.row(item, spot);
    if (row === null) return;
    if ('cells' in row) yield* this.#rows.row(row);
    else yield { kind: 'fault', fault: row };
  }

  *end(): Generator<Found> {
    for (const fault of this.#table.end()) yield { kind: 'fault', fault };
    yield* this.#rows.end();
  }
}

function cellsOf(item: unknown): ReadonlyMap<string, Cell> {
  const cells = new Map<string, Cell>();
  if (isFields(item)) addMembers(cells, item, '', LEVELS);
  return cells;
}

function addMembers(
  cells: Map<string, Cell>,
  item: Readonly<Record<string, unknown>>,
  prefix: string,
  levels: number,
): void {
  for (const [key, value] of Object.entries(item)) {
    const name = prefix + key;
    if (isFields(value) && levels > 1) addMembers(cells, value, `${name}.`, levels - 1);
    else if (Array.isArray(value) && value.length > 0 && value.every(isFields)) addColumns(cells, value, name);
    else cells.set(name, cellOf(value));
  }
}

/** Of a list of objects, each key's values joined. */
function addColumns(
  cells: Map<string, Cell>,
  objects: readonly Readonly<Record<string, unknown>>[],
  name: string,
): void {
  const columns = new Map<string, string[]>();
  for (const object of objects) {
    for (const [key, value] of Object.entries(object)) {
      const cell = cellOf(value);
      if (cell === null) continue;
      const column = columns.get(key) ?? [];
      column.push(String(cell));
      columns.set(key, column);
    }
  }
  for (const [key, values] of columns) cells.set(`${name}.${key}`, values.join(JOINER));
}

function cellOf(value: unknown): Cell {
  if (Array.isArray(value)) {
    const texts = value.map(plain).filter((each) => each !== null);
    return texts.length === value.length ? texts.join(JOINER) : JSON.stringify(value);
  }
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : plain(value);
}

function plain(value: unknown): string | number | boolean | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
