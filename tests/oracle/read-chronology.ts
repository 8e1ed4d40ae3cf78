import type { Chronology, Problem } from '../../src/domain/dataset';
import type { ChronologyEvent } from '../../src/domain/event';
import {
  noEventUsable,
  readHead,
  tellDangling,
  tellRepeated,
  unknownActor,
  unknownTopic,
} from '../../src/domain/parse';
import { readDate } from '../../src/domain/date';
import { envelopeFault } from '../../src/domain/parsing/envelope';
import { readEvent } from '../../src/domain/parsing/event';
import type { Fields } from '../../src/domain/parsing/field';
import { Problems } from '../../src/domain/parsing/problems';

export interface Entry {
  readonly event: ChronologyEvent;
  /** The event as the file has it, unknown keys included. */
  readonly raw: Fields;
}

export type Reading =
  | {
      readonly ok: true;
      readonly chronology: Chronology;
      /** In the order of the file; ids are unique. Never empty. */
      readonly events: readonly Entry[];
      /** The file without its events, unknown keys included. */
      readonly head: Fields;
      /** Those of the file as a whole, then event by event, then links that lead nowhere. Over the limit the rest is counted. */
      readonly problems: readonly Problem[];
    }
  | { readonly ok: false; readonly message: string };

/**
 * The chronology in `raw`, the value of a whole JSON text, or why it is refused. The slow and obvious twin of what
 * `engine/opening.ts` does with bytes as they come.
 */
export function readChronology(raw: unknown): Reading {
  const message = envelopeFault(raw, (events) => events.length);
  if (message !== null) return { ok: false, message };
  const fields = raw as Fields & { readonly events: readonly unknown[] };
  const problems = new Problems();
  const head = readHead(fields, problems.voice(null, null), readDate);
  const { actors, topics } = head;

  const entries: Entry[] = [];
  const indexOf = new Map<string, number>();
  for (const [index, item] of fields.events.entries()) {
    const { event, problems: told } = readEvent(item, index);
    for (const problem of told) problems.add(problem);
    if (event === null) continue;
    const tell = problems.voice(index, event.id);
    if (indexOf.has(event.id)) {
      tellRepeated(event.id, tell);
      continue;
    }
    indexOf.set(event.id, index);
    entries.push({ event, raw: item as Fields });
    for (const { id } of event.actors) if (!actors.has(id)) actors.set(id, unknownActor(id, tell));
    for (const id of event.topics) if (!topics.has(id)) topics.set(id, unknownTopic(id, tell));
  }
  if (entries.length === 0) return { ok: false, message: noEventUsable(fields.events.length, problems.all()) };
  for (const { event } of entries) {
    for (const id of event.related) {
      if (!indexOf.has(id)) tellDangling(id, problems.voice(indexOf.get(event.id) ?? null, event.id));
    }
  }
  const chronology = { ...head.about, actors: [...actors.values()], topics: [...topics.values()] };
  return { ok: true, chronology, events: entries, head: head.fields, problems: problems.all() };
}
