import { type DayOrder, unread, type Written } from './model';
import { accepted, type Relation, related, told } from './relation';
import { numericLength, sideOf } from './side';
import { readSpan } from './span';
import { isBeforeTime, textOf, type Token, tokensOf } from './tokens';
import { extentOf, settle } from './whole';

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
  const listed = relation === null ? rest.findIndex(isAnd) : -1;
  if (listed > 0) {
    const isChoice = OR.includes(textOf(rest[listed]));
    return readSpan(rest.slice(0, listed), rest.slice(listed + 1), isChoice ? 'or' : 'and', order);
  }
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

/** Of the words that stand between two dates of a set, those by which only one of the two is meant. */
const OR: readonly string[] = ['or', 'oder', 'ou', 'или'];

function isAnd(token: Token): boolean {
  return token.kind === 'and' || (token.kind === 'mark' && token.mark === '&');
}

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
  if (before.kind === 'mark' && before.mark === '?') return true;
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

/** `mar. 16 mai`: in French a weekday, which is also how Spanish shortens March. */
function withoutWeekday(tokens: readonly Token[]): readonly Token[] {
  const words = tokens.filter(({ kind }) => kind !== 'mark' && kind !== 'noise');
  const first = words.at(0);
  const isWeekday = first?.kind === 'month' && first.text.startsWith('mar') && first.text.length < 5;
  const isDated = words.at(1)?.kind === 'number' && words.at(2)?.kind === 'month';
  return isWeekday && isDated ? tokens.slice(tokens.indexOf(first) + 1) : tokens;
}
