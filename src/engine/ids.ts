/** What `rowOf` needs of the records: the id of a row. */
export interface Identified {
  event(row: number): { readonly id: string };
}

/**
 * A hash table from id to row, as numbers only: for the ids of rows 0, 1, 2 ... (distinct). Each slot holds a row plus one, or 0.
 * It is at most half full; a power of two long.
 */
export function buildIdTable(ids: readonly string[]): Int32Array<ArrayBuffer> {
  let size = 2;
  while (size < ids.length * 2) size *= 2;
  const table = new Int32Array(size);
  for (let row = 0; row < ids.length; row += 1) {
    let slot = hash(ids[row]) & (size - 1);
    while (table[slot] !== 0) slot = (slot + 1) & (size - 1);
    table[slot] = row + 1;
  }
  return table;
}

/** The row whose id is `id`, or -1. Decodes a record or two, no more. */
export function rowOf(table: Int32Array, records: Identified, id: string): number {
  const mask = table.length - 1;
  for (let slot = hash(id) & mask; table[slot] !== 0; slot = (slot + 1) & mask) {
    const row = table[slot] - 1;
    if (records.event(row).id === id) return row;
  }
  return -1;
}

/** FNV-1a over UTF-16 units, its bits mixed once more so that the low ones depend on all. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return value ^ (value >>> 13);
}
