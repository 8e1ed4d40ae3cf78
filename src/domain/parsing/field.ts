import { LIMITS, grouped } from '../limits';
import type { DateReader } from './date';
import { cutText, sortOf } from '../quote';

/**
 * A JSON object. A field is read by its name, as `fields.title`, and null counts as absent; the names of the format are none
 * that every object has, as `constructor`, so that what is found the file has said.
 */
export type Fields = Readonly<Record<string, unknown>>;

/** Takes note of something left out or altered. `reason` says what is wrong and what follows from it. */
export type Tell = (field: string, found: unknown, reason: string, remedy: string) => void;

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

/** `value` cut at the limit; null when absent or blank, or (told of `key`, with `effect`) when it is not text. */
export function asText(value: unknown, key: string, tell: Tell, effect = IGNORED): string | null {
  if (value === undefined || value === null) return null;
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

/** As `asText`, but absence too is told. */
export function asRequired(value: unknown, key: string, tell: Tell, effect: string): string | null {
  const text = asText(value, key, tell, effect);
  if (text === null && (value === undefined || value === null || typeof value === 'string')) {
    tell(key, value ?? undefined, `is missing: ${effect}`, `add "${key}"`);
  }
  return text;
}

/** The text of a date as written; null when absent or blank, or (told, with `effect`) unreadable. */
export function asDate(value: unknown, key: string, tell: Tell, read: DateReader, effect = IGNORED): string | null {
  const text = asText(value, key, tell, effect);
  if (text === null) return null;
  const reading = read(text);
  if (reading.ok) return text;
  tell(key, text, `is not a date (${reading.reason}): ${effect}`, reading.remedy);
  return null;
}

/** An http or https address; null when absent or blank, or (told) when it is anything else. */
export function asUrl(value: unknown, key: string, tell: Tell): string | null {
  const text = asText(value, key, tell);
  if (text === null || WEB_ADDRESS.test(text)) return text;
  const spaced = /\s/.test(text);
  tell(
    key,
    text,
    `${spaced ? 'has a space or line break in it' : 'is not a web address'}: ${IGNORED}`,
    spaced ? 'write %20 for a space' : 'use an address that begins with https:// or http://',
  );
  return null;
}

/** A language tag; null when absent or blank, or (told, with `effect`) malformed. */
export function asLanguage(value: unknown, key: string, tell: Tell, effect = IGNORED): string | null {
  const text = asText(value, key, tell, effect);
  if (text === null || LANGUAGE_TAG.test(text)) return text;
  tell(key, text, `is not a language tag: ${effect}`, 'use a tag such as "en", "ru" or "sr-Latn"');
  return null;
}

/** One of `choices`; null when absent or blank, or (told, with `effect`) anything else. */
export function asChoice<T extends string>(
  value: unknown,
  key: string,
  tell: Tell,
  choices: readonly T[],
  effect = IGNORED,
): T | null {
  const text = asText(value, key, tell, effect);
  if (text === null) return null;
  const choice = choices.find((each) => each === text);
  if (choice === undefined) tell(key, text, `is not a known ${key}: ${effect}`, `use ${choices.join(', ')}`);
  return choice ?? null;
}

function isBlank(text: string): boolean {
  const first = text.charCodeAt(0);
  return !(first > SPACE && first < DELETE) && !/\S/.test(text);
}
