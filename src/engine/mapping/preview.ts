import { readDate, type EventDate } from '../../domain/date';
import { isFields, type Fields } from '../../domain/parsing/field';
import type { Fault } from '../formats/format';
import { mappedRows } from './mapped-rows';
import type { Mapping, Survey } from './mapping';

const EVENTS = 10;

/** An event as it would be. */
export interface PreviewEvent {
  readonly title: string;
  /** Null when undated; views say it in words. */
  readonly date: EventDate | null;
  readonly reported: EventDate | null;
  readonly summary: string | null;
  readonly actors: readonly string[];
  readonly topics: readonly string[];
  readonly type: string | null;
  readonly place: string | null;
  readonly sources: readonly { readonly title: string; readonly url: string | null }[];
}

/** What the first rows of a table would give. */
export interface Preview {
  /** Ten at most. */
  readonly events: readonly PreviewEvent[];
  /** Rows looked at, 200 at most, and what they give. */
  readonly rows: number;
  readonly dated: number;
  readonly undated: number;
  readonly leftOut: number;
  /** In the order of the rows. */
  readonly problems: readonly Fault[];
}

/** What `survey.first` gives with `mapping`; pure, and quick enough to be asked anew for each change. */
export function preview(survey: Survey, mapping: Mapping): Preview {
  const reader = mappedRows(survey, mapping);
  const events: PreviewEvent[] = [];
  const problems: Fault[] = [];
  let dated = 0;
  let undated = 0;
  let leftOut = 0;
  for (const [index, cells] of survey.first.entries()) {
    for (const found of reader.row({ cells, spot: survey.firstSpots[index] })) {
      if (found.kind === 'fault') {
        problems.push(found.fault);
        leftOut += 1;
      }
      if (found.kind !== 'event') continue;
      problems.push(...(found.faults ?? []));
      if (found.event.date === undefined) undated += 1;
      else dated += 1;
      if (events.length < EVENTS) events.push(eventOf(found.event));
    }
  }
  return { events, rows: survey.first.length, dated, undated, leftOut, problems };
}

function eventOf(event: Fields): PreviewEvent {
  return {
    title: text(event.title) ?? '',
    date: date(event.date),
    reported: date(event.reported),
    summary: text(event.summary),
    actors: list(event.actors).flatMap((each) => text(each) ?? []),
    topics: list(event.topics).flatMap((each) => text(each) ?? []),
    type: text(event.type),
    place: text(event.place),
    sources: list(event.sources).flatMap((each) =>
      isFields(each) ? [{ title: text(each.title) ?? '', url: text(each.url) }] : [],
    ),
  };
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function date(value: unknown): EventDate | null {
  const reading = typeof value === 'string' ? readDate(value) : null;
  return reading?.ok === true ? reading.date : null;
}
