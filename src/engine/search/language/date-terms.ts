import type { Instant } from '../../../domain/calendar';
import { rangeInstants } from '../../../domain/date-range';
import type { Lexeme, Stretch } from './lexer';
import { monthOf } from './months';
import type { Scanner } from '../text/scanner';
import { foldText } from '../text/tokens';

export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** A date among the words of a search text: `2022`, `1990s`, `january 2022`, `6 Jan 2022`, `2022-01..2022-03`. */
export interface DateWords extends Stretch {
  readonly kind: 'date';
  readonly span: Span;
  /** EDTF. */
  readonly date: string;
}

/** `2022`, `2022-01..2022-03`, `2022-01/2022-03`, `..2022` or any EDTF date as instants; null when it is none. */
export function spanOf(text: string): Span | null {
  const trimmed = text.trim();
  const range = /^(.*?)(?:\.\.|\/)(.*)$/.exec(trimmed);
  if (range === null) return trimmed === '' ? null : rangeInstants(trimmed, trimmed);
  const [from, to] = [range[1].trim(), range[2].trim()];
  return from === '' && to === '' ? null : rangeInstants(from === '' ? null : from, to === '' ? null : to);
}

/** `lexemes` with the words that make up a date put together. */
export function joinDates(lexemes: readonly Lexeme[], scanner: Scanner): (Lexeme | DateWords)[] {
  const joined: (Lexeme | DateWords)[] = [];
  for (let at = 0; at < lexemes.length;) {
    const found = dateAt(lexemes, at, scanner);
    joined.push(found?.date ?? lexemes[at]);
    at += found?.length ?? 1;
  }
  return joined;
}

/** Day, month and year in the orders that people write, the longest first. */
const PATTERNS: readonly string[] = ['d m y', 'm d y', 'y m d', 'm y', 'y m', 'y'];

function dateAt(
  lexemes: readonly Lexeme[],
  at: number,
  scanner: Scanner,
): { readonly date: DateWords; readonly length: number } | null {
  if (lexemes[at].kind !== 'word') return null;
  for (const pattern of PATTERNS) {
    const kinds = pattern.split(' ');
    const words = lexemes.slice(at, at + kinds.length);
    if (words.length < kinds.length || words.some((word) => word.kind !== 'word')) continue;
    const date = readWords(kinds, words, scanner);
    const span = date === null ? null : spanOf(date);
    if (date === null || span === null) continue;
    const [from, to] = [words[0].from, words[words.length - 1].to];
    const text = words.map((word) => word.text).join(' ');
    return { date: { kind: 'date', date, text, from, to, span }, length: kinds.length };
  }
  return null;
}

function readWords(kinds: readonly string[], words: readonly Lexeme[], scanner: Scanner): string | null {
  const read: Record<string, string> = {};
  for (let i = 0; i < kinds.length; i++) {
    const part = readPart(kinds[i], words[i].text, kinds.length === 1, scanner);
    if (part === null) return null;
    read[kinds[i]] = part;
  }
  return ['y', 'm', 'd'].flatMap((kind) => (kind in read ? [read[kind]] : [])).join('-');
}

function readPart(kind: string, text: string, alone: boolean, scanner: Scanner): string | null {
  const word = text.replace(/[,;]+$/, '');
  if (kind === 'm') {
    const month = monthOf(foldText(word, scanner));
    return month < 0 ? null : String(month + 1).padStart(2, '0');
  }
  if (kind === 'd') return /^\d{1,2}(?:st|nd|rd|th)?$/i.test(word) ? String(parseInt(word, 10)).padStart(2, '0') : null;
  if (alone && /^[12]\d\d0s$/i.test(word)) return `${word.slice(0, 3)}X`;
  if (alone && ISO.test(word)) return word;
  return /^[12]\d{3}$/.test(word) ? word : null;
}

const ISO = /^(?:[12]\d{3}(?:-\d\d){1,2}|(?:[12]\d{3}(?:-\d\d){0,2})?(?:\.\.|\/)(?:[12]\d{3}(?:-\d\d){0,2})?)$/;
