import { TooLong } from '../browser/page';

/** What was measured, or in words why there is nothing. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string };

/** The outcome of `work`: a fault, or a deadline that passed, is one too. */
export async function outcomeOf<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof TooLong) return { ok: false, why: error.message };
    return { ok: false, why: `failed: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}` };
  }
}

/** Who was measured at which size, and what came of it. */
export interface Row<T> {
  readonly name: string;
  readonly size: number;
  readonly outcome: Outcome<T>;
}

/**
 * Measures at ever larger sizes; once a size does not come to its end, the larger ones are not tried. `measure` is given
 * one size.
 */
export class Ladder {
  readonly #failed = new Map<string, number>();

  async step<T>(name: string, size: number, measure: () => Promise<T>): Promise<Row<T>> {
    const failed = this.#failed.get(name);
    if (failed !== undefined) {
      const why = `not tried: did not finish at ${failed.toLocaleString('en')}`;
      return { name, size, outcome: { ok: false, why } };
    }
    const outcome = await outcomeOf(measure);
    if (!outcome.ok) this.#failed.set(name, size);
    return { name, size, outcome };
  }
}

/** The rows with what `of` makes of each value; rows without one stay as they are. */
export function mapped<T, U>(rows: readonly Row<T>[], of: (value: T) => U): readonly Row<U>[] {
  return rows.map(({ name, size, outcome }) => ({
    name,
    size,
    outcome: outcome.ok ? { ok: true, value: of(outcome.value) } : outcome,
  }));
}
