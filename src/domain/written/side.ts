import { readNumeric } from './numeric';
import type { DayOrder, Trouble, Written } from './model';
import type { TimeOfDay } from './time-of-day';
import { isBeforeTime, isYearsAgo, type Token } from './tokens';

/** What is said of one date, before a span lends it what it lacks. Written to while its tokens are gone through. */
export interface Side {
  /** As written: two digits are not made four yet; of BC not negative yet. */
  year: { readonly value: number; readonly digits: number } | null;
  month: number | null;
  day: number | null;
  /** Numbers of one or two digits whose use the others tell. */
  smalls: number[];
  /** Whether the year came before the small numbers. */
  isYearFirst: boolean;
  /** EDTF's number of a season, a quarter or a half. */
  code: number | null;
  group: { readonly of: 'decade' | 'century' | 'millennium'; readonly value: number } | null;
  part: number | null;
  isApproximate: boolean;
  isUncertain: boolean;
  era: 'bc' | 'ad' | null;
  time: TimeOfDay | null;
  isOpen: boolean;
  shows: DayOrder | null;
  note: Trouble | null;
}

export type Readable = { readonly side: Side } | Trouble | (Written & { readonly ok: false });

const LAST_QUARTER = 4;

/** Reads the tokens of one date, which no dash parts; trouble where they contradict each other. */
export function sideOf(tokens: readonly Token[], order: DayOrder | null): Readable {
  const side = emptySide();
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token.kind === 'number') {
      const triple = tripleAt(tokens, at, order);
      if (triple !== null) {
        if (!triple.written.ok) return triple.written;
        takeDay(side, triple.written);
        at += triple.length - 1;
        continue;
      }
    }
    const trouble = take(side, token, tokens[at - 1], tokens[at + 1]);
    if (trouble !== null) return trouble;
  }
  return { side };
}

function emptySide(): Side {
  return {
    year: null,
    month: null,
    day: null,
    smalls: [],
    isYearFirst: false,
    code: null,
    group: null,
    part: null,
    isApproximate: false,
    isUncertain: false,
    era: null,
    time: null,
    isOpen: false,
    shows: null,
    note: null,
  };
}

/** Digits parted by the same mark: `2024-01-05`, `5.1.2024`, `05/2024`. */
function tripleAt(
  tokens: readonly Token[],
  at: number,
  order: DayOrder | null,
): { readonly written: Written; readonly length: number } | null {
  const length = numericLength(tokens, at);
  if (length < 3) return null;
  const text = tokens
    .slice(at, at + length)
    .map(digitsOf)
    .join('');
  const written = readNumeric(text, order);
  return written === null ? null : { written, length };
}

/** How many tokens from `at` on are a date in digits, 5 or 3; 0 when they are none. */
export function numericLength(tokens: readonly Token[], at: number): 0 | 3 | 5 {
  const first = tokens.at(at);
  const mark = tokens.at(at + 1);
  const second = tokens.at(at + 2);
  const otherMark = tokens.at(at + 3);
  const third = tokens.at(at + 4);
  if (first?.kind !== 'number' || mark?.kind !== 'mark' || second?.kind !== 'number') return 0;
  if (!'./-'.includes(mark.mark) || !mark.tight || !second.tight) return 0;
  const isTriple = otherMark?.kind === 'mark' && otherMark.mark === mark.mark && otherMark.tight;
  if (isTriple && third?.kind === 'number' && third.tight) {
    const isDay =
      first.digits <= 2 ? second.digits <= 2 && third.digits !== 3 : first.digits === 4 && third.digits <= 2;
    return isDay ? 5 : 0;
  }
  if (first.digits === 4) return second.value >= 1 && second.value <= 12 && second.digits <= 2 ? 3 : 0;
  return first.digits <= 2 && second.digits === 4 && first.value >= 1 && first.value <= 12 ? 3 : 0;
}

function digitsOf(token: Token): string {
  if (token.kind === 'number') return String(token.value).padStart(token.digits, '0');
  return token.kind === 'mark' ? token.mark : '';
}

function takeDay(side: Side, written: Written & { readonly ok: true }): void {
  const { edtf } = written;
  side.year = { value: Number(edtf.slice(0, 4)), digits: 4 };
  side.month = Number(edtf.slice(5, 7));
  side.day = edtf.length > 7 ? Number(edtf.slice(8, 10)) : null;
  side.shows = written.shows ?? side.shows;
  side.note = written.note ?? side.note;
}

function take(side: Side, token: Token, before: Token | undefined, after: Token | undefined): Trouble | null {
  switch (token.kind) {
    case 'number':
      return takeNumber(side, token, before, after);
    case 'ordinal':
      // "1st third of 2021".
      if (before?.kind === 'number' && token.value === 3) return takePart(side, after, 36, 3, 'third');
      side.smalls.push(token.value);
      return null;
    case 'third':
      return takePart(side, after, 36, 3, 'third');
    case 'time':
      if (side.time !== null) return twice('times');
      side.time = token.time;
      side.note = token.time.note ?? side.note;
      return null;
    case 'month':
      if (isYearsAgo(token.text, before)) return misplaced(token.text);
      if (side.month !== null) return twice('months');
      side.month = token.value;
      return null;
    case 'season':
      if (side.code !== null) return twice('seasons');
      side.code = token.value;
      return null;
    case 'quarter':
      return token.text === 't' && after?.kind === 'time' ? null : takePart(side, after, 32, LAST_QUARTER, 'quarter');
    case 'half':
      return takePart(side, after, 39, 2, 'half');
    case 'century':
    case 'millennium':
      return takeGroup(side, token.kind, after);
    case 'part':
      side.part = token.value;
      return null;
    case 'circa':
      // The day of "um 14.30 Uhr" is certain.
      if (after?.kind !== 'time') side.isApproximate = true;
      return null;
    case 'until':
      return isBeforeTime(after) ? null : misplaced(token.text);
    case 'uncertain':
      side.isUncertain = true;
      return null;
    case 'bc':
    case 'ad':
      side.era = token.kind;
      return null;
    case 'open':
      side.isOpen = true;
      return null;
    case 'weekday':
      // French for the middle, written with a hyphen.
      if (token.text === 'mi' && after?.kind === 'mark' && after.mark === '-') side.part = 1;
      return null;
    case 'mark':
      return takeMark(side, token.mark);
    case 'noise':
    case 'decade':
      return null;
    default:
      return misplaced(token.text);
  }
}

function misplaced(word: string): Trouble {
  return { reason: `"${word}" stands where no such word is known`, remedy: 'use YYYY-MM-DD, or begin/end' };
}

function takeMark(side: Side, mark: string): Trouble | null {
  if (mark === '?') side.isUncertain = true;
  else if (mark === '~' || mark === '≈') side.isApproximate = true;
  else if (!".,()[]-'/&;:".includes(mark)) {
    return { reason: `has "${mark}" in it`, remedy: 'use YYYY-MM-DD, or 25 July 2024' };
  }
  return null;
}

function takeNumber(
  side: Side,
  token: Token & { readonly kind: 'number' },
  before: Token | undefined,
  after: Token | undefined,
): Trouble | null {
  const { value, digits, as } = token;
  // The number of a quarter, which takes it itself.
  if (before?.kind === 'quarter' || before?.kind === 'half') if (value <= LAST_QUARTER && digits === 1) return null;
  if (isBefore(before, 'century') || isBefore(before, 'millennium')) if (as === 'roman') return null;
  const isTens = value % 10 === 0 && value > 0;
  if (as === 'decade' || (before?.kind === 'decade' && isTens && after?.kind !== 'century')) {
    side.group = { of: 'decade', value: digits > 2 ? value : value < 50 ? 2000 + value : 1900 + value };
  } else if (digits > 2 || as === 'short year') {
    if (side.year !== null) return twice('years');
    side.year = { value, digits };
    side.isYearFirst = side.smalls.length === 0 && side.month === null;
  } else side.smalls.push(value);
  return null;
}

function isBefore(token: Token | undefined, kind: Token['kind']): boolean {
  return token?.kind === kind;
}

/** A quarter or half: of the number after it, or else of the one before. */
function takePart(side: Side, after: Token | undefined, base: number, most: number, name: string): Trouble | null {
  const next = after?.kind === 'number' && after.digits === 1 ? after.value : undefined;
  const value = next ?? side.smalls.pop();
  if (value === undefined || value < 1 || value > most)
    return { reason: `a ${name} without a number 1 to ${most}`, remedy: `use 1st ${name} of 2024` };
  side.code = base + value;
  return null;
}

function takeGroup(side: Side, of: 'century' | 'millennium', after: Token | undefined): Trouble | null {
  const next = after?.kind === 'number' && after.as === 'roman' ? after.value : undefined;
  const value = next ?? side.smalls.pop();
  if (value === undefined || value < 1) return { reason: `a ${of} without a number`, remedy: 'use 19th century' };
  side.group = { of, value };
  return null;
}

function twice(what: string): Trouble {
  return { reason: `has two ${what}`, remedy: 'use one date, or begin/end' };
}
