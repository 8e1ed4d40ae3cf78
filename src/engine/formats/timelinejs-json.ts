import { readDate } from '../../domain/date';
import { isFields, type Fields } from '../../domain/parsing/field';
import { spanOf } from './date-parts';
import type { Fault, Found, Spot } from './format';
import { type HtmlLink, htmlText } from './html-text';
import type { ItemReader, JsonFormat } from './json-format';
import { noObject, undated } from './json-part';
import { ownKeys, textOf } from './own-keys';
import { dateOfParts, oldDate, type TimelineJsDate } from './timelinejs-date';

const NAME = 'TimelineJS JSON';
/** Of what has no place of its own in the file. */
const NOWHERE: Spot = { line: 0, column: 0 };
const USED = new Set(['unique_id', 'end_date', 'text', 'group']);
const OLD_USED = new Set(['startDate', 'endDate', 'headline', 'text', 'tag']);

/** Slides are events, their group a topic, links and media their sources; eras are events of the type `era`; the title slide is the head. */
export const timelinejsJson: JsonFormat = {
  name: NAME,
  path: ['events'],
  recognises: (first) => first.some((item) => isFields(item) && isSlide(item)),
  reader: () => new Slides(),
};

/** Its slides alone, in a list. */
export const timelinejsList: JsonFormat = { ...timelinejsJson, path: [] };

/** As drafts of its present form had them: `{ "timeline": { "slides": [ … ] } }`. */
export const timelinejsSlides: JsonFormat = { ...timelinejsJson, path: ['timeline', 'slides'] };
export const timelinejsEvents: JsonFormat = { ...timelinejsJson, path: ['timeline', 'events'] };

/** As TimelineJS wrote it before 2015: `{ "timeline": { "date": [ … ] } }`. */
export const timelinejsOldJson: JsonFormat = {
  name: NAME,
  path: ['timeline', 'date'],
  recognises: (first) => first.some((item) => isFields(item) && 'startDate' in item),
  reader: () => new OldSlides(),
};

function isSlide(item: Fields): boolean {
  if ('title' in item) return false;
  return 'start_date' in item || (isFields(item.date) && 'year' in item.date && isFields(item.text));
}

class Slides implements ItemReader {
  *item(item: unknown, spot: Spot): Generator<Found> {
    if (isFields(item)) yield slideEvent(item, spot, {});
    else yield { kind: 'fault', fault: noObject(item, spot) };
  }

  *end(rest: Fields): Generator<Found> {
    const { title, eras } = isFields(rest.timeline) ? rest.timeline : rest;
    const text = isFields(title) && isFields(title.text) ? title.text : {};
    yield* headOf(text.headline, text.text);
    for (const era of Array.isArray(eras) ? eras : [])
      if (isFields(era)) yield slideEvent(era, NOWHERE, { type: 'era' });
  }
}

class OldSlides implements ItemReader {
  *item(item: unknown, spot: Spot): Generator<Found> {
    if (isFields(item)) yield oldEvent(item, spot, {});
    else yield { kind: 'fault', fault: noObject(item, spot) };
  }

  *end({ timeline }: Fields): Generator<Found> {
    if (!isFields(timeline)) return;
    yield* headOf(timeline.headline, timeline.text);
    const eras = Array.isArray(timeline.era) ? timeline.era : [];
    for (const era of eras) if (isFields(era)) yield oldEvent(era, NOWHERE, { type: 'era' });
  }
}

function* headOf(headline: unknown, text: unknown): Generator<Found> {
  const title = plainText(headline).text;
  const description = plainText(text).text;
  if (title + description === '') return;
  yield {
    kind: 'head',
    fields: { title: title === '' ? undefined : title, description: description === '' ? undefined : description },
  };
}

function slideEvent(item: Fields, spot: Spot, more: Fields): Found {
  const start = !('start_date' in item) && isFields(item.date) ? 'date' : 'start_date';
  const used = new Set([...USED, start]);
  const text = isFields(item.text) ? item.text : { headline: item.text };
  const media = isFields(item.media) ? item.media : {};
  return slide(
    { headline: text.headline, text: text.text, media: media.url, caption: media.caption, credit: media.credit },
    dated(dateOfParts(item[start]), dateOfParts(item.end_date), [start, 'end_date'], spot),
    spot,
    { id: textOf(item.unique_id) ?? undefined, topics: topicsOf(item.group), ...more, ...ownKeys(item, used) },
  );
}

function oldEvent(item: Fields, spot: Spot, more: Fields): Found {
  const asset = isFields(item.asset) ? item.asset : {};
  return slide(
    { headline: item.headline, text: item.text, media: asset.media, caption: asset.caption, credit: asset.credit },
    dated(oldDate(item.startDate), oldDate(item.endDate), ['startDate', 'endDate'], spot),
    spot,
    { topics: topicsOf(item.tag), ...more, ...ownKeys(item, OLD_USED) },
  );
}

function slide(
  { headline, text, media, caption, credit }: Fields,
  { date, faults }: { readonly date: string | undefined; readonly faults: readonly Fault[] },
  spot: Spot,
  more: Fields,
): Found {
  const head = plainText(headline);
  const body = plainText(text);
  const under = plainText(caption);
  const by = plainText(credit);
  const [firstLine] = body.text.split('\n', 1);
  const said = [head.text, firstLine, under.text].find((each) => each !== '');
  const topics: readonly unknown[] = Array.isArray(more.topics) ? more.topics : [];
  const standIn = [more.type === 'era' ? 'Era' : '', ...topics, date ?? ''].filter((each) => each !== '').join(', ');
  const told = said === undefined && standIn !== '' ? [untitled(spot)] : [];
  const shown = textOf(media);
  const links: HtmlLink[] = [...head.links, ...body.links, ...under.links, ...by.links];
  if (shown !== null && /^https?:\/\//i.test(shown)) links.push({ url: shown, text: under.text || by.text });
  const sources = [...new Map(links.map(({ url, text: words }) => [url, { title: words || url, url }])).values()];
  const event = {
    title: said ?? (standIn || undefined),
    date,
    summary: body.text || undefined,
    sources: sources.length > 0 ? sources : undefined,
    ...more,
  };
  return { kind: 'event', event, spot, faults: [...faults, ...told] };
}

function untitled(spot: Spot): Fault {
  const reason = 'is missing: its date and group stand in';
  return { ...spot, field: 'headline', found: undefined, reason, remedy: 'give it a headline', leftOut: false };
}

function dated(
  begin: TimelineJsDate,
  end: TimelineJsDate,
  [beginField, endField]: readonly [string, string],
  spot: Spot,
): { readonly date: string | undefined; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [
    ...unread(begin, beginField, 'the event is undated', spot),
    ...unread(end, endField, 'the beginning alone is kept', spot),
  ];
  const from = checked(begin, beginField, spot, faults);
  const to = checked(end, endField, spot, faults);
  if (from === null && to === null && faults.length === 0) faults.push(undated(beginField, spot));
  if (from === null) return { date: to ?? undefined, faults };
  const span = spanOf(from, to, endField, spot);
  return { date: span.date, faults: [...faults, ...span.faults] };
}

/** The date; the year alone, told, where the calendar has no such date. */
function checked(given: TimelineJsDate, field: string, spot: Spot, faults: Fault[]): string | null {
  const date = 'date' in given ? given.date : null;
  const reading = date === null ? null : readDate(date);
  if (date === null || reading === null || reading.ok) return date;
  const year = date.slice(0, date.startsWith('-') ? 5 : 4);
  const reason = `is not a date (${reading.reason}): the year is kept`;
  faults.push({ ...spot, field, found: date, reason, remedy: reading.remedy, leftOut: false });
  return year;
}

function unread(date: TimelineJsDate, field: string, effect: string, spot: Spot): readonly Fault[] {
  if ('date' in date) return [];
  const remedy = 'write year, month and day as numbers';
  return [{ ...spot, field, found: date.found, reason: `is not a date: ${effect}`, remedy, leftOut: false }];
}

function topicsOf(group: unknown): readonly string[] | undefined {
  const topic = plainText(group).text;
  return topic === '' ? undefined : [topic];
}

function plainText(value: unknown): ReturnType<typeof htmlText> {
  return htmlText(textOf(value) ?? '');
}
