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

interface Entry {
  readonly value: NamedValue;
  readonly index: number;
  /** ` vladimir putin | putin | …`: each name between `| ` and ` |`, folded. */
  readonly pool: string;
  readonly id: string;
}

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
   * within typing errors. The empty text names none. O(values).
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

/** O(values). Keeps a folded string for each. */
export function nameTable(values: readonly NamedValue[], scanner = new Scanner()): NameTable {
  const entries: Entry[] = values.map((value, index) => {
    const names = namesOf(value).map((name) => foldText(name, scanner));
    return { value, index, pool: `| ${names.join(' | ')} |`, id: foldText(value.id, scanner) };
  });
  const byName = new Map<string, number[]>();
  for (const { index, pool } of entries) {
    for (const name of new Set(pool.slice(2, -2).split(' | '))) {
      const sharing = byName.get(name);
      if (sharing === undefined) byName.set(name, [index]);
      else sharing.push(index);
    }
  }
  return {
    values,
    called: (name) => byName.get(name) ?? [],
    singles: (index) =>
      entries[index].pool
        .slice(2, -2)
        .split(' | ')
        .filter((name) => name !== '' && !name.includes(' ')),
    resolve(field, text, kind, strict) {
      const wanted = foldText(text, scanner);
      const words = wanted.split(' ');
      if (wanted === '') return NOBODY;
      const among = entries.filter(({ value }) => value.field === field && (kind === null || value.kind === kind));
      const tests: readonly (readonly [Resolved['how'], (entry: Entry) => boolean])[] = [
        ['called', ({ pool, id }) => id === wanted || pool.includes(`| ${wanted} |`)],
        ['words', ({ pool }) => words.every((word) => pool.includes(` ${word} `))],
        [
          'begun',
          ({ pool }) => words.every((word, i) => pool.includes(i < words.length - 1 ? ` ${word} ` : ` ${word}`)),
        ],
        ['nearly', nearly(words)],
      ];
      for (const [how, test] of strict ? tests.slice(0, 3) : tests) {
        const indexes = among.filter(test).map((entry) => entry.index);
        if (indexes.length > 0) return { indexes, how };
      }
      return NOBODY;
    },
    containing(words, begun) {
      const wanted = ` ${words.join(' ')}${begun ? '' : ' '}`;
      return entries.filter(({ pool }) => pool.includes(wanted)).map((entry) => entry.index);
    },
  };
}

/** All that a value is called; the name first. */
export function namesOf({ name, short, aliases }: NamedValue): string[] {
  return short === null ? [name, ...aliases] : [name, short, ...aliases];
}

function nearly(words: readonly string[]): (entry: Entry) => boolean {
  const tests = words.map((word) => ({
    word,
    limit: editLimit(word.length),
    distance: new EditDistance(unitsOf(word)),
  }));
  return ({ pool }) => {
    const known = pool.split(' ');
    return tests.every(({ word, limit, distance }) =>
      known.some((other) => other === word || distance.to(unitsOf(other), 0, other.length, limit) <= limit),
    );
  };
}
