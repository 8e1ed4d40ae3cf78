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

/** Events as dateline/1 has them, in a list or one a line, without the rest of the chronology; perhaps with keys of their own. */
export const datelineList: JsonFormat = {
  name: 'Dateline events (JSON)',
  path: [],
  recognises: (first) => {
    const events = first.filter(isFields);
    if (events.length < first.length || !events.every(isEvent) || !events.some(({ date }) => isEdtf(date)))
      return false;
    return events.every(hasOnlyOurs) || events.some(isSurelyOurs);
  },
  reader: () => new DatelineItems(),
};

/** As `datelineList`, in an object that does not say of which format it is. */
export const datelineEvents: JsonFormat = { ...datelineList, path: ['events'] };

/** Whether it has a title, a date in EDTF if any, and lists such as events have. */
function isEvent(item: Fields): boolean {
  const isAbsent = (value: unknown): boolean => value === null || value === undefined;
  const isActor = (each: unknown): boolean => isText(each) || (isFields(each) && isText(each.id));
  return (
    isText(item.title) &&
    (isAbsent(item.date) || isEdtf(item.date)) &&
    (isAbsent(item.actors) || isListOf(item.actors, isActor)) &&
    (isAbsent(item.topics) || isListOf(item.topics, isText)) &&
    (isAbsent(item.sources) || isListOf(item.sources, isFields))
  );
}

function hasOnlyOurs(item: Fields): boolean {
  return Object.keys(item).every((key) => KEYS.has(key));
}

/** Whether it has what little else has: an id, and topics or sources. */
function isSurelyOurs(item: Fields): boolean {
  return isText(item.id) && (Array.isArray(item.topics) || Array.isArray(item.sources)) && !('tags' in item);
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
