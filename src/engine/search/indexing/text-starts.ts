/** Rows whose lengths are added up, at most, to find where one starts. */
const GROUP_SHIFT = 3;
/** A length that is kept elsewhere. */
const LONG = 255;

/** Where the texts of each row start in an array of bytes: most are short, so that a byte is enough for the length of each. */
export class TextStarts {
  readonly #groups: Uint32Array;
  readonly #lengths: Uint8Array;
  readonly #long = new Map<number, number>();

  /** Row `i` is `[starts[i], starts[i + 1])`; nothing of `starts` is kept. */
  constructor(starts: Uint32Array) {
    const rows = starts.length - 1;
    this.#lengths = new Uint8Array(rows);
    this.#groups = new Uint32Array((rows >>> GROUP_SHIFT) + 1);
    for (let group = 0; group < this.#groups.length; group++) this.#groups[group] = starts[group << GROUP_SHIFT];
    for (let row = 0; row < rows; row++) {
      const length = starts[row + 1] - starts[row];
      this.#lengths[row] = Math.min(LONG, length);
      if (length >= LONG) this.#long.set(row, length);
    }
  }

  /** For a row that there is. */
  start(row: number): number {
    const first = (row >>> GROUP_SHIFT) << GROUP_SHIFT;
    let start = this.#groups[row >>> GROUP_SHIFT];
    for (let before = first; before < row; before++) start += this.length(before);
    return start;
  }

  /** In bytes. */
  length(row: number): number {
    const length = this.#lengths[row];
    return length < LONG ? length : (this.#long.get(row) ?? LONG);
  }
}
