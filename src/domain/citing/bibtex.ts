import { oneLine } from '../quote';
import { dateOf, remarkOn } from './parts';
import type { Chronology } from '../dataset';
import type { ChronologyEvent, Source } from '../event';

const LATEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

type Field = readonly [name: string, value: string | null];

/** One @misc for the event and one for each source, in UTF-8; readable by BibTeX and by biblatex, which takes `date`. */
export function bibtex(event: ChronologyEvent, chronology: Chronology, link: string): string {
  const key = bibtexKey(event.id);
  const fields: readonly Field[] = [
    ['title', kept(event.title)],
    ['howpublished', `In: ${escaped(chronology.title)}`],
    ...dated(event.date),
    ['url', verbatim(link)],
  ];
  const sources = event.sources.map((source, index) => bibtexSource(`${key}-${index + 1}`, source));
  return [entry(key, fields), ...sources].join('\n');
}

/** One @misc for a source; `key` as `bibtexKey` makes it. */
export function bibtexSource(key: string, source: Source): string {
  return entry(key, sourceFields(source));
}

function sourceFields(source: Source): readonly Field[] {
  const remark = remarkOn(source);
  return [
    ['title', kept(source.title)],
    ['howpublished', source.publisher === null ? null : escaped(source.publisher)],
    ...dated(source.date),
    ['url', source.url === null ? null : verbatim(source.url)],
    ['language', source.language === null ? null : escaped(source.language)],
    ['note', remark === '' ? null : escaped(remark)],
  ];
}

function entry(key: string, fields: readonly Field[]): string {
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${value}},\n`]));
  return `@misc{${key},\n${lines.join('')}}\n`;
}

/** biblatex reads EDTF of levels 0 and 1, so no sets, and nothing with a year of more than four digits. */
function dated(text: string | null): readonly Field[] {
  const date = dateOf(text);
  if (date === null || date.members.length > 0) return [];
  const year = /^\d{4}/.exec(date.text)?.[0] ?? null;
  return [
    ['date', /^[-\dX?~%./]+$/.test(date.text) ? date.text.replaceAll('%', '\\%') : null],
    ['year', year],
  ];
}

/** Letters, digits and `:._-` of the id; other runs become one hyphen. */
export function bibtexKey(id: string): string {
  return id.replace(/[^\w:.-]+/g, '-').replace(/^[^A-Za-z0-9]+|-+$/g, '') || 'event';
}

/** Braced once more, so that no style changes its capitals. */
function kept(text: string): string {
  return `{${escaped(text)}}`;
}

/** Without a single loose brace, for BibTeX counts even those behind a backslash. */
function escaped(text: string): string {
  return oneLine(text).replace(/[\\{}~^$&#%_]/g, (sign) => LATEX[sign] ?? `\\${sign}`);
}

function verbatim(address: string): string {
  return address.replace(/[{}\\\s]/g, (sign) => encodeURIComponent(sign));
}
