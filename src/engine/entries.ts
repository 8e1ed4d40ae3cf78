import type { Actor, FilePlace, Problem, Topic } from '../domain/dataset';
import type { ChronologyEvent } from '../domain/event';
import { LIMITS } from '../domain/limits';
import { tellDangling, tellRepeated, unknownActor, unknownTopic, type Head } from '../domain/parse';
import { readEvent } from '../domain/parsing/event';
import type { Tell } from '../domain/parsing/field';
import { Problems } from '../domain/parsing/problems';
import { type BuiltColumns, ColumnsBuilder } from './columns/build';
import { DateTable } from './columns/dates';
import { GrowingInts } from './columns/growing';
import type { Names } from './columns/packed';
import type { Growth } from './growth';
import { Ids } from './ids';
import { lowerBound } from './rows/bounds';

const SILENT: Tell = () => undefined;

/** The events of a file that can be used, numbered as they come; of each only numbers and its id are kept. */
export class Entries {
  readonly #dates = new DateTable();
  readonly #ids = new Ids();
  readonly #columns = new ColumnsBuilder(this.#dates);
  readonly #problems = new Problems();
  /** Per event: its index in the file, and where its bytes are. */
  readonly #indexes = new GrowingInts();
  readonly #places = new GrowingInts();
  readonly #lengths = new GrowingInts();
  /** Links to events that had not come yet, each with the number of the event that has it. */
  readonly #links: string[] = [];
  readonly #linking = new GrowingInts();
  /** Places of events left out, by index. */
  readonly #lost = new Map<number, number>();
  #listed = 0;
  #bytes = 0;

  /** How many events the file lists so far. */
  get listed(): number {
    return this.#listed;
  }

  /** How many of them can be used. */
  get count(): number {
    return this.#ids.all.length;
  }

  /** How they lie in time. */
  growth(): Growth {
    return this.#columns.growth();
  }

  /** How many bytes these have. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Takes the next event as the file has it; `levels` of brackets at most; `at`: where it stands, if that is known already. */
  add(item: unknown, place: number, length: number, levels: number, at?: FilePlace): void {
    const index = this.#listed++;
    const { event, problems } = readEvent(item, index, this.#dates.read, levels <= LIMITS.depth);
    const isNew = event !== null && this.#ids.add(event.id);
    const fate = { ...(at && { at }), ...(!isNew && { leftOut: true as const }) };
    for (const problem of problems) this.#problems.add({ ...problem, ...fate });
    if (event !== null && !isNew) tellRepeated(event.id, this.#problems.voice(index, event.id, fate));
    if (!isNew && at === undefined && this.#lost.size < LIMITS.problems) this.#lost.set(index, place);
    if (event === null || !isNew) return;
    this.#indexes.push(index);
    this.#places.push(place);
    this.#lengths.push(length);
    this.#bytes += length;
    this.#noteLinks(event);
    this.#columns.add(event);
  }

  /** Whether an event that can be used has this id. */
  isTaken(id: string): boolean {
    return this.#ids.has(id);
  }

  /** Takes note of a record that no event was made of. */
  leaveOut(): void {
    this.#listed += 1;
  }

  tell(problem: Problem): void {
    this.#problems.add(problem);
  }

  /** The place of the event at an index in the file, also of one left out; -1 when it is not known. */
  placeOf(index: number): number {
    const indexes = this.#indexes.view();
    const event = lowerBound(indexes, index, 0, indexes.length);
    return indexes[event] === index ? this.#places.view()[event] : (this.#lost.get(index) ?? -1);
  }

  /** The place and the length of the bytes of each event. */
  places(): { readonly places: Uint32Array; readonly lengths: Uint32Array } {
    return { places: this.#places.view(), lengths: this.#lengths.view() };
  }

  /**
   * The names of the head, and of those whom it lacks; what is told of the events. Links that lead nowhere come last:
   * ids are known only when all events have come. Nothing is told of names that come from an event of which `isDerived` is
   * true: its file has no list of names.
   */
  named(
    { actors, topics }: Pick<Head, 'actors' | 'topics'>,
    isDerived: (event: number) => boolean = () => false,
  ): { readonly names: Names; readonly problems: Problems } {
    const unknown = new Problems();
    const all: Names = { actors: [...actors.values()], topics: [...topics.values()] };
    const strangers = [...this.#columns.appearances('actor')].filter(([id]) => !actors.has(id));
    const themes = [...this.#columns.appearances('topic')].filter(([id]) => !topics.has(id));
    const newActors: Actor[] = [];
    const newTopics: Topic[] = [];
    const themesLeft = themes.values();
    let theme = themesLeft.next();
    const tellThemes = (before: number): void => {
      for (; theme.done !== true && theme.value[1] < before; theme = themesLeft.next()) {
        const [id, event] = theme.value;
        newTopics.push(unknownTopic(id, isDerived(event) ? SILENT : this.#voice(unknown, event)));
      }
    };
    for (const [id, event] of strangers) {
      tellThemes(event);
      newActors.push(unknownActor(id, isDerived(event) ? SILENT : this.#voice(unknown, event)));
    }
    tellThemes(Infinity);
    const problems = Problems.merged(this.#problems, unknown);
    for (const [at, id] of this.#links.entries()) {
      if (!this.#ids.has(id)) tellDangling(id, this.#voice(problems, this.#linking.view()[at]));
    }
    const names = { actors: [...all.actors, ...newActors], topics: [...all.topics, ...newTopics] };
    return { names, problems };
  }

  /** The columns, in slices: yields the share done, up to 1. */
  arranging(names: Names): Generator<number, BuiltColumns> {
    return this.#columns.finishing(names, this.#ids.all);
  }

  /** What `rowOf` looks into, for rows in this order. Then the ids are of no more use. */
  idTable(order: Uint32Array): Int32Array<ArrayBuffer> {
    return this.#ids.tableOf(order);
  }

  #noteLinks({ related }: ChronologyEvent): void {
    for (const id of related) {
      if (this.#ids.has(id)) continue;
      this.#links.push(id);
      this.#linking.push(this.count - 1);
    }
  }

  #voice(problems: Problems, event: number): ReturnType<Problems['voice']> {
    return problems.voice(this.#indexes.view()[event], this.#ids.all[event]);
  }
}
