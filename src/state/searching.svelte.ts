import { Bitmap } from '../engine/bitmap';
import { Cancelled } from '../engine/client';
import type { SearchAnswer } from '../engine/search/answer';
import type { highlight } from '../engine/search/highlight';

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
  #highlight = $state.raw<typeof highlight | null>(null);
  #bringing: Promise<void> | null = null;
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

  /** What marks the words of an answer in a text; null until it has come, which it does with the chronology. */
  get highlight(): typeof highlight | null {
    return this.#highlight;
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
    this.#bringing ??= this.#bring();
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

  /** The first load does without it, as it does without what searches. Where it does not come, the next answer asks for it again. */
  async #bring(): Promise<void> {
    try {
      this.#highlight = (await import('../engine/search/highlight')).highlight;
    } catch {
      this.#bringing = null;
    }
  }
}
