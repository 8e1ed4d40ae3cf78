import { readDate } from '../../domain/date';
import { isFields, type Fields } from '../../domain/parsing/field';
import type { Found, Spot } from './format';
import type { ItemReader, JsonFormat } from './json-format';
import { noObject } from './json-part';

const KEYS = new Set(
  'id title date reported summary note actors topics type place status confidence sources disagreements related'.split(
    ' ',
  ),
);

/** Events as dateline/1 has them, in a list or one a line, without the rest of the chronology. */
export const datelineList: JsonFormat = {
  name: 'Dateline events (JSON)',
  path: [],
  recognises: (first) => {
    const events = first.filter(isFields);
    return events.length === first.length && events.some(({ date }) => isEdtf(date)) && events.every(isEvent);
  },
  reader: () => new DatelineItems(),
};

/** As `datelineList`, in an object that does not say of which format it is. */
export const datelineEvents: JsonFormat = { ...datelineList, path: ['events'] };

/** Whether it has a title, a date in EDTF if any, and either no other keys than an event, or lists that only an event has. */
function isEvent(item: Fields): boolean {
  if (typeof item.title !== 'string' || !((item.date ?? null) === null || isEdtf(item.date))) return false;
  const keys = Object.keys(item);
  const isOurs = typeof item.id === 'string' && (isListOf(item.sources, isFields) || isListOf(item.topics, isText));
  if (!isOurs && !keys.every((key) => KEYS.has(key))) return false;
  const isActor = (each: unknown): boolean => isText(each) || (isFields(each) && isText(each.id));
  return ['actors', 'topics', 'sources'].every(
    (key) =>
      (item[key] ?? null) === null ||
      isListOf(item[key], key === 'actors' ? isActor : key === 'topics' ? isText : isFields),
  );
}

function isEdtf(value: unknown): boolean {
  return typeof value === 'string' && readDate(value).ok;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isListOf(value: unknown, isOne: (each: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isOne);
}

class DatelineItems implements ItemReader {
  *item(item: unknown, spot: Spot): Generator<Found> {
    if (isFields(item)) yield { kind: 'event', event: item, spot };
    else yield { kind: 'fault', fault: noObject(item, spot) };
  }

  *end(rest: Fields): Generator<Found> {
    if (Object.keys(rest).length > 0) yield { kind: 'head', fields: rest };
  }
}
