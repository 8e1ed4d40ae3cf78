import { DAY_MS, dayOf } from '../calendar';
import { readDate } from '../date';
import { twoDigits, yearText } from './emit';
import { type DayOrder, type Trouble, unread, type Written } from './model';
import { isBeforeTime, numericLength, type Side, sideOf } from './side';
import { type Token, tokensOf } from './tokens';
import { type Extent, extentOf, settle } from './whole';

const UNKNOWN = unread('not a date that is known here', 'use YYYY, YYYY-MM or YYYY-MM-DD, such as 2024-07-25');

/**
 * A date with words in it, or a span of two, in English, Russian, German, French or Spanish: `16th of May 2025`, `c. 1992`,
 * `5-19 Jan 2022`, `до н. э.`. "Early" is the first third of a year, a month, a decade or a century, and approximate.
 */
export function readGrammar(text: string, order: DayOrder | null): Written {
  const tokens = tokensOf(text);
  if ('reason' in tokens) return { ok: false, ...tokens };
  const { relation, rest } = relationOf(withoutWeekday(tokens));
  const split = splitOf(rest, relation === 'between');
  if (!rest.some(({ kind }) => kind === 'number' || kind === 'ordinal')) return UNKNOWN;
  if (split !== null) return readSpan(rest.slice(0, split), rest.slice(split + 1), relation, order);
  const found = sideOf(rest, order);
  if (!('side' in found)) return { ok: false, ...found };
  const trouble = settle(found.side, null, order);
  if (trouble !== null) return { ...trouble, ok: false };
  const extent = extentOf(found.side);
  if ('reason' in extent) return unread(extent.reason, extent.remedy);
  if (relation === null && extent.begin === extent.end) return accepted(extent.begin, [found.side]);
  return told(related(extent, relation), [found.side]);
}

/** What a hyphen without spaces parts two dates between. */
const DATED: ReadonlySet<Token['kind']> = new Set([
  'number',
  'month',
  'time',
  'open',
  'season',
  'quarter',
  'half',
  'century',
  'bc',
  'ad',
]);
/** Words that only stand between dates, or say nothing before one. */
const MEANINGLESS_FIRST: readonly string[] = ['a', 'à', 'al', 'au', 'aux'];

type Relation = 'before' | 'after' | 'since' | 'by' | 'between' | null;

/** The word that says how the event lies to the date, and what follows it. */
function relationOf(tokens: readonly Token[]): { readonly relation: Relation; readonly rest: readonly Token[] } {
  const at = tokens.findIndex(({ kind }) => kind !== 'noise' && kind !== 'mark');
  const first = tokens.at(at);
  if (at < 0 || first === undefined) return { relation: null, rest: tokens };
  // "à partir de": a word between the dates of a span, and then one that begins it.
  if (first.kind === 'until' && tokens.at(at + 1)?.kind === 'since') return relationOf(tokens.slice(at + 1));
  const rest = tokens.slice(at + 1);
  if (first.kind === 'until' && MEANINGLESS_FIRST.includes(first.text)) return { relation: null, rest };
  if (first.kind === 'until')
    return { relation: first.text === 'до' ? 'before' : 'by', rest: withoutMeaningless(rest) };
  if (
    first.kind === 'before' ||
    first.kind === 'after' ||
    first.kind === 'since' ||
    first.kind === 'by' ||
    first.kind === 'between'
  ) {
    return { relation: first.kind, rest };
  }
  const last = tokens.at(-1);
  // "2004 onwards".
  return last?.kind === 'since' ? { relation: 'since', rest: tokens.slice(0, -1) } : { relation: null, rest: tokens };
}

/** "jusqu'au": the first word has said it. */
function withoutMeaningless(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(({ kind }) => kind !== 'mark');
  const first = tokens.at(at);
  return first?.kind === 'until' && MEANINGLESS_FIRST.includes(first.text) ? tokens.slice(at + 1) : tokens;
}

/** Where the words or the mark between two dates stand; null for a single date. */
function splitOf(tokens: readonly Token[], isBetween: boolean): number | null {
  let hasMonth = false;
  let hasTime = false;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    const length = numericLength(tokens, at);
    if (length > 0) {
      at += length - 1;
      continue;
    }
    if (token.kind === 'month') hasMonth = true;
    if (token.kind === 'until' && !(isBeforeTime(tokens.at(at + 1)) && !hasTime)) return at;
    if (token.kind === 'time') hasTime = true;
    if (token.kind === 'and' && isBetween) return at;
    if (token.kind === 'mark' && isDash(tokens, at, token.mark, hasMonth)) return at;
  }
  return null;
}

function isDash(tokens: readonly Token[], at: number, mark: string, hasMonth: boolean): boolean {
  if (mark === '–') return true;
  const before = tokens.at(at - 1);
  const after = tokens.at(at + 1);
  if (at === 0 || before === undefined) return false;
  if (mark === '/') return !isWinter(tokens, at);
  if (mark !== '-') return false;
  const token = tokens[at];
  if (after === undefined || !token.tight || !after.tight) return after?.kind !== 'mark';
  if (isWinter(tokens, at)) return false;
  if (before.kind === 'number' && after.kind === 'month') return hasMonth;
  if (before.kind === 'month' && after.kind === 'number')
    return tokens.slice(at + 1).some(({ kind }) => kind === 'month');
  return DATED.has(before.kind) && DATED.has(after.kind) && !(before.kind === 'season' && after.kind === 'number');
}

/** `2023/24` after a season: the second year says nothing more. */
function isWinter(tokens: readonly Token[], at: number): boolean {
  const before = tokens.at(at - 1);
  const after = tokens.at(at + 1);
  const isNext =
    before?.kind === 'number' && after?.kind === 'number' && (before.value + 1) % 100 === after.value % 100;
  return isNext && before.digits === 4 && tokens.slice(0, at).some(({ kind }) => kind === 'season');
}

function readSpan(
  first: readonly Token[],
  second: readonly Token[],
  relation: Relation,
  order: DayOrder | null,
): Written {
  const left = sideOf(first, order);
  if (!('side' in left)) return { ok: false, ...left };
  const right = sideOf(second, order);
  if (!('side' in right)) return { ok: false, ...right };
  const begin = left.side;
  const end = right.side;
  if (second.length === 0 || end.isOpen) {
    const trouble = settle(begin, null, order);
    const extent = trouble ?? extentOf(begin);
    return 'reason' in extent ? { ...extent, ok: false } : told(`${extent.begin}/..`, [begin]);
  }
  if (end.time !== null && end.day === null && end.month === null && end.year === null) lendDay(begin, end);
  const trouble = settle(end, begin, order) ?? settle(begin, end, order);
  if (trouble !== null) return { ...trouble, ok: false };
  lend(begin, end);
  if (first.some(({ kind }) => kind === 'circa')) end.isApproximate = true;
  const from = extentOf(begin);
  if ('reason' in from) return unread(from.reason, from.remedy);
  const to = extentOf(end);
  if ('reason' in to) return unread(to.reason, to.remedy);
  if (relation === 'between') return told(`[${from.begin}..${to.end}]`, [begin, end]);
  return told(`${from.begin}/${to.end}`, [begin, end]);
}

/** What one date of a span says for both. */
function lend(begin: Side, end: Side): void {
  if (begin.era === null && (begin.year === null || begin.year.digits < 4 || end.era !== 'bc')) begin.era = end.era;
  else if (begin.era === null && begin.month === null && end.era === 'bc') begin.era = end.era;
  if (begin.group === null) {
    begin.year ??= end.year;
    if (begin.day !== null) begin.month ??= end.month;
    if (begin.code === null && begin.month === null && begin.day === null) begin.code ??= null;
  }
  if (end.group === null) {
    end.year ??= begin.year;
    if (end.day !== null) end.month ??= begin.month;
  }
}

function lendDay(begin: Side, end: Side): void {
  end.year = begin.year;
  end.month = begin.month;
  end.day = begin.day;
  end.smalls = [...begin.smalls];
}

/** The date itself, or what lies before or after it; "after 2004" begins with 2005. */
function related({ begin, end }: Extent, relation: Relation): string {
  switch (relation) {
    case 'before':
      return `../${neighbour(begin, -1)}`;
    case 'by':
      return `../${end}`;
    case 'after':
      return `${neighbour(end, 1)}/..`;
    case 'since':
      return `${begin}/..`;
    default:
      return begin === end ? begin : `${begin}/${end}`;
  }
}

/** The year, month or day right before or after a date; itself where it tells a time or a far year. */
function neighbour(edtf: string, step: -1 | 1): string {
  const reading = readDate(edtf);
  if (!reading.ok) return edtf;
  const { earliest, latest, precision } = reading.date;
  if (edtf.includes('T') || !Number.isFinite(earliest)) return edtf;
  const { year, month, day } = dayOf(step < 0 ? earliest - DAY_MS : latest);
  const mark = /[?~%]$/.exec(edtf)?.[0] ?? '';
  if (precision === 'day') return `${yearText(year)}-${twoDigits(month)}-${twoDigits(day)}${mark}`;
  if (precision === 'month' || precision === 'season') return `${yearText(year)}-${twoDigits(month)}${mark}`;
  return yearText(year) + mark;
}

function told(edtf: string, sides: readonly Side[]): Written {
  const reading = readDate(edtf);
  if (!reading.ok) return unread(reading.reason, reading.remedy);
  return accepted(edtf, sides);
}

function accepted(edtf: string, sides: readonly Side[]): Written {
  const shows = sides.flatMap((side) => side.shows ?? []).at(0);
  const note = sides.flatMap((side) => noteOf(side) ?? []).at(0);
  return { ok: true, edtf, ...(shows && { shows }), ...(note && { note }) };
}

function noteOf({ note, time, isApproximate, isUncertain, day }: Side): Trouble | null {
  if (note !== null || time === null || time.edtf === '') return note;
  if (!isApproximate && !isUncertain && day !== null) return null;
  return { reason: 'a time of day without a certain day: only the date is kept', remedy: 'write a whole, certain day' };
}

/** `mar. 16 mai`: in French a weekday, which is also how Spanish shortens March. */
function withoutWeekday(tokens: readonly Token[]): readonly Token[] {
  const words = tokens.filter(({ kind }) => kind !== 'mark' && kind !== 'noise');
  const first = words.at(0);
  const isWeekday = first?.kind === 'month' && first.text.startsWith('mar') && first.text.length < 5;
  const isDated = words.at(1)?.kind === 'number' && words.at(2)?.kind === 'month';
  return isWeekday && isDated ? tokens.slice(tokens.indexOf(first) + 1) : tokens;
}
