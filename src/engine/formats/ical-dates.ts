import ICAL from 'ical.js';
import { DAY_MS, type Instant } from '../../domain/calendar';
import type { Fault } from './format';
import type { Component } from './ical-components';
import { edtfOf, instantAt, momentOf, type Moment } from './ical-moment';
import type { Property } from './ical-property';
import type { Zones } from './ical-zones';

/** When a component is, its first occurrence when there are several. */
export interface Dates {
  /** Null when undated. */
  readonly begin: Moment | null;
  /** When it is over: the first moment after it. Null when nothing is said of it. */
  readonly end: Moment | null;
  /** What says a time that holds wherever one is; absent when nothing does. */
  readonly floating?: Property;
}

/** Takes note of something wrong with a property, or with the component itself. */
export type TellProperty = (property: Property | null, reason: string, remedy: string) => void;

const BEGINS = ['dtstart', 'due', 'completed'] as const;
const LONGEST_DURATION = 60;
const HOW = 'write 20240115, 20240115T100000Z, or TZID and 20240115T100000';

/** Faults of a component, gathered in `faults`. */
export function tellInto(faults: Fault[], component: Component): TellProperty {
  return (property, reason, remedy) => {
    const { line } = property ?? component;
    faults.push({
      line,
      column: 1,
      field: property?.name.toUpperCase() ?? '',
      found: property?.raw ?? undefined,
      reason,
      remedy,
      leftOut: false,
    });
  };
}

/** When `component` is; what of it could not be read is told. */
export function datesOf({ name, properties }: Component, zones: Zones, tell: TellProperty): Dates {
  const find = (wanted: string): Property | undefined => properties.find((property) => property.name === wanted);
  const first = BEGINS.map(find).find((property) => property !== undefined);
  if (first === undefined) {
    if (name === 'vevent') tell(null, 'has no DTSTART: the event is undated', 'add DTSTART');
    return { begin: null, end: null };
  }
  const begin = readMoment(first, first.raw, zones, tell);
  if (begin === null) {
    tell(first, 'is not a date: the event is undated', HOW);
    return { begin, end: null };
  }
  const end = endOf(begin, first, find, zones, tell);
  const isFloating = !begin.isDay && begin.zone === null && first.param('tzid') === null;
  return isFloating ? { begin, end, floating: first } : { begin, end };
}

/** The moment that `text`, a value of `property`, names there; of a zone that nobody knows without one, which is told. */
export function readMoment(property: Property, text: string, zones: Zones, tell: TellProperty): Moment | null {
  const id = property.param('tzid');
  const zone = id === null ? null : zones.find(id);
  const moment = momentOf(text, zone);
  if (moment !== null && !moment.isDay && moment.zone === null && id !== null)
    tell(
      property,
      `is in a time zone that is not known, ${JSON.stringify(id.slice(0, 60))}: it is read without one`,
      'describe it in a VTIMEZONE, or use a name such as Europe/Berlin',
    );
  return moment;
}

/** EDTF of what lasts from `begin` until `end`, moved so that it begins at `wall`. Null when no EDTF date reaches so far. */
export function extentText({ begin, end }: Dates, wall: Instant): string | null {
  if (begin === null) return null;
  const moved = { ...begin, wall };
  const first = edtfOf(moved);
  if (end === null || first === null) return first;
  const over = { ...end, wall: end.wall + wall - begin.wall };
  const last = begin.isDay || end.isDay ? lastDay(over) : over;
  if (begin.isDay ? last.wall <= wall : instantAt(over) <= instantAt(moved)) return first;
  const text = edtfOf(last);
  if (text === null) return null;
  return last.isDay && first.startsWith(text) ? first : `${first}/${text}`;
}

/** The day on which is over what is over at `moment`. */
function lastDay({ wall }: Moment): Moment {
  const last = wall - 1;
  return { isDay: true, wall: Math.floor(last / DAY_MS) * DAY_MS, zone: null };
}

function endOf(
  begin: Moment,
  first: Property,
  find: (name: string) => Property | undefined,
  zones: Zones,
  tell: TellProperty,
): Moment | null {
  const named = find('dtend') ?? (first.name === 'due' ? undefined : find('due'));
  if (named !== undefined) {
    const read = readMoment(named, named.raw, zones, tell);
    if (read === null) {
      tell(named, 'is not a date: the end is left out', HOW);
      return null;
    }
    // What is due on a day has all of that day.
    const end = read.isDay && named.name === 'due' ? { ...read, wall: read.wall + DAY_MS } : read;
    if (instantAt(end) >= instantAt(begin)) return end;
    tell(named, 'is before the beginning: the end is left out', 'correct one of the two');
    return null;
  }
  const duration = find('duration');
  if (duration === undefined) return null;
  const length = lengthOf(duration.raw);
  if (length === null) tell(duration, 'is not a duration: the end is left out', 'write PT1H30M, P2D or P1W');
  return length === null ? null : { ...begin, wall: begin.wall + length };
}

/** Milliseconds of a duration that does not go back; null when there is none, or none that a calendar holds. */
function lengthOf(text: string): number | null {
  if (text.length > LONGEST_DURATION) return null;
  try {
    const length = ICAL.Duration.fromString(text.toUpperCase()).toSeconds() * 1000;
    return length >= 0 && length < 10_000 * 366 * DAY_MS ? length : null;
  } catch {
    return null;
  }
}
