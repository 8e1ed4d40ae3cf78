import type { Names } from './columns/packed';
import type { RecordBytes } from './records';
import type { SearchInput } from './search/indexing/search-index';

/** Bytes of records that are decoded at once: some milliseconds of work. */
const BATCH = 1 << 18;
const [OPEN, COMMA, CLOSE] = [91, 44, 93];

/** What the search index of a data set is made from. The index keeps none of the records. */
export class SearchedEvents implements SearchInput {
  readonly chronology: Names;
  readonly count: number;
  readonly earliest: Float64Array;
  readonly latest: Float64Array;
  #records: RecordBytes | null;
  readonly #decoder = new TextDecoder();
  /** Room for the records of a batch, used again and again. */
  #list = new Uint8Array(BATCH);

  /** All of it is kept and not copied. */
  constructor(chronology: Names, earliest: Float64Array, latest: Float64Array, records: RecordBytes) {
    this.chronology = chronology;
    this.count = records.count;
    this.earliest = earliest;
    this.latest = latest;
    this.#records = records;
  }

  /**
   * Many records are parsed in one go, as one list: that takes a third of the time of one by one. With those of the last
   * row all records are let go, which leaves their room to what is made of them; then it throws.
   */
  records(from: number): readonly unknown[] {
    const records = this.#records;
    if (records === null) throw new Error('these records have been let go');
    const least = records.at(from).length + 2;
    if (least > this.#list.length) this.#list = new Uint8Array(least);
    const list = this.#list;
    list[0] = OPEN;
    let end = 1;
    let row = from;
    for (; row < this.count; row++) {
      const record = records.at(row);
      if (end + record.length + 1 > list.length) break;
      list.set(record, end);
      end += record.length;
      list[end++] = COMMA;
    }
    list[end - 1] = CLOSE;
    if (row === this.count) this.#records = null;
    const parsed: unknown = JSON.parse(this.#decoder.decode(list.subarray(0, end)));
    return Array.isArray(parsed) ? parsed : [];
  }
}
