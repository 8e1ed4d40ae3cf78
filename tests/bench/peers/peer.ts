import type { FileEvent } from '../data/chronology';
import type { Filter } from '../data/filters';

/** Draws a chronology and lets it be dragged and zoomed with the wheel. */
export interface DrawingPeer {
  /** `host` has its size and stays. Resolves when the peer says that its first picture stands. */
  draw(host: HTMLElement, events: readonly FileEvent[]): Promise<void>;
}

/** The texts of an event that are searched. */
export interface Text {
  readonly id: number;
  readonly title: string;
  readonly summary: string;
  /** Names, not ids. */
  readonly actors: readonly string[];
}

/** How many events a text finds. */
export type Search = (text: string) => number | Promise<number>;

export interface SearchingPeer {
  build(texts: readonly Text[]): Promise<Search>;
}

/** What an event is filtered by: numbers of its values, and when it can have been (half-open; undated ones overlap nothing). */
export interface Fact {
  readonly actors: readonly number[];
  readonly topics: readonly number[];
  readonly type: number;
  readonly from: number;
  readonly to: number;
}

/**
 * How many events match, and per value how many have it and match every clause but those of its own facet: what a list
 * of filters shows.
 */
export interface Counts {
  readonly matches: number;
  readonly actors: ArrayLike<number>;
  readonly topics: ArrayLike<number>;
  readonly types: ArrayLike<number>;
}

export type Engine = (filter: Filter) => Counts | Promise<Counts>;

export interface FilteringPeer {
  build(facts: readonly Fact[]): Promise<Engine>;
}
