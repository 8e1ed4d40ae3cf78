import { larger } from '../text/scanner';
import { TEXT_PARTS } from './pluck';
import { TextStarts } from './text-starts';

/**
 * The texts of events as numbers of words, row after row, in bytes; the commonest words have the lowest numbers. A byte
 * below FIRST_WORD begins a text of the part that it numbers in TEXT_PARTS; a row begins with its title, which needs none.
 * A byte below `two` is a word by itself, one below `three` begins a word of two bytes, and any other one of three.
 */
export interface Texts {
  readonly bytes: Uint8Array;
  readonly two: number;
  readonly three: number;
  readonly starts: TextStarts;
  /** By number of a word here: its place in the vocabulary. */
  readonly words: Uint32Array;
  /** By place in the vocabulary: its number here. */
  readonly numbers: Uint32Array;
}

export const FIRST_WORD: number = TEXT_PARTS.length;
const ROWS_PER_SLICE = 10_000;
/** Words that are numbered in all; of more, the rarest would not be told apart. */
const MOST_WORDS = 2 ** 23;

/** Takes down the words of events, as varints of the numbers given to them, until it is known how common each is. */
export class TextsBuilder {
  #bytes = new Uint8Array(1 << 16);
  #end = 0;
  readonly #starts: Uint32Array;
  #row = 0;
  #times = new Uint32Array(1 << 10);
  #marks = 0;

  constructor(rows: number) {
    this.#starts = new Uint32Array(rows + 1);
  }

  /** Begins a text of `TEXT_PARTS[part]`; the title comes first of all, and only once. */
  begin(part: number): void {
    if (part === 0) return;
    this.#push(part);
    this.#marks++;
  }

  word(number: number): void {
    if (number >= this.#times.length) this.#times = larger(this.#times, new Uint32Array(number * 2));
    this.#times[number]++;
    let rest = number + FIRST_WORD;
    for (; rest > 127; rest >>>= 7) this.#push((rest & 127) | 128);
    this.#push(rest);
  }

  endRow(): void {
    this.#starts[++this.#row] = this.#end;
  }

  /** `order[i]`: the number of the word that stands at `i` in the vocabulary. In slices; nothing can be added after. */
  *finishing(order: Uint32Array): Generator<undefined, Texts> {
    const times = (place: number): number => (order[place] < this.#times.length ? this.#times[order[place]] : 0);
    const keys = Float64Array.from(order, (_, place) => place - times(place) * MOST_WORDS).sort();
    const words = Uint32Array.from(keys, (key) => key - Math.floor(key / MOST_WORDS) * MOST_WORDS);
    yield;
    const { two, three, length } = lengthsFor(words, times);
    const numbers = new Uint32Array(order.length);
    const given = new Uint32Array(order.length);
    for (let number = 0; number < words.length; number++) {
      numbers[words[number]] = number;
      given[order[words[number]]] = number;
    }
    const before = this.#bytes;
    const starts = this.#starts;
    const bytes = new Uint8Array(length + this.#marks);
    let end = 0;
    for (let row = 0, at = 0; row + 1 < starts.length; row++) {
      const to = starts[row + 1];
      while (at < to) {
        let byte = before[at++];
        let value = byte & 127;
        for (let shift = 7; byte > 127; shift += 7) {
          byte = before[at++];
          value |= (byte & 127) << shift;
        }
        if (value < FIRST_WORD) bytes[end++] = value;
        else end = putWord(bytes, end, given[value - FIRST_WORD], two, three);
      }
      starts[row + 1] = end;
      if (row % ROWS_PER_SLICE === ROWS_PER_SLICE - 1) yield;
    }
    this.#bytes = bytes;
    return { bytes, two, three, starts: new TextStarts(starts), words, numbers };
  }

  #push(byte: number): void {
    if (this.#end === this.#bytes.length) {
      this.#bytes = larger(this.#bytes, new Uint8Array(Math.ceil(this.#end * 1.5)));
    }
    this.#bytes[this.#end++] = byte;
  }
}

/** Where words of two and of three bytes begin, for texts of the least length, which is `length`. */
function lengthsFor(
  words: Uint32Array,
  times: (word: number) => number,
): { readonly two: number; readonly three: number; readonly length: number } {
  const upTo = new Float64Array(words.length + 1);
  for (let number = 0; number < words.length; number++) upTo[number + 1] = upTo[number] + times(words[number]);
  const all = upTo[words.length];
  let best = { two: 256, three: 256, length: words.length <= 256 - FIRST_WORD ? all : Infinity };
  for (let two = FIRST_WORD; two < 256; two++) {
    const ones = two - FIRST_WORD;
    for (let three = two; three <= 256; three++) {
      const short = ones + ((three - two) << 8);
      if (short + ((256 - three) << 16) < words.length) continue;
      const length = 3 * all - upTo[Math.min(ones, words.length)] - upTo[Math.min(short, words.length)];
      if (length < best.length) best = { two, three, length };
    }
  }
  return best;
}

function putWord(bytes: Uint8Array, at: number, number: number, two: number, three: number): number {
  const beyond = number + FIRST_WORD - two;
  if (beyond < 0) {
    bytes[at] = number + FIRST_WORD;
    return at + 1;
  }
  const further = beyond - ((three - two) << 8);
  if (further < 0) {
    bytes[at] = two + (beyond >>> 8);
    bytes[at + 1] = beyond;
    return at + 2;
  }
  bytes[at] = three + (further >>> 16);
  bytes[at + 1] = further >>> 8;
  bytes[at + 2] = further;
  return at + 3;
}

/** What a word is written as. */
export function bytesOf({ two, three }: Texts, number: number): Uint8Array {
  const bytes = new Uint8Array(3);
  return bytes.subarray(0, putWord(bytes, 0, number, two, three));
}

/** Where what stands at `start`, a word or the beginning of a text, ends. */
export function wordEnd({ bytes, two, three }: Texts, start: number): number {
  return start + (bytes[start] < two ? 1 : bytes[start] < three ? 2 : 3);
}

/** Number of the word at `start`. */
export function wordAt({ bytes, two, three }: Texts, start: number): number {
  const lead = bytes[start];
  if (lead < two) return lead - FIRST_WORD;
  const ones = two - FIRST_WORD;
  if (lead < three) return ones + ((lead - two) << 8) + bytes[start + 1];
  return ones + ((three - two) << 8) + ((lead - three) << 16) + (bytes[start + 1] << 8) + bytes[start + 2];
}

/** Whether a word stands at `at`, and not the beginning of a text. */
export function isWord({ bytes }: Texts, at: number): boolean {
  return bytes[at] >= FIRST_WORD;
}
