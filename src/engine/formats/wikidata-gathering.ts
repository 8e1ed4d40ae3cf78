import { LIMITS } from '../../domain/limits';
import type { Fields } from '../../domain/parsing/field';
import type { Fault, Found, Spot } from './format';

/** What one row of a result says. */
export interface WikidataRow {
  /** The id of its item, if it has one. */
  readonly id: string | undefined;
  readonly title: string;
  readonly date: string | null;
  readonly actors: readonly string[];
  readonly type: string;
  /** Texts by the names they have in the event; '' for none. */
  readonly texts: readonly (readonly [string, string])[];
  readonly sources: readonly { readonly title: string; readonly url: string }[];
  readonly spot: Spot;
  readonly faults: readonly Fault[];
}

/**
 * One event of the rows of one item and date, which say a different thing each: all who take part, all sources, the first type
 * and title; further types are topics, and other texts stand one after another. As many of each as an event may hold.
 */
export class WikidataGathering {
  readonly #first: WikidataRow;
  readonly #types = new Set<string>();
  readonly #actors = new Set<string>();
  readonly #texts = new Map<string, Set<string>>();
  readonly #sources = new Map<string, string>();
  readonly #faults: Fault[] = [];

  constructor(first: WikidataRow) {
    this.#first = first;
    this.add(first);
  }

  /** Whether a row is of the same event. */
  isOf({ id, title, date }: WikidataRow): boolean {
    const first = this.#first;
    return date === first.date && id === first.id && (id !== undefined || title === first.title);
  }

  add({ actors, type, texts, sources, faults }: WikidataRow): void {
    this.#faults.push(...faults);
    for (const actor of actors) put(this.#actors, actor);
    put(this.#types, type);
    for (const [name, text] of texts) {
      let known = this.#texts.get(name);
      if (known === undefined) this.#texts.set(name, (known = new Set()));
      put(known, text);
    }
    for (const { title, url } of sources) if (this.#sources.size < LIMITS.list) this.#sources.set(url, title);
  }

  /** `hasId`: its id was not given to another event. */
  found(hasId: boolean): Found {
    const { id, title, date, spot } = this.#first;
    const [type, ...types] = this.#types;
    const texts = Array.from(this.#texts, ([name, all]): [string, unknown] => [name, [...all].join('; ')]);
    const fields: [string, unknown][] = [
      ['id', hasId ? id : undefined],
      ['title', title],
      ['date', date ?? undefined],
      ['type', type],
      ['topics', types.length === 0 ? undefined : types],
      ['actors', this.#actors.size === 0 ? undefined : [...this.#actors]],
      ['sources', Array.from(this.#sources, ([url, words]) => ({ title: words, url }))],
      ...texts,
    ];
    const event: Fields = Object.fromEntries(fields.filter(([, value]) => value !== undefined && value !== ''));
    return { kind: 'event', event, spot, faults: this.#faults };
  }
}

function put(known: Set<string>, text: string): void {
  if (text !== '' && known.size < LIMITS.list) known.add(text);
}
