import type { Field } from '../query';
import { packing, type PackedField } from './field';
import { GrowingInts } from './growing';

const ROWS_PER_STEP = 100_000;

/** Gathers one field, event by event in any order; values are numbered as they come and sorted out at the end. */
export class FieldBuilder {
  readonly key: Field;
  readonly #indexes = new Map<string, number>();
  readonly #totals = new GrowingInts();
  readonly #firsts = new GrowingInts();
  readonly #ids = new GrowingInts();
  readonly #offsets = new GrowingInts();
  #start = 0;

  constructor(key: Field) {
    this.key = key;
    this.#offsets.push(0);
  }

  /** Notes that the present event has a value; named twice it counts once. */
  note(id: string): void {
    const value = this.#indexOf(id);
    if (this.#ids.includes(value, this.#start)) return;
    this.#ids.push(value);
    this.#totals.increment(value);
  }

  /** The next event has this value and no other, or none. */
  only(id: string | null): void {
    if (id !== null) this.note(id);
    this.next();
  }

  /** Goes on to the next event. */
  next(): void {
    this.#start = this.#ids.length;
    this.#offsets.push(this.#start);
  }

  /** Whether an event so far has the value. */
  has(id: string): boolean {
    return this.#indexes.has(id);
  }

  /** The values in the order in which they came, each with the number of the first event that has it. */
  *appearances(): Generator<readonly [id: string, event: number]> {
    const firsts = this.#firsts.view();
    for (const [id, value] of this.#indexes) yield [id, firsts[value]];
  }

  /**
   * The field over rows, `order` naming the event of each row. Values stand as in `known`, used or not; those not in it
   * follow, the most frequent first, then by id. In steps of some ten milliseconds: yields the share done, below 1. What was
   * gathered is let go.
   */
  *finishing(order: Uint32Array, known: readonly { readonly id: string }[]): Generator<number, PackedField> {
    const { final, others } = this.#places(known);
    const given = this.#offsets.view();
    const offsets = new Uint32Array(order.length + 1);
    const ids = new Uint32Array(this.#ids.length);
    const all = this.#ids.view();
    let at = 0;
    for (let row = 0; row < order.length; row++) {
      const event = order[row];
      const end = given[event + 1];
      for (let i = given[event]; i < end; i++) ids[at++] = final[all[i]];
      offsets[row + 1] = at;
      if (row % ROWS_PER_STEP === 0) yield row / order.length / 2;
    }
    for (const gathered of [this.#offsets, this.#ids, this.#totals, this.#firsts]) gathered.clear();
    this.#indexes.clear();
    return yield* packing(this.key, known.length, others, offsets, ids, (share) => 0.5 + share / 2);
  }

  /** Where each value comes to stand, and those not in `known`. */
  #places(known: readonly { readonly id: string }[]): { final: Uint32Array; others: readonly string[] } {
    const final = new Uint32Array(this.#indexes.size);
    const isKnown = new Uint8Array(this.#indexes.size);
    known.forEach(({ id }, index) => {
      const value = this.#indexes.get(id);
      if (value === undefined) return;
      final[value] = index;
      isKnown[value] = 1;
    });
    const totals = this.#totals.view();
    const rest = [...this.#indexes]
      .filter(([, value]) => isKnown[value] === 0)
      .sort(([a, i], [b, j]) => totals[j] - totals[i] || (a < b ? -1 : 1));
    rest.forEach(([, value], index) => (final[value] = known.length + index));
    return { final, others: rest.map(([id]) => id) };
  }

  #indexOf(id: string): number {
    const known = this.#indexes.get(id);
    if (known !== undefined) return known;
    const value = this.#indexes.size;
    this.#indexes.set(id, value);
    this.#totals.push(0);
    this.#firsts.push(this.#offsets.length - 1);
    return value;
  }
}
