import { readDate } from '../../domain/date';
import type { Reading } from '../../domain/written-date';
import type { Fields } from '../../domain/parsing/field';
import { spanOf } from './date-parts';
import type { Fault, Found, Spot } from './format';
import { htmlText } from './html-text';
import { undated } from './json-part';
import { looseDate } from './loose-date';
import { ownKeys, textOf } from './own-keys';
import { simileDate } from './simile-date';

/** Shorter names that SIMILE has for its attributes. */
const SHORT: Readonly<Record<string, string>> = {
  s: 'start',
  e: 'end',
  ls: 'latestStart',
  ee: 'earliestEnd',
  d: 'description',
  de: 'durationEvent',
  t: 'title',
  c: 'classname',
  eid: 'eventID',
};
const BOUNDS = ['start', 'latestStart', 'earliestEnd', 'end'] as const;
/** What it does not know itself it leaves to the browser, which takes the month first. */
const AMERICAN: Reading = { order: 'month first', numbers: null };
const USED = new Set(['id', 'title', 'description', 'link', 'start', 'end']);

/**
 * An event of SIMILE Timeline, of its attributes by name (`description` being what stands between its tags). `lasts`: whether
 * one with an end and without a word on it goes on from start to end, as in JSON; in XML such a one is a moment somewhere
 * between. A moment between two bounds is one of a set, `[1963..1964]`; of what lasts, a bound that is not sure is approximate,
 * `1963~/1964`, and `latestStart` and `earliestEnd` go along as the file has them.
 */
export function simileEvent(given: Fields, spot: Spot, lasts: boolean): Found {
  const fields = Object.fromEntries(Object.entries(given).map(([key, value]) => [SHORT[key] ?? key, value]));
  const faults: Fault[] = [];
  const bounds = new Map<string, string>();
  for (const field of BOUNDS) {
    const found = textOf(fields[field]);
    const known = found === null ? null : simileDate(found);
    const read = looseDate(known ?? found, field, 'it is ignored', spot, AMERICAN);
    faults.push(...read.faults);
    if (read.date !== undefined) bounds.set(field, read.date);
  }
  if (bounds.size === 0 && faults.length === 0) faults.push(undated('start', spot));
  const dated = dateOf(bounds, durationOf(fields) ?? lasts, spot);
  const description = htmlText(textOf(fields.description) ?? '');
  const title = htmlText(textOf(fields.title) ?? textOf(fields.caption) ?? textOf(fields.hoverText) ?? '').text;
  const link = textOf(fields.link);
  const sources = [...(link === null ? [] : [{ url: link, text: title }]), ...description.links];
  return {
    kind: 'event',
    spot,
    faults: [...faults, ...dated.faults],
    event: {
      id: textOf(fields.id) ?? textOf(fields.eventID) ?? undefined,
      title: title === '' ? firstLine(description.text) : title,
      date: dated.date,
      summary: description.text === '' ? undefined : description.text,
      sources:
        sources.length === 0 ? undefined : sources.map(({ url, text }) => ({ title: text === '' ? url : text, url })),
      ...ownKeys(fields, USED),
    },
  };
}

function firstLine(text: string): string | undefined {
  const [line] = text.split('\n', 1);
  return line === '' ? undefined : line;
}

/** What the event says itself; null when nothing. */
function durationOf({ isDuration, durationEvent }: Fields): boolean | null {
  const said = durationEvent ?? isDuration;
  if (typeof said === 'boolean') return said;
  const word = textOf(said)?.toLowerCase();
  return word === 'true' ? true : word === 'false' ? false : null;
}

function dateOf(
  bounds: ReadonlyMap<string, string>,
  lasts: boolean,
  spot: Spot,
): { readonly date: string | undefined; readonly faults: readonly Fault[] } {
  const all = BOUNDS.flatMap((field) => bounds.get(field) ?? []);
  const begin = bounds.get('start') ?? bounds.get('latestStart') ?? all.at(0);
  if (begin === undefined) return { date: undefined, faults: [] };
  const end = bounds.get('end') ?? bounds.get('earliestEnd');
  if (lasts && end !== undefined) {
    const from = isUnsure(begin, bounds.get('latestStart')) ? approximate(begin) : begin;
    const to = isUnsure(end, bounds.get('earliestEnd')) ? approximate(end) : end;
    return spanOf(from, to, 'end', spot);
  }
  const last = bounds.get('end') ?? bounds.get('latestStart') ?? end ?? begin;
  if (last === begin) return { date: begin, faults: [] };
  const set = `[${begin}..${last}]`;
  return readDate(set).ok ? { date: set, faults: [] } : spanOf(begin, last, 'end', spot);
}

function isUnsure(bound: string, other: string | undefined): boolean {
  return other !== undefined && other !== bound;
}

/** EDTF calls no time of day approximate: then its day is. */
function approximate(date: string): string {
  return `${date.replace(/T.*/, '')}~`;
}
