import type { FieldValue } from '../columns';
import { packField, type PackedField } from './field';
import { GrowingInts } from './growing';
import type { Field } from '../query';

/** Gathers one field, event by event in any order; values are numbered as they come and sorted out at the end. */
export class FieldBuilder {
  readonly #key: Field;
  readonly #indexes = new Map<string, number>();
  readonly #totals: number[] = [];
  readonly #ids = new GrowingInts();
  readonly #offsets = new GrowingInts();

  constructor(key: Field) {
    this.#key = key;
    this.#offsets.push(0);
  }

  /** The next event's values; a value named twice counts once. */
  add(ids: readonly string[]): void {
    const start = this.#ids.length;
    for (const id of ids) {
      const value = this.#indexOf(id);
      if (this.#ids.includes(value, start)) continue;
      this.#ids.push(value);
      this.#totals[value]++;
    }
    this.#offsets.push(this.#ids.length);
  }

  /** Whether an event so far has the value. */
  has(id: string): boolean {
    return this.#indexes.has(id);
  }

  /**
   * The field over rows, `order` naming the event of each row. Values stand as in `known`, used or not; those not in it
   * follow, the most frequent first, then by id, named by their id.
   */
  finish(order: Uint32Array, known: readonly FieldValue[]): PackedField {
    const knownIds = new Set(known.map(({ id }) => id));
    const rest = [...this.#indexes]
      .filter(([id]) => !knownIds.has(id))
      .sort(([a, i], [b, j]) => this.#totals[j] - this.#totals[i] || (a < b ? -1 : 1))
      .map(([id]) => ({ id, name: id, kind: null, short: null }));
    const values = [...known, ...rest];
    const final = new Uint32Array(this.#indexes.size);
    values.forEach(({ id }, index) => {
      const value = this.#indexes.get(id);
      if (value !== undefined) final[value] = index;
    });
    const given = this.#offsets.view();
    const offsets = new Uint32Array(order.length + 1);
    const ids = new Uint32Array(this.#ids.length);
    const all = this.#ids.view();
    let at = 0;
    for (let row = 0; row < order.length; row++) {
      const end = given[order[row] + 1];
      for (let i = given[order[row]]; i < end; i++) ids[at++] = final[all[i]];
      offsets[row + 1] = at;
    }
    return packField(this.#key, values, offsets, ids);
  }

  #indexOf(id: string): number {
    const known = this.#indexes.get(id);
    if (known !== undefined) return known;
    const value = this.#indexes.size;
    this.#indexes.set(id, value);
    this.#totals.push(0);
    return value;
  }
}
