import { entryText } from './markwhen-text';

interface Group {
  /** Of a heading with `#`: how many; 0 of one that a word ends. */
  readonly level: number;
  readonly topics: readonly string[];
}

const START = /^\s*(?:section|group)(?:\s+(.*))?$/i;
const END = /^\s*end\s?(?:section|group)\s*$/i;
const HEADING = /^(#{1,6})\s+(.*)$/;
/** Deeper groups count as one with the last. */
const DEEPEST = 20;

/** The groups that an entry stands in. */
export class Groups {
  #open: Group[] = [];

  /** Titles and tags of the groups that are open, each once, the outermost first. */
  get topics(): readonly string[] {
    return [...new Set(this.#open.flatMap(({ topics }) => topics))];
  }

  /** Whether the line begins or ends a group. */
  take(line: string): boolean {
    if (END.test(line)) {
      const last = this.#open.findLastIndex(({ level }) => level === 0);
      if (last >= 0) this.#open.length = last;
      return true;
    }
    const heading = HEADING.exec(line);
    const start: readonly (string | undefined)[] | null = heading === null ? START.exec(line) : null;
    if (heading === null && start === null) return false;
    const level = heading?.[1].length ?? 0;
    // A heading ends those before it that are not above it, as far as the group that it stands in.
    if (level > 0) {
      const outer = this.#open.findLastIndex((group) => group.level < level);
      this.#open.length = outer + 1;
    }
    const title = (heading?.[2] ?? start?.[1] ?? '').replace(/\s*\/\/.*$/, '');
    const { text, tags } = entryText(title);
    const topics = [text, ...tags].filter((topic) => topic !== '');
    if (this.#open.length < DEEPEST) this.#open.push({ level, topics });
    return true;
  }

  clear(): void {
    this.#open = [];
  }
}
