import { isFields } from '../domain/parsing/field';
import type { Mapping, Role } from '../engine/mapping/mapping';

/** How tables are read, by the key of their header; the newest last. */
export type Mappings = ReadonlyMap<string, Mapping>;

/** Mappings kept, and characters that all of them take as text: what is older is forgotten. */
const MOST = 50;
const MAX_CHARACTERS = 500_000;

/** Every role that a column can have. */
const ROLES: Readonly<Record<Role, true>> = {
  title: true,
  date: true,
  end: true,
  reported: true,
  summary: true,
  actors: true,
  topics: true,
  type: true,
  place: true,
  'source title': true,
  'source url': true,
  id: true,
  keep: true,
  ignore: true,
};

/** The mappings with one more, or with a newer one of its key; the oldest go. */
export function withMapping(mappings: Mappings, key: string, mapping: Mapping): Mappings {
  const others = [...mappings].filter(([other]) => other !== key);
  return new Map([...others, [key, mapping] as const].slice(-MOST));
}

/** Text from which `readMappings` reads them back: all, or the newest that there is room for. */
export function writeMappings(mappings: Mappings): string {
  const entries = [...mappings];
  for (;;) {
    const text = JSON.stringify(entries);
    if (text.length <= MAX_CHARACTERS || entries.length === 0) return text;
    entries.shift();
  }
}

/** What was written; anything else, or part of it, is as if it had never been there. Never throws. */
export function readMappings(text: string | null): Mappings {
  if (text === null || text.length > 2 * MAX_CHARACTERS) return new Map();
  let entries: unknown;
  try {
    entries = JSON.parse(text);
  } catch {
    return new Map();
  }
  return Array.isArray(entries) ? new Map(entries.filter(isEntry).slice(-MOST)) : new Map();
}

function isEntry(entry: unknown): entry is [string, Mapping] {
  return Array.isArray(entry) && entry.length === 2 && typeof entry[0] === 'string' && isMapping(entry[1]);
}

function isMapping(value: unknown): value is Mapping {
  if (!isFields(value)) return false;
  const { roles, separators, joiner, dayOrder } = value;
  return (
    isListOf(roles, (role) => typeof role === 'string' && Object.hasOwn(ROLES, role)) &&
    isListOf(separators, (separator) => typeof separator === 'string') &&
    roles.length === separators.length &&
    typeof joiner === 'string' &&
    (dayOrder === null || dayOrder === 'day first' || dayOrder === 'month first')
  );
}

function isListOf(value: unknown, test: (item: unknown) => boolean): value is readonly unknown[] {
  return Array.isArray(value) && value.every(test);
}
