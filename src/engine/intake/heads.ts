import type { Fields } from '../../domain/parsing/field';
import type { IntakeFile } from './file';

const FORMAT = { format: 'dateline/1' };
const LISTS = ['actors', 'topics'];
/** What is true of one file and not of all it is opened with. */
const OWN = ['license', 'updated', 'url', 'description', 'note', 'language'];
const NAMED = 3;

/** Adds what `fields` say to `head`: names to the lists of names, by id; of anything else what is there stays. */
export function addHead(head: Map<string, unknown>, fields: Fields): void {
  for (const [key, value] of Object.entries(fields)) {
    const before = head.get(key) ?? undefined;
    if (before === undefined) head.set(key, value);
    else if (LISTS.includes(key)) head.set(key, joined(before, value));
  }
}

/** What files opened together say apart from their events: of one of dateline/1 just that; else with a title, made of names where there is none. */
export function headOf(files: readonly IntakeFile[]): Fields {
  const [first, ...others] = files;
  if (others.length === 0)
    return first.isDerived ? { ...FORMAT, ...first.fields, title: titleOf(first) } : first.fields;
  const head = new Map<string, unknown>();
  for (const { fields } of files) addHead(head, fields);
  for (const key of OWN) {
    const said = new Set(files.map(({ fields }) => fields[key] ?? null));
    if (said.size > 1) head.delete(key);
  }
  return { ...FORMAT, ...Object.fromEntries(head), title: together(files.map(titleOf)) };
}

function titleOf({ fields, kind }: IntakeFile): string {
  const { title } = fields;
  if (typeof title === 'string' && title.trim() !== '') return title;
  return kind.name.replace(/(?<=.)(?:\.[a-z][\w]{0,7}){1,2}$/i, '') || 'Untitled chronology';
}

function together(titles: readonly string[]): string {
  const different = [...new Set(titles)];
  if (different.length === 1) return different[0];
  const more = different.length - NAMED;
  if (more > 1) return `${different.slice(0, NAMED).join(', ')} and ${more} more`;
  return `${different.slice(0, -1).join(', ')} and ${different.at(-1) ?? ''}`;
}

function joined(before: unknown, more: unknown): unknown {
  if (!Array.isArray(before) || !Array.isArray(more)) return before;
  const ids = new Set(before.map(idOf));
  return before.concat(more.filter((item) => !ids.has(idOf(item))));
}

function idOf(item: unknown): unknown {
  return typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined;
}
