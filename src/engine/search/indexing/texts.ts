import { larger } from '../text/scanner';
import { TEXT_PARTS } from './pluck';
import { PART } from './parts';

/**
 * The texts of events as numbers of words, row after row, in bytes. A word is one byte below 128, or one of 128 to 191
 * and then bytes from 192 up, six bits each, the low ones first: no word's bytes stand inside another's. A byte below
 * FIRST_WORD begins a text of the part that it numbers in TEXT_PARTS; a row begins with its title, which needs none.
 */
export interface Texts {
  readonly bytes: Uint8Array;
  /** `bytes[starts[row]..starts[row + 1])` are the texts of a row. */
  readonly starts: Uint32Array;
  /** By number of a word here: its place in the vocabulary. */
  readonly words: Uint32Array;
  /** By place in the vocabulary: its number here. */
  readonly numbers: Uint32Array;
}

const FIRST_WORD = TEXT_PARTS.length;
const LEADING = 128;
const FOLLOWING = 192;

/** Takes down the words of events; those that come first should be the commonest, for they take the least room. */
export class TextsBuilder {
  #bytes = new Uint8Array(1 << 16);
  #end = 0;
  readonly #starts: Uint32Array;
  #row = 0;

  constructor(rows: number) {
    this.#starts = new Uint32Array(rows + 1);
  }

  /** Begins a text of `TEXT_PARTS[part]`; the title comes first of all, and only once. */
  begin(part: number): void {
    if (part > 0) this.#push(part);
  }

  word(number: number): void {
    let rest = number + FIRST_WORD;
    if (rest < LEADING) this.#push(rest);
    else {
      this.#push(LEADING | (rest & 63));
      for (rest >>>= 6; rest > 0; rest >>>= 6) this.#push(FOLLOWING | (rest & 63));
    }
  }

  endRow(): void {
    this.#starts[++this.#row] = this.#end;
  }

  /** `order[i]`: the number of the word that stands at `i` in the vocabulary. */
  finish(order: Uint32Array): Texts {
    const words = new Uint32Array(order.length);
    for (let i = 0; i < order.length; i++) words[order[i]] = i;
    return { bytes: this.#bytes.slice(0, this.#end), starts: this.#starts, words, numbers: order };
  }

  #push(byte: number): void {
    if (this.#end === this.#bytes.length) {
      this.#bytes = larger(this.#bytes, new Uint8Array(Math.ceil(this.#end * 1.5)));
    }
    this.#bytes[this.#end++] = byte;
  }
}

/** Words of the title of a row, by their place in the vocabulary, hyphenated ones as their parts. */
export function titleWords({ bytes, starts, words }: Texts, row: number): number[] {
  const title: number[] = [];
  for (let at = starts[row]; at < starts[row + 1] && bytes[at] >= FIRST_WORD; at = wordEnd(bytes, at)) {
    title.push(words[wordAt(bytes, at)]);
  }
  return title;
}

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
      return { bytes: words.flatMap((word) => bytesOf(texts.numbers[word])), last };
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
    const { bytes, starts } = this.#texts;
    const begins = this.#begins;
    const found = new Uint8Array(this.#passages.length);
    let read = 0;
    for (let i = 0; i < count; i++) {
      const row = rows[i];
      const start = starts[row];
      const end = starts[row + 1];
      let part: number = PART.title;
      let any = false;
      for (let at = start; at < end; at++) {
        const byte = bytes[at];
        if (begins[byte] === 0) continue;
        if (byte < FIRST_WORD) part = PART[TEXT_PARTS[byte]];
        else if (this.#findAt(at, end, part, found)) any = true;
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
    if (after < end && bytes[after] >= FOLLOWING) return false;
    if (last === null) return true;
    if (after === end || bytes[after] < FIRST_WORD) return false;
    const word = words[wordAt(bytes, after)];
    return word >= last.from && word < last.to;
  }
}

function bytesOf(number: number): number[] {
  let rest = number + FIRST_WORD;
  if (rest < LEADING) return [rest];
  const bytes = [LEADING | (rest & 63)];
  for (rest >>>= 6; rest > 0; rest >>>= 6) bytes.push(FOLLOWING | (rest & 63));
  return bytes;
}

/** Where what stands at `start`, a word or the beginning of a text, ends. */
export function wordEnd(bytes: Uint8Array, start: number): number {
  let at = start + 1;
  while (at < bytes.length && bytes[at] >= FOLLOWING) at++;
  return at;
}

/** Number of the word at `start`. */
export function wordAt(bytes: Uint8Array, start: number): number {
  const lead = bytes[start];
  if (lead < LEADING) return lead - FIRST_WORD;
  let number = lead & 63;
  for (let at = start + 1, shift = 6; at < bytes.length && bytes[at] >= FOLLOWING; at++, shift += 6) {
    number |= (bytes[at] & 63) << shift;
  }
  return number - FIRST_WORD;
}

/** Whether a word stands at `at`, and not the beginning of a text. */
export function isWord(bytes: Uint8Array, at: number): boolean {
  return bytes[at] >= FIRST_WORD;
}
