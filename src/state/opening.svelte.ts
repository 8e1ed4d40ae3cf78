import { messageOf } from '../domain/message-of';
import { NO_CHOICES, type Choices, type Encoding } from '../engine/formats/choices';
import type { AliasTable } from '../engine/intake/aliases';
import type { Mapping } from '../engine/mapping/mapping';
import type { Engine } from './engine';
import type { Findings } from './findings.svelte';
import { fileSource, type Source } from './load';
import { Reading, type Phase, type Preparing } from './reading.svelte';
import type { Surroundings } from './surroundings';
import { START, type Step, type View } from './view';
import {
  cutWords,
  dataOf,
  firstMapping,
  isSame,
  withName,
  type Asked,
  type Asking,
  type Shown,
  type Wanted,
} from './wanted';

/** Why a load or a search came to nothing, for people; `again` loads what they need, where that may help. */
export interface Trouble {
  readonly message: string;
  readonly again: (() => void) | null;
}

/** What an opening needs of those who show what is opened. */
export interface Showing extends Preparing {
  /** How the chronology on screen is looked at. */
  view(): View;
  /** Puts it on screen, seen as `view`, or as what was there before it (null); resolves when it can be used in full. */
  show(found: Findings, view: View | null, step: Step): Promise<void>;
  /** What the address names did not come: it is to name what is on screen. */
  stay(): void;
}

/** Which chronology is on screen, which one was, and what must be known before the next one can be. */
export class Opening {
  readonly #engine: Engine;
  readonly #showing: Showing;
  readonly #surroundings: Surroundings;
  readonly #reading: Reading;
  #trouble = $state.raw<Trouble | null>(null);
  /** Why what is on screen cannot be searched. */
  #unsearched = $state.raw<Trouble | null>(null);
  #asked = $state.raw<Asking | null>(null);
  #shown = $state.raw<Shown | null>(null);
  /** What was on screen before it, or should have been, and how it was left. */
  #left = $state.raw<(Shown & { readonly view: View }) | null>(null);
  #recalled = $state.raw(false);
  /** What was wanted last. */
  #aim: Source | null = null;

  constructor(engine: Engine, showing: Showing, surroundings: Surroundings) {
    this.#engine = engine;
    this.#showing = showing;
    this.#surroundings = surroundings;
    this.#reading = new Reading(engine, showing);
  }

  readonly phase: Phase = $derived.by(() => {
    const { phase } = this.#reading;
    return phase.kind === 'loading' || this.#shown === null ? phase : { kind: 'ready' };
  });
  /** The newest load or search that failed, until one succeeds. */
  get trouble(): Trouble | null {
    return this.#trouble ?? this.#unsearched;
  }
  /** What must be answered before the newest load can go on. */
  get asked(): Asked | null {
    return this.#asked?.asked ?? null;
  }
  /** Where what is on screen came from; the same when it is loaded again. */
  get source(): Source | null {
    return this.#shown?.source ?? null;
  }
  /** Title of the chronology that `goBack` brings back. */
  get previous(): string | null {
    return this.#shown === null ? null : (this.#left?.title ?? null);
  }
  /** Of the chronology on screen, the actors that others stand for. */
  get aliases(): AliasTable {
    return this.#shown?.choices.aliases ?? NO_ALIASES;
  }
  /** Whether a table on screen is read as one of its header was before, and not because the user said so now. */
  get recalled(): boolean {
    return this.#recalled;
  }

  /**
   * Puts what `source` has on screen, as `Showing.show` does. A failure, `cancel`, a question or a newer one leaves what is there.
   * Never rejects.
   */
  open(source: Source, view: View | null, step: Step = 'push'): Promise<void> {
    return this.#open({ source, choices: NO_CHOICES, view, step, recalls: true });
  }

  /** As `open`, with the data file that the view names, or what the app comes with; the view stays. */
  begin(): Promise<void> {
    return this.open(this.#surroundings.source(this.#showing.view().data), null);
  }

  /** Opens what a link names where that is not on screen; whether it does. */
  turnTo(view: View): boolean {
    const shown = this.#shown;
    if (shown === null) {
      const isOther = this.#aim !== null && dataOf(this.#aim) !== view.data;
      if (isOther) void this.open(this.#surroundings.source(view.data), null);
      return false;
    }
    if (dataOf(shown.source) === view.data) {
      const coming = this.#reading.source;
      if (coming?.own === false && !isSame(coming, shown.source)) this.cancel();
      return false;
    }
    const left = this.#left !== null && dataOf(this.#left.source) === view.data ? this.#left : null;
    const { source: next, choices } = left ?? { source: this.#surroundings.source(view.data), choices: NO_CHOICES };
    void this.#open({ source: next, choices, view, step: 'replace', recalls: true });
    return true;
  }

  /** As `open`, with files of the user as one chronology, seen anew; what is to be said of others among them is told. */
  async openFiles(files: readonly File[], fault: string | null): Promise<void> {
    if (files.length > 0) await this.open(fileSource(files), START);
    if (fault !== null) this.#trouble ??= { message: fault, again: null };
  }

  /** Puts what the app comes with on screen, seen anew. */
  goHome(): Promise<void> {
    return this.open(this.#surroundings.source(null), START);
  }

  /** Brings back the chronology that was on screen before, with the view it was left with. */
  async goBack(): Promise<void> {
    if (this.#left !== null) await this.#open({ ...this.#left, step: 'push', recalls: true });
  }

  /** Goes on with the load that asked: its table is read so, and so are all of that header from now on. */
  async answer(mapping: Mapping): Promise<void> {
    if (this.#asked === null) return;
    const { asked, wanted } = this.#asked;
    const { key } = asked.survey;
    this.#surroundings.memory.rememberMapping(key, mapping);
    const mappings = { ...wanted.choices.mappings, [key]: mapping };
    await this.#open({ ...wanted, choices: { ...wanted.choices, mappings } });
  }

  /** Reads a file of what asks, or else of what is on screen, in another encoding. */
  async chooseEncoding(file: string, encoding: Encoding): Promise<void> {
    const wanted = this.#asked?.wanted ?? this.#once();
    if (wanted === null) return;
    const encodings = { ...wanted.choices.encodings, [file]: encoding };
    await this.#open({ ...wanted, choices: { ...wanted.choices, encodings } }, this.#asked);
  }

  /** Asks anew how the tables on screen are to be read. */
  async remap(): Promise<void> {
    const wanted = this.#once();
    if (wanted === null) return;
    await this.#open({ ...wanted, choices: { ...wanted.choices, mappings: {} }, recalls: false });
  }

  /** Reads what is on screen anew, these actors standing for others in place of those that did. */
  async setAliases(aliases: AliasTable): Promise<void> {
    const wanted = this.#once();
    if (wanted !== null) await this.#open({ ...wanted, choices: { ...wanted.choices, aliases } });
  }

  /** Ends the load under way, if any, at once, or leaves what it asked unanswered. */
  cancel(): void {
    this.#asked = null;
    this.#reading.cancel();
    if (this.#shown !== null) this.#showing.stay();
  }

  /** Takes note of why there can be no search, or that there can be one again (null). */
  hearSearch(fault: unknown): void {
    const again = this.#engine.ended && this.#shown !== null ? this.#again : null;
    this.#unsearched = fault === null ? null : { message: messageOf(fault), again };
  }

  dismiss(): void {
    this.#trouble = null;
    this.#unsearched = null;
    this.#recalled = false;
  }

  /** Opens what is on screen once more. */
  readonly #again = (): void => {
    const wanted = this.#once();
    if (wanted !== null) void this.#open(wanted);
  };

  /** What is on screen, to be opened once more. */
  #once(): Wanted | null {
    return this.#shown === null ? null : { ...this.#shown, view: null, step: 'push', recalls: true };
  }

  /** `asked` stays on screen until something else can take its place. */
  async #open(wanted: Wanted, asked: Asking | null = null): Promise<void> {
    const { source, choices, view, step, recalls } = wanted;
    if (!source.own && this.#shown === null) this.#left ??= { source, choices, title: source.name, view: START };
    this.#aim = source;
    this.#trouble = null;
    this.#unsearched = null;
    this.#asked = asked;
    const names: string[] = [];
    const { mappings } = this.#surroundings.memory;
    const known = recalls ? Object.fromEntries(mappings) : {};
    try {
      const all: Choices = { ...choices, mappings: { ...known, ...choices.mappings } };
      const outcome = await this.#reading.read(source, all, names);
      if (outcome === null) return;
      this.#trouble = null;
      if ('survey' in outcome) {
        this.#asked = { asked: { ...outcome, mapping: firstMapping(outcome, mappings) }, wanted };
        return;
      }
      this.#asked = null;
      this.#leave(source);
      const { chronology, files } = outcome.dataset;
      this.#shown = { source, choices, title: chronology.title };
      this.#recalled = files.some(({ mapping }) => mapping !== null && !Object.hasOwn(choices.mappings, mapping));
      const cut = cutWords(source, outcome.dataset.problems);
      if (cut !== null) this.#trouble = { message: cut, again: this.#again };
      await this.#showing.show(outcome, view, step);
    } catch (fault) {
      this.#asked = null;
      const again = this.#engine.ended || !source.own ? () => void this.#open(wanted) : null;
      this.#trouble = { message: withName(source, names, fault), again };
      if (this.#shown !== null) this.#showing.stay();
    }
  }

  /**
   * What is on screen makes room for `next`, and can be brought back. Where nothing was, it is what never came if the user's own takes
   * its place, and what the app comes with if a link names something else.
   */
  #leave(next: Source): void {
    const last = this.#shown ?? (next.own ? this.#left : null);
    if (last === null) this.#left = dataOf(next) === null ? null : this.#home();
    else if (!isSame(last.source, next)) this.#left = { ...last, view: this.#showing.view() };
  }

  #home(): Shown & { readonly view: View } {
    return { source: this.#surroundings.source(null), choices: NO_CHOICES, title: HOME, view: START };
  }
}

/** What the app comes with is called before its title is known. */
const HOME = 'the chronology of this site';
const NO_ALIASES: AliasTable = {};
