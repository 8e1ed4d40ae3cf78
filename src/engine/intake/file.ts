import type { Problem } from '../../domain/dataset';
import type { Fields } from '../../domain/parsing/field';
import type { Entries } from '../entries';
import type { FileRead } from '../formats/choices';
import type { Refused } from '../formats/ended';
import type { Found } from '../formats/format';
import type { Pages } from '../formats/pages';

/** What is known of a file before it is read. */
export type Kind = Omit<FileRead, 'records' | 'events'>;

/** One of the files that are opened together; it gives its events to the entries of all, and keeps what else it says. */
export interface IntakeFile {
  readonly kind: Kind;
  /** Its records among those of all files: from this on, and up to the other, which is known once it has ended. */
  readonly from: number;
  readonly to: number;
  /** As `from` and `to`, of the events that can be used. */
  readonly used: { readonly from: number; readonly to: number };
  /** Its bytes, when places in them tell where its events stand. */
  readonly pages: Pages | null;
  /** What it says apart from its events; complete once it has ended. */
  readonly fields: Fields;
  /** Whether names that only its events have need no mention: it has no list of them. */
  readonly isDerived: boolean;
  /** Why none of it is used; null as long as some of it may be. */
  readonly refusal: string | null;
  /** No more of it comes. What makes all files useless, or null. */
  end(entries: Entries): Refused | null;
}

/** A file that is not read by its bytes. */
export interface OtherFile extends IntakeFile {
  /** Takes what was found; yields now and then, so that there can be a pause, and what makes all files useless. */
  taking(found: Iterable<Found | null>, entries: Entries): Generator<Refused | null>;
}

/** Actors that stand for others, in events and in what is said of them. */
export interface Renaming {
  /** What is wrong with it. */
  readonly problems: readonly Problem[];
  /** Itself when nothing changes. */
  event(item: unknown): unknown;
  head(fields: Fields): Fields;
}
