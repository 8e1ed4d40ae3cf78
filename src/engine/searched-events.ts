import type { Chronology } from '../domain/dataset';
import type { ChronologyEvent } from '../domain/event';
import type { DatasetParts } from './dataset';
import { Records } from './records';
import type { SearchInput } from './search/indexing/search-index';

/** What search keeps of a data set, in copies of its own, for the data set itself is handed over to the page. */
export class SearchedEvents implements SearchInput {
  readonly chronology: Chronology;
  readonly count: number;
  readonly earliest: Float64Array;
  readonly latest: Float64Array;
  readonly #records: Records;
  #decoded: readonly ChronologyEvent[] | null;

  /** `events` by row: they spare decoding every record while the index is made, until `letGo`. */
  constructor({ chronology, columns, bytes, starts }: DatasetParts, events: readonly ChronologyEvent[]) {
    this.chronology = chronology;
    this.count = events.length;
    this.earliest = columns.earliest.slice();
    this.latest = columns.latest.slice();
    this.#records = new Records(bytes.slice(), starts.slice());
    this.#decoded = events;
  }

  records(from: number): readonly unknown[] {
    const rows = Math.min(1000, this.count - from);
    return Array.from({ length: rows }, (_, i) => this.#decoded?.[from + i] ?? this.#records.event(from + i));
  }

  /** Frees the decoded events; from now on they are decoded when asked for. */
  letGo(): void {
    this.#decoded = null;
  }
}
