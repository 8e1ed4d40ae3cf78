import type { Client } from '../engine/client';
import type { CheckKind } from '../engine/checking/finding';
import type { Encoding } from '../engine/formats/choices';
import type { AliasTable } from '../engine/intake/aliases';
import type { Mapping } from '../engine/mapping/mapping';
import type { ClauseRef, Field, FieldClause, RangeClause, Sign } from '../engine/query';
import { Engine } from './engine';
import { Findings } from './findings.svelte';
import type { Source } from './load';
import { Looking } from './looking.svelte';
import { Naming } from './naming.svelte';
import { Opening } from './opening.svelte';
import { Searching } from './searching.svelte';
import { SITE, type Surroundings } from './surroundings';
import type { Step, View } from './view';
import * as edit from './view-edits';

/** What one user is looking at: one chronology, one view, and all that follows from them. Every wish is one verb. */
export class Explorer extends Looking {
  readonly #opening: Opening;
  readonly #searching: Searching;
  readonly #naming = new Naming();
  #notes = $state.raw<readonly string[]>([]);
  #brushing = false;

  /** `create` makes a client of a new worker, at once and again when one has ended; what it throws at first is thrown. */
  constructor(create: () => Client, surroundings: Surroundings = SITE) {
    super();
    const engine = new Engine(create);
    this.#searching = new Searching(engine, (fault) => this.#opening.hearSearch(fault));
    this.#opening = new Opening(
      engine,
      {
        view: () => this.view,
        find: (dataset, phrases) => new Findings(dataset, phrases, () => this.view, this.#searching, this.#naming),
        show: (found, view, step) => this.#show(found, view, step),
        stay: () => this.tell('replace'),
        prepared: (done, total) => this.#searching.prepared(done, total),
      },
      surroundings,
    );
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
    this.turnTo(view);
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
    this.commit(edit.setText(this.view, text), 'replace');
    this.#ask();
  }
  /** Turns terms of the text that say the same as a filter (`actor:zas`) into that filter, where no other of its field stands. */
  async settle(): Promise<void> {
    const { value, off } = this.view.query.text;
    const lifted = off ? null : await this.#naming.lift(value, this.found?.names ?? null);
    if (lifted === null || value !== this.view.query.text.value) return;
    this.commit(edit.lift(this.view, lifted.rest, lifted.picks));
    this.#ask();
  }
  /** Off, include, exclude, off. */
  cycle(field: Field, id: string): void {
    this.commit(edit.cyclePick(this.view, field, id));
  }
  pick(field: Field, id: string, sign: Sign | null): void {
    this.commit(edit.setPick(this.view, field, id, sign));
  }
  combine(field: Field, mode: FieldClause['mode']): void {
    this.commit(edit.setMode(this.view, field, mode));
  }
  /** Whether an actor stands for its members too. */
  withMembers(id: string, on: boolean): void {
    const others = this.view.query.members.filter((member) => member !== id);
    this.commit(edit.setMembers(this.view, on ? [...others, id] : others));
  }
  /** Asks for a range of time and shows it. While `live`, the steps of one gesture make one step of history. */
  range(range: RangeClause | null, live = false): void {
    const view = edit.setWindow(edit.setRange(this.view, range), null);
    const isStep = view !== this.view && !this.#brushing;
    this.commit(view, isStep ? 'push' : 'replace');
    this.#brushing = live && (isStep || this.#brushing);
  }
  /** Asks for the events of a finding of the data check; null asks for none. */
  ask(kind: CheckKind | null): void {
    this.commit(edit.setCheck(this.view, kind));
    this.#check();
  }
  mute(clause: ClauseRef): void {
    this.commit(edit.mute(this.view, clause));
    this.#check();
  }
  remove(clause: ClauseRef): void {
    this.commit(edit.remove(this.view, clause));
    this.#ask();
  }
  clear(): void {
    this.commit(edit.clear(this.view));
    this.#ask();
  }
  arrange(lanes: View['lanes']): void {
    this.commit(edit.setLanes(this.view, lanes));
  }
  sort(sort: View['sort']): void {
    this.commit(edit.setSort(this.view, sort));
  }
  /** Turns part of the search text into a filter. */
  adopt(text: string, field: Field, id: string, sign: Sign = 'include'): void {
    this.commit(edit.setPick(edit.setText(this.view, text), field, id, sign));
    this.#ask();
  }

  /** Opens the match that the search ranks first, once the newest text is answered; without a search the first in the list. */
  async openBest(): Promise<void> {
    const { text } = this.view.query;
    await this.#searching.ask(text.value);
    const found = this.found;
    if (found === null || found.matches.count === 0 || this.#searching.standing !== 'answered') return;
    if (text === this.view.query.text) this.open(found.best);
  }
  #show(found: Findings, view: View | null, step: Step): Promise<void> {
    this.place(found, view !== null);
    if (view !== null) this.commit(view, step);
    this.#check();
    return this.#searching.begin(found.total, this.view.query.text.value);
  }

  /** The data check is run when the view asks for one of its findings. */
  #check(): void {
    if (this.view.query.check?.off === false) void this.found?.check.run();
  }

  #ask(): void {
    if (this.found !== null) void this.#searching.ask(this.view.query.text.value);
  }
}
