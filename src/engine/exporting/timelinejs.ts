import { DAY_MS, type Instant } from '../../domain/calendar';
import { dateOf } from '../../domain/citing/parts';
import type { DatePoint, EventDate } from '../../domain/date';
import { dateWords } from '../../domain/date-words';
import type { ChronologyEvent } from '../../domain/event';
import { grouped } from '../../domain/limits';
import { oneLine } from '../../domain/quote';
import { momentOf } from './clock';
import { escapedHtml, htmlLink } from './html-text';
import { paragraphsIn } from './memo';
import { selected, type Piece, type Selection } from './selection';

/** Years beyond it, on either side, need its cosmological scale, which knows years alone. */
const FARTHEST_YEAR = 270_000;

/** A date by its parts, as many as are known. A year before 1 is counted as historians do: -1 is 1 BC. */
interface Parts {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
  readonly millisecond?: number;
}

interface Dates {
  readonly start_date: Parts;
  readonly end_date?: Parts;
  readonly display_date?: string;
}

/**
 * A chronology for TimelineJS: a title slide, and a slide for each dated event with its beginning and end as exactly as
 * known, the date in words where these do not say it, the first topic as its group, summary and sources as its text.
 */
export function* timelineJs(selection: Selection): Generator<Piece, readonly string[]> {
  const { chronology, phrases, link, sentence, rows } = selection;
  const topics = new Map(chronology.topics.map(({ id, name }) => [id, name]));
  const about = [
    ...paragraphsIn(chronology.description).map(escapedHtml),
    `${escapedHtml(sentence)}. ${htmlLink('This view', link)}`,
  ];
  const title = { text: { headline: escapedHtml(oneLine(chronology.title)), text: paragraphs(about) } };
  yield { data: `{"title":${JSON.stringify(title)},\n"events":[`, done: 0 };
  const actors = new Map(chronology.actors.map(({ id, name }) => [id, name]));
  let undated = 0;
  let written = 0;
  let isFar = false;
  for (const { event, done } of selected(selection)) {
    const date = dateOf(event.date);
    const dates = date === null ? null : datesOf(date, dateWords(date, phrases, 'short'));
    if (dates === null) undated += 1;
    else written += 1;
    isFar ||=
      dates !== null && [dates.start_date, dates.end_date].some((part) => Math.abs(part?.year ?? 0) > FARTHEST_YEAR);
    const topic = event.topics.at(0);
    const slide = {
      ...dates,
      unique_id: event.id,
      // It puts this, too, into the page as HTML.
      group: topic === undefined ? undefined : escapedHtml(topics.get(topic) ?? topic),
      text: { headline: escapedHtml(oneLine(event.title)), text: paragraphs(linesOf(event, actors)) },
    };
    yield { data: dates === null ? '' : `${written === 1 ? '' : ','}\n${JSON.stringify(slide)}`, done };
  }
  yield { data: `\n]${isFar ? ',"scale":"cosmological"' : ''}}\n`, done: rows.count };
  if (undated === 0) return [];
  const events = undated === 1 ? 'One event' : `${grouped(undated)} events`;
  return [`${events} without a date that TimelineJS can show ${undated === 1 ? 'is' : 'are'} left out.`];
}

/** Null when it has no bound to begin at. */
function datesOf(date: EventDate, words: string): Dates | null {
  const { kind, begin, end, uncertain, approximate, earliest, latest } = date;
  const isTold = !uncertain && !approximate;
  if (kind === 'point' && isPlain(begin)) {
    return { start_date: partsOf(begin), ...(isTold ? {} : { display_date: words }) };
  }
  if (kind === 'span' && isPlain(begin) && isPlain(end)) {
    return { start_date: partsOf(begin), end_date: partsOf(end), ...(isTold ? {} : { display_date: words }) };
  }
  const [from, to] = [
    Number.isFinite(earliest) ? earliest : latest - DAY_MS,
    Number.isFinite(latest) ? latest : earliest + 1,
  ];
  if (!Number.isFinite(from) || !Number.isFinite(to)) return null;
  return { start_date: dayParts(from), end_date: dayParts(to - 1), display_date: words };
}

/** Whether year, month, day and time, as far as they go, say the point. */
function isPlain({ bound, mask, precision }: DatePoint): boolean {
  return bound === 'known' && mask === null && !['millennium', 'century', 'decade', 'season'].includes(precision);
}

function partsOf({ earliest, precision }: DatePoint): Parts {
  const { year, month, day, hour, minute, second, millisecond } = momentOf(earliest);
  const known: Parts = { year: historical(year) };
  if (precision === 'year') return known;
  if (precision === 'month') return { ...known, month };
  if (precision === 'day') return { ...known, month, day };
  if (precision === 'hour') return { ...known, month, day, hour };
  if (precision === 'minute') return { ...known, month, day, hour, minute };
  if (precision === 'second') return { ...known, month, day, hour, minute, second };
  return { ...known, month, day, hour, minute, second, millisecond };
}

function dayParts(instant: Instant): Parts {
  const { year, month, day } = momentOf(instant);
  return { year: historical(year), month, day };
}

function historical(year: number): number {
  return year <= 0 ? year - 1 : year;
}

function linesOf(event: ChronologyEvent, actors: ReadonlyMap<string, string>): readonly string[] {
  const people = event.actors.map(({ id, role }) => (actors.get(id) ?? id) + (role === null ? '' : ` (${role})`));
  const sources = event.sources.map(({ title, url }) => (url === null ? escapedHtml(title) : htmlLink(title, url)));
  return [
    ...paragraphsIn(event.summary).map(escapedHtml),
    ...paragraphsIn(event.note).map((text) => `Note: ${escapedHtml(text)}`),
    ...event.disagreements.map((text) => `Accounts differ: ${escapedHtml(text)}`),
    ...(people.length === 0 ? [] : [escapedHtml(`Actors: ${people.join(', ')}`)]),
    ...(sources.length === 0 ? [] : [`Sources: ${sources.join('; ')}`]),
  ];
}

function paragraphs(lines: readonly string[]): string {
  return lines.map((line) => `<p>${line}</p>`).join('');
}
