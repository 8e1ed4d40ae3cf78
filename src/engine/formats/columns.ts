import type { Fields } from '../../domain/parsing/field';
import { readWritten, type Reading } from '../../domain/written-date';
import type { Fault, Found } from './format';
import { ownKeys } from './own-keys';
import type { Cell, TableRow } from './table';

/** The columns of a table that a format knows, by their names in lower case; of two of a name the first counts. */
export class Columns {
  /** As the file has them, or what stands in for a name that is missing or taken. */
  readonly #names: readonly string[];
  readonly #places = new Map<string, number>();
  readonly #known: ReadonlySet<number>;

  readonly #meant: (text: string) => string;

  /** `meant`: the text of a cell that goes along; '' for what stands for nothing. */
  constructor(header: readonly string[], known: readonly string[], meant: (text: string) => string = (text) => text) {
    this.#meant = meant;
    for (const [place, name] of header.entries()) {
      const key = keyOf(name);
      if (!this.#places.has(key)) this.#places.set(key, place);
    }
    this.#names = header.map((name, place) => {
      if (name.trim() === '') return lone(place);
      return this.#places.get(keyOf(name)) === place ? name.trim() : `${name.trim()} (${lone(place)})`;
    });
    this.#known = new Set(known.flatMap((name) => this.#places.get(name) ?? []));
  }

  has(name: string): boolean {
    return this.#places.has(name);
  }

  row(row: TableRow): KnownRow {
    return new KnownRow(this, row);
  }

  /** -1 when there is none. */
  placeOf(name: string): number {
    return this.#places.get(name) ?? -1;
  }

  /** As the file names it. */
  nameAt(place: number): string {
    return this.#names[place] ?? lone(place);
  }

  /** What the columns that are not known hold, under their own names. */
  own(cells: readonly Cell[]): Fields {
    const own: [string, string][] = [];
    for (const [place, cell] of cells.entries()) {
      if (this.#known.has(place)) continue;
      const text = this.#meant(textOfCell(cell));
      if (text !== '') own.push([this.nameAt(place), text]);
    }
    return ownKeys(Object.fromEntries(own), NONE);
  }
}

const NONE: ReadonlySet<string> = new Set();

/** A row of a known table, and what is found wrong with it. */
export class KnownRow {
  readonly #columns: Columns;
  readonly #row: TableRow;
  readonly #faults: Fault[] = [];

  constructor(columns: Columns, row: TableRow) {
    this.#columns = columns;
    this.#row = row;
  }

  cell(name: string): Cell {
    return this.#row.cells[this.#columns.placeOf(name)] ?? null;
  }

  /** Trimmed; '' when there is none. */
  text(name: string): string {
    return textOfCell(this.cell(name));
  }

  /** The text of the first of `names` that has one. */
  firstText(...names: readonly string[]): string {
    for (const name of names) {
      const text = this.text(name);
      if (text !== '') return text;
    }
    return '';
  }

  tell(name: string, found: unknown, reason: string, remedy: string): void {
    const place = this.#columns.placeOf(name);
    const field = place < 0 ? name : this.#columns.nameAt(place);
    this.#faults.push({ ...this.#row.spot, field, found, reason, remedy, leftOut: false });
  }

  /** The date of a cell as EDTF; null when it has none, or (told, with `effect`) cannot be read. */
  date(name: string, reading: Reading, effect: string): string | null {
    const cell = this.cell(name);
    if (textOfCell(cell) === '') return null;
    const written = readWritten(cell instanceof Date ? textOfCell(cell) : cell, reading);
    if (!written.ok) {
      this.tell(name, textOfCell(cell), `${written.reason}: ${effect}`, written.remedy);
      return null;
    }
    if (written.note !== undefined) this.tell(name, textOfCell(cell), written.note.reason, written.note.remedy);
    return written.edtf;
  }

  /** The event that the row tells: `fields` that are neither null, '' nor empty lists, and the columns that are not known. */
  event(fields: Fields): Found & { readonly kind: 'event' } {
    const told = Object.entries(fields).filter(([, value]) => isTold(value));
    const event = { ...Object.fromEntries(told), ...without(this.#columns.own(this.#row.cells), fields) };
    return { kind: 'event', event, spot: this.#row.spot, faults: this.#faults };
  }

  /** The row is left out. */
  leftOut(reason: string, remedy: string): Found {
    const found = this.#row.cells.map(textOfCell).join(' ').trim();
    return { kind: 'fault', fault: { ...this.#row.spot, field: '', found, reason, remedy, leftOut: true } };
  }
}

/** Trimmed; a moment as ISO 8601, without a time of midnight. */
export function textOfCell(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell.trim();
  if (!(cell instanceof Date)) return String(cell);
  if (Number.isNaN(cell.getTime())) return '';
  return cell.toISOString().replace('T00:00:00.000Z', '').replace('.000Z', 'Z');
}

/** Parts of a text between `separators`, trimmed, each once, none of them empty. */
export function distinct(texts: readonly string[], separators = /;/): readonly string[] {
  const parts = texts.flatMap((text) => text.split(separators)).map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ''))];
}

function lone(place: number): string {
  return `column ${place + 1}`;
}

function keyOf(name: string): string {
  return name.trim().toLowerCase();
}

function isTold(value: unknown): boolean {
  return value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
}

/** A column must not take the place of what the format makes of others. */
function without(own: Fields, fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(own).map(([name, value]) => [isTold(fields[name]) ? `_${name}` : name, value]),
  );
}
