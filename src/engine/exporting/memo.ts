import { dayOf } from '../../domain/calendar';
import { dateOf } from '../../domain/citing/parts';
import { dateWords, instantWords } from '../../domain/date-words';
import type { ChronologyEvent, Source } from '../../domain/event';
import { selected, type Selection } from './selection';

/** An event as a memo tells it; texts as they are in the file, neither escaped nor cut. */
export interface MemoEntry {
  /** Counted from 1. */
  readonly number: number;
  /** The year it stands under, when it is the first there. */
  readonly heading: string | null;
  /** "Thursday 25 July 2024". */
  readonly date: string;
  readonly event: ChronologyEvent;
  /** Those who took part, with their roles; topics; what it is and where; when it was reported. */
  readonly facts: readonly string[];
  /** Numbers of its footnotes. */
  readonly notes: readonly number[];
}

/** Sources numbered as they come; the same one keeps its number. */
export class Footnotes {
  /** By the source as JSON: a million sources need little more than their texts. */
  readonly #numbers = new Map<string, number>();

  numberOf(source: Source): number {
    const key = JSON.stringify(source);
    const number = this.#numbers.get(key) ?? this.#numbers.size + 1;
    this.#numbers.set(key, number);
    return number;
  }

  get count(): number {
    return this.#numbers.size;
  }

  /** In the order of their numbers. */
  *all(): Generator<{ readonly number: number; readonly source: Source }> {
    for (const [key, number] of this.#numbers) {
      // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- `numberOf` has written it
      yield { number, source: JSON.parse(key) as Source };
    }
  }
}

/** The events of a selection as a memo tells them; their sources are noted in `footnotes`. */
export function* memoOf(selection: Selection, footnotes: Footnotes): Generator<MemoEntry> {
  const { chronology, phrases } = selection;
  const actors = new Map(chronology.actors.map(({ id, name }) => [id, name]));
  const topics = new Map(chronology.topics.map(({ id, name }) => [id, name]));
  let last: string | null = null;
  for (const { event, done } of selected(selection)) {
    const date = dateOf(event.date);
    const heading = headingOf(date?.earliest ?? null, selection);
    const people = event.actors.map(({ id, role }) => (actors.get(id) ?? id) + (role === null ? '' : ` (${role})`));
    const themes = event.topics.map((id) => topics.get(id) ?? id);
    const reported = dateOf(event.reported);
    const facts = [
      [event.place, event.type, event.status, event.confidence].filter((fact) => fact !== null).join(' · '),
      reported === null ? '' : `Reported: ${dateWords(reported, phrases, 'short')}`,
      people.length === 0 ? '' : `Actors: ${people.join(', ')}`,
      themes.length === 0 ? '' : `Topics: ${themes.join(', ')}`,
    ].filter((fact) => fact !== '');
    yield {
      number: done,
      heading: heading === last ? null : heading,
      date: date === null ? capital(phrases.undated) : dateWords(date, phrases, 'long'),
      event,
      facts,
      notes: event.sources.map((source) => footnotes.numberOf(source)),
    };
    last = heading;
  }
}

/** The paragraphs of a text, blank lines between them. */
export function paragraphsIn(text: string | null): readonly string[] {
  return text === null ? [] : text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
}

function headingOf(earliest: number | null, { phrases }: Selection): string {
  if (earliest === null) return capital(phrases.undated);
  if (!Number.isFinite(earliest)) return capital(phrases.unknown.begin);
  return dayOf(earliest).year === 0 ? '1 BC' : instantWords(earliest, 'year', phrases, 'long');
}

function capital(words: string): string {
  const [first = ''] = words;
  return first.toUpperCase() + words.slice(first.length);
}
