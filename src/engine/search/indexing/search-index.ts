import type { Chronology } from '../../../domain/dataset';
import type { Beginning } from './beginnings';
import type { Extents } from './extents';
import type { Pool } from '../finding/pool';
import type { NameTable } from './name-table';
import type { Pairs } from './pairs';
import type { RowLists } from './row-lists';
import type { Texts } from './texts';
import type { Scanner } from '../text/scanner';
import type { Vocabulary } from './vocabulary';

/** What an index is made from. Nothing of it is kept. */
export interface SearchInput {
  readonly chronology: Pick<Chronology, 'actors' | 'topics'>;
  /** Rows there are: dated ones in the order of `earliest`, then the undated. */
  readonly count: number;
  /** Extents, half-open; NaN for the undated. */
  readonly earliest: Float64Array;
  readonly latest: Float64Array;
  /** Events of row `from` and as many rows after it as make a slice of work, as the values of their JSON; at least one. */
  records(from: number): readonly unknown[];
}

/** All that a search asks. Made by `indexing` or `buildSearchIndex`. */
export interface SearchIndex {
  readonly count: number;
  readonly dated: number;
  readonly extents: Extents;
  readonly vocabulary: Vocabulary;
  /** Per word: rows that have it written in them, with WRITTEN parts. */
  readonly written: RowLists;
  /** What is kept of `written` for the shortest beginnings, see `beginnings`. */
  readonly beginnings: readonly Beginning[];
  /** Per word: the named values that have it in a name are `namedValues[namedStarts[word]..namedStarts[word + 1])`. */
  readonly namedStarts: Uint32Array;
  readonly namedValues: Uint32Array;
  readonly namedParts: Uint32Array;
  readonly names: NameTable;
  /** Per named value: rows that have it. */
  readonly valueRows: RowLists;
  readonly texts: Texts;
  readonly pairs: Pairs;
  readonly scanner: Scanner;
  /** Room for the work of searches, used again by the next one. */
  readonly pool: Pool;
}
