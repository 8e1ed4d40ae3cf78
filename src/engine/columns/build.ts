import { DAY_MS } from '../../domain/calendar';
import type { ChronologyEvent } from '../../domain/event';
import { FLAG } from '../columns';
import { DateTable } from './dates';
import { DATINGS } from './dating';
import type { PackedField } from './field';
import { FieldBuilder } from './field-builder';
import { type Growth, Growing } from '../growth';
import { GrowingInts } from './growing';
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
  const builder = new ColumnsBuilder(new DateTable());
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
  readonly #dates: DateTable;
  readonly #dateOf = new GrowingInts();
  readonly #growing = new Growing();
  #grown = 0;
  readonly #fields = {
    actor: new FieldBuilder('actor'),
    topic: new FieldBuilder('topic'),
    type: new FieldBuilder('type'),
    status: new FieldBuilder('status'),
    confidence: new FieldBuilder('confidence'),
    place: new FieldBuilder('place'),
    publisher: new FieldBuilder('publisher'),
    dating: new FieldBuilder('dating'),
  } satisfies Readonly<Record<Field, FieldBuilder>>;

  /** `dates` are those of these events and no others. */
  constructor(dates: DateTable) {
    this.#dates = dates;
  }

  add(event: ChronologyEvent): void {
    const date = this.#dates.numberOf(event.date);
    this.#dateOf.push(date);
    const { actor, topic, type, status, confidence, place, publisher, dating } = this.#fields;
    for (const { id } of event.actors) actor.note(id);
    actor.next();
    for (const id of event.topics) topic.note(id);
    topic.next();
    type.only(event.type);
    status.only(event.status);
    confidence.only(event.confidence);
    place.only(event.place);
    for (const source of event.sources) if (source.publisher !== null) publisher.note(source.publisher);
    publisher.next();
    dating.only(this.#dates.datingOf(date));
  }

  /** How the events so far lie in time: told of each once, when that is asked. */
  growth(): Growth {
    const { earliest, latest } = this.#dates.columns();
    for (; this.#grown < this.#dateOf.length; this.#grown++) {
      const date = this.#dateOf.at(this.#grown);
      this.#growing.add(earliest[date], latest[date]);
    }
    const { width, counts } = this.#growing;
    return { width, counts };
  }

  /** The values of a field in the order in which they came, each with the number of the first event that has it. */
  appearances(key: Field): Generator<readonly [id: string, event: number]> {
    return this.#fields[key].appearances();
  }

  /**
   * `ids` are the events' own, as they came; `names` name the values, those of actors and topics standing in their order,
   * used or not. In steps of some ten milliseconds at a million events: yields the share done, up to 1. What was gathered
   * is let go.
   */
  *finishing(names: Names, ids: readonly string[]): Generator<number, BuiltColumns> {
    const parts = FIELDS.length + 2;
    const dates = this.#dates.columns();
    const dateOf = this.#dateOf.view();
    const order = yield* shares(sorting(dateOf, dates, ids), (done) => done / ids.length / parts);
    const dateAt = new Uint32Array(order.length);
    for (let row = 0; row < order.length; row++) dateAt[row] = dateOf[order[row]];
    this.#dateOf.clear();
    const earliest = picked(dates.earliest, dateAt);
    const latest = picked(dates.latest, dateAt);
    const flags = new Uint8Array(order.length);
    for (let row = 0; row < flags.length; row++) flags[row] = dates.flags[dateAt[row]];
    yield 1 / parts;
    let dated = order.length;
    while (dated > 0 && Number.isNaN(earliest[dated - 1])) dated--;
    const rowsWhere = (test: (row: number) => boolean): Uint32Array => {
      const rows = new GrowingInts();
      for (let row = 0; row < dated; row++) if (test(row)) rows.push(row);
      return rows.view().slice();
    };
    const beginLatest = picked(dates.beginLatest, dateAt);
    const endEarliest = picked(dates.endEarliest, dateAt);
    yield 1.4 / parts;
    const levels = reachLevels(latest, dated);
    const endless = rowsWhere((row) => latest[row] === Infinity);
    const long = rowsWhere((row) => latest[row] - earliest[row] > DAY_MS);
    yield 1.7 / parts;
    const coarse = rowsWhere((row) => (flags[row] & FLAG.coarse) !== 0);
    const wider = rowsWhere((row) => (flags[row] & FLAG.wider) !== 0);
    const datings = DATINGS.filter(({ id }) => id === 'undated' || this.#fields.dating.has(id)).map(({ id }) => id);
    const fields: PackedField[] = [];
    for (const key of FIELDS) {
      const done = fields.length + 2;
      yield done / parts;
      const steps = this.#fields[key].finishing(order, knownValues(key, names, datings));
      fields.push(yield* shares(steps, (share) => (done + share) / parts));
    }
    const times = { dated, earliest, beginLatest, endEarliest, latest, flags, levels };
    return { columns: { ...times, endless, long, coarse, wider, datings, fields }, order };
  }
}

function* shares<T>(steps: Generator<number, T>, as: (step: number) => number): Generator<number, T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield as(step.value);
  }
}

/** `values` at the numbers of `at`. */
function picked(values: Float64Array, at: Uint32Array): Float64Array {
  // `from` with a callback goes through an iterator: ten times slower at a million.
  const rows = new Float64Array(at.length);
  for (let row = 0; row < at.length; row++) rows[row] = values[at[row]];
  return rows;
}
