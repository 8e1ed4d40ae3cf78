import { isFields, type Fields } from '../../domain/parsing/field';
import type { Fault, Found, Spot } from './format';
import type { ItemReader } from './json-format';
import { noObject } from './json-part';
import { epochOf, isNoMoment, logged, messageParts, momentOf, tagsOf } from './log-events';
import { ownKeys, textOf } from './own-keys';

const USED = new Set([
  'message',
  'datetime',
  'timestamp',
  'data_type',
  'tag',
  'labels',
  '__container_type__',
  '__type__',
]);
const REMEDY = 'write it as 2024-01-31T12:00:00+00:00';

/**
 * Makes an event of each entry of a log: its message is the title (and the summary, where it is long), its tags the topics.
 * The moment is `datetime`, or else `timestamp`, whose unit its size tells.
 */
export class ForensicItems implements ItemReader {
  *item(item: unknown, spot: Spot): Generator<Found> {
    if (isFields(item)) yield eventOf(item, spot);
    else yield { kind: 'fault', fault: noObject(item, spot) };
  }

  end(): readonly Found[] {
    return [];
  }
}

function eventOf(item: Fields, spot: Spot): Found {
  const { title, summary } = messageParts(logged(textOf(item.message) ?? ''));
  const what = logged(textOf(item.timestamp_desc) ?? '');
  const type = logged(textOf(item.data_type) ?? '') || what;
  if (title === '' && what === '') {
    const reason = 'has no message: the entry is left out';
    const fault = { ...spot, field: 'message', found: item, reason, remedy: 'give it a message', leftOut: true };
    return { kind: 'fault', fault };
  }
  const { date, faults } = dateOf(item, spot);
  const topics = [...new Set([...topicsOf(item.tag), ...topicsOf(item.labels)])];
  const event = {
    title: title || what,
    date,
    summary: summary ?? undefined,
    type: type || undefined,
    topics: topics.length === 0 ? undefined : topics,
    ...ownKeys(item, USED),
  };
  return { kind: 'event', event, spot, faults };
}

function dateOf(item: Fields, spot: Spot): { readonly date: string | undefined; readonly faults: readonly Fault[] } {
  if (isNotSet(item)) return { date: undefined, faults: [] };
  const [moment, epoch] = [textOf(item.datetime) ?? '', textOf(item.timestamp) ?? ''];
  const date = isNoMoment(moment) ? null : (momentOf(moment) ?? epochOf(moment));
  if (date !== null) return { date, faults: [] };
  const counted = isNoMoment(epoch) ? null : (epochOf(epoch) ?? momentOf(epoch));
  if (moment === '' && counted !== null) return { date: counted, faults: [] };
  const [field, found] = moment === '' ? ['timestamp', epoch] : ['datetime', moment];
  const effect = counted === null ? 'the event is undated' : 'timestamp stands in';
  const reason = `${isNoMoment(found) ? 'says that there is no date' : found === '' ? 'is missing' : 'is not a date'}: ${effect}`;
  return { date: counted ?? undefined, faults: [{ ...spot, field, found, reason, remedy: REMEDY, leftOut: false }] };
}

/** Whether plaso says that a time was never set. */
function isNotSet({ timestamp_desc: means, date_time: time }: Fields): boolean {
  if (textOf(means)?.toLowerCase() === 'not a time') return true;
  return isFields(time) && typeof time.string === 'string' && /^(?:not set|never)$/i.test(time.string);
}

function topicsOf(tags: unknown): readonly string[] {
  if (isFields(tags)) return topicsOf(tags.labels);
  if (!Array.isArray(tags)) return tagsOf(textOf(tags) ?? '');
  // Old versions wrote each label as bytes.
  return tags.flatMap((tag) => textOf(isFields(tag) ? tag.stream : tag) ?? []);
}
