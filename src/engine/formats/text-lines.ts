/** A line of text, without what ends it. */
export interface TextLine {
  readonly text: string;
  /** 1-based. */
  readonly line: number;
  /** Whether it was longer than `LONGEST_LINE`, and the rest is left out. */
  readonly isCut: boolean;
}

/** Characters of one line that are kept. */
export const LONGEST_LINE = 1_000_000;

/** The lines of a text that comes in pieces; a line ends with CR LF, LF or CR. Time grows linearly. */
export class TextLines {
  #line = 1;
  #parts: string[] = [];
  #length = 0;
  #isCut = false;
  /** Whether the last piece ended with a CR, whose LF may yet come. */
  #isReturned = false;

  /** The lines that `text` completes. */
  *add(text: string): Generator<TextLine> {
    let at = this.#isReturned && text.startsWith('\n') ? 1 : 0;
    if (text !== '') this.#isReturned = false;
    let newline = indexFrom(text, '\n', at);
    let back = indexFrom(text, '\r', at);
    while (at < text.length) {
      if (newline < at) newline = indexFrom(text, '\n', at);
      if (back < at) back = indexFrom(text, '\r', at);
      const end = Math.min(newline, back, text.length);
      this.#keep(text, at, end);
      if (end === text.length) return;
      yield this.#complete();
      this.#line += 1;
      at = back === end && newline === end + 1 ? end + 2 : end + 1;
      this.#isReturned = back === end && at === text.length && end + 1 === text.length;
    }
  }

  /** The last line, where nothing ends it. */
  *end(): Generator<TextLine> {
    if (this.#length > 0) yield this.#complete();
  }

  #keep(text: string, from: number, to: number): void {
    const room = LONGEST_LINE - this.#length;
    if (to - from > room) this.#isCut = true;
    if (room <= 0 || to === from) return;
    const part = text.slice(from, Math.min(to, from + room));
    this.#parts.push(part);
    this.#length += part.length;
  }

  #complete(): TextLine {
    const text = this.#parts.length === 1 ? this.#parts[0] : this.#parts.join('');
    const complete = { text, line: this.#line, isCut: this.#isCut };
    this.#parts = [];
    this.#length = 0;
    this.#isCut = false;
    return complete;
  }
}

/** Where `sign` stands next; beyond the text when it does not. */
function indexFrom(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from);
  return at < 0 ? Infinity : at;
}
