const QUOTE = 34;
const BACKSLASH = 92;
const NEVER = -1;

/** What a byte means within a value: nothing, or one of these. */
const OPENS = 1;
const CLOSES = 2;
const QUOTES = 3;
const ENDS = 4;
const MEANING = new Uint8Array(256);
for (const sign of '{[') MEANING[sign.charCodeAt(0)] = OPENS;
for (const sign of '}]') MEANING[sign.charCodeAt(0)] = CLOSES;
for (const sign of ' \t\n\r,:') MEANING[sign.charCodeAt(0)] = ENDS;
MEANING[QUOTE] = QUOTES;

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

  /** Makes ready for the next value. */
  restart(): void {
    this.#within = 'nothing';
    this.#depth = 0;
  }

  /**
   * The index after the value that begins or goes on at `from`, or -1 when it goes on beyond `to`. For a number or a word
   * that is the index of what follows it; before a byte that no string may hold, the search ends as if the value had.
   */
  find(bytes: Uint8Array, from: number, to: number): number {
    let at = from;
    while (at < to) {
      if (this.#within === 'string') {
        while (at < to && STOPS[bytes[at]] === 0) at += 1;
        if (at === to) return NEVER;
        const byte = bytes[at];
        if (byte !== QUOTE && byte !== BACKSLASH) return at;
        at += 1;
        if (byte === BACKSLASH) this.#within = 'escape';
        else if (this.#depth === 0) return at;
        else this.#within = 'brackets';
      } else if (this.#within === 'escape') {
        this.#within = 'string';
        at += 1;
      } else if (this.#within === 'word') {
        while (at < to && MEANING[bytes[at]] === 0) at += 1;
        return at < to ? at : NEVER;
      } else {
        while (at < to) {
          const meaning = MEANING[bytes[at]];
          if (meaning === OPENS) this.#depth += 1;
          else if (meaning === CLOSES) {
            this.#depth -= 1;
            if (this.#depth <= 0) return at + 1;
          } else if (meaning === QUOTES) break;
          else if (this.#depth === 0) break;
          at += 1;
        }
        if (at === to) {
          if (this.#depth > 0) this.#within = 'brackets';
          return NEVER;
        }
        this.#within = bytes[at] === QUOTE ? 'string' : 'word';
        at += 1;
      }
    }
    return NEVER;
  }
}
