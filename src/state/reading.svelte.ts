import { phrasesOf, type Phrases } from '../domain/phrase-books';
import { Cancelled } from '../engine/client';
import type { Dataset } from '../engine/dataset';
import type { Choices, Question } from '../engine/formats/choices';
import type { Progress } from '../engine/messages';
import type { Engine } from './engine';
import type { Findings } from './findings.svelte';
import type { Source } from './load';

/** How the newest load stands. With a chronology on screen one that failed, was cancelled or asks leaves it `ready`. */
export type Phase =
  | { readonly kind: 'loading'; readonly name: string; readonly progress: Progress }
  | { readonly kind: 'ready' | 'failed' | 'cancelled' | 'asking' };

type Ended = Exclude<Phase['kind'], 'loading'>;

/** What a load needs of those who show what it brings. */
export interface Preparing {
  /** Makes all ready to show it. */
  find(dataset: Dataset, phrases: Phrases): Findings;
  /** How far the search index of what was opened last is: events of all. */
  prepared(done: number, total: number): void;
}

const NOTHING_YET: Progress = { phase: 'reading', done: 0, total: 0, events: 0 };

/** The load under way: a newer one takes its place. */
export class Reading {
  readonly #engine: Engine;
  readonly #preparing: Preparing;
  #phase = $state.raw<Phase>({ kind: 'loading', name: '', progress: NOTHING_YET });
  #under: { readonly source: Source; readonly abort: AbortController } | null = null;
  #newest: AbortController | null = null;

  constructor(engine: Engine, preparing: Preparing) {
    this.#engine = engine;
    this.#preparing = preparing;
  }

  get phase(): Phase {
    return this.#phase;
  }
  /** What is being read; null when nothing is. */
  get source(): Source | null {
    return this.#under?.source ?? null;
  }

  /**
   * What `source` has, or what is asked before it can be known; null when it was cancelled, or when a newer one took its place.
   * Puts the names of its files into `names`. Rejects with what the source or the engine tell.
   */
  async read(source: Source, choices: Choices, names: string[]): Promise<Findings | Question | null> {
    this.#under?.abort.abort();
    const mine = new AbortController();
    this.#under = { source, abort: mine };
    this.#phase = { kind: 'loading', name: source.name, progress: NOTHING_YET };
    const isUnder = (): boolean => this.#under?.abort === mine;
    const tell = (progress: Progress): void => {
      if (progress.phase === 'indexing') this.#preparing.prepared(progress.done, progress.total);
      else if (isUnder()) this.#phase = { kind: 'loading', name: source.name, progress };
    };
    try {
      const files = await source.read(mine.signal);
      if (mine.signal.aborted) return null;
      names.push(...files.map(({ name }) => name));
      const outcome = await this.#engine.load(files, choices, tell);
      if ('survey' in outcome) {
        if (!isUnder()) return null;
        this.#end('asking');
        return outcome;
      }
      // From here on the worker searches this one: it comes, unless a later one is faster.
      this.#newest = mine;
      const phrases = await phrasesOf(outcome.chronology.language);
      // To unpack a large chronology, to make it ready and to draw it are three turns of the page, for one would be felt.
      await aTurn();
      const found = this.#preparing.find(outcome, phrases);
      await aTurn();
      if (this.#newest !== mine) return null;
      if (isUnder()) this.#end('ready');
      return found;
    } catch (fault) {
      if (!isUnder()) return null;
      // No byte of it is wanted any more.
      mine.abort();
      this.#end(fault instanceof Cancelled ? 'cancelled' : 'failed');
      if (fault instanceof Cancelled) return null;
      throw fault;
    }
  }

  /** Ends the load under way, if any, at once, or leaves what it asked unanswered. */
  cancel(): void {
    const under = this.#under;
    if (under === null && this.#phase.kind !== 'asking') return;
    under?.abort.abort();
    this.#end('cancelled');
    if (under !== null) this.#engine.cancel();
  }

  #end(how: Ended): void {
    this.#under = null;
    this.#phase = { kind: how };
  }
}

function aTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
