import { DAY_MS } from '../domain/calendar';
import { readDate, type EventDate } from '../domain/date';
import { dateWords, distanceWords, instantWords, narrowDateWords } from '../domain/date-words';
import type { Phrases } from '../domain/phrase-books';
import { grouped } from '../domain/limits';
import { FLAG } from '../engine/columns';
import type { Dataset } from '../engine/dataset';
import type { Field, RangeClause } from '../engine/query';
import type { Related } from '../engine/related';
import { dayText, type Window } from './window';

/** The words for what a chronology holds; its dates in its language. */
export class Wording {
  readonly language: string;
  readonly phrases: Phrases;
  readonly #dataset: Dataset;

  constructor(dataset: Dataset, phrases: Phrases) {
    this.#dataset = dataset;
    this.language = dataset.chronology.language;
    this.phrases = phrases;
  }

  /** Name of a facet value; null for an id that the chronology lacks. */
  readonly known = (field: Field, id: string): string | null => {
    const column = this.#dataset.columns.field(field);
    const index = column.indexOf(id);
    return index < 0 ? null : column.values[index].name;
  };
  /** Name of a facet value; an id that the chronology lacks is its own name, and told. */
  readonly nameOf = (field: Field, id: string): string => this.known(field, id) ?? `${id} (not in this chronology)`;

  /** "25 Jul 2024" */
  shortDate(row: number): string {
    const date = this.#dateOf(row);
    return date === null ? this.phrases.undated : dateWords(date, this.phrases, 'short');
  }
  /** As `shortDate`, in the least room: "15 Jan 2024, 09:00 – 11:30 UTC". */
  narrowDate(row: number): string {
    const date = this.#dateOf(row);
    return date === null ? this.phrases.undated : narrowDateWords(date, this.phrases);
  }
  /** "Thursday 25 July 2024" */
  longDate(row: number): string {
    const date = this.#dateOf(row);
    return date === null ? this.phrases.undated : dateWords(date, this.phrases, 'long');
  }
  /** EDTF in words; text that is not EDTF stands as it is. */
  ofText(text: string): string {
    const read = readDate(text);
    return read.ok ? dateWords(read.date, this.phrases, 'short') : text;
  }
  /** Whether an event is undated, or dated less exactly than to the day, or doubtfully. */
  isImprecise(row: number): boolean {
    const { columns } = this.#dataset;
    return row >= columns.dated || (columns.flags[row] & (FLAG.imprecise | FLAG.uncertain | FLAG.approximate)) !== 0;
  }
  /** The range that holds an event's whole extent; null without one that ends on both sides. */
  rangeOf(row: number): RangeClause | null {
    const { earliest, latest } = this.#dataset.columns;
    if (!Number.isFinite(earliest[row]) || !Number.isFinite(latest[row])) return null;
    return { from: dayText(earliest[row]), to: dayText(latest[row] - 1), mode: 'possibly', off: false };
  }

  /** "1992–2026" */
  years({ from, to }: Window): string {
    const years = [from, Math.max(from, to - 1)].map((instant) => instantWords(instant, 'year', this.phrases, 'short'));
    return [...new Set(years)].join('–');
  }

  /** "no events for 3 years": a quiet period. */
  quiet({ from, to }: Window): string {
    return `no events for ${durationWords((to - from) / DAY_MS)}`;
  }
  /** A stretch of time by its first and last day. */
  stretch(from: number, to: number): string {
    const days = [from, to - 1].map((instant) => instantWords(instant, 'day', this.phrases, 'short'));
    return [...new Set(days)].join(' – ');
  }

  /** Why a neighbour is related: "same two actors, same topic, 6 days before". */
  reason({ explicit, sharedActors, sharedTopics, samePlace, daysApart }: Related): string {
    const reasons = [
      explicit ? 'named by this event' : null,
      shared(
        sharedActors.map((id) => this.nameOf('actor', id)),
        'actors',
      ),
      shared(
        sharedTopics.map((id) => this.nameOf('topic', id)),
        'topics',
      ),
      samePlace ? 'same place' : null,
      daysApart === null ? null : distanceWords(daysApart, this.phrases),
    ];
    return reasons.filter((reason) => reason !== null).join(' · ');
  }

  #dateOf(row: number): EventDate | null {
    const text = this.#dataset.records.event(row).date;
    if (text === null) return null;
    const read = readDate(text);
    return read.ok ? read.date : null;
  }
}

const YEAR_DAYS = 365.25;
const MONTH_DAYS = 30.44;

/** A number of days in the largest unit that keeps it above one. */
function durationWords(days: number): string {
  if (days >= 2 * YEAR_DAYS) return `${grouped(Math.floor(days / YEAR_DAYS))} years`;
  if (days >= 2 * MONTH_DAYS) return `${String(Math.floor(days / MONTH_DAYS))} months`;
  return `${String(Math.floor(days))} days`;
}

/** Up to two names, more as a number. */
function shared(names: readonly string[], noun: string): string | null {
  if (names.length === 0) return null;
  return names.length <= 2 ? names.join(', ') : `same ${String(names.length)} ${noun}`;
}
