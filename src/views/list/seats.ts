import type { Section, Seen } from './extent';

/** A row to draw, and the name of what it is drawn into. */
export interface DrawnRow {
  readonly key: number;
  readonly position: number;
}

export interface DrawnSection {
  readonly key: number;
  readonly section: Section;
  readonly rows: readonly DrawnRow[];
}

/**
 * Says which elements show what is in sight. While one list is scrolled, each row keeps its element. The rows of another list
 * go into those that stand there: what is first in sight takes the place of what was first, and so on; rows that are
 * there are filled with other words many times faster than they are made.
 */
export class Seats {
  #all: readonly Section[] | null = null;
  /** Names of what was first in sight. */
  #first = { section: 0, row: 0 };
  /** What is taken from a section's index, and from a row's number in its section: of one section other than of the rest. */
  #shift = { section: 0, of: -1, row: 0 };

  /** `seen` are parts of `all`. */
  of(all: readonly Section[], seen: readonly Seen[]): readonly DrawnSection[] {
    const top = seen.at(0);
    if (top === undefined) return [];
    const row = (top.positions.at(0) ?? top.section.from) - top.section.from;
    if (all !== this.#all) {
      this.#all = all;
      this.#shift = { section: top.index - this.#first.section, of: top.index, row: row - this.#first.row };
    }
    const { section: sections, of, row: rows } = this.#shift;
    this.#first = { section: top.index - sections, row: row - (top.index === of ? rows : 0) };
    return seen.map(({ section, index, positions }) => {
      const from = section.from + (index === of ? rows : 0);
      return {
        key: index - sections,
        section,
        rows: positions.map((position) => ({ key: position - from, position })),
      };
    });
  }
}
