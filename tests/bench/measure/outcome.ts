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

/** What came of one measurement for everyone, at ever larger sizes. */
export class Table<T> {
  readonly #title: string;
  readonly #tell: (line: string) => void;
  readonly #rows: Row<T>[] = [];
  readonly #ended = new Map<string, { readonly size: number; readonly how: string }>();

  constructor(title: string, tell: (line: string) => void = console.log) {
    this.#title = title;
    this.#tell = tell;
  }

  get rows(): readonly Row<T>[] {
    return this.#rows;
  }

  /** Measures, unless `name` did not come to its end at a size before. */
  async climb(name: string, size: number, measure: () => Promise<T>): Promise<void> {
    const ended = this.#ended.get(name);
    if (ended !== undefined) {
      const why = `not tried: ${ended.how} at ${ended.size.toLocaleString('en')}`;
      this.#rows.push({ name, size, outcome: { ok: false, why } });
      return;
    }
    const { ok, how } = await this.measure(name, size, measure);
    if (!ok) this.#ended.set(name, { size, how });
  }

  /** Measures, whatever came of it before; tells how it ended. */
  async measure(
    name: string,
    size: number,
    work: () => Promise<T>,
  ): Promise<{ readonly ok: boolean; readonly how: string }> {
    const start = performance.now();
    const outcome = await outcomeOf(work);
    this.#rows.push({ name, size, outcome });
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const told = outcome.ok ? `${seconds} s` : outcome.why;
    this.#tell(`${size.toLocaleString('en').padStart(9)}  ${this.#title}  ${name}: ${told}`);
    return { ok: outcome.ok, how: !outcome.ok && outcome.why.startsWith('failed') ? 'failed' : 'did not finish' };
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
