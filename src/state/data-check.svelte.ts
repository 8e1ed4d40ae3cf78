import type { Instant } from '../domain/calendar';
import { Bitmap } from '../engine/bitmap';
import type { Checked } from '../engine/checking/data-check';
import type { CheckKind, Finding } from '../engine/checking/finding';
import type { Dataset } from '../engine/dataset';

/** A stretch of work that nobody feels. */
const SLICE_MS = 8;
/** What is told of a date whose end is before its beginning (`domain/edtf/span.ts`). */
const ENDS_EARLY = 'is before the beginning';

/** The data check of one chronology: what looks wrong in it, once it has been run. */
export class DataCheck {
  readonly #dataset: Dataset;
  #findings = $state.raw<readonly Finding[] | null>(null);
  /** Events looked at; null while it does not run. */
  #done = $state.raw<number | null>(null);
  #running: Promise<void> | null = null;
  #isWanted = false;

  constructor(dataset: Dataset) {
    this.#dataset = dataset;
  }

  /** Null until it has been run. */
  get findings(): readonly Finding[] | null {
    return this.#findings;
  }
  /** How many events it has looked at, while it runs; null otherwise. */
  get done(): number | null {
    return this.#done;
  }

  /** The events of a finding, none when there is none; null until it is known. */
  rows(kind: CheckKind): Bitmap | null {
    if (this.#findings === null) return null;
    const found = this.#findings.find((each) => each.kind === kind);
    return Bitmap.fromRows(found?.rows ?? [], this.#dataset.columns.count);
  }

  /** Runs it, once, in slices between which the page has its turns; resolves when it has ended or was cancelled. */
  run(now: Instant = Date.now()): Promise<void> {
    this.#isWanted = true;
    if (this.#findings === null) this.#running ??= this.#run(now);
    return this.#running ?? Promise.resolve();
  }

  cancel(): void {
    this.#isWanted = false;
  }

  async #run(now: Instant): Promise<void> {
    this.#done = 0;
    const { checking } = await import('../engine/checking/data-check');
    const steps = checking(checkedOf(this.#dataset), now);
    let until = performance.now() + SLICE_MS;
    for (let step = steps.next(); this.#isWanted; step = steps.next()) {
      if (step.done === true) {
        this.#findings = step.value;
        break;
      }
      if (performance.now() < until) continue;
      this.#done = step.value;
      await new Promise((resolve) => setTimeout(resolve));
      until = performance.now() + SLICE_MS;
    }
    this.#done = null;
    this.#running = null;
  }
}

function checkedOf(dataset: Dataset): Checked {
  const { columns, chronology, records, problems } = dataset;
  const actors = columns.field('actor');
  const early = problems.filter(({ reason }) => reason.includes(ENDS_EARLY));
  const rows = early
    .flatMap(({ eventId }) => (eventId === null ? [] : dataset.rowOf(eventId)))
    .filter((row) => row >= 0);
  return {
    count: columns.count,
    actors: chronology.actors,
    event: (row) => records.event(row),
    endingEarly: [...new Set(rows)].sort((a, b) => a - b),
    rowsOf(actor) {
      const index = actors.indexOf(chronology.actors[actor].id);
      return index < 0 ? [] : [...actors.sets[index].rows(0, columns.count)];
    },
  };
}
