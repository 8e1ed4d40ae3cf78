import type { Group } from '../../engine/groups';

/** Pixel heights of the list's two kinds of line. */
export interface Heights {
  readonly row: number;
  readonly heading: number;
}

/** A group of rows placed in the list: `top` in pixels, positions half-open. */
export interface Section {
  readonly group: Group | null;
  readonly top: number;
  readonly from: number;
  readonly to: number;
}

/** Sections one below the other, in the order of the list; without groups one section of all rows and no heading. */
export function sections(
  groups: readonly Group[] | null,
  count: number,
  { row, heading }: Heights,
): readonly Section[] {
  if (groups === null) return [{ group: null, top: 0, from: 0, to: count }];
  let top = 0;
  let from = 0;
  return groups.map((group) => {
    const size = group.to - group.from;
    const section = { group, top, from, to: from + size };
    top += heading + size * row;
    from += size;
    return section;
  });
}

/** Height of all sections in pixels. */
export function heightOf(all: readonly Section[], heights: Heights): number {
  const last = all.at(-1);
  return last === undefined ? 0 : rowTop(last, last.to, heights);
}

/** Top of the row at `position` of a section, in pixels of the list. */
export function rowTop(section: Section, position: number, { row, heading }: Heights): number {
  return section.top + (section.group === null ? 0 : heading) + (position - section.from) * row;
}

/** The section that holds `position`; O(log sections). Neither `all` nor the section may be empty. */
export function sectionAt(all: readonly Section[], position: number): Section {
  return all[indexAt(all, position)];
}

/** A section of which something is drawn, and the positions of the rows to draw, ascending but for a held one. */
export interface Seen {
  readonly section: Section;
  /** Which of all sections it is. */
  readonly index: number;
  readonly positions: readonly number[];
}

/**
 * What to draw between two pixels, and the `held` position wherever it is (-1: none): a row that has the focus must not
 * lose it by being scrolled away. O(rows drawn + log sections).
 */
export function inSight(
  all: readonly Section[],
  top: number,
  bottom: number,
  heights: Heights,
  held: number,
): readonly Seen[] {
  const seen: Seen[] = [];
  let holding = held < 0;
  for (
    let at = Math.max(
      lastWhere(all, (section) => section.top <= top),
      0,
    );
    at < all.length;
    at++
  ) {
    const section = all[at];
    if (section.top >= bottom) break;
    const start = rowTop(section, section.from, heights);
    const from = Math.max(section.from, section.from + Math.floor((top - start) / heights.row));
    const to = Math.min(section.to, section.from + Math.ceil((bottom - start) / heights.row));
    const positions = Array.from({ length: Math.max(to - from, 0) }, (_, index) => from + index);
    if (!holding && held >= section.from && held < section.to) {
      if (held < from || held >= to) positions.push(held);
      holding = true;
    }
    seen.push({ section, index: at, positions });
  }
  if (!holding && all.length > 0) {
    const index = indexAt(all, held);
    seen.push({ section: all[index], index, positions: [held] });
  }
  return seen;
}

function indexAt(all: readonly Section[], position: number): number {
  return lastWhere(all, (section) => section.from <= position);
}

/** Index of the last element for which `holds`, given that it holds for a prefix; -1 when for none. */
function lastWhere<T>(all: readonly T[], holds: (element: T) => boolean): number {
  let low = -1;
  let high = all.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (holds(all[middle])) low = middle;
    else high = middle;
  }
  return low;
}
