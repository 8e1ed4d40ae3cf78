import type { Problem } from '../dataset';
import { isDeeper } from './depth';
import type { ChronologyEvent, Participation, Source } from '../event';
import { LIMITS } from '../limits';
import { readDate } from '../date';
import type { DateReader } from './date';
import {
  asChoice,
  asDate,
  asLanguage,
  asRequired,
  asText,
  asUrl,
  IGNORED,
  isFields,
  type Fields,
  type Tell,
} from './field';
import { asId, asIds, asList, asTexts } from './list';
import { cutText, quote, sortOf } from '../quote';

const LEFT_OUT = 'the event is left out';
const TIERS = ['primary', 'press', 'copy'] as const;

/**
 * The event that `raw` describes, and what was left out or altered to get it, in the order of the fields. The event is
 * null when `raw` is no object, nests too deep, or lacks an id or a title. Knows nothing of other events or of actors:
 * whether ids resolve is for others to say. `isShallow`: it is known not to nest too deep. Never throws.
 */
export function readEvent(
  raw: unknown,
  index: number,
  dates: DateReader = readDate,
  isShallow = false,
): { readonly event: ChronologyEvent | null; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const tell: Tell = (field, found, reason, remedy) => {
    problems.push({ index, eventId: givenId(raw), field, found: quote(found), reason, remedy });
  };
  if (!isFields(raw)) {
    tell('', raw, `is ${sortOf(raw)}, not an object: ${LEFT_OUT}`, 'use { "id": …, "title": …, "date": … }');
    return { event: null, problems };
  }
  if (!isShallow && isDeeper(raw, LIMITS.depth)) {
    tell('', raw, `nests more than ${LIMITS.depth} levels deep: ${LEFT_OUT}`, 'flatten it');
    return { event: null, problems };
  }
  const id = asId(raw.id ?? undefined, 'id', tell, LEFT_OUT);
  const title = asRequired(raw.title, 'title', tell, LEFT_OUT);
  return { event: id === null || title === null ? null : eventOf(raw, id, title, tell, dates), problems };
}

/** The id of an event of which something is told, as far as it has one. */
function givenId(raw: unknown): string | null {
  const id = isFields(raw) ? raw.id : null;
  return typeof id === 'string' && id !== '' ? cutText(id, LIMITS.text) : null;
}

function eventOf(raw: Fields, id: string, title: string, tell: Tell, dates: DateReader): ChronologyEvent {
  return {
    id,
    title,
    date: asDate(raw.date, 'date', tell, dates, 'the event is undated'),
    reported: asDate(raw.reported, 'reported', tell, dates),
    summary: asText(raw.summary, 'summary', tell),
    note: asText(raw.note, 'note', tell),
    actors: asList(raw.actors, 'actors', tell, participationOf),
    topics: asIds(raw.topics, 'topics', tell),
    type: asText(raw.type, 'type', tell),
    place: asText(raw.place, 'place', tell),
    status: asText(raw.status, 'status', tell),
    confidence: asText(raw.confidence, 'confidence', tell),
    sources: asList(raw.sources, 'sources', tell, (item, tellItem) => sourceOf(item, tellItem, dates)),
    disagreements: asTexts(raw.disagreements, 'disagreements', tell),
    related: asIds(raw.related, 'related', tell),
  };
}

function participationOf(item: unknown, tell: Tell): Participation | null {
  if (!isFields(item)) {
    const id = asId(item, '', tell);
    return id === null ? null : { id, role: null };
  }
  const id = asId(item.id ?? undefined, 'id', tell);
  return id === null ? null : { id, role: asText(item.role, 'role', tell) };
}

function sourceOf(item: unknown, tell: Tell, dates: DateReader): Source | null {
  if (!isFields(item)) {
    tell('', item, `is ${sortOf(item)}, not an object: ${IGNORED}`, 'use { "title": …, "url": … }');
    return null;
  }
  const url = asUrl(item.url, 'url', tell);
  const publisher = asText(item.publisher, 'publisher', tell);
  const standIn = url ?? publisher;
  const title = asRequired(
    item.title,
    'title',
    tell,
    standIn === null ? 'the source is left out' : 'its address or publisher stands in',
  );
  if (title === null && standIn === null) return null;
  return {
    title: title ?? standIn ?? '',
    url,
    publisher,
    date: asDate(item.date, 'date', tell, dates),
    tier: asChoice(item.tier, 'tier', tell, TIERS),
    supports: asText(item.supports, 'supports', tell),
    language: asLanguage(item.language, 'language', tell),
    origin: asText(item.origin, 'origin', tell),
  };
}
