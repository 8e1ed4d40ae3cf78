/** A line that gives a property its value: `key: value`; null for any other. */
export function propertyLine(line: string): { readonly key: string; readonly value: string } | null {
  const match = /^\s*([\w.-]{1,80}):(?:\s+(.*))?$/.exec(line);
  if (match === null) return null;
  const groups: readonly (string | undefined)[] = match;
  return { key: groups[1] ?? '', value: (groups[2] ?? '').trim() };
}

/** What a value of YAML on one line says: a text, a number, a truth value or a list of texts; null when nothing. */
export function valueOf(text: string): string | number | boolean | readonly string[] | null {
  if (text === '' || text === '~' || text === 'null') return null;
  if (text.startsWith('[') && text.endsWith(']')) return listOf(text.slice(1, -1));
  if (/^-?\d{1,15}(?:\.\d{1,15})?$/.test(text) && !/^-?0\d/.test(text)) return Number(text);
  if (text === 'true' || text === 'false') return text === 'true';
  return unquoted(text);
}

/** The texts that a value lists, parted by commas. */
export function listOf(text: string): readonly string[] {
  const items = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text;
  const found = items.match(/"[^"]*"|'[^']*'|[^,"']+/g) ?? [];
  return found.map((item) => unquoted(item.trim())).filter((item) => item !== '');
}

function unquoted(text: string): string {
  const quote = text.charAt(0);
  const isQuoted = text.length > 1 && (quote === '"' || quote === "'") && text.endsWith(quote);
  return isQuoted ? text.slice(1, -1).trim() : text;
}
