import type { FieldColumn } from './columns';
import { lowerBound } from './rows/bounds';
import { popcount } from './rows/popcount';
import { namesOf } from './search/indexing/name-table';
import { unitsOf } from './search/indexing/vocabulary';
import { EditDistance, editLimit, letterMask } from './search/text/edits';
import type { Scanner } from './search/text/scanner';

/** A value that is called as asked. */
export interface Hit {
  readonly list: NameList;
  /** Index in the column. */
  readonly value: number;
  /** The name by which it was found, counted through all names of the list. */
  readonly name: number;
  /** How directly: 0 all of the name, 1 its beginning, 2 beginnings of its words; 3 typing errors aside. */
  readonly rank: number;
}

const SPACE = 32;
const NEW_LINE = 10;

/** All names of the values of a column, in one folded text: a million letters are searched in about a millisecond. */
export class NameList {
  readonly column: FieldColumn;
  readonly #aliasesOf: (id: string) => readonly string[];
  /** Each name after a line break, each of its words after a space; as a string and as its UTF-16 units. */
  readonly #pool: string;
  readonly #units: Uint16Array;
  /** Per name: where it begins in the pool; and in the end the pool's length. */
  readonly #starts: Uint32Array;
  /** Per name its value; per value its first name. */
  readonly #values: Uint32Array;
  readonly #first: Uint32Array;
  #words: Words | null = null;

  /** O(letters of all names). No string is made for a name. */
  constructor(column: FieldColumn, aliasesOf: (id: string) => readonly string[], scanner: Scanner) {
    this.column = column;
    this.#aliasesOf = aliasesOf;
    const starts: number[] = [];
    const values: number[] = [];
    const pool = new Pool();
    this.#first = new Uint32Array(column.values.length);
    for (let value = 0; value < column.values.length; value++) {
      this.#first[value] = values.length;
      for (const name of this.namesOf(value)) {
        starts.push(pool.length);
        values.push(value);
        pool.add(name, scanner);
      }
    }
    this.#units = pool.units();
    this.#pool = new TextDecoder('utf-16le').decode(this.#units);
    this.#starts = Uint32Array.from([...starts, pool.length]);
    this.#values = Uint32Array.from(values);
  }

  /** All that a value is called, its name first. */
  namesOf(value: number): readonly string[] {
    const { id, name, short } = this.column.values[value];
    return namesOf({ name, short, aliases: this.#aliasesOf(id) });
  }

  /** The name of a hit as it is written. */
  called({ value, name }: Hit): string {
    return this.namesOf(value)[name - this.#first[value]];
  }

  /** The name of a hit, folded. */
  folded({ name }: Hit): string {
    return this.#line(name).slice(1);
  }

  /** Values of which a name has words that begin with those of `wanted` (folded, not empty), each once, by its most direct name. */
  beginning(wanted: string): Hit[] {
    const hits: Hit[] = [];
    const words = wanted.split(' ').map((word) => ` ${word}`);
    const rarest = words.reduce((longest, word) => (word.length > longest.length ? word : longest));
    for (let at = this.#pool.indexOf(rarest), end = 0; at >= 0; at = this.#pool.indexOf(rarest, this.#starts[end])) {
      end = lowerBound(this.#starts, at + 1, end, this.#starts.length);
      const line = this.#line(end - 1);
      if (!words.every((word) => line.includes(word))) continue;
      const rank = line === ` ${wanted}` ? 0 : line.startsWith(` ${wanted}`) ? 1 : 2;
      const hit = { list: this, value: this.#values[end - 1], name: end - 1, rank };
      const last = hits.at(-1);
      if (last?.value !== hit.value) hits.push(hit);
      else if (rank < last.rank) hits[hits.length - 1] = hit;
    }
    return hits;
  }

  /** A hit for each name in which each of the folded `words` is the beginning of a word, typing errors aside. */
  near(words: readonly string[]): Hit[] {
    const known = (this.#words ??= new Words(this.#units));
    const [first, ...others] = words.map((word) => known.near(word));
    return [...first]
      .filter((name) => others.every((names) => names.has(name)))
      .map((name) => ({ list: this, value: this.#values[name], name, rank: 3 }));
  }

  #line(name: number): string {
    return this.#pool.slice(this.#starts[name] + 1, this.#starts[name + 1]);
  }
}

/** Gathers folded names, unit by unit. */
class Pool {
  length = 0;
  #units = new Uint16Array(4096);

  /** A line break, and each word of `name` after a space; hyphenated words as their parts only. */
  add(name: string, scanner: Scanner): void {
    const count = scanner.scan(name);
    this.#push(NEW_LINE);
    for (let word = 0; word < count; word++) {
      if (scanner.wholes[word] === 1) continue;
      this.#push(SPACE);
      for (let at = scanner.starts[word]; at < scanner.ends[word]; at++) this.#push(scanner.units[at]);
    }
  }

  units(): Uint16Array<ArrayBuffer> {
    return this.#units.slice(0, this.length);
  }

  #push(unit: number): void {
    if (this.length === this.#units.length) {
      const larger = new Uint16Array(this.length * 2);
      larger.set(this.#units);
      this.#units = larger;
    }
    this.#units[this.length++] = unit;
  }
}

/** The words of a pool: where each stands, which name it is of, which letters it has. */
class Words {
  readonly #units: Uint16Array;
  readonly #ends: readonly number[];
  readonly #starts: readonly number[];
  readonly #names: readonly number[];
  readonly #masks: readonly number[];

  constructor(units: Uint16Array) {
    const [starts, ends, names, masks]: number[][] = [[], [], [], []];
    let name = -1;
    for (let at = 0; at < units.length;) {
      if (units[at] === NEW_LINE) name++;
      let end = at + 1;
      while (end < units.length && units[end] > SPACE) end++;
      if (units[at] === SPACE) {
        starts.push(at + 1);
        ends.push(end);
        names.push(name);
        masks.push(letterMask(units, at + 1, end));
      }
      at = end;
    }
    this.#units = units;
    this.#starts = starts;
    this.#ends = ends;
    this.#names = names;
    this.#masks = masks;
  }

  /** Names with a word that begins with `word`, typing errors aside. Words that lack too many of its letters are passed over. */
  near(word: string): Set<number> {
    const units = unitsOf(word);
    const limit = editLimit(word.length);
    const mask = letterMask(units, 0, units.length);
    const distance = new EditDistance(units);
    const names = new Set<number>();
    for (let i = 0; i < this.#starts.length; i++) {
      if (popcount(mask & ~this.#masks[i]) > limit) continue;
      if (distance.toPrefixOf(this.#units, this.#starts[i], this.#ends[i], limit) <= limit) names.add(this.#names[i]);
    }
    return names;
  }
}
