import type { Problem } from '../../domain/dataset';
import { LIMITS } from '../../domain/limits';
import { isDeeper } from '../../domain/parsing/depth';
import { tooManyEvents } from '../../domain/parsing/envelope';
import type { Fields } from '../../domain/parsing/field';
import type { Entries } from '../entries';
import type { Refused } from '../formats/ended';
import { EventIds } from '../formats/event-id';
import type { Fault, Found, Spot } from '../formats/format';
import { Pages, type Shelf } from '../formats/pages';
import type { Kind, OtherFile, Renaming } from './file';
import { addHead } from './heads';
import { problemOf, refusalOf } from './told';

/** Things found between two pauses, at most. */
const FEW = 200;

/** A file of another format: what is found in it becomes records of dateline/1. */
export class ForeignFile implements OtherFile {
  readonly kind: Kind;
  readonly from: number;
  readonly used: { readonly from: number; to: number };
  readonly pages = null;
  readonly isDerived = true;
  to: number;
  refusal: string | null = null;
  readonly #head = new Map<string, unknown>();
  readonly #records: Pages;
  readonly #ids = new EventIds();
  readonly #renaming: Renaming | null;
  readonly #encoder = new TextEncoder();

  constructor(kind: Kind, shelf: Shelf, entries: Entries, renaming: Renaming | null) {
    this.kind = kind;
    this.from = this.to = entries.listed;
    this.used = { from: entries.count, to: entries.count };
    this.#records = new Pages(shelf);
    this.#renaming = renaming;
  }

  get fields(): Fields {
    return Object.fromEntries(this.#head);
  }

  /** Takes what was found; yields now and then, so that there can be a pause, and what makes all files useless. */
  *taking(found: Iterable<Found | null>, entries: Entries): Generator<Refused | null> {
    let taken = 0;
    for (const each of found) {
      if (each !== null) this.#take(each, entries);
      if (entries.listed > LIMITS.events) yield { ok: false, message: tooManyEvents() };
      else if (this.refusal !== null) return;
      else if (each === null || (taken += 1) % FEW === 0) yield null;
    }
  }

  end(entries: Entries): null {
    this.to = entries.listed;
    this.used.to = entries.count;
    if (this.used.to === this.used.from && this.refusal === null && this.to === this.from)
      this.refusal = 'The file lists no events; choose one that does';
    if (this.refusal !== null) {
      const fault = refusalOf(this.refusal);
      entries.tell(this.#problem(null, fault, fault));
    }
    return null;
  }

  #take(found: Found, entries: Entries): void {
    switch (found.kind) {
      case 'head':
        addHead(this.#head, found.fields);
        return;
      case 'fault': {
        const index = found.fault.leftOut ? entries.listed : null;
        entries.tell(this.#problem(index, found.fault, found.fault));
        if (found.fault.leftOut) entries.leaveOut();
        return;
      }
      case 'refused':
        this.refusal = found.message;
        return;
      case 'event':
        this.#addEvent(found.event, found.spot, found.faults ?? [], entries);
    }
  }

  #addEvent(raw: Fields, spot: Spot, faults: readonly Fault[], entries: Entries): void {
    const index = entries.listed;
    const named = this.#withId(raw, entries);
    const eventId = typeof named.id === 'string' ? named.id : null;
    for (const fault of faults) entries.tell({ ...this.#problem(index, fault, fault), eventId });
    const event = this.#renaming?.event(named) ?? named;
    const bytes = isDeeper(event, LIMITS.depth) ? null : this.#encoder.encode(JSON.stringify(event));
    if (bytes === null || bytes.length > LIMITS.part) {
      entries.tell(this.#problem(index, spot, bytes === null ? TOO_DEEP : TOO_LARGE));
      entries.leaveOut();
      return;
    }
    const place = this.#records.put(bytes);
    entries.add(event, place, bytes.length, LIMITS.depth, { file: this.kind.name, ...spotOf(spot) });
  }

  #withId(event: Fields, entries: Entries): Fields {
    const { id } = event;
    if (typeof id === 'string' && id.trim() !== '') return event;
    return { ...event, id: typeof id === 'number' ? String(id) : this.#ids.of(event, (id) => entries.isTaken(id)) };
  }

  #problem(index: number | null, spot: Spot, what: Omit<Fault, keyof Spot>): Problem {
    return problemOf(this.kind.name, index, spot, what);
  }
}

const TOO_DEEP = {
  field: '',
  found: '',
  reason: `nests more than ${LIMITS.depth} levels deep: the event is left out`,
  remedy: 'flatten it',
  leftOut: true,
};
const TOO_LARGE = {
  field: '',
  found: '',
  reason: `is larger than ${LIMITS.part / 1e6} MB: the event is left out`,
  remedy: 'see whether a quote or a bracket is missing in it',
  leftOut: true,
};

function spotOf({ line, column }: Spot): Spot {
  return { line, column };
}
