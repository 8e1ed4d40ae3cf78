import type { FileEvent } from '../../data/chronology';
import { extentOf } from '../../data/dates';

/** A dated event as a peer draws it: `lane` is the number of its topic. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly title: string;
  readonly lane: number;
}

/** The dated events, in the order of time. */
export function spansOf(events: readonly FileEvent[]): readonly Span[] {
  return events
    .flatMap(({ date, title, topics }) =>
      date === null ? [] : [{ ...extentOf(date), title, lane: Number(topics[0].slice(1)) }],
    )
    .sort((a, b) => a.from - b.from);
}
