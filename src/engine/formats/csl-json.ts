import type { ActorKind } from '../../domain/dataset';
import { LIMITS } from '../../domain/limits';
import { isFields, type Fields } from '../../domain/parsing/field';
import { cslDate } from './csl-date';
import type { Fault, Found, Spot } from './format';
import { htmlText } from './html-text';
import type { ItemReader, JsonFormat } from './json-format';
import { noObject, undated } from './json-part';
import { ownKeys, textOf } from './own-keys';

/** Whose names are actors, in the order of citations. */
const ROLES = [
  'author',
  'editor',
  'translator',
  'director',
  'interviewer',
  'recipient',
  'composer',
  'container-author',
  'collection-editor',
];
const DATES = ['issued', 'event-date', 'original-date', 'submitted', 'available-date'];
const STAND_INS = [
  'container-title',
  'reviewed-title',
  'event-title',
  'event',
  'collection-title',
  'genre',
  'DOI',
  'URL',
];
const USED = new Set([
  'id',
  'type',
  'title',
  'abstract',
  'note',
  'keyword',
  'event-place',
  'container-title',
  'URL',
  'DOI',
  ...ROLES,
]);

/** References as CSL has them: each an event of the day when it was issued, its authors and editors the actors. */
export const cslJson: JsonFormat = {
  name: 'CSL-JSON',
  path: [],
  recognises: (first) => first.some((item) => isFields(item) && typeof item.type === 'string' && isReference(item)),
  reader: () => new References(),
};

function isReference(item: Fields): boolean {
  const isDate = (value: unknown): boolean =>
    isFields(value) && ['date-parts', 'raw', 'literal', 'season'].some((part) => part in value);
  const isName = (value: unknown): boolean => isFields(value) && ('family' in value || 'literal' in value);
  if (DATES.some((key) => isDate(item[key]))) return true;
  return ROLES.map((role) => item[role]).some((names) => Array.isArray(names) && names.some(isName));
}

class References implements ItemReader {
  readonly #kinds = new Map<string, ActorKind>();

  *item(item: unknown, spot: Spot): Generator<Found> {
    if (!isFields(item)) {
      yield { kind: 'fault', fault: noObject(item, spot) };
      return;
    }
    const { date, field, faults } = dateOf(item, spot);
    const source = sourceOf(item, date);
    const abstract = htmlText(textOf(item.abstract) ?? '').text;
    const topics = keywordsOf(item.keyword);
    const actors = this.#actorsOf(item);
    const title = htmlText(textOf(item.title) ?? textOf(item['title-short']) ?? '').text;
    const standIn = title === '' ? standInOf(item, actors) : null;
    if (standIn !== null) faults.push(untitled(spot));
    yield {
      kind: 'event',
      spot,
      faults,
      event: {
        id: textOf(item.id) ?? undefined,
        title: title || (standIn ?? undefined),
        date,
        summary: abstract || undefined,
        note: textOf(item.note) ?? undefined,
        actors: actors.length === 0 ? undefined : actors,
        topics: topics.length === 0 ? undefined : topics,
        type: textOf(item.type) ?? undefined,
        place: textOf(item['event-place']) ?? textOf(item['publisher-place']) ?? undefined,
        sources: source === null ? undefined : [source],
        ...ownKeys(item, field === null ? USED : new Set([...USED, field])),
      },
    };
  }

  *end(): Generator<Found> {
    if (this.#kinds.size === 0) return;
    const actors = Array.from(this.#kinds, ([id, kind]) => ({ id, name: id, kind }));
    yield { kind: 'head', fields: { actors } };
  }

  #actorsOf(item: Fields): readonly Fields[] {
    const parts = new Map<string, string>();
    for (const role of ROLES) {
      const names = item[role];
      for (const each of Array.isArray(names) ? names : []) {
        const name = nameOf(each);
        if (name === null) continue;
        if (!parts.has(name)) parts.set(name, role);
        const kind = isFields(each) && 'family' in each ? 'person' : 'body';
        if (this.#kinds.size < LIMITS.names && (kind === 'person' || !this.#kinds.has(name)))
          this.#kinds.set(name, kind);
      }
    }
    return Array.from(parts, ([id, role]) => ({ id, role }));
  }
}

/** What an item without a title is called: where it appeared, what it is about, or whose it is; null when it says none of these. */
function standInOf(item: Fields, actors: readonly Fields[]): string | null {
  const said = STAND_INS.map((key) => htmlText(textOf(item[key]) ?? '').text).find((text) => text !== '');
  return said ?? textOf(actors.map(({ id }) => String(id)).join(', '));
}

function untitled(spot: Spot): Fault {
  const reason = 'is missing: what it says elsewhere stands in';
  return { ...spot, field: 'title', found: undefined, reason, remedy: 'give it a title', leftOut: false };
}

/** The first date that the item has; of an `entry`, which is an event itself, that of the event. */
function dateOf(
  item: Fields,
  spot: Spot,
): { readonly date: string | undefined; readonly field: string | null; readonly faults: Fault[] } {
  const faults: Fault[] = [];
  const order = item.type === 'entry' ? ['event-date', ...DATES] : DATES;
  for (const field of order) {
    const found = cslDate(item[field], field, spot);
    if (found.date !== undefined) return { date: found.date, field, faults: [...faults, ...found.faults] };
    faults.push(...found.faults);
  }
  if (faults.length === 0) faults.push(undated('issued', spot));
  return { date: undefined, field: null, faults };
}

function sourceOf(item: Fields, date: string | undefined): Fields | null {
  const doi = textOf(item.DOI)?.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '');
  const url = textOf(item.URL) ?? (doi === undefined ? null : `https://doi.org/${doi}`);
  const publisher = textOf(item.publisher);
  const title = textOf(item['container-title']) ?? textOf(item.title) ?? publisher;
  if (title === null || (url === null && publisher === null && textOf(item['container-title']) === null)) return null;
  return { title: htmlText(title).text, url: url ?? undefined, publisher: publisher ?? undefined, date };
}

function keywordsOf(value: unknown): readonly string[] {
  const words = Array.isArray(value) ? value : (textOf(value) ?? '').split(/\s*[;,]\s*/);
  return [...new Set(words.flatMap((word) => textOf(word) ?? []))];
}

/** `Ludwig van Beethoven`; null for no name. */
function nameOf(name: unknown): string | null {
  if (!isFields(name)) return textOf(name);
  const parts = ['given', 'dropping-particle', 'non-dropping-particle', 'family', 'suffix'].flatMap(
    (key) => textOf(name[key]) ?? [],
  );
  return textOf(name.literal) ?? textOf(parts.join(' ').replace(/([’'])\s+/g, '$1'));
}
