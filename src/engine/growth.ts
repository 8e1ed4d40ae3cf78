/**
 * How events that are still being read lie in time: how many begin in each column. Column 0 begins with 1970, and each is
 * `width` milliseconds wide. An event that reaches over columns counts a share in each.
 */
export interface Growth {
  readonly width: number;
  readonly counts: ReadonlyMap<number, number>;
}

/** Columns from the first to the last, at most. */
export const MOST_COLUMNS = 120;

const FIRST_WIDTH_MS = 1000;

/** Counts events as they come; when they need more columns than there are, each two become one. */
export class Growing implements Growth {
  width = FIRST_WIDTH_MS;
  counts = new Map<number, number>();
  #first = Infinity;
  #last = -Infinity;

  /** Of an event that has no date, or whose beginning is not known, nothing is counted; one without an end counts where it begins. */
  add(earliest: number, latest: number): void {
    if (!Number.isFinite(earliest)) return;
    const end = latest > earliest && latest < Infinity ? latest : earliest;
    let from = Math.floor(earliest / this.width);
    let to = Math.floor(end / this.width);
    while (Math.max(to, this.#last) - Math.min(from, this.#first) >= MOST_COLUMNS) {
      this.#halve();
      from = Math.floor(earliest / this.width);
      to = Math.floor(end / this.width);
    }
    this.#first = Math.min(this.#first, from);
    this.#last = Math.max(this.#last, to);
    const share = 1 / (to - from + 1);
    for (let column = from; column <= to; column++) this.#count(column, share);
  }

  #halve(): void {
    const before = this.counts;
    this.counts = new Map();
    this.width *= 2;
    this.#first = Math.floor(this.#first / 2);
    this.#last = Math.floor(this.#last / 2);
    for (const [column, count] of before) this.#count(Math.floor(column / 2), count);
  }

  #count(column: number, share: number): void {
    this.counts.set(column, (this.counts.get(column) ?? 0) + share);
  }
}
