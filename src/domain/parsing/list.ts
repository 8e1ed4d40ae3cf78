import { LIMITS, grouped } from '../limits';
import { IGNORED, asText, own, tellWithin, type Place, type Tell } from './field';
import { cutText, sortOf } from '../quote';

/** Up to this many items are compared one with another; a set costs more. */
const FEW = 16;

/**
 * What `read` makes of each item under `key`, in order and without its nulls; empty when the field is absent, or (told)
 * when it is not a list. `read` tells of the item itself with the field ''. A list longer than `limit` is cut and told.
 */
export function readList<T>(
  { fields, tell }: Place,
  key: string,
  read: (item: unknown, tell: Tell) => T | null,
  limit: number = LIMITS.list,
): readonly T[] {
  const value = own(fields, key);
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    tell(key, value, `is ${sortOf(value)}, not a list: ${IGNORED}`, 'put it in square brackets: [ … ]');
    return [];
  }
  if (value.length > limit) {
    const most = grouped(limit);
    tell(key, value, `has more than ${most} items: the rest is left out`, `keep it within ${most} items`);
  }
  const items: T[] = [];
  let index = 0;
  const tellItem = tellWithin(tell, () => `${key}[${index}]`);
  for (; index < value.length && index < limit; index += 1) {
    const item = read(value[index], tellItem);
    if (item !== null) items.push(item);
  }
  return items;
}

/** The texts listed under `key`, each once; what is blank or not text is left out and told. */
export function readTexts(place: Place, key: string): readonly string[] {
  const read = (item: unknown, tell: Tell): string | null => {
    const text = asText(item ?? undefined, '', tell);
    if (text === null && (item === null || typeof item === 'string')) {
      tell('', item, `is empty: ${IGNORED}`, 'write a text or remove the item');
    }
    return text;
  };
  return distinct(readList(place, key, read));
}

/** The ids listed under `key`, each once. */
export function readIds(place: Place, key: string): readonly string[] {
  return distinct(readList(place, key, (item, tell) => asId(item, '', tell)));
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

function distinct(texts: readonly string[]): readonly string[] {
  if (texts.length > FEW) return [...new Set(texts)];
  const repeated = texts.some((text, index) => texts.indexOf(text) !== index);
  return repeated ? [...new Set(texts)] : texts;
}
