import { type EventDate, readDate } from '../../src/domain/date';
import type { ChronologyEvent } from '../../src/domain/event';
import { datingOf } from '../../src/engine/columns/dating';
import type { Field } from '../../src/engine/query';

/** An event as an object, at the row where it should stand. */
export interface SlowRow {
  readonly row: number;
  readonly event: ChronologyEvent;
  readonly date: EventDate | null;
}

/** Events in row order, by plain sorting of objects. */
export function slowRows(events: readonly ChronologyEvent[]): readonly SlowRow[] {
  return events
    .map((event) => {
      const reading = event.date === null ? null : readDate(event.date);
      return { event, date: reading?.ok ? reading.date : null };
    })
    .sort((a, b) => {
      if (a.date !== null && b.date !== null) {
        if (a.date.earliest !== b.date.earliest) return a.date.earliest < b.date.earliest ? -1 : 1;
        if (a.date.latest !== b.date.latest) return a.date.latest < b.date.latest ? -1 : 1;
      } else if (a.date !== b.date) return a.date === null ? 1 : -1;
      return a.event.id < b.event.id ? -1 : 1;
    })
    .map((each, row) => ({ ...each, row }));
}

/** Ids of the values that an event has in a field, each once. */
export function slowValues({ event, date }: SlowRow, field: Field): readonly string[] {
  const all = {
    actor: event.actors.map(({ id }) => id),
    topic: event.topics,
    type: [event.type],
    status: [event.status],
    confidence: [event.confidence],
    place: [event.place],
    publisher: event.sources.map(({ publisher }) => publisher),
    dating: [datingOf(date)],
  }[field];
  return [...new Set(all)].filter((id) => id !== null);
}
