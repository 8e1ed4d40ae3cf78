import { cutText, oneLine } from '../../domain/quote';
import type { Fields } from '../../domain/parsing/field';
import type { Fault, Found } from '../formats/format';
import type { Cell, RowReader, TableRow } from '../formats/table';
import { cellText, isBlank } from './cells';
import { dateColumns, dateOfCells, type DateColumn, type DateRole, spanOf, type Surveyed } from './mapped-dates';
import type { Mapping, Role } from './mapping';
import { valuesOf } from './separators';

/** A title of more characters than that is a description: its first words stand in for it. */
const LONGEST_TITLE = 200;
const FIRST_WORDS = 120;
/** Names of columns that dateline/1 has a field for, though a mapping has no role. */
const OWN_TEXTS: ReadonlyMap<string, string> = new Map([
  ['note', 'note'],
  ['notes', 'note'],
  ['примечание', 'note'],
  ['anmerkung', 'note'],
  ['notas', 'note'],
  ['status', 'status'],
  ['confidence', 'confidence'],
]);
const NO_TITLE = 'choose a column for the title';
const TAKEN: ReadonlySet<string> = new Set(
  'id title date reported summary actors topics type place sources disagreements related __proto__'.split(' '),
);

type Tell = (field: string, found: unknown, reason: string, remedy: string) => void;

/**
 * Reads the rows of the table that `survey` was made of, as `mapping` says, whose columns beyond those of the table do not count: a blank row is nothing, one without a title, a
 * summary and anything it is about is left out, what cannot be read of a date leaves the event undated; all of it told. Cells of `keep` go along under
 * the names of their columns (a name that means something else gets an underscore), those beyond the header as `column 7`.
 * An order of day and month that a column itself shows goes before `mapping.dayOrder`. Never throws; linear.
 */
export function mappedRows(survey: Surveyed, mapping: Mapping): RowReader {
  return new MappedRows(survey, mapping);
}

class MappedRows implements RowReader {
  readonly #header: readonly string[];
  readonly #mapping: Mapping;
  readonly #dates: Readonly<Record<DateRole, readonly DateColumn[]>>;
  /** Columns by role, in their order. */
  readonly #columns = new Map<Role, number[]>();
  readonly #kept: readonly (readonly [index: number, name: string])[];

  constructor(survey: Surveyed, mapping: Mapping) {
    this.#header = survey.columns.map(({ name }) => name);
    this.#mapping = mapping;
    this.#dates = {
      date: dateColumns(survey, mapping, 'date'),
      end: dateColumns(survey, mapping, 'end'),
      reported: dateColumns(survey, mapping, 'reported'),
    };
    for (let index = 0; index < this.#header.length; index += 1) {
      const role = mapping.roles.at(index) ?? 'keep';
      this.#columns.set(role, [...(this.#columns.get(role) ?? []), index]);
    }
    this.#kept = keptColumns(this.#header, mapping);
  }

  *row({ cells, spot }: TableRow): Generator<Found> {
    if (cells.every(isBlank)) return;
    const faults: Fault[] = [];
    const tell: Tell = (field, found, reason, remedy) => {
      faults.push({ ...spot, field, found, reason, remedy, leftOut: false });
    };
    const texts = this.#texts(cells, tell);
    if (texts.title === '') {
      const field = this.#names('title').join(' + ');
      const remedy = field === '' ? NO_TITLE : 'write a title';
      const reason = 'has no title: the row is left out';
      yield { kind: 'fault', fault: { ...spot, field, found: rowText(cells), reason, remedy, leftOut: true } };
      return;
    }
    // Not of objects spread one after another: for each row that costs more than to read it.
    const event: Record<string, unknown> = {};
    const give = (key: string, text: string): void => {
      if (text !== '') event[key] = text;
    };
    give('id', this.#joined('id', cells));
    give('title', texts.title);
    Object.assign(event, this.#dated(cells, tell));
    give('summary', texts.summary);
    this.#list(event, 'actors', cells);
    this.#list(event, 'topics', cells);
    give('type', this.#joined('type', cells));
    give('place', this.#joined('place', cells));
    const sources = this.#sources(cells);
    if (sources.length > 0) event.sources = sources;
    this.#own(event, cells);
    yield faults.length === 0 ? { kind: 'event', event, spot } : { kind: 'event', event, spot, faults };
  }

  *end(): Generator<Found> {
    yield* [];
  }

  #texts(cells: readonly Cell[], tell: Tell): { readonly title: string; readonly summary: string } {
    const title = this.#joined('title', cells);
    const summary = this.#joined('summary', cells);
    if (title === '') {
      const names = this.#names('title');
      const about = summary === '' ? this.#about(cells) : '';
      const instead = summary === '' ? 'its type, actors and place stand' : 'the first words of the summary stand';
      if (about !== '' || (summary !== '' && names.length > 0))
        tell(
          names.join(' + ') || 'title',
          '',
          `is blank: ${instead} in`,
          names.length > 0 ? 'write a title' : NO_TITLE,
        );
      return { title: firstWords(summary || about), summary };
    }
    if (title.length <= LONGEST_TITLE && !title.includes('\n')) return { title, summary };
    return { title: firstWords(title), summary: summary === '' ? title : `${title}\n\n${summary}` };
  }

  /** What a row without a title is about. */
  #about(cells: readonly Cell[]): string {
    const actors = [...this.#cells('actors', cells)].join(' – ');
    return [this.#joined('type', cells), actors, this.#joined('place', cells)].filter((text) => text !== '').join(', ');
  }

  #dated(cells: readonly Cell[], tell: Tell): Fields {
    const begin = this.#date('date', cells, tell, 'the event is undated');
    const end = this.#date('end', cells, tell, 'it has no end');
    const reported = this.#date('reported', cells, tell, 'it is left away');
    const { edtf, trouble } = spanOf(begin, end);
    if (trouble !== undefined) {
      const ends = this.#dates.end;
      tell(
        ends.map(({ name }) => name).join(' + '),
        ends.map(({ index }) => cellText(cells[index])).join(' '),
        trouble.reason,
        trouble.remedy,
      );
    }
    return { ...(edtf === null ? {} : { date: edtf }), ...(reported === null ? {} : { reported }) };
  }

  #date(role: DateRole, cells: readonly Cell[], tell: Tell, effect: string): string | null {
    const found = dateOfCells(this.#dates[role], cells);
    if (found === null) return null;
    const { reading } = found;
    if (reading.ok) {
      if (reading.note !== undefined) tell(found.name, found.found, reading.note.reason, reading.note.remedy);
      return reading.edtf;
    }
    tell(found.name, found.found, `cannot be read as a date (${reading.reason}): ${effect}`, reading.remedy);
    return null;
  }

  #list(event: Record<string, unknown>, role: 'actors' | 'topics', cells: readonly Cell[]): void {
    const values: string[] = [];
    for (const index of this.#columns.get(role) ?? []) {
      if (isBlank(cells[index])) continue;
      values.push(...valuesOf(cellText(cells[index]), this.#mapping.separators.at(index) ?? ''));
    }
    if (values.length > 0) event[role] = [...new Set(values)];
  }

  /** Each address with the title at the same place; titles without one are a source too. */
  #sources(cells: readonly Cell[]): readonly Fields[] {
    const url = this.#cells('source url', cells).flatMap((text) => text.split(/[\s;|,]+(?=https?:)/i));
    const names = this.#cells('source title', cells);
    if (url.length + names.length === 0) return [];
    const split = names.length === 1 ? names[0].split(/ ?[;|\n] ?/) : names;
    const titles =
      split.length === url.length
        ? split
        : names.length > 1 && url.length < 2
          ? [names.join(this.#mapping.joiner)]
          : names;
    const count = Math.max(url.length, titles.length);
    return Array.from({ length: count }, (_, at) => ({
      title: titles.at(at) ?? (titles.length === 1 ? titles[0] : url[at]),
      ...(at < url.length ? { url: url[at] } : {}),
    }));
  }

  #own(event: Record<string, unknown>, cells: readonly Cell[]): void {
    for (const [index, name] of this.#kept) {
      const cell = cells[index];
      if (!isBlank(cell))
        event[name] = typeof cell === 'number' || typeof cell === 'boolean' ? ownValue(name, cell) : cellText(cell);
    }
    for (let index = this.#header.length; index < cells.length; index += 1) {
      if (!isBlank(cells[index])) event[`column ${index + 1}`] = cellText(cells[index]);
    }
  }

  #joined(role: Role, cells: readonly Cell[]): string {
    return this.#cells(role, cells).join(this.#mapping.joiner);
  }

  #cells(role: Role, cells: readonly Cell[]): readonly string[] {
    const texts: string[] = [];
    for (const index of this.#columns.get(role) ?? []) {
      if (!isBlank(cells[index])) texts.push(cellText(cells[index]));
    }
    return texts;
  }

  #names(role: Role): readonly string[] {
    return (this.#columns.get(role) ?? []).map((index) => this.#header[index]);
  }
}

/** A text up to its first line end, or the end of a sentence or word before 120 characters. */
function firstWords(text: string): string {
  const line = oneLine(text.trim().split('\n', 1)[0]);
  if (line.length <= FIRST_WORDS) return line;
  const cut = cutText(line, FIRST_WORDS);
  const sentence = /^.{20,}?[.!?](?= )/su.exec(cut)?.[0];
  return sentence ?? `${cut.replace(/\s+\S*$/, '')}…`;
}

/** The columns that go along, each under a name that no other thing has. */
function keptColumns(header: readonly string[], mapping: Mapping): readonly (readonly [index: number, name: string])[] {
  const given = new Set(TAKEN);
  return header.flatMap((name, index) => {
    if ((mapping.roles.at(index) ?? 'keep') !== 'keep') return [];
    let own = OWN_TEXTS.get(name.toLowerCase()) ?? name;
    if (given.has(own)) own = name;
    while (given.has(own)) own = `_${own}`;
    given.add(own);
    return [[index, own] as const];
  });
}

function ownValue(name: string, value: number | boolean): unknown {
  return OWN_TEXTS.get(name) === name ? String(value) : value;
}

function rowText(cells: readonly Cell[]): string {
  return cells
    .map(cellText)
    .filter((text) => text !== '')
    .join(', ');
}
