import { DAY_MS } from '../../domain/calendar';
import { readDate } from '../../domain/date';
import type { ChronologyEvent } from '../../domain/event';
import type { DateReader } from '../../domain/parsing/date';
import { FLAG } from '../columns';
import { DATINGS, datesInColumns, type ColumnDate } from './dating';
import { FieldBuilder } from './field-builder';
import { GrowingInts, GrowingNumbers } from './growing';
import { knownValues, type Names, type PackedColumns } from './packed';
import { type Field, FIELDS } from '../query';
import { reachLevels } from '../rows/reach';
import { sorting } from './sorting';

export interface BuiltColumns {
  readonly columns: PackedColumns;
  /** Number of the event of each row, counted as the events came. */
  readonly order: Uint32Array;
}

/** Columns of `events`, which need not be sorted. Never throws: a date that cannot be read counts as none. */
export function buildColumns(names: Names, events: Iterable<ChronologyEvent>): BuiltColumns {
  const builder = new ColumnsBuilder(readDate);
  const ids: string[] = [];
  for (const event of events) {
    builder.add(event);
    ids.push(event.id);
  }
  const steps = builder.finishing(names, ids);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Columns of events that come one by one; of an event only numbers are kept. */
export class ColumnsBuilder {
  readonly #dateOf: (text: string | null) => ColumnDate;
  readonly #earliest = new GrowingNumbers();
  readonly #beginLatest = new GrowingNumbers();
  readonly #endEarliest = new GrowingNumbers();
  readonly #latest = new GrowingNumbers();
  readonly #flags = new GrowingInts();
  readonly #fields = FIELDS.map((key) => new FieldBuilder(key));

  constructor(dates: DateReader) {
    this.#dateOf = datesInColumns(dates);
  }

  add(event: ChronologyEvent): void {
    const date = this.#dateOf(event.date);
    this.#earliest.push(date.earliest);
    this.#beginLatest.push(date.beginLatest);
    this.#endEarliest.push(date.endEarliest);
    this.#latest.push(date.latest);
    this.#flags.push(date.flags);
    for (const field of this.#fields) {
      noteValues(field, event, date);
      field.next();
    }
  }

  /** The values of a field in the order in which they came, each with the number of the first event that has it. */
  appearances(key: Field): Generator<readonly [id: string, event: number]> {
    return this.#of(key).appearances();
  }

  /**
   * `ids` are the events' own, as they came; `names` name the values, those of actors and topics standing in their order,
   * used or not. In steps of some ten milliseconds at a million events: yields the share done, up to 1.
   */
  *finishing(names: Names, ids: readonly string[]): Generator<number, BuiltColumns> {
    const steps = 10 + FIELDS.length;
    let done = 0;
    const order = yield* sorting(this.#earliest.view(), this.#latest.view(), ids, (share) => (share * 8) / steps);
    yield (done = 8) / steps;
    const earliest = pick(this.#earliest.view(), order);
    const latest = pick(this.#latest.view(), order);
    const given = this.#flags.view();
    const flags = new Uint8Array(order.length);
    for (let row = 0; row < flags.length; row++) flags[row] = given[order[row]];
    let dated = order.length;
    while (dated > 0 && Number.isNaN(earliest[dated - 1])) dated--;
    yield ++done / steps;
    const datings = DATINGS.filter(({ id }) => id === 'undated' || this.#of('dating').has(id)).map(({ id }) => id);
    const rowsWhere = (test: (row: number) => boolean): Uint32Array => {
      const rows = new GrowingInts();
      for (let row = 0; row < dated; row++) if (test(row)) rows.push(row);
      return rows.view().slice();
    };
    const rest = {
      dated,
      earliest,
      beginLatest: pick(this.#beginLatest.view(), order),
      endEarliest: pick(this.#endEarliest.view(), order),
      latest,
      flags,
      levels: reachLevels(latest, dated),
      endless: rowsWhere((row) => latest[row] === Infinity),
      long: rowsWhere((row) => latest[row] - earliest[row] > DAY_MS),
      coarse: rowsWhere((row) => (flags[row] & FLAG.coarse) !== 0),
      wider: rowsWhere((row) => (flags[row] & FLAG.wider) !== 0),
      datings,
    };
    const fields = [];
    for (const builder of this.#fields) {
      yield ++done / steps;
      fields.push(builder.finish(order, knownValues(builder.key, names, datings)));
    }
    return { columns: { ...rest, fields }, order };
  }

  #of(key: Field): FieldBuilder {
    return this.#fields[FIELDS.indexOf(key)];
  }
}

function noteValues(field: FieldBuilder, event: ChronologyEvent, { dating }: ColumnDate): void {
  switch (field.key) {
    case 'actor':
      for (const { id } of event.actors) field.note(id);
      return;
    case 'topic':
      for (const id of event.topics) field.note(id);
      return;
    case 'publisher':
      for (const { publisher } of event.sources) if (publisher !== null) field.note(publisher);
      return;
    case 'dating':
      field.note(dating);
      return;
    default: {
      const value = event[field.key];
      if (value !== null) field.note(value);
    }
  }
}

function pick(values: Float64Array, order: Uint32Array): Float64Array {
  // `from` with a callback goes through an iterator: ten times slower at a million.
  const picked = new Float64Array(order.length);
  for (let row = 0; row < order.length; row++) picked[row] = values[order[row]];
  return picked;
}
