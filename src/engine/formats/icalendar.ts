import { grouped } from '../../domain/limits';
import type { Fault, FormatReader, Found, Sample, TextFormat } from './format';
import { Components, type CalendarPart, type Component } from './ical-components';
import { datesOf, extentText, readMoment, tellInto, type Dates } from './ical-dates';
import { fieldsOf } from './ical-event';
import { basicText, type Moment } from './ical-moment';
import { ownFields, type Named } from './ical-own';
import { textOf, type Property } from './ical-property';
import { Repeating } from './ical-repeating';
import { Steps } from './ical-recurrence';
import { Zones } from './ical-zones';

/** iCalendar (RFC 5545), as calendars export it; `.ics`. */
export const icalendar: TextFormat = {
  name: 'iCalendar',
  recognises: ({ text }: Sample) =>
    /^\s*BEGIN:(?:VCALENDAR|VEVENT|VTODO|VJOURNAL)[ \t]*[\r\n]/i.test(text.slice(0, 1000)),
  reader: () => new CalendarReader(),
};

/** What the file says of itself, by the property that says it. */
const HEAD: ReadonlyMap<string, string> = new Map([
  ['x-wr-calname', 'title'],
  ['name', 'title'],
  ['x-wr-caldesc', 'description'],
  ['description', 'description'],
  ['url', 'url'],
]);
const KINDS = new Set(['vevent', 'vtodo', 'vjournal']);

class CalendarReader implements FormatReader {
  readonly #components = new Components();
  readonly #steps = new Steps();
  readonly #zones = new Zones(this.#steps);
  readonly #repeating = new Repeating(this.#zones, this.#steps);
  readonly #named: Named = { actors: new Map(), topics: new Map() };
  /** Components that can be read only when all is there: those that repeat, and those in zones described after them. */
  readonly #held: Component[] = [];
  readonly #ids = new Map<string, string>();
  readonly #headed = new Set<string>();
  /** The first time without a zone, and how many there are. */
  #floating: { readonly property: Property; count: number } | null = null;

  *add(text: string): Generator<Found | null> {
    for (const part of this.#components.add(text)) yield* this.#take(part);
  }

  *end(): Generator<Found | null> {
    for (const part of this.#components.end()) yield* this.#take(part);
    // What stands in for an occurrence is known before the rule is followed.
    for (const isRule of [false, true]) {
      for (const component of this.#held)
        if (this.#repeating.isRule(component) === isRule) yield* this.#read(component);
    }
    if (this.#floating !== null) yield { kind: 'fault', fault: floats(this.#floating.property, this.#floating.count) };
    const { actors, topics } = this.#named;
    if (actors.size > 0) yield { kind: 'head', fields: { actors: [...actors.values()] } };
    if (topics.size > 0) yield { kind: 'head', fields: { topics: [...topics.values()] } };
  }

  *#take(part: CalendarPart): Generator<Found | null> {
    if (part === null || part.kind === 'fault') yield part;
    else if (part.kind === 'property') yield* this.#head(part.property);
    else if (part.component.name === 'vtimezone') yield* this.#zone(part.component);
    else if (!KINDS.has(part.component.name)) yield* this.#other(part.component);
    else if (this.#repeating.isRule(part.component) || this.#isElsewhere(part.component))
      this.#held.push(part.component);
    else yield* this.#read(part.component);
  }

  *#head(property: Property): Generator<Found> {
    const key = HEAD.get(property.name);
    const text = textOf(property);
    if (key === undefined || text === null || this.#headed.has(key)) return;
    this.#headed.add(key);
    yield { kind: 'head', fields: { [key]: text } };
  }

  *#zone(component: Component): Generator<Found> {
    const id = textOf(component.properties.find(({ name }) => name === 'tzid')) ?? '';
    if (id !== '' && this.#zones.describe(id, component.parts)) return;
    const reason = 'is a time zone without a name, or without STANDARD or DAYLIGHT that can be read: it is left out';
    yield whole(component, id, reason, 'write TZID, DTSTART, TZOFFSETFROM and TZOFFSETTO', false);
  }

  *#other(component: Component): Generator<Found> {
    if (component.name === 'valarm') return;
    const reason = 'is no event, to-do or journal: it is left out';
    yield whole(component, component.name.toUpperCase(), reason, 'nothing need be done', true);
  }

  /** Whether a zone that it names may still be described. */
  #isElsewhere({ properties }: Component): boolean {
    return properties.some((property) => {
      const id = property.param('tzid');
      return id !== null && !this.#zones.isSettled(id);
    });
  }

  *#read(component: Component): Generator<Found> {
    const faults: Fault[] = [];
    const tell = tellInto(faults, component);
    if (component.brokenBy !== null)
      tell(
        null,
        `has no END before ${component.brokenBy}: it is read as far as it goes`,
        `add END:${component.name.toUpperCase()}`,
      );
    const uid = textOf(component.properties.find(({ name }) => name === 'uid'));
    const fields = { ...fieldsOf(component, this.#named, tell), ...ownFields(component.properties, this.#named) };
    const dates = datesOf(component, this.#zones, tell);
    if (dates.floating !== undefined) {
      this.#floating ??= { property: dates.floating, count: 0 };
      this.#floating.count += 1;
    }
    const spot = { line: component.line, column: 1 };
    if (dates.begin !== null && this.#repeating.isRule(component)) {
      const { begin } = dates;
      for (const moment of this.#repeating.occurrences(component, uid, begin, tell)) {
        const dated = { ...fields, ...this.#dated(uid, dates, moment, moment) };
        yield { kind: 'event', event: dated, spot, faults: faults.splice(0) };
      }
      for (const fault of faults) yield { kind: 'fault', fault };
      return;
    }
    const named = component.properties.find(({ name }) => name === 'recurrence-id');
    if (/^THISANDFUTURE$/i.test(named?.param('range') ?? ''))
      tell(named ?? null, 'changes all that follow too: only this one is changed', 'give the others a component each');
    const instead = named === undefined ? null : readMoment(named, named.raw, this.#zones, tell);
    if (instead !== null && uid !== null) this.#repeating.replace(uid, instead);
    const dated = this.#dated(uid, dates, dates.begin, instead);
    if (dates.begin !== null && dated.date === undefined)
      tell(null, 'lasts beyond the year 9999: the event is undated', 'correct its dates');
    const id = typeof dated.id === 'string' ? dated.id : null;
    if (id !== null && this.#isOther(id, `${String(fields.title)}\n${dated.date ?? ''}`)) {
      tell(
        null,
        `has a UID that came before with something else, ${JSON.stringify(id.slice(0, 80))}: another id is made`,
        'give each event a UID of its own',
      );
      delete dated.id;
    }
    yield { kind: 'event', event: { ...dated, ...fields }, spot, faults };
  }

  /** The id, and the date as far as there is one, of what begins at `begin`; `occurrence` names it among those of its rule. */
  #dated(
    uid: string | null,
    dates: Dates,
    begin: Moment | null,
    occurrence: Moment | null,
  ): { id?: string; date?: string } {
    const date = begin === null ? null : extentText(dates, begin.wall);
    return {
      ...(uid === null ? {} : { id: occurrence === null ? uid : `${uid}/${basicText(occurrence)}` }),
      ...(date === null ? {} : { date }),
    };
  }

  /** Whether something that says other than `said` had that id before. */
  #isOther(id: string, said: string): boolean {
    const before = this.#ids.get(id);
    if (before === undefined) this.#ids.set(id, said);
    return before !== undefined && before !== said;
  }
}

/** What is told once of all times without a zone, at the first. */
function floats({ line, name, raw }: Property, count: number): Fault {
  const others = count === 1 ? '' : ` (the first of ${grouped(count)} such)`;
  const reason = `is a time without a time zone${others}: it is kept as it is, and placed as if it were of UTC`;
  return { line, column: 1, field: name.toUpperCase(), found: raw, reason, remedy: 'add TZID, or Z', leftOut: false };
}

function whole(component: Component, found: string, reason: string, remedy: string, leftOut: boolean): Found {
  const { line, name } = component;
  return { kind: 'fault', fault: { line, column: 1, field: name.toUpperCase(), found, reason, remedy, leftOut } };
}
