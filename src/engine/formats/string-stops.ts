/** Finds in one piece of text after another the next quote, backslash or line break; each is looked for once. */
export class StringStops {
  #quote = -1;
  #backslash = -1;
  #newline = -1;

  /** Another piece comes. */
  restart(): void {
    this.#quote = this.#backslash = this.#newline = -1;
  }

  /** The index of the first of them from `from` on, or `to`; `from` must not go back within a piece. */
  next(text: string, from: number, to: number): number {
    if (this.#quote < from) this.#quote = indexIn(text, '"', from);
    if (this.#backslash < from) this.#backslash = indexIn(text, '\\', from);
    if (this.#newline < from) this.#newline = indexIn(text, '\n', from);
    return Math.min(this.#quote, this.#backslash, this.#newline, to);
  }
}

function indexIn(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from);
  return at < 0 ? text.length : at;
}
