import type { Problem } from '../dataset';
import { LIMITS, grouped } from '../limits';
import type { Tell } from './field';
import { quote } from '../quote';

/** Gathers what is told while a file is read: the first `LIMITS.problems` one by one, the others as a number. */
export class Problems {
  readonly #kept: Problem[] = [];
  #told = 0;

  add(problem: Problem): void {
    this.#told += 1;
    if (this.#kept.length < LIMITS.problems) this.#kept.push(problem);
  }

  /** Takes over what others were told, as if it had been told here. */
  append(others: Problems): void {
    for (const problem of others.#kept) this.add(problem);
    this.#told += others.#told - others.#kept.length;
  }

  /** A voice for the event at `index`; for the file as a whole when both are null. `more` goes with all that is told. */
  voice(index: number | null, eventId: string | null, more: Pick<Problem, 'at' | 'leftOut'> = {}): Tell {
    return (field, found, reason, remedy) => {
      this.add({ index, eventId, field, found: quote(found), reason, remedy, ...more });
    };
  }

  /** What two were told of events, both in the order of events, in that order; of the same event `first` comes first. */
  static merged(first: Problems, second: Problems): Problems {
    const merged = new Problems();
    const rest = second.#kept.values();
    let next = rest.next();
    for (const problem of first.#kept) {
      while (next.done !== true && (next.value.index ?? 0) < (problem.index ?? 0)) {
        merged.add(next.value);
        next = rest.next();
      }
      merged.add(problem);
    }
    for (; next.done !== true; next = rest.next()) merged.add(next.value);
    merged.#told = first.#told + second.#told;
    return merged;
  }

  /** In the order told; when some were only counted, a last one says how many. */
  all(): readonly Problem[] {
    const more = this.#told - this.#kept.length;
    if (more === 0) return this.#kept;
    const reason = `there are more problems than the ${grouped(LIMITS.problems)} listed`;
    const remedy = 'mend those listed, then open the file again';
    return [...this.#kept, { index: null, eventId: null, field: '', found: `${grouped(more)} more`, reason, remedy }];
  }
}
