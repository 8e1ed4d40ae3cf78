import { DAY_MS, dayOf, type Instant } from '../../domain/calendar';
import type { Actor } from '../../domain/dataset';
import { readDate, type EventDate } from '../../domain/date';
import type { ChronologyEvent } from '../../domain/event';
import { foldText } from '../search/text/tokens';
import { Scanner } from '../search/text/scanner';
import { alikeActors } from './alike';
import { CHECKS, type CheckKind, type Finding } from './finding';
import { nearlySame } from './likeness';

/** Events looked at between two pauses: a few milliseconds. */
const FEW = 200;
/** So many times as many as any day would get count as a pile, from LEAST on. */
const TIMES = 3;
const LEAST = 3;

/** What is looked at: events by row, in time order. */
export interface Checked {
  readonly count: number;
  readonly actors: readonly Actor[];
  event(row: number): ChronologyEvent;
  /** Rows of events whose end was said to be before their beginning; it is not among their dates now. */
  readonly endingEarly: readonly number[];
  /** Rows in which the actor at an index of `actors` takes part. */
  rowsOf(actor: number): readonly number[];
}

/**
 * What looks wrong in events that could be read, in a fixed order of kinds; `now` tells what lies in the future. In slices: yields
 * the number of events looked at. Every event is decoded once.
 */
export function* checking(checked: Checked, now: Instant): Generator<number, readonly Finding[]> {
  const rows: Record<CheckKind, number[]> = {
    'first-of-january': [],
    'first-of-month': [],
    'ends-early': [...checked.endingEarly],
    future: [],
    'source-too-old': [],
    'near-duplicate': [],
    'no-source': [],
  };
  const scanner = new Scanner();
  let exact = 0;
  let day: Day = { from: Infinity, rows: [], titles: [] };
  for (let row = 0; row < checked.count; row += 1) {
    if (row % FEW === 0) yield row;
    const event = checked.event(row);
    const date = dateOf(event.date);
    if (event.sources.length === 0) rows['no-source'].push(row);
    if (date === null) continue;
    if (date.earliest > now) rows.future.push(row);
    if (isOlder(event, date)) rows['source-too-old'].push(row);
    if (isDay(date)) {
      exact += 1;
      if (day.from !== date.earliest) {
        rows['near-duplicate'].push(...alikeOf(day));
        day = { from: date.earliest, rows: [], titles: [] };
      }
      day.rows.push(row);
      day.titles.push(foldText(event.title, scanner));
      const first = firstOf(date.earliest);
      if (first !== null) rows[first].push(row);
    }
  }
  rows['near-duplicate'].push(...alikeOf(day));
  if (!isPile(rows['first-of-january'].length, exact / 365)) rows['first-of-january'] = [];
  if (!isPile(rows['first-of-month'].length, (exact * 11) / 365)) rows['first-of-month'] = [];
  yield checked.count;
  const found: Finding[] = [];
  for (const kind of CHECKS) if (rows[kind].length > 0) found.push({ kind, rows: rows[kind], actors: [] });
  for (const actors of alikeActors(checked.actors)) {
    const concerned = new Set(actors.flatMap((actor) => checked.rowsOf(actor)));
    if (concerned.size > 0) found.push({ kind: 'same-actor', rows: [...concerned].sort((a, b) => a - b), actors });
  }
  return found;
}

/** The events of one day. */
interface Day {
  readonly from: Instant;
  readonly rows: number[];
  /** Folded. */
  readonly titles: string[];
}

function alikeOf({ rows, titles }: Day): number[] {
  return rows.length < 2 ? [] : nearlySame(titles).map((at) => rows[at]);
}

function dateOf(text: string | null): EventDate | null {
  const reading = text === null ? null : readDate(text);
  return reading?.ok === true ? reading.date : null;
}

/** Whether it is a single day, and certain to be. */
function isDay({ kind, precision, earliest, latest, uncertain, approximate }: EventDate): boolean {
  return kind === 'point' && precision === 'day' && latest - earliest === DAY_MS && !uncertain && !approximate;
}

/** Which sort of first day it is: of a year, or of another month. */
function firstOf(instant: Instant): 'first-of-january' | 'first-of-month' | null {
  const { month, day } = dayOf(instant);
  if (day !== 1) return null;
  return month === 1 ? 'first-of-january' : 'first-of-month';
}

function isPile(count: number, expected: number): boolean {
  return count >= LEAST && count > expected * TIMES;
}

/** Whether a source came out, all of it, before anything of the event was. */
function isOlder({ sources }: ChronologyEvent, { earliest }: EventDate): boolean {
  return sources.some(({ date }) => {
    const published = dateOf(date);
    return published !== null && published.latest <= earliest;
  });
}
