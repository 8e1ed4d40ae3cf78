import type { ChronologyEvent, Source } from '../../domain/event';

const KEYS = {
  id: 1,
  title: 1,
  date: 1,
  reported: 1,
  summary: 1,
  note: 1,
  actors: 1,
  topics: 1,
  type: 1,
  place: 1,
  status: 1,
  confidence: 1,
  sources: 1,
  disagreements: 1,
  related: 1,
} as const satisfies Readonly<Record<keyof ChronologyEvent, 1>>;

/** The keys of an event that the format knows. */
export const EVENT_KEYS: ReadonlySet<string> = new Set(Object.keys(KEYS));

/** The columns of a table for sources: in each a list, in the same order. */
export const SOURCE_COLUMNS = [
  { name: 'source_titles', key: 'title' },
  { name: 'source_urls', key: 'url' },
  { name: 'source_publishers', key: 'publisher' },
  { name: 'source_dates', key: 'date' },
  { name: 'source_tiers', key: 'tier' },
  { name: 'source_supports', key: 'supports' },
  { name: 'source_languages', key: 'language' },
  { name: 'source_origins', key: 'origin' },
] as const satisfies readonly { readonly name: string; readonly key: keyof Source }[];

/** The items of a list in one cell: `a; b`. A semicolon within an item has a backslash before it, and so has a backslash. */
export function joined(items: readonly string[]): string {
  return items.map((item) => item.replace(/[\\;]/g, '\\$&')).join('; ');
}

/** The items that `joined` put together; as people write lists, the space after a semicolon may be missing. None in ''. */
export function parted(cell: string): readonly string[] {
  if (cell === '') return [];
  const items = [''];
  let last = 0;
  for (let at = 0; at < cell.length; at += 1) {
    if (cell[at] === '\\' && (cell[at + 1] === ';' || cell[at + 1] === '\\')) {
      items[last] += cell[at + 1];
      at += 1;
    } else if (cell[at] === ';') {
      last = items.push('') - 1;
      if (cell[at + 1] === ' ') at += 1;
    } else items[last] += cell[at];
  }
  return items;
}

const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/**
 * A cell that a spreadsheet takes for text and never for a formula: where it would, an apostrophe stands before it. Of any
 * two different cells two different ones are made.
 */
export function neutralised(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** A cell where nothing is run as a formula: the one of which `deneutralised` makes `cell`. */
export function plainCell(cell: string): string {
  return deneutralised(cell) === cell ? cell : `'${cell}`;
}

/** The cell of which `neutralised` made this one. */
export function deneutralised(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
