import { PART } from './parts';
import { TEXT_PARTS } from './pluck';
import { bytesOf, FIRST_WORD, isWord, type Texts, wordAt } from './texts';

/** Words in a row, to be looked for in texts. */
export interface Passage {
  /** Places in the vocabulary; at least one. */
  readonly words: readonly number[];
  /** Places of which the word after them must have one; null when none needs to follow. */
  readonly last: { readonly from: number; readonly to: number } | null;
}

/** Looks for several passages at once: each byte of the texts is read once, however many they are. */
export class PassageFinder {
  readonly #texts: Texts;
  readonly #passages: readonly { readonly bytes: readonly number[]; readonly last: Passage['last'] }[];
  /** By byte: 1 for those that a passage or a text of another part begins with. */
  readonly #begins = new Uint8Array(256);
  /** By byte: the passages that begin with it. */
  readonly #beginning: readonly (readonly number[])[];

  constructor(texts: Texts, passages: readonly Passage[]) {
    this.#texts = texts;
    this.#passages = passages.map(({ words, last }) => {
      return { bytes: words.flatMap((word) => [...bytesOf(texts, texts.numbers[word])]), last };
    });
    this.#begins.fill(1, 0, FIRST_WORD);
    for (const { bytes } of this.#passages) this.#begins[bytes[0]] = 1;
    this.#beginning = Array.from({ length: 256 }, (_, byte) =>
      this.#passages.flatMap(({ bytes }, passage) => (bytes[0] === byte ? [passage] : [])),
    );
  }

  /**
   * Calls `visit` with each of the first `count` of `rows` that has any, and by passage the bits of PART of the texts it
   * stands in. Gives how many bytes were read.
   */
  find(rows: Uint32Array, count: number, visit: (row: number, found: Uint8Array) => void): number {
    const { bytes, starts, two, three } = this.#texts;
    const begins = this.#begins;
    const found = new Uint8Array(this.#passages.length);
    let read = 0;
    for (let i = 0; i < count; i++) {
      const row = rows[i];
      const start = starts.start(row);
      const end = start + starts.length(row);
      let part: number = PART.title;
      let any = false;
      for (let at = start; at < end;) {
        const byte = bytes[at];
        if (begins[byte] === 1) {
          if (byte < FIRST_WORD) part = PART[TEXT_PARTS[byte]];
          else if (this.#findAt(at, end, part, found)) any = true;
        }
        at += byte < two ? 1 : byte < three ? 2 : 3;
      }
      read += end - start;
      if (!any) continue;
      visit(row, found);
      found.fill(0);
    }
    return read;
  }

  #findAt(at: number, end: number, part: number, found: Uint8Array): boolean {
    let any = false;
    for (const passage of this.#beginning[this.#texts.bytes[at]]) {
      if (!this.#standsAt(passage, at, end)) continue;
      found[passage] |= part;
      any = true;
    }
    return any;
  }

  #standsAt(passage: number, start: number, end: number): boolean {
    const { bytes, words } = this.#texts;
    const { bytes: wanted, last } = this.#passages[passage];
    const after = start + wanted.length;
    if (after > end) return false;
    for (let i = 1; i < wanted.length; i++) if (bytes[start + i] !== wanted[i]) return false;
    if (last === null) return true;
    if (after === end || !isWord(this.#texts, after)) return false;
    const word = words[wordAt(this.#texts, after)];
    return word >= last.from && word < last.to;
  }
}
