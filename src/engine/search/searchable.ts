import { indexing } from './indexing/build';
import { rehearsing } from './rehearsal';
import { searching } from './search';
import type { SearchInput } from './indexing/search-index';
import type { SearchAnswer } from './answer';

/** Finds among the events of one chronology, in slices of a few milliseconds. */
export interface Search {
  /** What a text asks for. */
  searching(text: string): Generator<undefined, SearchAnswer | null>;
  /** See `rehearsing`. */
  rehearsing(): Generator<undefined, void>;
}

/** Makes events searchable, in slices; yields the number of events read so far. */
export function* searchable(events: SearchInput): Generator<number, Search, undefined> {
  const index = yield* indexing(events);
  return { searching: (text) => searching(index, text), rehearsing: () => rehearsing(index) };
}
