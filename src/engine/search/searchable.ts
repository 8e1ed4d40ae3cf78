import { indexing } from './indexing/build';
import { searching } from './search';
import type { SearchInput } from './indexing/search-index';
import type { SearchAnswer } from './answer';

/** Finds what a text asks for, in slices of a few milliseconds. */
export type Search = (text: string) => Generator<undefined, SearchAnswer | null>;

/** Makes events searchable, in slices; yields the number of events read so far. */
export function* searchable(events: SearchInput): Generator<number, Search, undefined> {
  const index = yield* indexing(events);
  return (text) => searching(index, text);
}
