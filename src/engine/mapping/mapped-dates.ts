import { readDate } from '../../domain/date';
import {
  NO_READING,
  readWritten,
  type Reading,
  type Trouble,
  type Written,
  WrittenColumn,
} from '../../domain/written-date';
import type { Cell } from '../formats/table';
import { cellText, isBlank } from './cells';
import type { Mapping, Survey } from './mapping';
import { type NamedRole, roleByName } from './roles-by-name';

/** What stands for an end that has not come. */
const OPEN =
  /^(?:ongoing|on-going|present|now|today|current|continuing|to date|\.\.|heute|laufend|andauernd|en cours|présent|actualidad|presente|en curso|vigente|(?:по )?н\. ?в\.?|(?:по )?настоящее время)$/i;
const FULL_YEAR = /^-?\d{3,}(?:\.0)?$/;
const SHORT_YEAR = /^(-?)(\d{1,3})(?:\.0)?$/;

export type DateRole = 'date' | 'end' | 'reported';

/** What must be known of a table before its rows can be read. */
export type Surveyed = Pick<Survey, 'columns' | 'dayOrder'>;

/** One column of a date. */
export interface DateColumn {
  readonly index: number;
  readonly name: string;
  readonly reading: Reading;
  readonly part: NamedRole['part'];
  /** Whether years in it are written in full, so that 79 is AD 79. */
  readonly hasFullYears: boolean;
  readonly isEnd: boolean;
}

/** The date of a row, as found and as read; null when its cells are blank. */
export interface FoundDate {
  readonly name: string;
  readonly found: unknown;
  readonly reading: Written;
}

/** The columns of `role`, with how their dates are read: an order that the column itself shows goes before the mapping's. */
export function dateColumns(survey: Surveyed, mapping: Mapping, role: DateRole): readonly DateColumn[] {
  const shown = survey.dayOrder.order;
  const order = mapping.dayOrder ?? (shown === 'day first' || shown === 'month first' ? shown : null);
  return survey.columns.flatMap(({ name, dates, samples }, index) => {
    if (mapping.roles.at(index) !== role) return [];
    const reading = dates === null ? { ...NO_READING, order } : WrittenColumn.reading(dates, order);
    const hasFullYears = samples.some((text) => FULL_YEAR.test(text));
    return [{ index, name, reading, part: roleByName(name)?.part, hasFullYears, isEnd: role === 'end' }];
  });
}

/**
 * The date that the cells of `columns` tell together: a single one as it is, year, month and day by their names, other texts
 * one after another (`16.05.2024` and `10:30`).
 */
export function dateOfCells(columns: readonly DateColumn[], cells: readonly Cell[]): FoundDate | null {
  const filled = columns.filter(({ index }) => !isBlank(cells[index]));
  if (filled.length === 0) return null;
  if (filled.length === 1 && (filled[0].part === undefined || columns.length === 1 || filled[0].part === 'year')) {
    const [column] = filled;
    const { index, name, reading } = column;
    const cell = cells[index];
    if (column.isEnd && OPEN.test(cellText(cell))) return { name, found: cell, reading: { ok: true, edtf: '..' } };
    return { name, found: cell, reading: readWritten(yearOf(column, cell) ?? cell, reading) };
  }
  const textOf = (part: NamedRole['part']): string => {
    const column = filled.find((each) => each.part === part);
    if (column === undefined) return '';
    const text = yearOf(column, cells[column.index]) ?? cellText(cells[column.index]);
    return /^0+$/.test(text) ? '' : text;
  };
  const name = filled.map((column) => column.name).join(' + ');
  const year = textOf('year');
  const month = textOf('month');
  const day = textOf('day');
  const rest = filled
    .filter(({ part }) => part === undefined)
    .map(({ index, reading }) => wholeText(cells[index], reading));
  const texts = [
    ...rest,
    /^\d+$/.test(month) && year !== '' ? numericDay(year, month, day) : [day, month, year],
    textOf('time'),
  ];
  const found = texts
    .flat()
    .filter((text) => text !== '')
    .join(' ');
  return { name, found, reading: readWritten(found, filled[0].reading) };
}

/**
 * From `begin` to `end`, as EDTF; only one of the two, with what is wrong, when the end lies before the beginning or
 * one of them is itself a span. An end without a beginning is a span whose beginning is not known; `..` is one that has not come.
 */
export function spanOf(
  begin: string | null,
  end: string | null,
): { readonly edtf: string | null; readonly trouble?: Trouble } {
  if (end === null || begin === end) return { edtf: begin };
  if (begin === null && end === '..') return { edtf: null };
  if (begin === null) return isSimple(end) ? { edtf: `/${end}` } : { edtf: end };
  if (!isSimple(begin) || !isSimple(end)) {
    const reason = `its beginning or its end is a span or a set already: the end, ${end}, is left away`;
    return isSimple(begin) || begin !== end
      ? { edtf: begin, trouble: { reason, remedy: 'write one date in each column' } }
      : { edtf: begin };
  }
  const edtf = `${begin}/${end}`;
  const reading = readDate(edtf);
  if (reading.ok) return { edtf };
  return { edtf: begin, trouble: { reason: `${reading.reason}: the end is left away`, remedy: 'check both dates' } };
}

/** A year before 1000 in four digits; null for any other cell. */
function yearOf({ part, hasFullYears }: DateColumn, cell: Cell): string | null {
  const match: readonly string[] | null = part === 'year' ? SHORT_YEAR.exec(cellText(cell)) : null;
  if (match === null) return null;
  const [, sign, digits] = match;
  const isYear = Number(digits) > 0 && (sign !== '' || digits.length === 3 || hasFullYears);
  return isYear ? sign + digits.padStart(4, '0') : null;
}

function isSimple(edtf: string): boolean {
  return !/[/[{]/.test(edtf);
}

/** A whole date for a time to stand after: what a spreadsheet's number or moment means, in writing. */
function wholeText(cell: Cell, reading: Reading): string {
  if (typeof cell === 'string') return cell.trim();
  const found = readWritten(cell, reading);
  return found.ok ? found.edtf : cellText(cell);
}

function numericDay(year: string, month: string, day: string): readonly string[] {
  if (!/^-?\d{4}$/.test(year)) return [day, month, year];
  const parts = [year, month.padStart(2, '0'), day.padStart(2, '0')];
  return [parts.slice(0, day === '' || day === '0' ? 2 : 3).join('-')];
}
