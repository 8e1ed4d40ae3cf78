const QUOTE = 34;
const BACKSLASH = 92;

/** What a byte means between strings: nothing, or one of these. */
const OPENS = 1;
const CLOSES = 2;
const QUOTES = 3;
const PARTS = 4;
const MEANING = new Uint8Array(256);
MEANING.set([OPENS, 0, CLOSES], 91);
MEANING.set([OPENS, 0, CLOSES], 123);
MEANING[QUOTE] = QUOTES;
for (const sign of ' \t\n\r,:') MEANING[sign.charCodeAt(0)] = PARTS;

/** Bytes that a string does not simply go on with: its quote, an escape, and what no string may hold. */
const STOPS = new Uint8Array(256).fill(1, 0, 32);
STOPS[QUOTE] = 1;
STOPS[BACKSLASH] = 1;

type Within = 'nothing' | 'brackets' | 'string' | 'escape' | 'word';

/**
 * Finds where a JSON value in UTF-8 ends, over pieces that part it anywhere. It counts brackets and knows strings;
 * whether what it spans is JSON is for a parser to say. Any depth; each byte is looked at once.
 */
export class ValueEnd {
  #within: Within = 'nothing';
  #depth = 0;
  #levels = 0;

  /** How many levels of brackets the value has so far. */
  get levels(): number {
    return this.#levels;
  }

  /** Makes ready for the next value. */
  restart(): void {
    this.#within = 'nothing';
    this.#depth = 0;
    this.#levels = 0;
  }

  /**
   * The index after the value that begins or goes on at `from`, or -1 when it goes on beyond `to`. For a number or a word
   * that is the index of what follows it; before a byte that no string may hold, the search ends as if the value had.
   */
  find(bytes: Uint8Array, from: number, to: number): number {
    let at = from;
    let within = this.#within;
    let depth = this.#depth;
    let levels = this.#levels;
    let found = false;
    while (at < to && !found) {
      if (within === 'string') {
        while (at < to && STOPS[bytes[at]] === 0) at += 1;
        if (at === to) break;
        const byte = bytes[at];
        if (byte === BACKSLASH) within = 'escape';
        else if (byte === QUOTE && depth > 0) within = 'brackets';
        else found = true;
        if (byte === QUOTE || byte === BACKSLASH) at += 1;
      } else if (within === 'escape') {
        within = 'string';
        at += 1;
      } else if (within === 'word') {
        if (MEANING[bytes[at]] === 0) at += 1;
        else found = true;
      } else {
        const meaning = MEANING[bytes[at]];
        at += 1;
        if (meaning === QUOTES) within = 'string';
        else if (meaning === OPENS) {
          within = 'brackets';
          depth += 1;
          if (depth > levels) levels = depth;
        } else if (meaning === CLOSES) {
          depth -= 1;
          found = depth <= 0;
        } else if (within === 'nothing') within = 'word';
      }
    }
    this.#within = within;
    this.#depth = depth;
    this.#levels = levels;
    return found ? at : -1;
  }
}
