import ICAL from 'ical.js';
import { DAY_MS, dayOf, daysInMonth, instantOf, type Instant } from '../../domain/calendar';

/** The most occurrences that are made of one rule. */
export const MOST_OF_A_RULE = 500;
/** The most occurrences that are made of all rules of a file. */
export const MOST_OF_A_FILE = 100_000;
/** How far a rule without an end goes on from its first occurrence. */
export const YEARS_WITHOUT_END = 50;

/** Steps of looking for occurrences, of one rule and of all in a file: an impossible rule would be looked through for ever. */
const STEPS = 20_000;
const STEPS_OF_A_FILE = 2_000_000;
/** Going through the days of a year costs as much as that many steps. */
const YEAR_STEPS = 20;
const LAST_YEAR = 9999;
const LAST = instantOf(LAST_YEAR + 1, 1, 1);
const PARTS = new Set(
  'FREQ INTERVAL WKST BYSECOND BYMINUTE BYHOUR BYDAY BYMONTHDAY BYYEARDAY BYWEEKNO BYMONTH BYSETPOS'.split(' '),
);
/** Longer than a rule that lists every day of a year. */
const LONGEST_RULE = 8000;

/** How much looking for occurrences is left. */
export class Steps {
  readonly #whole: Steps | null;
  #left: number;

  /** Without `whole`: of a file. */
  constructor(whole: Steps | null = null) {
    this.#whole = whole;
    this.#left = whole === null ? STEPS_OF_A_FILE : STEPS;
  }

  /** Throws when there are no more. */
  spend(steps: number): void {
    this.#whole?.spend(steps);
    this.#left -= steps;
    if (!(this.#left >= 0)) throw new RangeError('no occurrence for too long');
  }
}

/** A rule of recurrence. */
export interface Rule {
  /** As it stands there, 8-digit day or more; null when it has no end of this sort. */
  readonly until: string | null;
  readonly count: number | null;
  /** Whether it is every year, without an end. */
  readonly isYearly: boolean;
  /**
   * When it occurs, by the clock, ascending, not before its beginning and not much later than `last`; ends early when looking
   * takes too many of `steps`.
   */
  occurrences(begin: Instant, last: Instant, isDay: boolean, steps: Steps): Generator<Instant>;
}

/** The rule that `text` says, `FREQ=WEEKLY;COUNT=5`; null when it says none. */
export function ruleOf(text: string): Rule | null {
  // An interval of more digits takes the package long to go through, and leads nowhere.
  if (text.length > LONGEST_RULE || /INTERVAL=\d{6}/i.test(text)) return null;
  const parts = text.split(';').map((part) => part.trim());
  const known = parts.filter((part) => PARTS.has(part.slice(0, Math.max(0, part.indexOf('='))).toUpperCase()));
  const until = parts.find((part) => /^UNTIL=/i.test(part))?.slice('UNTIL='.length) ?? null;
  const counted = /^COUNT=(\d{1,9})$/i.exec(parts.find((part) => /^COUNT=/i.test(part)) ?? '')?.[1];
  try {
    const rule = ICAL.Recur.fromString(known.join(';').toUpperCase());
    if (!known.some((part) => /^FREQ=/i.test(part))) return null;
    const count = counted === undefined ? null : Number(counted);
    const isYearly = rule.freq === 'YEARLY' && rule.interval === 1 && until === null && count === null;
    return {
      until,
      count,
      isYearly,
      occurrences: (begin, last, isDay, steps) => occurrences(rule, begin, last, isDay, new Steps(steps)),
    };
  } catch {
    return null;
  }
}

function* occurrences(
  rule: ICAL.Recur,
  begin: Instant,
  last: Instant,
  isDay: boolean,
  steps: Steps,
): Generator<Instant> {
  const lastYear = last < LAST ? dayOf(last).year + 1 : LAST_YEAR;
  const iterator = begun({ rule, dtstart: timeOf(begin, isDay), steps, lastYear });
  while (iterator !== null) {
    const time = nextOf(iterator);
    if (time === null || !(time < LAST)) return;
    if (isIn(rule, begin, time)) yield time;
  }
}

/** Whether the rule means that day: a day that a month does not have the package takes for one of the next month. */
function isIn({ freq, parts }: ICAL.Recur, begin: Instant, wall: Instant): boolean {
  const { year, month, day } = dayOf(wall);
  const has = (part: string, ...values: readonly number[]): boolean => {
    const listed: readonly unknown[] | undefined = Object.entries(parts).find(([name]) => name === part)?.[1];
    return listed === undefined || values.some((value) => listed.includes(value));
  };
  if (!has('BYMONTH', month) || !has('BYMONTHDAY', day, day - daysInMonth(year, month) - 1)) return false;
  if (freq !== 'YEARLY' || ['BYDAY', 'BYMONTHDAY', 'BYYEARDAY', 'BYWEEKNO'].some((part) => part in parts)) return true;
  return dayOf(begin).day === day && ('BYMONTH' in parts || dayOf(begin).month === month);
}

function begun(options: SteppingOptions): Stepping | null {
  try {
    return new Stepping(options);
  } catch {
    return null;
  }
}

function nextOf(iterator: Stepping): Instant | null {
  try {
    const time: ICAL.Time | null = next(iterator);
    if (time === null) return null;
    const { year, month, day, hour, minute, second } = time;
    return instantOf(year, month, day) + ((hour * 60 + minute) * 60 + second) * 1000;
  } catch {
    return null;
  }
}

/** The declarations of the package know nothing of an end. */
function next(iterator: Stepping): ICAL.Time | null {
  return iterator.next();
}

function timeOf(wall: Instant, isDate: boolean): ICAL.Time {
  const ms = wall - Math.floor(wall / DAY_MS) * DAY_MS;
  const [hour, minute, second] = [ms / 3_600_000, (ms / 60_000) % 60, (ms / 1000) % 60].map(Math.floor);
  return ICAL.Time.fromData({ ...dayOf(wall), hour, minute, second, isDate });
}

interface SteppingOptions {
  readonly rule: ICAL.Recur;
  readonly dtstart: ICAL.Time;
  readonly steps: Steps;
  /** Beyond it nothing is looked for. */
  readonly lastYear: number;
}

/** Looks for occurrences as the package does, and gives up when it takes too long: every loop of it goes through one of these. */
class Stepping extends ICAL.RecurIterator {
  declare private steps: Steps;
  declare private lastYear: number;

  override fromData(options: SteppingOptions): void {
    this.steps = options.steps;
    this.lastYear = options.lastYear;
    super.fromData(options);
  }

  override check_contracting_rules(): boolean {
    this.steps.spend(1);
    return super.check_contracting_rules();
  }

  override increment_monthday(days: number): void {
    this.steps.spend(days);
    super.increment_monthday(days);
  }

  override increment_month(): void {
    this.steps.spend(1);
    super.increment_month();
  }

  override increment_year(years: number): void {
    this.steps.spend(1);
    super.increment_year(years);
    if (!(this.last.year <= this.lastYear)) throw new RangeError('no occurrence for too long');
  }

  override expand_year_days(year: number): number {
    this.steps.spend(YEAR_STEPS);
    return super.expand_year_days(year);
  }
}
