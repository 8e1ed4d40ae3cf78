import { DAY_MS } from '../../domain/calendar';
import type { Chronology } from '../../domain/dataset';
import { readDate } from '../../domain/date';
import type { ChronologyEvent } from '../../domain/event';
import { type FieldValue, FLAG } from '../columns';
import { DATINGS, datingOf, flagsOf } from './dating';
import { FieldBuilder } from './field-builder';
import { GrowingInts, GrowingNumbers } from './growing';
import type { PackedColumns } from './packed';
import { type Field, FIELDS } from '../query';
import { reachLevels } from '../rows/reach';
import { sortedRows } from './sorting';

export interface BuiltColumns {
  readonly columns: PackedColumns;
  /** Number of the event of each row, counted as the events came. */
  readonly order: Uint32Array;
}

/** Columns of `events`, which need not be sorted. Never throws: a date that cannot be read counts as none. */
export function buildColumns(chronology: Chronology, events: Iterable<ChronologyEvent>): BuiltColumns {
  const builder = new ColumnsBuilder();
  for (const event of events) builder.add(event);
  return builder.finish(chronology);
}

/** Columns of events that come one by one; of an event only numbers and its id are kept. */
export class ColumnsBuilder {
  readonly #earliest = new GrowingNumbers();
  readonly #beginLatest = new GrowingNumbers();
  readonly #endEarliest = new GrowingNumbers();
  readonly #latest = new GrowingNumbers();
  readonly #flags = new GrowingInts();
  readonly #eventIds: string[] = [];
  readonly #fields = FIELDS.map((key) => ({ key, builder: new FieldBuilder(key) }));

  add(event: ChronologyEvent): void {
    const reading = event.date === null ? null : readDate(event.date);
    const date = reading?.ok ? reading.date : null;
    this.#earliest.push(date?.earliest ?? NaN);
    this.#beginLatest.push(date?.begin.latest ?? NaN);
    this.#endEarliest.push(date?.end.earliest ?? NaN);
    this.#latest.push(date?.latest ?? NaN);
    this.#flags.push(date === null ? 0 : flagsOf(date));
    this.#eventIds.push(event.id);
    const dating = datingOf(date);
    for (const { key, builder } of this.#fields) builder.add(key === 'dating' ? [dating] : valuesOf(event, key));
  }

  /** `chronology` names the values; those of actors and topics stand in its order, used or not. */
  finish(chronology: Chronology): BuiltColumns {
    const order = sortedRows(this.#earliest.view(), this.#latest.view(), this.#eventIds);
    const earliest = pick(this.#earliest.view(), order);
    const latest = pick(this.#latest.view(), order);
    const given = this.#flags.view();
    const flags = new Uint8Array(order.length);
    for (let row = 0; row < flags.length; row++) flags[row] = given[order[row]];
    let dated = order.length;
    while (dated > 0 && Number.isNaN(earliest[dated - 1])) dated--;
    const rowsWhere = (test: (row: number) => boolean): Uint32Array => {
      const rows = new GrowingInts();
      for (let row = 0; row < dated; row++) if (test(row)) rows.push(row);
      return rows.view().slice();
    };
    const columns: PackedColumns = {
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
      fields: this.#fields.map(({ key, builder }) => builder.finish(order, knownValues(chronology, key, builder))),
    };
    return { columns, order };
  }
}

function valuesOf(event: ChronologyEvent, key: Exclude<Field, 'dating'>): readonly string[] {
  switch (key) {
    case 'actor':
      return event.actors.map(({ id }) => id);
    case 'topic':
      return event.topics;
    case 'publisher':
      return event.sources.flatMap(({ publisher }) => publisher ?? []);
    default:
      return event[key] === null ? [] : [event[key]];
  }
}

function knownValues(chronology: Chronology, key: Field, builder: FieldBuilder): readonly FieldValue[] {
  switch (key) {
    case 'actor':
      return chronology.actors.map(({ id, name, kind, short }) => ({ id, name, kind, short }));
    case 'topic':
      return chronology.topics.map(({ id, name }) => ({ id, name, kind: null, short: null }));
    case 'dating':
      return DATINGS.filter(({ id }) => id === 'undated' || builder.has(id)).map(({ id, name }) => {
        return { id, name, kind: null, short: null };
      });
    default:
      return [];
  }
}

function pick(values: Float64Array, order: Uint32Array): Float64Array {
  // `from` with a callback goes through an iterator: ten times slower at a million.
  const picked = new Float64Array(order.length);
  for (let row = 0; row < order.length; row++) picked[row] = values[order[row]];
  return picked;
}
