import { DAY_MS, dayNumber, dayOf, instantOf, type Instant } from '../../domain/calendar';
import type { Property } from './ical-property';
import { momentOf } from './ical-moment';
import { type Rule, ruleOf, type Steps } from './ical-recurrence';
import { windowsZone } from './ical-windows-zones';
import { UTC, zoneNamed, type Zone } from './zone';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
/** Turns of the clocks that are known of one observance: twice a year since clocks are turned. */
const MOST_TURNS = 2000;
const OFFSET = /^([+-])(\d\d):?(\d\d)(?::?(\d\d))?$/;
/** Parts of the name of a place, at most: America/Argentina/Salta. */
const MOST_PARTS = 3;

/** The time zones of a file: those it describes, and those that everybody knows. */
export class Zones {
  readonly #steps: Steps;
  readonly #described = new Map<string, Zone>();
  readonly #known = new Map<string, Zone | null>();

  constructor(steps: Steps) {
    this.#steps = steps;
  }

  /** Takes a VTIMEZONE's name and the properties of its observances; false when they tell no zone. */
  describe(id: string, observances: readonly (readonly Property[])[]): boolean {
    const read = observances.map((properties) => observanceOf(properties, this.#steps)).filter((each) => each !== null);
    if (read.length > 0 && !this.#described.has(id)) this.#described.set(id, new Described(read));
    return read.length > 0;
  }

  /** Whether no description that is still to come can say otherwise of that name: files describe zones by names of Windows. */
  isSettled(id: string): boolean {
    return this.#described.has(id) || (windowsZone(id) === null && this.find(id) !== null);
  }

  /** The zone of that name; null when nobody knows it. */
  find(id: string): Zone | null {
    const described = this.#described.get(id);
    if (described !== undefined) return described;
    let zone = this.#known.get(id);
    if (zone === undefined) {
      zone = zoneNamed(id) ?? zoneNamed(windowsZone(id) ?? '') ?? placeIn(id);
      this.#known.set(id, zone);
    }
    return zone;
  }
}

/**
 * The zone that the end of a name says: calendars prefix names with where they have them from, `/mozilla.org/20050126_1/Europe/Berlin`,
 * and used to write `US-Eastern`.
 */
function placeIn(id: string): Zone | null {
  const parts = id.slice(-80).split('/').slice(-MOST_PARTS);
  for (let at = 0; at + 1 < parts.length; at += 1) {
    const zone = zoneNamed(parts.slice(at).join('/'));
    if (zone !== null) return zone;
  }
  return /^(?:US|Canada)-[A-Z][a-z]+$/.test(id) ? zoneNamed(id.replace('-', '/')) : null;
}

/** From when on which offset holds. */
interface Observance {
  readonly from: number;
  readonly to: number;
  /** By the clock before it is turned, ascending. */
  readonly turns: Instant[];
  readonly more: Iterator<Instant>;
  readonly yearly: (year: number) => Instant | null;
}

class Described implements Zone {
  readonly #observances: readonly Observance[];

  constructor(observances: readonly Observance[]) {
    this.#observances = observances;
  }

  offset(wall: Instant): number {
    let latest: { readonly observance: Observance; readonly turn: Instant } | null = null;
    for (const observance of this.#observances) {
      const turn = lastTurn(observance, wall);
      if (turn === null) continue;
      if (latest === null || turn - observance.from > latest.turn - latest.observance.from)
        latest = { observance, turn };
    }
    if (latest === null) return this.#earliest().from;
    const { from, to } = latest.observance;
    // In the hour that is left out the clock counts on as before.
    return to > from && wall < latest.turn + (to - from) ? from : to;
  }

  #earliest(): Observance {
    return this.#observances.reduce((a, b) => ((b.turns[0] ?? Infinity) < (a.turns[0] ?? Infinity) ? b : a));
  }
}

/** The last turn of the clock not after `wall`. */
function lastTurn({ turns, more, yearly }: Observance, wall: Instant): Instant | null {
  const { year } = dayOf(wall);
  const ruled = yearly(year) ?? Infinity;
  if (ruled <= wall) return ruled;
  const before = yearly(year - 1);
  if (before !== null) return before;
  while ((turns.at(-1) ?? -Infinity) <= wall && turns.length < MOST_TURNS) {
    const next = more.next();
    if (next.done === true) break;
    turns.push(next.value);
  }
  return turns.findLast((turn) => turn <= wall) ?? null;
}

/** The turn that a rule for every year sets in a year after the one in which it begins; null when it sets none. */
function everyYear(rule: Rule | null, begin: Instant, steps: Steps): (year: number) => Instant | null {
  const known = new Map<number, Instant | null>();
  const first = dayOf(begin);
  return (year) => {
    if (rule?.isYearly !== true || year <= first.year) return null;
    let turn = known.get(year);
    if (turn === undefined) {
      // 28: a day that each year has.
      const from = instantOf(year - 1, first.month, Math.min(first.day, 28)) + (begin - dayNumber(begin) * DAY_MS);
      turn = null;
      for (const wall of rule.occurrences(from, from + 2 * 366 * DAY_MS, false, steps)) {
        if (dayOf(wall).year < year) continue;
        turn = dayOf(wall).year === year ? wall : null;
        break;
      }
      known.set(year, turn);
    }
    return turn;
  };
}

function observanceOf(properties: readonly Property[], steps: Steps): Observance | null {
  const raw = (name: string): string => properties.find((property) => property.name === name)?.raw ?? '';
  const from = offsetOf(raw('tzoffsetfrom'));
  const to = offsetOf(raw('tzoffsetto'));
  const begin = momentOf(raw('dtstart'), null);
  if (from === null || to === null || begin === null) return null;
  const dates = properties
    .filter(({ name }) => name === 'rdate')
    .flatMap((property) => property.raw.split(',').slice(0, MOST_TURNS))
    .map((text) => momentOf(text.split('/')[0], null)?.wall)
    .filter((wall) => wall !== undefined);
  const turns = [...new Set([begin.wall, ...dates])].sort((a, b) => a - b);
  const rule = raw('rrule') === '' ? null : ruleOf(raw('rrule'));
  const more = later(rule, begin.wall, turns[turns.length - 1], from, steps);
  return { from, to, turns, more, yearly: everyYear(rule, begin.wall, steps) };
}

/** The turns after `known` that follow by rule. */
function* later(rule: Rule | null, begin: Instant, known: Instant, from: number, steps: Steps): Generator<Instant> {
  if (rule === null) return;
  const until = rule.until === null ? null : momentOf(rule.until, null);
  const last = until === null ? Infinity : until.zone === UTC ? until.wall + from : until.wall;
  for (const wall of rule.occurrences(begin, last + DAY_MS, false, steps)) {
    if (wall > last) return;
    if (wall > known) yield wall;
  }
}

function offsetOf(text: string): number | null {
  const match = OFFSET.exec(text);
  if (match === null) return null;
  const [hours, minutes, seconds] = match.slice(2).map((digits: string | undefined) => Number(digits ?? 0));
  return (match[1] === '-' ? -1 : 1) * (hours * HOUR_MS + minutes * MINUTE_MS + seconds * 1000);
}
