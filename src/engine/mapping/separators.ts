/** What may part the values of a cell, the most telling first. */
export const SEPARATORS = [';', '|', '\n', ',', '/'] as const;

/** The values of a cell: trimmed, none blank, each once; quotes around one are taken off. One value when `separator` is ''. */
export function valuesOf(text: string, separator: string): readonly string[] {
  const parts = separator === '' ? [text] : text.split(separator);
  const values: string[] = [];
  for (const part of parts) {
    const value = part
      .trim()
      .replace(/^"(.*)"$/su, '$1')
      .trim();
    if (value !== '' && !values.includes(value)) values.push(value);
  }
  return values;
}

/** Counts, over the cells of a column, what may part the values in them. */
export class SeparatorEvidence {
  readonly #cells = new Map<string, number>();

  /** Takes the next cell that is not blank. */
  add(text: string): void {
    for (const separator of SEPARATORS) {
      if (!text.includes(separator) || (separator === '/' && text.includes('://'))) continue;
      // A comma within a sentence stands between longer parts than those of a list.
      const longest = separator === ',' ? 40 : 80;
      if (text.split(separator).some((part) => part.trim().length > longest)) continue;
      this.#cells.set(separator, (this.#cells.get(separator) ?? 0) + 1);
    }
  }

  /**
   * What parts the values in the cells; '' for nothing. A more telling one that stands in few cells beside another does not
   * count; slashes, which names have too, must stand in a tenth of all `filled` cells.
   */
  found(filled: number): string {
    const most = Math.max(0, ...this.#cells.values());
    for (const separator of SEPARATORS) {
      const cells = this.#cells.get(separator) ?? 0;
      if (cells > 0 && cells >= most / 5 && (separator !== '/' || cells >= filled / 10)) return separator;
    }
    return '';
  }
}
