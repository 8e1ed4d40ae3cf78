import { LIMITS, grouped } from '../limits';
import { IGNORED, asText, own, type Place, type Tell } from './field';
import { cutText, sortOf } from '../quote';

/**
 * What `read` makes of each item under `key`, in order and without its nulls; empty when the field is absent, or (told)
 * when it is not a list. A list longer than `limit` is cut and told.
 */
export function readList<T>(
  { fields, at, tell }: Place,
  key: string,
  read: (item: unknown, at: string, index: number) => T | null,
  limit: number = LIMITS.list,
): T[] {
  const value = own(fields, key);
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    tell(at + key, value, `is ${sortOf(value)}, not a list: ${IGNORED}`, 'put it in square brackets: [ … ]');
    return [];
  }
  if (value.length > limit) {
    const most = grouped(limit);
    tell(at + key, value, `has more than ${most} items: the rest is left out`, `keep it within ${most} items`);
  }
  const items: T[] = [];
  for (let index = 0; index < value.length && index < limit; index += 1) {
    const item = read(value[index], `${at}${key}[${index}]`, index);
    if (item !== null) items.push(item);
  }
  return items;
}

/** The texts listed under `key`, each once; what is blank or not text is left out and told. */
export function readTexts(place: Place, key: string): readonly string[] {
  const read = (item: unknown, at: string): string | null => {
    const text = asText(item ?? undefined, at, place.tell);
    if (text === null && (item === null || typeof item === 'string')) {
      place.tell(at, item, `is empty: ${IGNORED}`, 'write a text or remove the item');
    }
    return text;
  };
  return [...new Set(readList(place, key, read))];
}

/** The ids listed under `key`, each once. */
export function readIds(place: Place, key: string): readonly string[] {
  return [...new Set(readList(place, key, (item, at) => asId(item, at, place.tell)))];
}

/** `value` as an id; null, and told at `at` with `effect`, when it is not a text of 1 character up to the limit. */
export function asId(value: unknown, at: string, tell: Tell, effect = IGNORED): string | null {
  if (value === undefined || value === null || value === '') tell(at, value, `is missing: ${effect}`, 'give it an id');
  else if (typeof value !== 'string') {
    tell(at, value, `is ${sortOf(value)}, not text: ${effect}`, 'write the id as text in double quotes');
  } else if (cutText(value, LIMITS.text) !== value) tell(at, value, `is too long: ${effect}`, 'use a shorter id');
  else return value;
  return null;
}
