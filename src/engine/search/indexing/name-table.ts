import type { ActorKind } from '../../../domain/dataset';
import type { Field } from '../../query';
import { EditDistance, editLimit } from '../text/edits';
import { Scanner } from '../text/scanner';
import { foldText } from '../text/tokens';
import { unitsOf } from './vocabulary';

/** Something that events have by name. */
export interface NamedValue {
  readonly field: Exclude<Field, 'dating'> | 'role';
  readonly id: string;
  readonly name: string;
  readonly short: string | null;
  readonly aliases: readonly string[];
  /** Of actors; null for all else. */
  readonly kind: ActorKind | null;
}

export type NamedField = NamedValue['field'];

/** Finds named values by what people call them. */
export interface NameTable {
  readonly values: readonly NamedValue[];
  /** Indexes of the values that are called exactly this (folded); in any field. */
  called(name: string): readonly number[];
  /** Folded one-word names of a value. */
  singles(index: number): readonly string[];
  /**
   * Indexes of the values of `field` that `text` names, ascending: those called exactly so or with that id, or else
   * those that have all its words in their names, or else with the last word only begun, or else (unless `strict`)
   * within typing errors. The empty text names none. O(values that have one of the words), for typing errors O(words).
   */
  resolve(field: NamedField, text: string, kind: ActorKind | null, strict: boolean): Resolved;
  /** Indexes of the values that have these folded words in a row in one name, the last one possibly only begun. */
  containing(words: readonly string[], begun: boolean): readonly number[];
}

export interface Resolved {
  readonly indexes: readonly number[];
  /** `nearly`: only with typing errors. */
  readonly how: 'called' | 'words' | 'begun' | 'nearly' | 'none';
}

const NOBODY: Resolved = { indexes: [], how: 'none' };

/** Values folded between two pauses. */
const SLICE = 2000;

/** `makingNameTable`, at once. */
export function nameTable(values: readonly NamedValue[], scanner = new Scanner()): NameTable {
  const steps = makingNameTable(values, scanner);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/**
 * In slices; O(names). Keeps a folded string for each value, and from the first `resolve` or `containing` a list for each
 * word.
 */
export function* makingNameTable(values: readonly NamedValue[], scanner: Scanner): Generator<undefined, NameTable> {
  /** ` vladimir putin | putin | …`: each name between `| ` and ` |`, folded. */
  const pools: string[] = [];
  const namesIn = (index: number): string[] => pools[index].slice(2, -2).split(' | ');
  const byName = new Map<string, number[]>();
  const byId = new Map<string, number[]>();
  for (let index = 0; index < values.length; index++) {
    const names = namesOf(values[index]).map((name) => foldText(name, scanner));
    pools.push(`| ${names.join(' | ')} |`);
    for (const name of new Set(namesIn(index))) put(byName, name, index);
    put(byId, foldText(values[index].id, scanner), index);
    if (index % SLICE === SLICE - 1) yield;
  }
  let known: NameWords | null = null;
  const words = (): NameWords => (known ??= new NameWords(values.map((_, index) => namesIn(index).join(' '))));
  return {
    values,
    called: (name) => byName.get(name) ?? [],
    singles: (index) => namesIn(index).filter((name) => name !== '' && !name.includes(' ')),
    resolve(field, text, kind, strict) {
      const wanted = foldText(text, scanner);
      if (wanted === '') return NOBODY;
      const asked = wanted.split(' ');
      const last = asked.length - 1;
      const ways: readonly (readonly [Resolved['how'], () => readonly number[]])[] = [
        ['called', () => ascending([...(byId.get(wanted) ?? []), ...(byName.get(wanted) ?? [])])],
        ['words', () => inAll(asked.map((word) => words().having(word)))],
        ['begun', () => inAll(asked.map((word, i) => (i < last ? words().having(word) : words().beginning(word))))],
        ['nearly', () => inAll(asked.map((word) => words().near(word)))],
      ];
      for (const [how, find] of strict ? ways.slice(0, 3) : ways) {
        const indexes = find().filter(
          (index) => values[index].field === field && (kind === null || values[index].kind === kind),
        );
        if (indexes.length > 0) return { indexes, how };
      }
      return NOBODY;
    },
    containing(asked, begun) {
      const wanted = ` ${asked.join(' ')}${begun ? '' : ' '}`;
      const among = begun && asked.length === 1 ? words().beginning(asked[0]) : words().having(asked[0]);
      return among.filter((index) => pools[index].includes(wanted));
    },
  };
}

/** Which values have a word in a name. */
class NameWords {
  readonly #byWord = new Map<string, number[]>();
  readonly #sorted: readonly string[];

  /** `names` by value: all words of its names, one space between them. */
  constructor(names: readonly string[]) {
    names.forEach((text, index) => {
      for (const word of text.split(' ')) put(this.#byWord, word, index);
    });
    this.#sorted = [...this.#byWord.keys()].sort();
  }

  /** Ascending, as are those of the other questions. */
  having(word: string): readonly number[] {
    return this.#byWord.get(word) ?? [];
  }

  beginning(prefix: string): readonly number[] {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#sorted[middle] < prefix) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (end < this.#sorted.length && this.#sorted[end].startsWith(prefix)) end++;
    return ascending(this.#sorted.slice(low, end).flatMap((word) => this.having(word)));
  }

  near(word: string): readonly number[] {
    const limit = editLimit(word.length);
    const distance = new EditDistance(unitsOf(word));
    const near = this.#sorted.filter(
      (other) =>
        other === word ||
        (Math.abs(other.length - word.length) <= limit && distance.to(unitsOf(other), 0, other.length, limit) <= limit),
    );
    return ascending(near.flatMap((other) => this.having(other)));
  }
}

/** All that a value is called; the name first. */
export function namesOf({ name, short, aliases }: Pick<NamedValue, 'name' | 'short' | 'aliases'>): string[] {
  return short === null ? [name, ...aliases] : [name, short, ...aliases];
}

function put(lists: Map<string, number[]>, key: string, index: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [index]);
  else if (list.at(-1) !== index) list.push(index);
}

function ascending(indexes: readonly number[]): number[] {
  return [...new Set(indexes)].sort((a, b) => a - b);
}

/** What is in every list, in the order of the first. */
function inAll(lists: readonly (readonly number[])[]): readonly number[] {
  const [first, ...others] = lists;
  const sets = others.map((list) => new Set(list));
  return first.filter((index) => sets.every((set) => set.has(index)));
}
