import { Bitmap } from '../engine/bitmap';
import { Cancelled } from '../engine/client';
import type { SearchAnswer } from '../engine/search/answer';

/** What answers: null when a newer question overtook this one; rejects when there can be no answer. */
export interface Answering {
  search(text: string): Promise<SearchAnswer | null>;
}

/** The newest answer to what was last asked. Until it lands the one before it stands; when none can come, none does. */
export class Searching {
  readonly #engine: Answering;
  readonly #hear: (fault: unknown) => void;
  #rows = 0;
  #asked = $state.raw('');
  #asking: Promise<void> = Promise.resolve();
  #answered = $state.raw<{ readonly text: string; readonly answer: SearchAnswer } | null>(null);
  #failed = $state.raw(false);
  #percent = $state.raw<number | null>(null);
  readonly #hits = $derived.by(() => {
    const answer = this.#answered?.answer;
    return answer === undefined ? null : Bitmap.of(answer.hits, answer.rows);
  });

  /** `hear` is told why there can be no answer, and null when there is one again. */
  constructor(engine: Answering, hear: (fault: unknown) => void) {
    this.#engine = engine;
    this.#hear = hear;
  }

  /** Matching rows, or null when nothing is asked, or not yet answered. */
  get hits(): Bitmap | null {
    return this.#hits;
  }

  get answer(): SearchAnswer | null {
    return this.#answered?.answer ?? null;
  }

  /** Whether the newest question has its answer, waits for it, or can have none. Without a question it is answered. */
  get standing(): 'answered' | 'pending' | 'failed' {
    if (this.#asked === (this.#answered?.text ?? '')) return 'answered';
    return this.#failed ? 'failed' : 'pending';
  }

  /** How far the search index is, in whole percent; null when it is ready. */
  get percent(): number | null {
    return this.#percent;
  }

  /** Resolves when this question is answered, cannot be, or is overtaken by a newer one. Nothing to ask takes the answer away at once. */
  ask(text: string): Promise<void> {
    const asked = text.trim() === '' ? '' : text;
    if (asked !== this.#asked) {
      this.#asked = asked;
      this.#failed = false;
      if (asked === '') this.#answered = null;
      this.#asking = asked === '' ? Promise.resolve() : this.#answer(asked);
    }
    return this.#asking;
  }

  /**
   * Another chronology, of so many rows: what was answered no longer holds, and `text` is asked of it. Asked even when there is nothing
   * to ask: the answer tells that the index is ready.
   */
  begin(rows: number, text: string): Promise<void> {
    this.#rows = rows;
    this.#asked = '';
    this.#answered = null;
    this.#failed = false;
    this.#percent = 0;
    void this.ask(text);
    if (this.#asked === '') this.#asking = this.#answer('');
    return this.#asking;
  }

  /** Hears how far the index is. */
  prepared(done: number, total: number): void {
    if (this.#percent !== null && done < total) this.#percent = Math.floor((100 * done) / total);
  }

  async #answer(text: string): Promise<void> {
    try {
      const answer = await this.#engine.search(text);
      if (answer?.rows !== this.#rows) return;
      this.#percent = null;
      if (text !== this.#asked) return;
      this.#answered = text === '' ? null : { text, answer };
      this.#hear(null);
    } catch (fault) {
      if (fault instanceof Cancelled || text !== this.#asked) return;
      this.#percent = null;
      this.#answered = null;
      this.#failed = true;
      this.#hear(fault);
    }
  }
}
