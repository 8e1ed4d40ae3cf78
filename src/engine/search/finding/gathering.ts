import type { Reading } from '../answer';

/** How words of the vocabulary answer a word of the search. */
interface Answering {
  /** 0 to 1. */
  readonly quality: number;
  /** Where they count. */
  readonly parts: number;
  readonly reading: Reading;
}

/** A word of the vocabulary that a word of the search may mean. */
export interface Variant extends Answering {
  readonly word: number;
}

/** Words of the vocabulary that stand next to each other: numbers [from, to). */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** All that a word of the search may mean. Words of a range may be variants too, of their own quality. */
export interface Found {
  readonly variants: readonly Variant[];
  readonly ranges: readonly (Range & Answering)[];
}

/** Each word once, with the best quality it was found by. */
export class Gathering {
  readonly #parts: number;
  readonly #variants = new Map<number, Variant>();
  readonly #ranges: (Range & Answering)[] = [];

  constructor(parts: number) {
    this.#parts = parts;
  }

  add(word: number, quality: number, reading: Reading, parts = this.#parts): void {
    const before = this.#variants.get(word);
    if (word < 0 || (before !== undefined && before.quality >= quality && before.parts === this.#parts)) return;
    this.#variants.set(word, { word, quality, parts: parts & this.#parts, reading });
  }

  addRange({ from, to }: Range, quality: number, reading: Reading): void {
    if (from < to) this.#ranges.push({ from, to, quality, reading, parts: this.#parts });
  }

  found(): Found {
    return { variants: [...this.#variants.values()], ranges: this.#ranges };
  }
}
