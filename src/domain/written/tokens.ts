import type { Trouble } from './model';
import { LEXICON } from './word-lists';
import { type TimeOfDay, readTimeOfDay } from './time-of-day';
import type { WordKind } from './words';

/** A part of a date in writing. `tight`: no space is before it. */
export type Token =
  | {
      readonly kind: 'number';
      readonly value: number;
      readonly digits: number;
      readonly as: NumberUse;
      readonly tight: boolean;
    }
  | { readonly kind: 'time'; readonly time: TimeOfDay; readonly tight: boolean }
  /** `–` stands for all dashes longer than a hyphen. */
  | { readonly kind: 'mark'; readonly mark: string; readonly tight: boolean }
  | { readonly kind: WordKind; readonly value: number; readonly text: string; readonly tight: boolean };

/** The word that it is; '' for a number, a time or a mark. */
export function textOf(token: Token): string {
  return 'text' in token ? token.text : '';
}

/** Whether a time follows, perhaps after an article: "a las 14:30". */
export function isBeforeTime(after: Token | undefined): boolean {
  return after?.kind === 'time' || (after?.kind === 'noise' && after.text === 'las');
}

/** Whether `word` after `before` tells how long ago: "5000 years ago" is no August, which is "ago" in Spanish. */
export function isYearsAgo(word: string, before: Token | undefined): boolean {
  return word === 'ago' && before?.kind === 'noise' && before.text.startsWith('year');
}

/** `ordinal`: `16th`; `decade`: `1990s`; `roman`: `XIX`; `short year`: `'24`. */
export type NumberUse = 'plain' | 'ordinal' | 'decade' | 'roman' | 'short year';

const BEFORE_CHRIST =
  /(?<!\p{L})(?:b\. ?c\.(?: ?e\.)?|до (?:н\. ?э\.?|нашей эры|р\. ?х\.?|рождества христова)|v\. ?chr\.?|v\. ?u\. ?z\.?|vor (?:christus|chr\.?|unserer zeit(?:rechnung)?)|av(?:ant|\.)? ?j(?:\.|ésus)?[- ]?c(?:hrist|\.)?|avant notre ère|antes de (?:cristo|j\. ?c\.?)|a\. ?(?:de )?(?:j\. ?)?c\.|a\. ?e\. ?c\.?)(?!\p{L})/gu;
const AFTER_CHRIST =
  /(?<!\p{L})(?:a\. ?d\.|c\. ?e\.|(?:н\. ?э\.?|нашей эры)|n\. ?chr\.?|n\. ?u\. ?z\.?|nach christus|apr?(?:ès|\.)? ?j(?:\.|ésus)?[- ]?c(?:hrist|\.)?|de notre ère|después de cristo|d\. ?(?:de )?(?:j\. ?)?c\.)(?!\p{L})/gu;
const STILL = /(?<!\p{L})н\. ?в\.?(?!\p{L})/gu;
const ERA = /c\.|[cè] ?h?r|э|эры|рож|р\. ?х|cristo|unser|u\. ?z|j\.|notre|[ad]\. ?d\.|н\. ?в/;
const GROUPED = /\d{1,3}(?:[,. ]\d{3})+(?![\d.])/y;
const CLOCK =
  /\d{1,2}(?:[:h.]\d\d(?::\d\d(?:[.,]\d+)?)?(?: ?[ap]\.?m\b\.?)?(?: ?(?:uhr|h))?|(?: ?[ap]\.?m\b\.?| ?uhr| ?hrs))(?: ?\(?(?:z|utc?|gmt|[ecmp]t|[a-zа-я]{3,4})(?![\p{L}])\)?)?(?: ?[+-]\d\d:?(?:\d\d)?(?!\d))?(?: \([^)]*\)$)?/uy;
const ORDINAL = /^(?:st|nd|rd|th|er|re|e|eme|ème|è|º|ª|o|a|го|ого|й|ый|ой|я|ая|е|ое|м|х)$/u;
const SUFFIX_AFTER_HYPHEN = /-(?:го|ого|й|ый|ой|я|ая|е|ое|м|х|ые|ых|ми)(?!\p{L})/uy;
const APOSTROPHE_S = /'s(?!\p{L})/uy;
const ROMAN = /^([ivxlcmхі]+)(e|è|ème|er|го|й)?$/u;

/** The parts of a date in lower case, one after another; a trouble where something is no part of a date. */
export function tokensOf(given: string): readonly Token[] | Trouble {
  const text = plain(given);
  const tokens: Token[] = [];
  let at = 0;
  let tight = false;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code <= 32) {
      at += 1;
      tight = false;
      continue;
    }
    const start = at;
    if (code >= 48 && code <= 57) {
      const clock = clockAt(text, at);
      if (clock !== null) {
        tokens.push({ kind: 'time', time: clock.time, tight });
        at = clock.end;
      } else at = pushNumber(tokens, text, at, tight);
    } else {
      const word = lettersAt(text, at);
      if (word === '') {
        tokens.push({ kind: 'mark', mark: text[at], tight });
        at += 1;
      } else {
        at += word.length;
        const known = LEXICON.get(word);
        const token =
          known === undefined ? unlistedWord(word, tight, tokens.at(-1)) : wordToken(known, word, tight, tokens.at(-1));
        if (token === null) {
          return {
            reason: `"${word}" is no word of a date that is known here`,
            remedy: 'use YYYY-MM-DD, or 25 July 2024',
          };
        }
        tokens.push(token);
      }
    }
    tight = at > start;
  }
  return tokens;
}

function plain(given: string): string {
  let text = given.toLowerCase();
  if (/[^\x20-\x7e]/.test(text)) {
    text = text
      .normalize('NFC')
      .replace(/[\u00a0\u202f\u2009\s]/g, ' ')
      .replace(/[‐‑−]/g, '-')
      .replace(/[‒–—―]/g, '–')
      .replace(/[’‘ʼ`´]/g, "'");
  }
  if (!ERA.test(text)) return text;
  return text.replace(STILL, ' present ').replace(BEFORE_CHRIST, ' bc ').replace(AFTER_CHRIST, ' ad ');
}

function wordToken(
  known: { kind: WordKind; value: number },
  text: string,
  tight: boolean,
  before: Token | undefined,
): Token {
  const isCounted = before?.kind === 'number' && before.as === 'ordinal';
  if ((text === 's' && isRoman(before)) || (text === 'c' && (isCounted || isRoman(before))))
    return { kind: 'century', value: 0, text, tight };
  return { ...known, text, tight };
}

function unlistedWord(word: string, tight: boolean, before: Token | undefined): Token | null {
  // "XX в." is a century, "в 1990" is in that year.
  if (word === 'в') return { kind: isRoman(before) ? 'century' : 'noise', value: 0, text: word, tight };
  // "mi-2023" in French; elsewhere the German Wednesday.
  if (word === 'mi') return { kind: 'weekday', value: 0, text: word, tight };
  const roman = ROMAN.exec(word);
  const value = roman === null ? 0 : romanValue(roman[1].replaceAll('х', 'x').replaceAll('і', 'i'));
  return value === 0 ? null : { kind: 'number', value, digits: 2, as: 'roman', tight };
}

function groupedAt(text: string, at: number, end: number): string | null {
  const mark = text[end];
  if (mark !== ',' && mark !== '.' && mark !== ' ') return null;
  GROUPED.lastIndex = at;
  return GROUPED.exec(text)?.[0] ?? null;
}

function digitsEnd(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) at += 1;
  return at;
}

/** The letters, with their marks, from `at` on. Beyond ASCII all count but punctuation and signs. */
function lettersAt(text: string, at: number): string {
  let end = at;
  while (end < text.length && isLetter(text.charCodeAt(end))) end += 1;
  return text.slice(at, end);
}

function isLetter(code: number): boolean {
  if (code < 128) return code >= 97 && code <= 122;
  return (
    code >= 0xaa &&
    code !== 0xd7 &&
    code !== 0xf7 &&
    !(code >= 0xab && code <= 0xbf && code !== 0xba) &&
    !(code >= 0x2000 && code < 0x2c00)
  );
}

function isRoman(token: Token | undefined): boolean {
  return token?.kind === 'number' && token.as === 'roman';
}

function clockAt(text: string, at: number): { readonly time: TimeOfDay; readonly end: number } | null {
  const mark = text[at + 1] >= '0' && text[at + 1] <= '9' ? text[at + 2] : text[at + 1];
  if (mark === ' ' && !'aphu'.includes(text[text.indexOf(' ', at) + 1] ?? '-')) return null;
  if (mark !== ':' && mark !== 'h' && mark !== ' ' && mark !== 'a' && mark !== 'p' && mark !== '.') return null;
  CLOCK.lastIndex = at;
  const found = CLOCK.exec(text)?.[0];
  if (found === undefined || (mark === '.' && !/uhr|[ap]\.?m/.test(found))) return null;
  const time = readTimeOfDay(found.trim());
  return time === null ? null : { time, end: at + found.length };
}

function pushNumber(tokens: Token[], text: string, at: number, tight: boolean): number {
  const digits = text.slice(at, digitsEnd(text, at));
  const grouped = digits.length > 3 ? null : groupedAt(text, at, at + digits.length);
  if (grouped !== null) {
    const all = grouped.replace(/\D/g, '');
    tokens.push({ kind: 'number', value: Number(all), digits: all.length, as: 'plain', tight });
    return at + grouped.length;
  }
  const value = Number(digits);
  const end = at + digits.length;
  const suffix = suffixAt(text, end, value, digits.length);
  const last = tokens.at(-1);
  const isShort = digits.length === 2 && tight && last?.kind === 'mark' && last.mark === "'";
  if (isShort) tokens.pop();
  const as = suffix?.as ?? (isShort ? 'short year' : 'plain');
  tokens.push({ kind: 'number', value, digits: digits.length, as, tight });
  return suffix?.end ?? end;
}

/** What is written right after a number: `th`, `s`, `-е`. */
function suffixAt(
  text: string,
  end: number,
  value: number,
  digits: number,
): { readonly as: NumberUse; readonly end: number } | null {
  const next = text.charCodeAt(end);
  if (Number.isNaN(next) || next === 32 || next === 44 || next === 46) return null;
  const isTens = value % 10 === 0 && (digits === 4 || (digits === 2 && value > 10));
  APOSTROPHE_S.lastIndex = end;
  if (APOSTROPHE_S.test(text)) return isTens ? { as: 'decade', end: end + 2 } : null;
  SUFFIX_AFTER_HYPHEN.lastIndex = end;
  const hyphened = SUFFIX_AFTER_HYPHEN.exec(text)?.[0];
  if (hyphened !== undefined) {
    return { as: isTens && /[ехы]/.test(hyphened) ? 'decade' : 'ordinal', end: end + hyphened.length };
  }
  const letters = lettersAt(text, end);
  if (letters === '') return null;
  const isDecade = isTens && (letters === 's' || letters === 'er' || letters === 'е' || letters === 'х');
  if (isDecade) return { as: 'decade', end: end + letters.length };
  return ORDINAL.test(letters) ? { as: 'ordinal', end: end + letters.length } : null;
}

const ROMAN_WORTH: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, m: 1000 };

function romanValue(letters: string): number {
  const worths = Array.from(letters, (letter) => ROMAN_WORTH[letter]);
  const value = worths.reduce((sum, worth, i) => sum + (worth < (worths.at(i + 1) ?? 0) ? -worth : worth), 0);
  return value <= 30 ? value : 0;
}
