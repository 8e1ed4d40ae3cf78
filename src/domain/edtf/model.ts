import type { Instant } from '../calendar';

/** From coarse to fine. */
const PRECISIONS = [
  'millennium',
  'century',
  'decade',
  'year',
  'season',
  'month',
  'day',
  'hour',
  'minute',
  'second',
  'millisecond',
] as const;
export type Precision = (typeof PRECISIONS)[number];

export type DatePart = 'year' | 'month' | 'day';

/**
 * One date within an event's date, as the instants between which it may lie: half-open, `earliest` < `latest`, except
 * that an open bound (`..`, it goes on) lies at infinity with both. An unknown bound may lie anywhere on its side of
 * the other one.
 */
export interface DatePoint {
  readonly earliest: Instant;
  readonly latest: Instant;
  readonly precision: Precision;
  /** At least one part of it is. */
  readonly uncertain: boolean;
  readonly approximate: boolean;
  readonly bound: 'known' | 'open' | 'unknown';
  /** The parts that are uncertain or approximate when not all are; null when the whole is or nothing. */
  readonly partly: { readonly uncertain: readonly DatePart[]; readonly approximate: readonly DatePart[] } | null;
  /** EDTF's number for a part of the year, 21-41; null for other dates. */
  readonly season: number | null;
  /** `15XX-12-25`: the digits where unspecified ones stand before known ones, so that no precision can tell it. */
  readonly mask: string | null;
}

/** One entry of a set: `begin` and `end` are the same for a single date. */
export interface DateMember {
  readonly begin: DatePoint;
  readonly end: DatePoint;
}

/**
 * When something happened. `point`: begin and end are the same. `span`: its two dates. `one of`: one moment somewhere,
 * begin and end the same and as wide as all of the set. `all of`: from the first date of the set to the last.
 */
export interface EventDate {
  /** As given. */
  readonly text: string;
  readonly kind: 'point' | 'span' | 'one of' | 'all of';
  readonly begin: DatePoint;
  readonly end: DatePoint;
  /** First and last instant that it can cover, half-open, always `earliest` < `latest`. */
  readonly earliest: Instant;
  readonly latest: Instant;
  /** The coarsest among its dates. */
  readonly precision: Precision;
  readonly uncertain: boolean;
  readonly approximate: boolean;
  /** The entries of a set in the order given; empty for points and spans. */
  readonly members: readonly DateMember[];
}

/** What is wrong with a text, and what would do. */
export interface Fault {
  readonly reason: string;
  readonly remedy: string;
}

export function isFault(reading: object): reading is Fault {
  return 'reason' in reading;
}

/** A date without qualifiers. */
export function plainPoint(earliest: Instant, latest: Instant, precision: Precision): DatePoint {
  return {
    earliest,
    latest,
    precision,
    uncertain: false,
    approximate: false,
    bound: 'known',
    partly: null,
    season: null,
    mask: null,
  };
}

export function coarserOf(a: Precision, b: Precision): Precision {
  return PRECISIONS.indexOf(a) < PRECISIONS.indexOf(b) ? a : b;
}
