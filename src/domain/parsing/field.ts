import { LIMITS, grouped } from '../limits';
import type { DateReader } from './date';
import { cutText, sortOf } from '../quote';

/** A JSON object whose keys are data: read with `own`, so that `__proto__` or `toString` is found only if the file says it. */
export type Fields = Readonly<Record<string, unknown>>;

/** Takes note of something left out or altered. `reason` says what is wrong and what follows from it. */
export type Tell = (field: string, found: unknown, reason: string, remedy: string) => void;

/** One object being read: its fields, who hears of their faults. */
export interface Place {
  readonly fields: Fields;
  readonly tell: Tell;
  readonly readDate: DateReader;
}

/** What follows from a fault unless more is said. */
export const IGNORED = 'it is ignored';

const SPACE = 32;
const DELETE = 127;
const WEB_ADDRESS = /^https?:\/\/[^\s/?#\\\p{Cc}][^\s\p{Cc}]*$/iu;
const LANGUAGE_TAG =
  /^(?:[a-z]{2,3}|[a-z]{5,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))?$/i;

/** True of a JSON object; false of lists, null and everything else. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The field's own value; undefined when the object lacks it or holds null. */
export function own(fields: Fields, key: string): unknown {
  const value = fields[key];
  return value === undefined || value === null || !Object.hasOwn(fields, key) ? undefined : value;
}

/** `tell` for what stands at `at` of what it tells of: its own faults have the field ''. */
export function tellWithin(tell: Tell, at: () => string): Tell {
  return (field, found, reason, remedy) => tell(at() + (field === '' ? '' : `.${field}`), found, reason, remedy);
}

/** `value` cut at the limit; null when undefined or blank, or (told of `key`, with `effect`) when it is not text. */
export function asText(value: unknown, key: string, tell: Tell, effect = IGNORED): string | null {
  if (value === undefined) return null;
  if (typeof value !== 'string') {
    tell(key, value, `is ${sortOf(value)}, not text: ${effect}`, 'write it as text in double quotes');
    return null;
  }
  const text = cutText(value, LIMITS.text);
  if (text !== value) {
    const most = grouped(LIMITS.text);
    tell(key, value, `is longer than ${most} characters: the rest is cut`, `keep it within ${most} characters`);
  }
  return isBlank(text) ? null : text;
}

/** The text under `key`, as `asText`. */
export function readText({ fields, tell }: Place, key: string, effect = IGNORED): string | null {
  return asText(own(fields, key), key, tell, effect);
}

/** As `readText`, but absence too is told. */
export function readRequired({ fields, tell }: Place, key: string, effect: string): string | null {
  const value = own(fields, key);
  const text = asText(value, key, tell, effect);
  if (text === null && (value === undefined || typeof value === 'string')) {
    tell(key, value, `is missing: ${effect}`, `add "${key}"`);
  }
  return text;
}

/** The date under `key` as written; null when absent or blank, or (told, with `effect`) unreadable. */
export function readDateText(place: Place, key: string, effect = IGNORED): string | null {
  const text = readText(place, key, effect);
  if (text === null) return null;
  const reading = place.readDate(text);
  if (reading.ok) return text;
  place.tell(key, text, `is not a date (${reading.reason}): ${effect}`, reading.remedy);
  return null;
}

/** The http or https address under `key`; null when absent or blank, or (told) when it is anything else. */
export function readUrl(place: Place, key: string): string | null {
  const text = readText(place, key);
  if (text === null || WEB_ADDRESS.test(text)) return text;
  const spaced = /\s/.test(text);
  place.tell(
    key,
    text,
    `${spaced ? 'has a space or line break in it' : 'is not a web address'}: ${IGNORED}`,
    spaced ? 'write %20 for a space' : 'use an address that begins with https:// or http://',
  );
  return null;
}

/** The language tag under `key`; null when absent or blank, or (told, with `effect`) malformed. */
export function readLanguage(place: Place, key: string, effect = IGNORED): string | null {
  const text = readText(place, key, effect);
  if (text === null || LANGUAGE_TAG.test(text)) return text;
  place.tell(key, text, `is not a language tag: ${effect}`, 'use a tag such as "en", "ru" or "sr-Latn"');
  return null;
}

/** The value under `key` when it is one of `choices`; null when absent or blank, or (told, with `effect`) anything else. */
export function readChoice<T extends string>(
  place: Place,
  key: string,
  choices: readonly T[],
  effect = IGNORED,
): T | null {
  const text = readText(place, key, effect);
  const choice = choices.find((each) => each === text) ?? null;
  if (text !== null && choice === null) {
    place.tell(key, text, `is not a known ${key}: ${effect}`, `use ${choices.join(', ')}`);
  }
  return choice;
}

function isBlank(text: string): boolean {
  const first = text.charCodeAt(0);
  return !(first > SPACE && first < DELETE) && !/\S/.test(text);
}
