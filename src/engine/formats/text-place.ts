import type { Spot } from './format';

/** Keeps count of lines in a text that comes in pieces. Indexes are those of the present piece. */
export class TextPlace {
  line: number;
  /** Whether nothing but space has come in this line. */
  isBlank = true;
  /** Where the line begins; below 0 in an earlier piece. */
  #start: number;

  /** `begun`: where the first piece begins. */
  constructor(begun: Spot = { line: 1, column: 1 }) {
    this.line = begun.line;
    this.#start = 1 - begun.column;
  }

  spot(at: number): Spot {
    return { line: this.line, column: at - this.#start + 1 };
  }

  /** A line begins at `at`. */
  turn(at: number): void {
    this.line += 1;
    this.#start = at;
    this.isBlank = true;
  }

  /** What comes before `at` is no part of the text. */
  skip(at: number): void {
    this.#start = at;
  }

  /** The next piece begins after this one's `length` characters. */
  next(length: number): void {
    this.#start -= length;
  }
}
