import { lowerBound } from '../../rows/bounds';
import { letterMask } from '../text/edits';
import { hashOf, type Interner } from './interner';
import { sortedWords } from './sorted-words';
import { bearsSkeleton, skeletonOf } from '../text/spelling';

/** Room for word numbers in a key; with 30 bits of hash above it a key is still an exact number. */
const ID_ROOM = 2 ** 23;

/** All words of a chronology, folded and sorted by code unit: what begins alike stands together. A word is its number. */
export class Vocabulary {
  readonly size: number;
  /** Word `i` is `units[starts[i]..starts[i + 1])`. */
  readonly units: Uint16Array;
  readonly starts: Uint32Array;
  /** See letterMask. */
  readonly masks: Uint32Array;
  /** The letters that words begin with, ascending. */
  readonly initials: Uint16Array;
  /** Skeleton hash × ID_ROOM + word, ascending. */
  readonly #skeletons: Float64Array;

  /** Word `i` is `units[starts[i]..starts[i + 1])`; `skeletons` as `skeletonsOf` gives them. */
  constructor(units: Uint16Array, starts: Uint32Array, masks: Uint32Array, skeletons: Float64Array) {
    this.size = starts.length - 1;
    this.units = units;
    this.starts = starts;
    this.masks = masks;
    this.#skeletons = skeletons;
    const initials: number[] = [];
    for (let word = 0; word < this.size; word++) {
      const unit = units[starts[word]];
      if (initials.at(-1) !== unit) initials.push(unit);
    }
    this.initials = Uint16Array.from(initials);
  }

  word(id: number): string {
    return String.fromCharCode(...this.units.subarray(this.starts[id], this.starts[id + 1]));
  }

  /** Number of a folded word; -1 when it is not in the vocabulary. O(log size). */
  find(word: string): number {
    const units = unitsOf(word);
    const at = this.#lowerBound(units);
    return at < this.size && this.#compareTo(at, units) === 0 ? at : -1;
  }

  /** The words that begin with `prefix`, itself included: numbers [from, to). */
  range(prefix: string): { readonly from: number; readonly to: number } {
    const units = unitsOf(prefix);
    const from = this.#lowerBound(units);
    let low = from;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#begins(middle, units)) low = middle + 1;
      else high = middle;
    }
    return { from, to: low };
  }

  /** Where the words end that begin with the same letters as the word `from`, of which it may have fewer: then after it. */
  endOfAlike(from: number, letters: number): number {
    const units = this.units.subarray(this.starts[from], Math.min(this.starts[from + 1], this.starts[from] + letters));
    let to = from + 1;
    if (units.length === letters) while (to < this.size && this.#begins(to, units)) to++;
    return to;
  }

  /** Words other than `word` with its skeleton, ascending. */
  alike(word: string): number[] {
    if (!bearsSkeleton(word)) return [];
    const key = skeletonKey(word);
    const keys = this.#skeletons;
    const skeleton = skeletonOf(word);
    const found: number[] = [];
    for (let at = lowerBound(keys, key, 0, keys.length); at < keys.length && keys[at] < key + ID_ROOM; at++) {
      const id = keys[at] - key;
      const text = this.word(id);
      if (text !== word && text.length + word.length > 6 && skeletonOf(text) === skeleton) found.push(id);
    }
    return found;
  }

  #lowerBound(units: ArrayLike<number>): number {
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#compareTo(middle, units) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #compareTo(id: number, units: ArrayLike<number>): number {
    return compare(this.units, this.starts[id], this.starts[id + 1], units, 0, units.length);
  }

  #begins(id: number, units: ArrayLike<number>): boolean {
    const start = this.starts[id];
    if (this.starts[id + 1] - start < units.length) return false;
    for (let i = 0; i < units.length; i++) if (this.units[start + i] !== units[i]) return false;
    return true;
  }
}

/** Words dealt with between two pauses. */
const SLICE = 4096;

/** The interner's words sorted, and `order[i]`: what word `i` was numbered there. In slices. */
export function* sortVocabulary(
  interner: Interner,
): Generator<undefined, { readonly vocabulary: Vocabulary; readonly order: Uint32Array }> {
  const { units, starts } = interner.words();
  const order = yield* sortedWords(units, starts);
  const sortedUnits = new Uint16Array(units.length);
  const sortedStarts = new Uint32Array(order.length + 1);
  const masks = new Uint32Array(order.length);
  const skeletons: number[] = [];
  for (let i = 0; i < order.length; i++) {
    const [from, to] = [starts[order[i]], starts[order[i] + 1]];
    let end = sortedStarts[i];
    for (let at = from; at < to; at++) sortedUnits[end++] = units[at];
    sortedStarts[i + 1] = end;
    masks[i] = letterMask(units, from, to);
    const text = String.fromCharCode(...units.subarray(from, to));
    if (bearsSkeleton(text)) skeletons.push(skeletonKey(text) + i);
    if (i % SLICE === 0) yield;
  }
  const vocabulary = new Vocabulary(sortedUnits, sortedStarts, masks, Float64Array.from(skeletons).sort());
  return { vocabulary, order };
}

export function unitsOf(word: string): Uint16Array {
  const units = new Uint16Array(word.length);
  for (let i = 0; i < units.length; i++) units[i] = word.charCodeAt(i);
  return units;
}

function skeletonKey(word: string): number {
  const units = unitsOf(skeletonOf(word));
  return (hashOf(units, 0, units.length) >>> 2) * ID_ROOM;
}

function compare(
  a: ArrayLike<number>,
  aStart: number,
  aEnd: number,
  b: ArrayLike<number>,
  bStart: number,
  bEnd: number,
): number {
  const length = Math.min(aEnd - aStart, bEnd - bStart);
  for (let i = 0; i < length; i++) {
    if (a[aStart + i] !== b[bStart + i]) return a[aStart + i] - b[bStart + i];
  }
  return aEnd - aStart - (bEnd - bStart);
}
