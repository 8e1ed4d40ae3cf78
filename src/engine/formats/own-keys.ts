import type { Fields } from '../../domain/parsing/field';

const TEXTS = new Set(['summary', 'note', 'type', 'place', 'status', 'confidence']);
const OTHERS = new Set(
  ['id', 'title', 'date', 'reported', 'actors', 'topics', 'sources', 'disagreements', 'related'].concat('__proto__'),
);

/**
 * What an item has besides the keys `used`, to go along with its event under its own names. A key that dateline/1 uses for
 * something else gets an underscore before it. Absent and empty values are left out.
 */
export function ownKeys(item: Fields, used: ReadonlySet<string>): Fields {
  const own: [string, unknown][] = [];
  for (const [key, value] of Object.entries(item)) {
    if (used.has(key) || value === null || value === undefined || value === '') continue;
    const isForeign = OTHERS.has(key) || (TEXTS.has(key) && typeof value !== 'string');
    own.push([isForeign ? `_${key}` : key, value]);
  }
  return Object.fromEntries(own);
}

/** The text of a value that should be text: numbers as written; null for what is blank or neither. Trimmed. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return null;
  const text = value.trim();
  return text === '' ? null : text;
}
