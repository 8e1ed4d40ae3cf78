import { padded } from '../engine/scale';
import type { Field } from '../engine/query';
import type { Findings } from './findings.svelte';
import { neighbour, nextQuiet } from './steps';
import { START, type Step, type View } from './view';
import { setEvent, setWindow } from './view-edits';
import { extentOf, windowText, type Window } from './window';

/** What of one chronology is looked at: the stretch of time, the event, the row of the keys and the one that is pointed at. */
export abstract class Looking {
  #listener: (view: View, step: Step) => void = () => undefined;
  #found = $state.raw<Findings | null>(null);
  #view = $state.raw<View>(START);
  /** `view.window` as exact as it was drawn: its text knows whole days only. */
  #exact = $state.raw<{ readonly text: View['window']; readonly window: Window } | null>(null);
  #cursor = $state.raw<number | null>(null);
  #pointed = $state.raw<number | null>(null);
  #lit = $state.raw<{ readonly field: Field; readonly id: string } | null>(null);

  /** Null until a chronology is loaded. */
  get found(): Findings | null {
    return this.#found;
  }
  get view(): View {
    return this.#view;
  }
  /** The stretch of time on screen. */
  readonly window: Window = $derived.by(() => {
    const exact = this.#exact;
    if (exact !== null && exact.text === this.#view.window) return exact.window;
    return this.#found?.window ?? { from: 0, to: 1 };
  });
  /** Row the keys work from: where they last went, or the opened event; -1 for none. */
  readonly cursor: number = $derived.by(() => this.#cursor ?? this.#found?.openRow ?? -1);
  /** Row under the pointer, or null. */
  get pointed(): number | null {
    return this.#pointed;
  }
  /** The facet value whose marks light up, or null. */
  get lit(): { readonly field: Field; readonly id: string } | null {
    return this.#lit;
  }

  /** Tells of every change of the view, in order, until replaced; what `turnTo` sets is not told. */
  follow(listener: (view: View, step: Step) => void): void {
    this.#listener = listener;
  }

  /** Opens the event of a row, or of an id that the chronology may lack. */
  open(event: number | string): void {
    const id = typeof event === 'string' ? event : this.#found?.dataset.records.event(event).id;
    if (id === undefined) return;
    this.commit(setEvent(this.#view, id));
    this.#cursor = null;
  }
  close(): void {
    this.#cursor = this.cursor < 0 ? null : this.cursor;
    this.commit(setEvent(this.#view, null));
  }
  /** As `neighbour` of the matches; -1 without a chronology. */
  neighbour(by: number, from = this.cursor): number {
    return this.#found === null ? -1 : neighbour(this.#found.matches, by, from);
  }
  /** Opens the match after (1) or before (-1) the row `from`. */
  step(by: 1 | -1, from = this.cursor): void {
    const row = this.neighbour(by, from);
    if (row >= 0) this.open(row);
  }
  /** Puts the keys on a row without opening it. */
  moveTo(row: number): void {
    if (row >= 0) this.#cursor = row;
  }
  point(row: number | null): void {
    this.#pointed = row;
  }
  light(value: { readonly field: Field; readonly id: string } | null): void {
    this.#lit = value;
  }

  /** Shows a stretch of time; null goes back to the range asked for, or to all there is. `passing`: the view may keep the one before. */
  look(window: Window | null, passing = false): void {
    const text = window === null ? null : windowText(window);
    if (!passing || text === null || this.#view.window === null) this.commit(setWindow(this.#view, text), 'replace');
    this.#exact = window === null ? null : { text: this.#view.window, window };
  }
  /** Shows all dated matches. */
  fit(): void {
    if (this.#found === null) return;
    const extent = extentOf(this.#found.dataset.columns, this.#found.matches);
    if (extent !== null) this.look(padded(extent));
  }
  /** Shows the first quiet period that begins after the one on screen, with air; after the last comes the first. */
  lookAtQuiet(): void {
    const window = this.#found === null ? null : nextQuiet(this.#found.quiet, this.window);
    if (window !== null) this.look(window);
  }

  /** Puts another chronology on screen; the keys keep their row where it is the same view of as many events. */
  protected place(found: Findings, anew: boolean): void {
    if (anew || found.total !== this.#found?.total) this.#cursor = null;
    this.#pointed = null;
    this.#found = found;
  }
  /** Sets the view without telling. */
  protected turnTo(view: View): void {
    this.#view = view;
    this.#cursor = null;
  }
  /** Sets the view, and tells of it; the same view is no change. */
  protected commit(view: View, step: Step = 'push'): void {
    if (view === this.#view) return;
    this.#view = view;
    this.tell(step);
  }
  /** Tells of the view as it is. */
  protected tell(step: Step): void {
    this.#listener(this.#view, step);
  }
}
