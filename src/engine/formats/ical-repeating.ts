import { DAY_MS, dayNumber, type Instant } from '../../domain/calendar';
import { grouped } from '../../domain/limits';
import type { Component } from './ical-components';
import { readMoment, type TellProperty } from './ical-dates';
import { instantAt, momentOf, type Moment } from './ical-moment';
import type { Property } from './ical-property';
import { MOST_OF_A_FILE, MOST_OF_A_RULE, ruleOf, type Rule, type Steps, YEARS_WITHOUT_END } from './ical-recurrence';
import type { Zones } from './ical-zones';

const YEAR_MS = 366 * DAY_MS;
/** Days named one by one, in one property. */
const MOST_DATES = 5000;

/** Finds when what repeats occurs, as rules, dates and exceptions say. */
export class Repeating {
  readonly #zones: Zones;
  readonly #steps: Steps;
  /** By UID, what stands elsewhere with a date of its own. */
  readonly #replaced = new Map<string, Set<string>>();
  #made = 0;

  constructor(zones: Zones, steps: Steps) {
    this.#zones = zones;
    this.#steps = steps;
  }

  /** Whether a component stands for more than itself. */
  isRule({ properties }: Component): boolean {
    const names = new Set(properties.map(({ name }) => name));
    return (names.has('rrule') || names.has('rdate')) && !names.has('recurrence-id');
  }

  /** What occurs at `moment` by the rule with that UID stands elsewhere. */
  replace(uid: string, moment: Moment): void {
    const replaced = this.#replaced.get(uid) ?? new Set();
    replaced.add(keyOf(moment));
    this.#replaced.set(uid, replaced);
  }

  /** The moments at which `component`, which begins at `begin`, occurs, ascending; what is left out of them is told. */
  *occurrences(component: Component, uid: string | null, begin: Moment, tell: TellProperty): Generator<Moment> {
    const all = (wanted: string): readonly Property[] => component.properties.filter(({ name }) => name === wanted);
    for (const property of all('exrule')) tell(property, 'is not read: what it takes out is there', 'use EXDATE');
    const without = new Set(this.#replaced.get(uid ?? '') ?? []);
    for (const { moment } of this.#named(all('exdate'), begin, tell)) without.add(keyOf(moment));
    const moments = new Map<Instant, Moment>([[begin.wall, begin]]);
    for (const { moment } of this.#named(all('rdate'), begin, tell)) moments.set(moment.wall, moment);
    for (const property of all('rrule')) {
      for (const wall of this.#ruled(property, begin, tell)) moments.set(wall, { ...begin, wall });
    }
    for (const moment of [...moments.values()].sort((a, b) => instantAt(a) - instantAt(b))) {
      if (without.has(keyOf(moment)) || without.has(dayKey(moment))) continue;
      if (this.#made === MOST_OF_A_FILE) {
        tell(
          null,
          `repeats, and ${grouped(MOST_OF_A_FILE)} occurrences were made of the file before: the others are left out`,
          'split the file',
        );
        return;
      }
      this.#made += 1;
      yield moment;
    }
  }

  /** When a rule has it occur, by the clock. */
  *#ruled(property: Property, begin: Moment, tell: TellProperty): Generator<Instant> {
    const rule = ruleOf(property.raw);
    if (rule === null) {
      tell(
        property,
        'is no rule that can be read: the event is there once',
        'write FREQ=WEEKLY;COUNT=10, for instance',
      );
      return;
    }
    const last = this.#lastOf(rule, begin, property, tell);
    const most = Math.min(MOST_OF_A_RULE, rule.count ?? Infinity);
    // The beginning is the first occurrence, whether the rule says so or not.
    let found = 1;
    for (const wall of rule.occurrences(begin.wall, last + DAY_MS, begin.isDay, this.#steps)) {
      if (wall === begin.wall) continue;
      if (instantAt({ ...begin, wall }) > last) break;
      if (found === most) {
        if (rule.count !== most) this.#tellMost(property, tell);
        return;
      }
      found += 1;
      yield wall;
    }
    if (rule.count === null && rule.until === null)
      tell(
        property,
        `goes on without end: ${grouped(found)} made, of ${YEARS_WITHOUT_END} years at most`,
        'give it UNTIL or COUNT',
      );
    else if (rule.count !== null && found < most)
      tell(
        property,
        `has fewer occurrences than it counts, or they lie too far apart: ${grouped(found)} made`,
        'correct the rule',
      );
  }

  #tellMost(property: Property, tell: TellProperty): void {
    tell(
      property,
      `has more than ${grouped(MOST_OF_A_RULE)} occurrences: the later ones are left out`,
      'give it an earlier UNTIL, or a smaller COUNT',
    );
  }

  /** The last instant at which a rule may have it occur. */
  #lastOf(rule: Rule, begin: Moment, property: Property, tell: TellProperty): Instant {
    if (rule.until === null) return rule.count === null ? instantAt(begin) + YEARS_WITHOUT_END * YEAR_MS : Infinity;
    const until = momentOf(rule.until, begin.zone);
    if (until === null) {
      tell(property, 'has an UNTIL that is no date: the event is there once', 'write UNTIL=20241231T235959Z');
      return -Infinity;
    }
    // Until a day is until its end.
    return until.isDay ? instantAt({ ...begin, wall: until.wall + 86_399_999 }) : instantAt(until);
  }

  *#named(properties: readonly Property[], begin: Moment, tell: TellProperty): Generator<{ readonly moment: Moment }> {
    for (const property of properties) {
      const texts = property.raw.split(',', MOST_DATES + 1);
      if (texts.length > MOST_DATES)
        tell(property, `lists more than ${grouped(MOST_DATES)} dates: the rest is left out`, 'split it');
      for (const text of texts.slice(0, MOST_DATES)) {
        const read = readMoment(property, text.split('/', 1)[0], this.#zones, tell);
        if (read === null)
          tell(property, 'has a date in it that cannot be read: it is left out', 'write 20240115T100000Z');
        else
          yield {
            moment:
              read.isDay === begin.isDay || !begin.isDay ? read : { ...begin, wall: dayNumber(read.wall) * DAY_MS },
          };
      }
    }
  }
}

function keyOf(moment: Moment): string {
  return moment.isDay ? dayKey(moment) : `at ${instantAt(moment)}`;
}

function dayKey({ wall }: Moment): string {
  return `on ${dayNumber(wall)}`;
}
