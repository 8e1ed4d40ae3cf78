import type { Instant } from '../../domain/calendar';
import type { Property } from './ical-property';
import { momentOf } from './ical-moment';
import { ruleOf, type Steps } from './ical-recurrence';
import { UTC, zoneNamed, type Zone } from './zone';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
/** Turns of the clocks that are known of one observance: twice a year since clocks are turned. */
const MOST_TURNS = 2000;
const OFFSET = /^([+-])(\d\d):?(\d\d)(?::?(\d\d))?$/;
const PLACE = /[A-Za-z_]+\/[A-Za-z_+\-\d]+(?:\/[A-Za-z_]+)?$/;

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

  /** The zone of that name; null when nobody knows it. */
  find(id: string): Zone | null {
    const described = this.#described.get(id);
    if (described !== undefined) return described;
    let zone = this.#known.get(id);
    if (zone === undefined) {
      // Calendars prefix names with where they have them from: /mozilla.org/20050126_1/Europe/Berlin.
      zone = zoneNamed(id) ?? zoneNamed(PLACE.exec(id.slice(-80))?.[0] ?? '');
      this.#known.set(id, zone);
    }
    return zone;
  }
}

/** From when on which offset holds. */
interface Observance {
  readonly from: number;
  readonly to: number;
  /** By the clock before it is turned, ascending. */
  readonly turns: Instant[];
  readonly more: Iterator<Instant>;
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
function lastTurn({ turns, more }: Observance, wall: Instant): Instant | null {
  while ((turns.at(-1) ?? -Infinity) <= wall && turns.length < MOST_TURNS) {
    const next = more.next();
    if (next.done === true) break;
    turns.push(next.value);
  }
  let low = 0;
  let high = turns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (turns[middle] <= wall) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? null : turns[low - 1];
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
  return { from, to, turns, more: later(raw('rrule'), begin.wall, turns[turns.length - 1], from, steps) };
}

/** The turns after `known` that follow by rule. */
function* later(text: string, begin: Instant, known: Instant, from: number, steps: Steps): Generator<Instant> {
  const rule = text === '' ? null : ruleOf(text);
  if (rule === null) return;
  const until = rule.until === null ? null : momentOf(rule.until, null);
  const last = until === null ? Infinity : until.zone === UTC ? until.wall + from : until.wall;
  for (const wall of rule.occurrences(begin, false, steps)) {
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
