import { LIMITS, grouped } from '../limits';
import { IGNORED, asText, type Tell } from './field';
import { cutText, sortOf } from '../quote';

/** Up to this many items are compared one with another; a set costs more. */
const FEW = 16;
const NONE: readonly never[] = [];

/**
 * What `read` makes of each item of a list, in order and without its nulls; empty when the list is absent, or (told of
 * `key`) when it is none. `read` tells of the item itself with the field ''. A list longer than `limit` is cut and told.
 */
export function asList<T>(
  value: unknown,
  key: string,
  tell: Tell,
  read: (item: unknown, tell: Tell) => T | null,
  limit: number = LIMITS.list,
): readonly T[] {
  if (value === undefined || value === null) return NONE;
  if (!Array.isArray(value)) {
    tell(key, value, `is ${sortOf(value)}, not a list: ${IGNORED}`, 'put it in square brackets: [ … ]');
    return NONE;
  }
  if (value.length > limit) {
    const most = grouped(limit);
    tell(key, value, `has more than ${most} items: the rest is left out`, `keep it within ${most} items`);
  }
  let index = 0;
  const tellItem: Tell = (field, found, reason, remedy) => {
    tell(`${key}[${index}]${field === '' ? '' : '.'}${field}`, found, reason, remedy);
  };
  // Of a known length from the start: one that grows has room for 17 items at least.
  const items = new Array<T>(Math.min(value.length, limit));
  let kept = 0;
  for (; index < items.length; index += 1) {
    const item = read(value[index], tellItem);
    if (item !== null) items[kept++] = item;
  }
  items.length = kept;
  return items;
}

/** The texts of a list, each once; what is blank or not text is left out and told. */
export function asTexts(value: unknown, key: string, tell: Tell): readonly string[] {
  return distinct(asList(value, key, tell, listedText));
}

/** The ids of a list, each once. */
export function asIds(value: unknown, key: string, tell: Tell): readonly string[] {
  return distinct(asList(value, key, tell, listedId));
}

/** `value` as an id; null, and told of `key` with `effect`, when it is not a text of 1 character up to the limit. */
export function asId(value: unknown, key: string, tell: Tell, effect = IGNORED): string | null {
  if (value === undefined || value === null || value === '') tell(key, value, `is missing: ${effect}`, 'give it an id');
  else if (typeof value !== 'string') {
    tell(key, value, `is ${sortOf(value)}, not text: ${effect}`, 'write the id as text in double quotes');
  } else if (cutText(value, LIMITS.text) !== value) tell(key, value, `is too long: ${effect}`, 'use a shorter id');
  else return value;
  return null;
}

function listedText(item: unknown, tell: Tell): string | null {
  const text = asText(item, '', tell);
  if (text === null && (item === null || typeof item === 'string')) {
    tell('', item, `is empty: ${IGNORED}`, 'write a text or remove the item');
  }
  return text;
}

function listedId(item: unknown, tell: Tell): string | null {
  return asId(item, '', tell);
}

function distinct(texts: readonly string[]): readonly string[] {
  if (texts.length > FEW) return [...new Set(texts)];
  const repeated = texts.some((text, index) => texts.indexOf(text) !== index);
  return repeated ? [...new Set(texts)] : texts;
}
