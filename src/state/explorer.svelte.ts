import type { Client } from '../engine/client';
import type { CheckKind } from '../engine/checking/finding';
import type { Encoding } from '../engine/formats/choices';
import type { AliasTable } from '../engine/intake/aliases';
import type { Mapping } from '../engine/mapping/mapping';
import { padded } from '../engine/scale';
import type { ClauseRef, Field, FieldClause, RangeClause, Sign } from '../engine/query';
import { Engine } from './engine';
import { Findings } from './findings.svelte';
import type { Source } from './load';
import { Naming } from './naming.svelte';
import { Opening } from './opening.svelte';
import { Searching } from './searching.svelte';
import { neighbour, nextQuiet } from './steps';
import { SITE, type Surroundings } from './surroundings';
import { START, type Step, type View } from './view';
import * as edit from './view-edits';
import { extentOf, windowText, type Window } from './window';

/** What one user is looking at: one chronology, one view, and all that follows from them. Every wish is one verb. */
export class Explorer {
  readonly #opening: Opening;
  readonly #searching: Searching;
  readonly #naming = new Naming();
  #listener: (view: View, step: Step) => void = () => undefined;
  #found = $state.raw<Findings | null>(null);
  #view = $state.raw<View>(START);
  #notes = $state.raw<readonly string[]>([]);
  /** `view.window` as exact as it was drawn: its text knows whole days only. */
  #exact = $state.raw<{ readonly text: View['window']; readonly window: Window } | null>(null);
  #cursor = $state.raw<number | null>(null);
  #pointed = $state.raw<number | null>(null);
  #lit = $state.raw<{ readonly field: Field; readonly id: string } | null>(null);
  #brushing = false;

  /** `create` makes a client of a new worker, at once and again when one has ended; what it throws at first is thrown. */
  constructor(create: () => Client, surroundings: Surroundings = SITE) {
    const engine = new Engine(create);
    this.#searching = new Searching(engine, (fault) => this.#opening.hearSearch(fault));
    this.#opening = new Opening(
      engine,
      {
        view: () => this.#view,
        find: (dataset, phrases) => new Findings(dataset, phrases, () => this.#view, this.#searching, this.#naming),
        show: (found, view, step) => this.#show(found, view, step),
        stay: () => this.#listener(this.#view, 'replace'),
        prepared: (done, total) => this.#searching.prepared(done, total),
      },
      surroundings,
    );
  }

  /** Null until a chronology is loaded. */
  get found(): Findings | null {
    return this.#found;
  }
  get view(): View {
    return this.#view;
  }
  get searching(): Searching {
    return this.#searching;
  }
  get opening(): Opening {
    return this.#opening;
  }
  /** Parts of a link that could not be read, for people. */
  get notes(): readonly string[] {
    return this.#notes;
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

  /** Tells of every change of the view, in order, until replaced; what `restore` sets is not told. */
  follow(listener: (view: View, step: Step) => void): void {
    this.#listener = listener;
  }

  /** Puts a chronology in place of the present one, in one go, and keeps the view. A failure leaves the present one standing. */
  load(source: Source): Promise<void> {
    return this.#opening.open(source, null);
  }
  /** As `load`, with the data file that the view names, or else with what the app comes with. */
  begin(): Promise<void> {
    return this.#opening.begin();
  }
  /** As `load`, with files of the user, which make one chronology, in a view of its own; tells what is wrong with others. */
  openFiles(files: readonly File[], fault: string | null = null): Promise<void> {
    return this.#opening.openFiles(files, fault);
  }
  openText(text: string, name = 'Pasted text'): Promise<void> {
    return this.openFiles([new File([text], name)]);
  }
  /** Brings back the chronology that was on screen before, with the view it was left with. */
  goBack(): Promise<void> {
    return this.#opening.goBack();
  }
  /** As `load`, with what the app comes with, in a view of its own. */
  goHome(): Promise<void> {
    return this.#opening.goHome();
  }
  /** Says how the table is to be read that the load under way asks about. */
  answer(mapping: Mapping): Promise<void> {
    return this.#opening.answer(mapping);
  }
  /** Reads a file in another encoding: of what is asked about, or else of what is on screen. */
  chooseEncoding(file: string, encoding: Encoding): Promise<void> {
    return this.#opening.chooseEncoding(file, encoding);
  }
  /** Asks anew how the tables on screen are to be read. */
  remap(): Promise<void> {
    return this.#opening.remap();
  }
  /** Reads the chronology on screen with actors that stand for others, by id: another spelling, and whose it is. None undoes it. */
  merge(aliases: AliasTable): Promise<void> {
    return this.#opening.setAliases(aliases);
  }
  /** Ends the load under way, or leaves what it asks unanswered; what is on screen stays. */
  cancel(): void {
    this.#opening.cancel();
  }

  /** Shows the view of a link: at once, or when the data file that it names has come. */
  restore(view: View, notes: readonly string[] = []): void {
    this.#notes = notes;
    if (this.#opening.turnTo(view)) return;
    this.#view = view;
    this.#cursor = null;
    this.#ask();
    this.#check();
  }
  /** Makes ready to suggest and to find names. */
  wantNames(): void {
    void this.#naming.want();
  }
  dismissNotes(): void {
    this.#notes = [];
    this.#opening.dismiss();
  }

  search(text: string): void {
    this.#commit(edit.setText(this.#view, text), 'replace');
    this.#ask();
  }
  /** Turns terms of the text that say the same as a filter (`actor:zas`) into that filter, where no other of its field stands. */
  async settle(): Promise<void> {
    const { value, off } = this.#view.query.text;
    const lifted = off ? null : await this.#naming.lift(value, this.#found?.names ?? null);
    if (lifted === null || value !== this.#view.query.text.value) return;
    this.#commit(edit.lift(this.#view, lifted.rest, lifted.picks));
    this.#ask();
  }
  /** Off, include, exclude, off. */
  cycle(field: Field, id: string): void {
    this.#commit(edit.cyclePick(this.#view, field, id));
  }
  pick(field: Field, id: string, sign: Sign | null): void {
    this.#commit(edit.setPick(this.#view, field, id, sign));
  }
  combine(field: Field, mode: FieldClause['mode']): void {
    this.#commit(edit.setMode(this.#view, field, mode));
  }
  /** Whether an actor stands for its members too. */
  withMembers(id: string, on: boolean): void {
    const others = this.#view.query.members.filter((member) => member !== id);
    this.#commit(edit.setMembers(this.#view, on ? [...others, id] : others));
  }
  /** Asks for a range of time and shows it. While `live`, the steps of one gesture make one step of history. */
  range(range: RangeClause | null, live = false): void {
    const view = edit.setWindow(edit.setRange(this.#view, range), null);
    const isStep = view !== this.#view && !this.#brushing;
    this.#commit(view, isStep ? 'push' : 'replace');
    this.#brushing = live && (isStep || this.#brushing);
  }
  /** Asks for the events of a finding of the data check; null asks for none. */
  ask(kind: CheckKind | null): void {
    this.#commit(edit.setCheck(this.#view, kind));
    this.#check();
  }
  mute(clause: ClauseRef): void {
    this.#commit(edit.mute(this.#view, clause));
    this.#check();
  }
  remove(clause: ClauseRef): void {
    this.#commit(edit.remove(this.#view, clause));
    this.#ask();
  }
  clear(): void {
    this.#commit(edit.clear(this.#view));
    this.#ask();
  }
  arrange(lanes: View['lanes']): void {
    this.#commit(edit.setLanes(this.#view, lanes));
  }
  sort(sort: View['sort']): void {
    this.#commit(edit.setSort(this.#view, sort));
  }
  /** Turns part of the search text into a filter. */
  adopt(text: string, field: Field, id: string, sign: Sign = 'include'): void {
    this.#commit(edit.setPick(edit.setText(this.#view, text), field, id, sign));
    this.#ask();
  }

  /** Opens the match that the search ranks first, once the newest text is answered; without a search the first in the list. */
  async openBest(): Promise<void> {
    const { text } = this.#view.query;
    await this.#searching.ask(text.value);
    const found = this.#found;
    if (found === null || found.matches.count === 0 || this.#searching.standing !== 'answered') return;
    if (text === this.#view.query.text) this.open(found.best);
  }
  /** Opens the event of a row, or of an id that the chronology may lack. */
  open(event: number | string): void {
    const id = typeof event === 'string' ? event : this.#found?.dataset.records.event(event).id;
    if (id === undefined) return;
    this.#commit(edit.setEvent(this.#view, id));
    this.#cursor = null;
  }
  close(): void {
    this.#cursor = this.cursor < 0 ? null : this.cursor;
    this.#commit(edit.setEvent(this.#view, null));
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
    if (!passing || text === null || this.#view.window === null)
      this.#commit(edit.setWindow(this.#view, text), 'replace');
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

  #show(found: Findings, view: View | null, step: Step): Promise<void> {
    if (view !== null || found.total !== this.#found?.total) this.#cursor = null;
    this.#pointed = null;
    this.#found = found;
    if (view !== null) this.#commit(view, step);
    this.#check();
    return this.#searching.begin(found.total, this.#view.query.text.value);
  }

  #commit(view: View, step: Step = 'push'): void {
    if (view === this.#view) return;
    this.#view = view;
    this.#listener(view, step);
  }

  /** The data check is run when the view asks for one of its findings. */
  #check(): void {
    if (this.#view.query.check?.off === false) void this.#found?.check.run();
  }

  #ask(): void {
    if (this.#found !== null) void this.#searching.ask(this.#view.query.text.value);
  }
}
