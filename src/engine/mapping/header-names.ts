/** The names of columns: trimmed, each once. A blank one is `column 3`, a second `Date` is `Date (2)`. Linear in the columns. */
export function columnNames(header: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  const times = new Map<string, number>();
  return header.map((text, index) => {
    const given = text.replace(/\s+/g, ' ').trim();
    const base = given === '' ? `column ${index + 1}` : given;
    let name = base;
    let count = times.get(base) ?? 1;
    while (taken.has(name)) {
      count += 1;
      name = `${base} (${count})`;
    }
    times.set(base, count);
    taken.add(name);
    return name;
  });
}

/**
 * Names a header, for remembering: the same for headers whose names are the same in the same order, whatever their case and
 * the space around and within them. The order counts, since a mapping tells of columns by their place.
 */
export function headerKey(header: readonly string[]): string {
  return columnNames(header)
    .map((name) => name.normalize('NFC').toLowerCase().replaceAll('|', '||'))
    .join(' | ');
}

/** A name for comparing: lower case, no marks on Latin letters, words parted by single spaces; `eventDate` is `event date`. */
export function plainName(name: string): string {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .normalize('NFD')
    .replace(/([a-z])\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}№#]+/gu, ' ')
    .trim();
}
