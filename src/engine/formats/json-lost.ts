import { BACKSLASH, CLOSE, CLOSE_LIST, NEWLINE, OPEN, OPEN_LIST, QUOTE } from './json-grammar';

/** Goes on through a part of a JSON text that is not sound, by its brackets alone: a string ends with its line at the latest. */
export class LostPart {
  /** How many brackets are open. */
  depth: number;
  #within: 'nothing' | 'string' | 'escape' = 'nothing';

  constructor(depth: number) {
    this.depth = depth;
  }

  /** Takes the next sign; whether it opened or closed a bracket. */
  take(code: number): 'opened' | 'closed' | null {
    if (code === NEWLINE) this.#within = 'nothing';
    else if (this.#within === 'escape') this.#within = 'string';
    else if (this.#within === 'string') {
      if (code === BACKSLASH) this.#within = 'escape';
      else if (code === QUOTE) this.#within = 'nothing';
    } else if (code === QUOTE) this.#within = 'string';
    else if (code === OPEN || code === OPEN_LIST) {
      this.depth += 1;
      return 'opened';
    } else if (code === CLOSE || code === CLOSE_LIST) {
      this.depth -= 1;
      return 'closed';
    }
    return null;
  }
}
