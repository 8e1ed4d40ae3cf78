import { readDate } from '../../domain/date';
import { dateWords } from '../../domain/date-words';
import { ENGLISH } from '../../domain/phrase-books';
import { NO_READING, readWritten, type DayOrder } from '../../domain/written-date';
import type { Encoding } from '../../engine/formats/choices';
import type { Mapping, Role, Survey } from '../../engine/mapping/mapping';
import { SEPARATORS } from '../../engine/mapping/separators';

/** What a column can be, in the order in which it is offered. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  title: 'Title',
  date: 'Date',
  end: 'End date',
  reported: 'Date of report',
  summary: 'Summary',
  actors: 'Actors',
  topics: 'Topics',
  type: 'Type',
  place: 'Place',
  'source title': 'Title of source',
  'source url': 'Address of source',
  id: 'Id',
  keep: 'Keep as it is',
  ignore: 'Leave out',
};

export const ENCODING_WORDS: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 (little-endian)',
  'utf-16be': 'UTF-16 (big-endian)',
  'windows-1251': 'Windows-1251 (Cyrillic)',
  'windows-1252': 'Windows-1252 (Western)',
};

const SIGN_WORDS: Readonly<Record<string, string>> = {
  '': 'nothing',
  ';': 'semicolon ;',
  ',': 'comma ,',
  '|': 'bar |',
  '/': 'slash /',
  '\n': 'new line',
  ' ': 'a space',
  ', ': 'comma ,',
  '; ': 'semicolon ;',
  ' – ': 'dash –',
  ': ': 'colon :',
};

const JOINERS = [' ', ', ', '; ', ': ', ' – ', '\n'];

/** Roles of which texts of several columns are joined. */
const TEXTS: readonly Role[] = ['title', 'summary', 'type', 'place', 'source title'];

export interface Option {
  readonly value: string;
  readonly words: string;
}

/** What can part the values of a cell; `present` is among it. */
export function separatorOptions(present: string): readonly Option[] {
  return optionsOf(['', ...SEPARATORS], present);
}

/** What can join the texts of several columns; `present` is among it. */
export function joinerOptions(present: string): readonly Option[] {
  return optionsOf(JOINERS, present);
}

/** Whether texts of several columns become one. */
export function joinsTexts({ roles }: Mapping): boolean {
  return TEXTS.some((text) => roles.filter((role) => role === text).length > 1);
}

/** A question of day or month first: a date as found, and what it would be. */
export interface OrderQuestion {
  readonly example: string;
  readonly meanings: Readonly<Record<DayOrder, string>>;
  readonly contradicts: boolean;
}

/** What must be asked of the columns that are dates; null when they show it. */
export function orderQuestion(survey: Survey, { roles }: Mapping): OrderQuestion | null {
  if (survey.dayOrder.order === 'day first' || survey.dayOrder.order === 'month first') return null;
  const columns = survey.columns.filter((_, index) => ['date', 'end', 'reported'].includes(roles[index]));
  const open = columns.flatMap(({ dates }) =>
    dates !== null && (dates.order === 'not told' || dates.order === 'contradictory') ? dates : [],
  );
  const contradicts = open.some(({ order }) => order === 'contradictory');
  for (const example of open.flatMap(({ examples }) => examples)) {
    const day = wordsOf(example, 'day first');
    const month = wordsOf(example, 'month first');
    if (day === null || month === null || day === month) continue;
    return { example, meanings: { 'day first': day, 'month first': month }, contradicts };
  }
  return null;
}

function wordsOf(text: string, order: DayOrder): string | null {
  const written = readWritten(text, { ...NO_READING, order });
  const reading = written.ok ? readDate(written.edtf) : null;
  return reading?.ok === true ? dateWords(reading.date, ENGLISH, 'short') : null;
}

function optionsOf(values: readonly string[], present: string): readonly Option[] {
  const all = values.includes(present) ? values : [...values, present];
  return all.map((value) => ({ value, words: SIGN_WORDS[value] ?? value }));
}
