import type { DayOrder, NumberKind, Reading, Written } from './written/model';
import { NO_READING } from './written/model';
import { isCalendarNumber, kindOf } from './written/numbers';
import { readWritten } from './written/read';

export type { DayOrder, NumberKind, Reading, Trouble, Written } from './written/model';
export { NO_READING } from './written/model';
export { readWritten } from './written/read';

/**
 * What a column shows of its order of days and months: the only one that some of its dates can have. `not needed`: every date
 * can be read without; `contradictory`: some can only have one, some only the other, and some could have both.
 */
export type ShownOrder = DayOrder | 'not told' | 'not needed' | 'contradictory';

/** What a column shows of the dates in it, looked through as a whole. */
export interface ColumnDates {
  /** Cells added. */
  readonly cells: number;
  /** Of these, those that tell a date, given `numbers` and an order if one is needed. */
  readonly readable: number;
  readonly order: ShownOrder;
  /** Of a column that has both orders, though none is in doubt: the one that more of its dates have. */
  readonly mostly?: DayOrder;
  /** Why `order` is so: cells that need it, or that show one or the other; six at most, as found. */
  readonly examples: readonly string[];
  readonly numbers: NumberKind | null;
  /** `day`: every time of day in it is midnight. */
  readonly midnight: 'day' | 'time';
}

const FEW = 3;
const NUMBER = /^-?\d{5,}(?:\.\d+)?$/;

/** Looks at the cells of one column, one by one; they are not kept. Cost as that of reading each cell. */
export class WrittenColumn {
  readonly #isNamedDate: boolean;
  readonly #kinds = new Map<NumberKind, number>();
  readonly #examples: Record<DayOrder | 'either', string[]> = { 'day first': [], 'month first': [], either: [] };
  readonly #shown: Record<DayOrder | 'either', number> = { 'day first': 0, 'month first': 0, either: 0 };
  #cells = 0;
  #read = 0;
  #calendarNumbers = 0;
  #times = 0;
  #midnights = 0;

  /** `isNamedDate`: the column's name says that it holds dates; only then are bare numbers taken for a spreadsheet's days. */
  constructor(isNamedDate: boolean) {
    this.#isNamedDate = isNamedDate;
  }

  /** Takes the next cell that is not blank. */
  add(cell: string | number | boolean | Date): void {
    this.#cells += 1;
    const number =
      typeof cell === 'number' ? cell : typeof cell === 'string' && NUMBER.test(cell) ? Number(cell) : null;
    if (number !== null) {
      this.#addNumber(number);
      return;
    }
    const found = readWritten(cell, NO_READING);
    if (found.shows !== undefined) this.#show(found.shows, cell);
    if (found.ok) {
      this.#read += 1;
      this.#seeTime(found.edtf);
    }
  }

  found(): ColumnDates {
    const numbers = this.#numbers();
    const counted = numbers === null ? 0 : (this.#kinds.get(numbers) ?? 0);
    const readable = this.#read + this.#shown.either + Math.max(counted, this.#calendarNumbers);
    const order = this.#order();
    const examples = order === 'not needed' ? [] : Object.values(this.#examples).flat();
    const midnight = this.#times > 0 && this.#times === this.#midnights ? 'day' : 'time';
    const found: ColumnDates = { cells: this.#cells, readable, order, examples, numbers, midnight };
    const { 'day first': day, 'month first': month, either } = this.#shown;
    if (day === 0 || month === 0 || either > 0) return found;
    return { ...found, mostly: day < month ? 'month first' : 'day first' };
  }

  /** A reading of its cells, in the order that it shows itself, otherwise in `given`; what has another order than most is told. */
  static reading({ order, numbers, midnight, mostly }: ColumnDates, given: DayOrder | null): Reading {
    const shown = order === 'day first' || order === 'month first' ? order : (given ?? mostly ?? null);
    return { order: shown, numbers, midnight };
  }

  #addNumber(value: number): void {
    const kind = kindOf(value);
    if (isCalendarNumber(value) && readWritten(value, NO_READING).ok) this.#calendarNumbers += 1;
    else if (kind === null && readWritten(value, NO_READING).ok) this.#read += 1;
    if (kind === null || (kind === 'serial' && !this.#isNamedDate)) return;
    this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) + 1);
    const found: Written = readWritten(value, { order: null, numbers: kind });
    if (found.ok && kind !== 'serial') this.#seeTime(found.edtf);
  }

  #seeTime(edtf: string): void {
    if (edtf.charCodeAt(10) !== 84) return;
    this.#times += 1;
    if (edtf.startsWith('00', 11) && !/[1-9]/.test(edtf.slice(11, 23).replace(/[Z+-].*/, ''))) this.#midnights += 1;
  }

  #show(order: DayOrder | 'either', cell: string | number | boolean | Date): void {
    this.#shown[order] += 1;
    const examples = this.#examples[order];
    if (examples.length === FEW) return;
    const text = String(cell);
    if (!examples.includes(text)) examples.push(text);
  }

  #numbers(): NumberKind | null {
    let most: NumberKind | null = null;
    for (const [kind, count] of this.#kinds) {
      if (count > (most === null ? this.#calendarNumbers : (this.#kinds.get(most) ?? 0))) most = kind;
    }
    return most;
  }

  #order(): ShownOrder {
    const { 'day first': day, 'month first': month, either } = this.#shown;
    if (day > 0 && month > 0) return either > 0 ? 'contradictory' : 'not needed';
    if (day > 0) return 'day first';
    if (month > 0) return 'month first';
    return either > 0 ? 'not told' : 'not needed';
  }
}
