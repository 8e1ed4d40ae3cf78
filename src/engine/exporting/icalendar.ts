import { wordsOf } from '../../domain/citing/parts';
import { plainSource } from '../../domain/citing/plain';
import type { ChronologyEvent } from '../../domain/event';
import { grouped } from '../../domain/limits';
import { cutText, oneLine } from '../../domain/quote';
import { folded, property, stamp } from './ical-lines';
import { placed } from './ical-dates';
import { selected, type Piece, type Selection } from './selection';

/**
 * A calendar (RFC 5545). Days are whole days, times are UTC. What a calendar cannot say stands in properties of its own,
 * so that nothing of an event is lost but keys that the format does not know:
 *
 * - `X-DATELINE-ID`, `X-DATELINE-REPORTED`, `X-DATELINE-NOTE`, `X-DATELINE-TYPE`, `X-DATELINE-STATUS`,
 *   `X-DATELINE-CONFIDENCE`: texts; `X-DATELINE-DISAGREEMENT`, `X-DATELINE-RELATED`: a text each, as often as need be;
 * - `X-DATELINE-DATE`: the date in EDTF, where DTSTART and DTEND say it less exactly or not at all;
 * - `X-DATELINE-SUMMARY`: the summary, be it empty, where DESCRIPTION holds more than that or could be taken for HTML;
 * - `X-DATELINE-PLACE`: the place, where LOCATION may not stand;
 * - `X-DATELINE-TITLE`, `X-DATELINE-PLACE`: where white space in them means something only here;
 * - `X-DATELINE-ACTOR`, `X-DATELINE-TOPIC`, `X-DATELINE-SOURCE`: JSON, as in the file; an actor and a topic with its `name`.
 *
 * An event that no calendar can date, undated or before the year 1, is a journal entry without a date.
 */
export function* icalendar(selection: Selection): Generator<Piece, readonly string[]> {
  const { chronology, sentence, link, now } = selection;
  const writer = new EventLines(selection);
  const head = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Dateline//Dateline//EN',
    'CALSCALE:GREGORIAN',
    property('NAME', chronology.title),
    property('X-WR-CALNAME', chronology.title),
    property('DESCRIPTION', sentence),
    `URL:${uri(link)}`,
  ];
  yield { data: head.map(folded).join(''), done: 0 };
  for (const { event, done } of selected(selection)) {
    yield { data: writer.of(event, stamp(now)).map(folded).join(''), done };
  }
  yield { data: folded('END:VCALENDAR'), done: selection.rows.count };
  const { journal } = writer;
  if (journal === 0) return [];
  const events = journal === 1 ? 'One event' : `${grouped(journal)} events`;
  return [
    `${events} without a date that a calendar can hold went along as journal entries: many calendars do not show them.`,
  ];
}

class EventLines {
  /** Events that were not dated so far. */
  journal = 0;
  readonly #selection: Selection;
  readonly #names: { readonly actors: ReadonlyMap<string, string>; readonly topics: ReadonlyMap<string, string> };
  readonly #domain: string;

  constructor(selection: Selection) {
    const { actors, topics, title } = selection.chronology;
    this.#selection = selection;
    this.#names = {
      actors: new Map(actors.map(({ id, name }) => [id, name])),
      topics: new Map(topics.map(({ id, name }) => [id, name])),
    };
    this.#domain = cutText(title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-'), 60);
  }

  of(event: ChronologyEvent, now: string): readonly string[] {
    const { lines: dates, told } = placed(event.date);
    const isJournal = dates.length === 0;
    if (isJournal) this.journal += 1;
    const kind = isJournal ? 'VJOURNAL' : 'VEVENT';
    const description = this.#describe(event, told);
    const text = (name: string, value: string | null): readonly string[] =>
      value === null ? [] : [property(name, value)];
    const isSummary = description === event.summary && !/^\s|<|\s$/.test(event.summary ?? '');
    const topics = event.topics.map((id) => ({ id, name: this.#names.topics.get(id) ?? id }));
    return [
      `BEGIN:${kind}`,
      property('UID', this.#uid(event.id)),
      `DTSTAMP:${now}`,
      ...dates,
      property('SUMMARY', event.title),
      ...text('DESCRIPTION', description),
      ...(isJournal ? [] : text('LOCATION', event.place)),
      ...topics.map(({ name }) => property('CATEGORIES', name)),
      ...(isJournal ? [] : ['TRANSP:TRANSPARENT']),
      ...urlOf(event),
      ...event.related.map((id) => property('RELATED-TO', this.#uid(id))),
      property('X-DATELINE-ID', event.id),
      ...text('X-DATELINE-TITLE', event.title === oneLine(event.title) ? null : event.title),
      ...text('X-DATELINE-PLACE', isJournal || event.place !== event.place?.trim() ? event.place : null),
      ...text('X-DATELINE-DATE', told ? null : event.date),
      ...text('X-DATELINE-REPORTED', event.reported),
      ...text('X-DATELINE-SUMMARY', isSummary ? null : (event.summary ?? '')),
      ...text('X-DATELINE-NOTE', event.note),
      ...text('X-DATELINE-TYPE', event.type),
      ...text('X-DATELINE-STATUS', event.status),
      ...text('X-DATELINE-CONFIDENCE', event.confidence),
      ...event.actors.map(({ id, role }) => json('ACTOR', { id, name: this.#names.actors.get(id) ?? id, role })),
      ...topics.map((topic) => json('TOPIC', topic)),
      ...event.disagreements.map((account) => property('X-DATELINE-DISAGREEMENT', account)),
      ...event.related.map((id) => property('X-DATELINE-RELATED', id)),
      ...event.sources.map((source) => json('SOURCE', source)),
      `END:${kind}`,
    ];
  }

  /** Names are of one calendar only: elsewhere another event may have the same id. */
  #uid(id: string): string {
    return `${id}@${this.#domain}.dateline`;
  }

  /** All that people should read of the event, its date in words where the calendar shows it less exactly. */
  #describe(event: ChronologyEvent, told: boolean): string | null {
    const { phrases } = this.#selection;
    const sources = event.sources.map((source) => `- ${plainSource(source, phrases)}`);
    const parts = [
      told ? null : wordsOf(event.date, phrases),
      event.summary,
      event.note === null ? null : `Note: ${event.note}`,
      event.disagreements.length === 0
        ? null
        : ['Accounts differ:', ...event.disagreements.map((account) => `- ${account}`)].join('\n'),
      sources.length === 0 ? null : ['Sources:', ...sources].join('\n'),
    ].filter((part) => part !== null);
    return parts.length === 0 ? null : parts.join('\n\n');
  }
}

function urlOf({ sources }: ChronologyEvent): readonly string[] {
  const url = sources.find((source) => source.url !== null)?.url ?? null;
  return url === null ? [] : [`URL:${uri(url)}`];
}

function json(name: string, value: object): string {
  return property(
    `X-DATELINE-${name}`,
    JSON.stringify(value, (_, each: unknown) => each ?? undefined),
  );
}

function uri(address: string): string {
  return address.replace(/[\s\p{Cc}]/gu, (sign) => encodeURIComponent(sign));
}
