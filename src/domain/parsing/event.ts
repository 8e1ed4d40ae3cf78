import type { Problem } from '../dataset';
import { isDeeper } from './depth';
import type { ChronologyEvent, Participation, Source } from '../event';
import { LIMITS } from '../limits';
import { readDate } from '../date';
import type { DateReader } from './date';
import {
  IGNORED,
  isFields,
  own,
  readChoice,
  readDateText,
  readLanguage,
  readRequired,
  readText,
  readUrl,
  type Place,
  type Tell,
} from './field';
import { asId, readIds, readList, readTexts } from './list';
import { cutText, quote, sortOf } from '../quote';

const LEFT_OUT = 'the event is left out';
const TIERS = ['primary', 'press', 'copy'] as const;

/**
 * The event that `raw` describes, and what was left out or altered to get it, in the order of the fields. The event is
 * null when `raw` is no object, nests too deep, or lacks an id or a title. Knows nothing of other events or of actors:
 * whether ids resolve is for `readChronology` to say. Never throws.
 */
export function readEvent(
  raw: unknown,
  index: number,
  dates: DateReader = readDate,
): { readonly event: ChronologyEvent | null; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const given = isFields(raw) ? own(raw, 'id') : undefined;
  const eventId = typeof given === 'string' && given !== '' ? cutText(given, LIMITS.text) : null;
  const tell: Tell = (field, found, reason, remedy) => {
    problems.push({ index, eventId, field, found: quote(found), reason, remedy });
  };
  if (!isFields(raw)) {
    tell('', raw, `is ${sortOf(raw)}, not an object: ${LEFT_OUT}`, 'use { "id": …, "title": …, "date": … }');
    return { event: null, problems };
  }
  if (isDeeper(raw, LIMITS.depth)) {
    tell('', raw, `nests more than ${LIMITS.depth} levels deep: ${LEFT_OUT}`, 'flatten it');
    return { event: null, problems };
  }
  const place: Place = { fields: raw, tell, readDate: dates };
  const id = asId(given, 'id', tell, LEFT_OUT);
  const title = readRequired(place, 'title', LEFT_OUT);
  return { event: id === null || title === null ? null : eventOf(place, id, title), problems };
}

function eventOf(place: Place, id: string, title: string): ChronologyEvent {
  return {
    id,
    title,
    date: readDateText(place, 'date', 'the event is undated'),
    reported: readDateText(place, 'reported'),
    summary: readText(place, 'summary'),
    note: readText(place, 'note'),
    actors: readList(place, 'actors', (item, tell) => participationOf(item, tell, place.readDate)),
    topics: readIds(place, 'topics'),
    type: readText(place, 'type'),
    place: readText(place, 'place'),
    status: readText(place, 'status'),
    confidence: readText(place, 'confidence'),
    sources: readList(place, 'sources', (item, tell) => sourceOf(item, tell, place.readDate)),
    disagreements: readTexts(place, 'disagreements'),
    related: readIds(place, 'related'),
  };
}

function participationOf(item: unknown, tell: Tell, dates: DateReader): Participation | null {
  if (!isFields(item)) {
    const id = asId(item, '', tell);
    return id === null ? null : { id, role: null };
  }
  const id = asId(own(item, 'id'), 'id', tell);
  return id === null ? null : { id, role: readText({ fields: item, tell, readDate: dates }, 'role') };
}

function sourceOf(item: unknown, tell: Tell, dates: DateReader): Source | null {
  if (!isFields(item)) {
    tell('', item, `is ${sortOf(item)}, not an object: ${IGNORED}`, 'use { "title": …, "url": … }');
    return null;
  }
  const place: Place = { fields: item, tell, readDate: dates };
  const url = readUrl(place, 'url');
  const publisher = readText(place, 'publisher');
  const standIn = url ?? publisher;
  const title = readRequired(
    place,
    'title',
    standIn === null ? 'the source is left out' : 'its address or publisher stands in',
  );
  if (title === null && standIn === null) return null;
  return {
    title: title ?? standIn ?? '',
    url,
    publisher,
    date: readDateText(place, 'date'),
    tier: readChoice(place, 'tier', TIERS),
    supports: readText(place, 'supports'),
    language: readLanguage(place, 'language'),
    origin: readText(place, 'origin'),
  };
}
