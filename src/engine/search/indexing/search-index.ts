import type { Chronology } from '../../../domain/dataset';
import type { ChronologyEvent } from '../../../domain/event';
import type { NameTable } from './name-table';
import type { RowLists } from './row-lists';
import type { Scanner } from '../text/scanner';
import type { Vocabulary } from './vocabulary';

/** What an index is made of. Events are asked for one at a time and not kept; `event` is asked again for phrases. */
export interface SearchInput {
  readonly chronology: Pick<Chronology, 'actors' | 'topics'>;
  /** Rows there are: dated ones in the order of `earliest`, then the undated. */
  readonly count: number;
  /** Extents, half-open; NaN for the undated. */
  readonly earliest: Float64Array;
  readonly latest: Float64Array;
  event(row: number): ChronologyEvent;
}

/** All that a search asks. Made by `indexing` or `buildSearchIndex`. */
export interface SearchIndex {
  readonly input: SearchInput;
  readonly dated: number;
  readonly vocabulary: Vocabulary;
  /** Per word: rows that have it written in them, with WRITTEN parts. */
  readonly written: RowLists;
  /** Per word: the named values that have it in a name are `namedValues[namedStarts[word]..namedStarts[word + 1])`. */
  readonly namedStarts: Uint32Array;
  readonly namedValues: Uint32Array;
  readonly namedParts: Uint32Array;
  readonly names: NameTable;
  /** Per named value: rows that have it. */
  readonly valueRows: RowLists;
  readonly scanner: Scanner;
}

/** Texts of an event by the part of it they stand in. */
export interface EventTexts {
  readonly title: readonly string[];
  readonly summary: readonly string[];
  readonly note: readonly string[];
  readonly source: readonly string[];
}

export const TEXT_PARTS = ['title', 'summary', 'note', 'source'] as const;

export function textsOf(event: ChronologyEvent): EventTexts {
  return {
    title: [event.title],
    summary: present([event.summary]),
    note: [...present([event.note]), ...event.disagreements],
    source: event.sources.flatMap(({ title, supports }) => present([title, supports])),
  };
}

function present(texts: readonly (string | null)[]): string[] {
  return texts.filter((text) => text !== null);
}
