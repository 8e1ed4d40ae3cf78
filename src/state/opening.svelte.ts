import { messageOf } from '../domain/message-of';
import { phrasesOf, type Phrases } from '../domain/phrase-books';
import { quote } from '../domain/quote';
import { Cancelled } from '../engine/client';
import type { Dataset } from '../engine/dataset';
import type { Progress } from '../engine/messages';
import type { Engine } from './engine';
import type { Findings } from './findings.svelte';
import type { Source } from './load';
import { START, type View } from './view';

/** How the newest load stands. With a chronology on screen one that failed or was cancelled leaves it `ready`. */
export type Phase =
  | { readonly kind: 'loading'; readonly name: string; readonly progress: Progress }
  | { readonly kind: 'ready' | 'failed' | 'cancelled' };

/** Why a load or a search came to nothing, for people; `again` loads what they need, where that may help. */
export interface Trouble {
  readonly message: string;
  readonly again: (() => void) | null;
}

/** What an opening needs of those who show what is opened. */
export interface Showing {
  /** How the chronology on screen is looked at. */
  view(): View;
  /** Makes all ready to show it. */
  find(dataset: Dataset, phrases: Phrases): Findings;
  /** Puts it on screen, seen as `view`, or as what was there before it (null); resolves when it can be used in full. */
  show(found: Findings, view: View | null): Promise<void>;
  /** How far the search index of what was opened last is: events of all. */
  prepared(done: number, total: number): void;
}

const NOTHING_YET: Progress = { phase: 'reading', done: 0, total: 0, events: 0 };

/** Which chronology is on screen, and the load of the next one: a newer load takes the place of the one under way. */
export class Opening {
  readonly #engine: Engine;
  readonly #showing: Showing;
  #phase = $state.raw<Phase>({ kind: 'loading', name: '', progress: NOTHING_YET });
  #trouble = $state.raw<Trouble | null>(null);
  /** The source of the chronology on screen, and its title. */
  #shown = $state.raw<{ readonly source: Source; readonly title: string } | null>(null);
  /** The chronology that is not the user's own, and how it was left. */
  #home: { readonly source: Source; readonly title: string; readonly view: View } | null = null;
  #under: AbortController | null = null;
  #newest: AbortController | null = null;

  constructor(engine: Engine, showing: Showing) {
    this.#engine = engine;
    this.#showing = showing;
  }

  get phase(): Phase {
    return this.#phase;
  }
  /** The newest load or search that failed, until one succeeds. */
  get trouble(): Trouble | null {
    return this.#trouble;
  }
  /** Where what is on screen came from; the same when it is loaded again. */
  get source(): Source | null {
    return this.#shown?.source ?? null;
  }
  /** Title of the chronology that `goHome` brings back; null while it is on screen. */
  get home(): string | null {
    return this.#shown?.source.own === true ? (this.#home?.title ?? null) : null;
  }

  /** Puts what `source` has on screen, as `Showing.show` does. A failure, `cancel` or a newer one leaves what is there. Never rejects. */
  async open(source: Source, view: View | null): Promise<void> {
    if (!source.own) this.#home ??= { source, title: source.name, view: START };
    this.#trouble = null;
    try {
      const found = await this.#read(source);
      if (found === null) return;
      this.#leaveHome(source);
      this.#trouble = null;
      this.#shown = { source, title: found.dataset.chronology.title };
      await this.#showing.show(found, view);
    } catch (fault) {
      const again = this.#engine.ended || !source.own ? () => void this.open(source, view) : null;
      this.#trouble = { message: withName(source, fault), again };
    }
  }

  /** Brings back the chronology that is not the user's own, with the view it was left with. */
  async goHome(): Promise<void> {
    if (this.#home !== null) await this.open(this.#home.source, this.#home.view);
  }

  /** Ends the load under way, if any, at once. */
  cancel(): void {
    if (this.#under === null) return;
    this.#under.abort();
    this.#end('cancelled');
    this.#engine.cancel();
  }

  /** Takes note of why there can be no search, or that there can be one again (null). */
  hearSearch(fault: unknown): void {
    const shown = this.#shown;
    const again = this.#engine.ended && shown !== null ? () => void this.open(shown.source, null) : null;
    this.#trouble = fault === null ? null : { message: messageOf(fault), again };
  }

  dismiss(): void {
    this.#trouble = null;
  }

  /** Null when it was cancelled, or when a newer one took its place. */
  async #read(source: Source): Promise<Findings | null> {
    this.#under?.abort();
    const mine = new AbortController();
    this.#under = mine;
    this.#phase = { kind: 'loading', name: source.name, progress: NOTHING_YET };
    const tell = (progress: Progress): void => {
      if (progress.phase === 'indexing') this.#showing.prepared(progress.done, progress.total);
      else if (this.#under === mine) this.#phase = { kind: 'loading', name: source.name, progress };
    };
    try {
      const incoming = await source.read(mine.signal);
      if (mine.signal.aborted) return null;
      const dataset = await this.#engine.load(incoming, tell);
      // From here on the worker searches this one: it comes, unless a later one is faster.
      this.#newest = mine;
      const phrases = await phrasesOf(dataset.chronology.language);
      // To unpack a large chronology, to make it ready and to draw it are three turns of the page, for one would be felt.
      await aTurn();
      const found = this.#showing.find(dataset, phrases);
      await aTurn();
      if (this.#newest !== mine) return null;
      if (this.#under === mine) this.#end('ready');
      return found;
    } catch (fault) {
      if (this.#under !== mine) return null;
      // No byte of it is wanted any more.
      mine.abort();
      this.#end(fault instanceof Cancelled ? 'cancelled' : 'failed');
      if (fault instanceof Cancelled) return null;
      throw fault;
    }
  }

  #end(how: 'ready' | 'failed' | 'cancelled'): void {
    this.#under = null;
    this.#phase = { kind: this.#shown === null ? how : 'ready' };
  }

  #leaveHome(next: Source): void {
    if (!next.own || this.#home === null || this.#shown?.source.own === true) return;
    this.#home = {
      source: this.#home.source,
      title: this.#shown?.title ?? this.#home.title,
      view: this.#showing.view(),
    };
  }
}

/** Which file it is about, where the message does not say so. */
function withName({ name, own }: Source, fault: unknown): string {
  const message = messageOf(fault);
  return !own || message.includes(quote(name)) ? message : `${quote(name)}: ${message}`;
}

function aTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
