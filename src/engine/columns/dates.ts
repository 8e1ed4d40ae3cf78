import { type DateReading, type EventDate, readDate } from '../../domain/date';
import { datingOf, flagsOf, type DatingId } from './dating';
import { GrowingInts, GrowingNumbers } from './growing';

/** The number of what has no date. */
export const UNDATED = 0;

/** Texts remembered; when there are more, all are forgotten: one that comes again has a second number then. */
const REMEMBERED = 50_000;

interface Known {
  readonly reading: DateReading;
  /** Of the date, once an event has it. */
  number: number | null;
}

/**
 * The dates of events, each once, by number: columns hold what is told of them for as many rows as there are. Dates
 * recur: no text is read twice, unless very many others came between.
 */
export class DateTable {
  readonly #known = new Map<string, Known>();
  readonly #earliest = new GrowingNumbers();
  readonly #beginLatest = new GrowingNumbers();
  readonly #endEarliest = new GrowingNumbers();
  readonly #latest = new GrowingNumbers();
  readonly #flags = new GrowingInts();
  readonly #datings: DatingId[] = [];
  #last = '';
  #lastKnown: Known;

  constructor() {
    this.#add(null);
    this.#lastKnown = this.#knownOf('');
  }

  /** As `readDate`. */
  readonly read = (text: string): DateReading => this.#knownOf(text).reading;

  /** The number of the date in a text; UNDATED for null and for what cannot be read. */
  numberOf(text: string | null): number {
    if (text === null) return UNDATED;
    const known = text === this.#last ? this.#lastKnown : this.#knownOf(text);
    return (known.number ??= known.reading.ok ? this.#add(known.reading.date) : UNDATED);
  }

  /** How exactly a date is known. */
  datingOf(date: number): DatingId {
    return this.#datings[date];
  }

  /** By number, as in Columns. Valid until the next date comes. */
  columns(): Readonly<Record<'earliest' | 'beginLatest' | 'endEarliest' | 'latest', Float64Array>> & {
    readonly flags: Uint32Array;
  } {
    return {
      earliest: this.#earliest.view(),
      beginLatest: this.#beginLatest.view(),
      endEarliest: this.#endEarliest.view(),
      latest: this.#latest.view(),
      flags: this.#flags.view(),
    };
  }

  #knownOf(text: string): Known {
    let known = this.#known.get(text);
    if (known === undefined) {
      if (this.#known.size === REMEMBERED) this.#known.clear();
      known = { reading: readDate(text), number: null };
      this.#known.set(text, known);
    }
    this.#last = text;
    this.#lastKnown = known;
    return known;
  }

  #add(date: EventDate | null): number {
    this.#earliest.push(date?.earliest ?? NaN);
    this.#beginLatest.push(date?.begin.latest ?? NaN);
    this.#endEarliest.push(date?.end.earliest ?? NaN);
    this.#latest.push(date?.latest ?? NaN);
    this.#flags.push(date === null ? 0 : flagsOf(date));
    return this.#datings.push(datingOf(date)) - 1;
  }
}
