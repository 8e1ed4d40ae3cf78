import { dayOf } from '../../src/domain/calendar';
import { MONTHS } from '../../src/engine/search/language/months';
import { PART } from '../../src/engine/search/indexing/parts';
import type { ToldInput } from '../fixtures/search-input';
import { foldText, tokensOf } from '../../src/engine/search/text/tokens';

/** A text or name of an event, and the part of it that this is. `value` tells names of one value from others. */
export interface Passage {
  readonly text: string;
  readonly folded: string;
  readonly words: ReadonlySet<string>;
  readonly part: number;
  readonly value: string | null;
}

/** Reads events one by one. */
export class PassageReader {
  /** All passages read so far. */
  readonly all = new Map<string, Passage>();
  readonly #input: ToldInput;

  constructor(input: ToldInput) {
    this.#input = input;
  }

  /** What is written in the event of a row, and what it has by name. */
  passages(row: number): Passage[] {
    const event = this.#input.event(row);
    const { actors, topics } = this.#input.chronology;
    const found: Passage[] = [];
    const add = (text: string | null, part: number, value: string | null = null): void => {
      if (text !== null) found.push(this.#passage(text, part, value));
    };
    add(event.title, PART.title);
    add(event.summary, PART.summary);
    for (const note of [event.note, ...event.disagreements]) add(note, PART.note);
    for (const source of event.sources) {
      add(source.title, PART.source);
      add(source.supports, PART.source);
      add(source.publisher, PART.publisher, `publisher ${source.publisher ?? ''}`);
    }
    for (const { id, role } of event.actors) {
      const actor = actors.find((each) => each.id === id)!;
      for (const name of [actor.name, actor.short]) add(name, PART.actor, `actor ${id}`);
      for (const name of actor.aliases) add(name, PART.alias, `actor ${id}`);
      for (const office of actor.roles) add(office.title, PART.office, `actor ${id}`);
      add(role, PART.role, `role ${role ?? ''}`);
    }
    for (const id of event.topics) add(topics.find((each) => each.id === id)!.name, PART.topic, `topic ${id}`);
    for (const field of ['type', 'place', 'status', 'confidence'] as const) {
      add(event[field], PART[field], `${field} ${event[field] ?? ''}`);
    }
    const { earliest, latest } = this.#input;
    if (latest[row] - earliest[row] <= 62 * 86_400_000) {
      for (let at = earliest[row]; at < latest[row]; at += 86_400_000) add(MONTHS[dayOf(at).month - 1], PART.date);
      add(MONTHS[dayOf(latest[row] - 1).month - 1], PART.date);
    }
    return found;
  }

  /** Few texts are different, among many events. */
  #passage(text: string, part: number, value: string | null): Passage {
    const key = JSON.stringify([text, part, value]);
    const words = new Set(tokensOf(text).map((token) => token.text));
    const passage = this.all.get(key) ?? { text, folded: ` ${foldText(text)} `, words, part, value };
    this.all.set(key, passage);
    return passage;
  }
}
