import type { Fields } from '../../domain/parsing/field';

/** Characters of one member, and of all together, that are kept. */
export const MOST_MEMBER = 1 << 20;
const MOST_REST = 1 << 22;

/** What the objects that lead to a list hold besides it, the outermost first; as much as is worth keeping. */
export class JsonRest {
  readonly #levels: Map<string, unknown>[] = [];
  #size = 0;

  /** Adds what a member of the object at `level` (1 for the outermost) holds, in so many characters. */
  set(level: number, key: string, value: unknown, size: number): void {
    this.#size += size;
    if (this.#size > MOST_REST || key === '__proto__') return;
    while (this.#levels.length < level) this.#levels.push(new Map());
    this.#levels[level - 1].set(key, value);
  }

  /** The members of the outermost object, those of the next among them, by the keys of `path`. */
  fields(path: readonly string[]): Fields {
    return this.#levels.reduceRight<Fields>(
      (inner, members, level) => ({
        ...Object.fromEntries(members),
        ...(level + 1 < this.#levels.length ? { [path[level]]: inner } : {}),
      }),
      {},
    );
  }
}
