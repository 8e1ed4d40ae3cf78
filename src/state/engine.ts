import type { Client } from '../engine/client';
import type { Dataset } from '../engine/dataset';
import type { Choices, Question } from '../engine/formats/choices';
import type { Progress } from '../engine/messages';
import type { SearchAnswer } from '../engine/search/answer';
import type { Incoming } from './load';

/** The client of a worker that lives: when one has ended, the next load makes another. */
export class Engine {
  readonly #create: () => Client;
  #client: Client;
  /** The client that has the chronology loaded last; null before the first. */
  #searchable: Client | null = null;

  /** Throws what `create` throws. */
  constructor(create: () => Client) {
    this.#create = create;
    this.#client = create();
  }

  /** Whether the worker that has the chronology, or should have got it, has ended: only a load brings search back. */
  get ended(): boolean {
    return this.#client.stopped || this.#searchable?.stopped === true;
  }

  /** As `Client.load`, in a new worker where the old one has ended. */
  async load(
    files: readonly Incoming[],
    choices: Choices,
    onProgress: (progress: Progress) => void,
  ): Promise<Dataset | Question> {
    if (this.#client.stopped) {
      this.#client.dispose();
      this.#client = this.#create();
    }
    const client = this.#client;
    const result = await client.open(files, choices, onProgress);
    if (!('survey' in result)) this.#searchable = client;
    return result;
  }

  cancel(): void {
    this.#client.cancel();
  }

  /** As `Client.search`; rejects when the worker that had the chronology has ended. */
  search(text: string): Promise<SearchAnswer | null> {
    return this.#searchable?.search(text) ?? Promise.resolve(null);
  }
}
