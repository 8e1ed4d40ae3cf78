import { Bitmap } from '../engine/bitmap';
import type { Client } from '../engine/client';
import type { SearchAnswer } from '../engine/search/answer';

/** The newest answer to what was last asked. Until it lands the one before it stands. */
export class Searching {
  readonly #client: Client;
  readonly #failed: (error: unknown) => void;
  #asked = $state.raw('');
  #asking: Promise<void> = Promise.resolve();
  #answered = $state.raw<{ readonly text: string; readonly answer: SearchAnswer } | null>(null);
  readonly #hits = $derived.by(() => {
    const answer = this.#answered?.answer;
    return answer === undefined ? null : Bitmap.of(answer.hits, answer.rows);
  });

  /** `failed` is told when there can be no answer. */
  constructor(client: Client, failed: (error: unknown) => void) {
    this.#client = client;
    this.#failed = failed;
  }

  /** Matching rows, or null when nothing is asked. */
  get hits(): Bitmap | null {
    return this.#hits;
  }

  get answer(): SearchAnswer | null {
    return this.#answered?.answer ?? null;
  }

  get waiting(): boolean {
    return this.#asked !== (this.#answered?.text ?? '');
  }

  /** Resolves when this question is answered or overtaken by a newer one. An empty text takes the answer away at once. */
  ask(text: string): Promise<void> {
    if (text !== this.#asked) {
      this.#asked = text;
      if (text === '') this.forget();
      else this.#asking = this.#answer(text);
    }
    return this.#asking;
  }

  async #answer(text: string): Promise<void> {
    const answer = await this.#client.search(text).catch((error: unknown) => {
      this.#failed(error);
      return null;
    });
    if (answer !== null && text === this.#asked) this.#answered = { text, answer };
  }

  /** Another chronology: what was answered no longer holds. */
  forget(): void {
    this.#asked = '';
    this.#asking = Promise.resolve();
    this.#answered = null;
  }
}
