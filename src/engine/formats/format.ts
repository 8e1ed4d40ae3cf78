import type { Fields } from '../../domain/parsing/field';

/** Where something begins in a file; both 1-based, 0 where a format has none (`line` then counts records). */
export interface Spot {
  readonly line: number;
  readonly column: number;
}

/** Something that a reader left out or altered, as `Problem` has it. */
export interface Fault extends Spot {
  /** The column or key it is about, as the file names it; '' for the record itself. */
  readonly field: string;
  /** As found; quoted and cut by whoever takes it. */
  readonly found: unknown;
  /** What is wrong, and what follows from it. */
  readonly reason: string;
  readonly remedy: string;
  /** Whether the record is left out for it: otherwise something of it was altered, or lost. */
  readonly leftOut: boolean;
  /** Set where the file ends, and should not. */
  readonly isCut?: true;
}

/** What a reader finds in a file, in the order of the file. */
export type Found =
  /** What the file says of itself, in the words of dateline/1, without `events`. A later one adds what the earlier lack. */
  | { readonly kind: 'head'; readonly fields: Fields }
  /** A record as an event of dateline/1, unchecked. What has no field there goes along under its own name. */
  | { readonly kind: 'event'; readonly event: Fields; readonly spot: Spot; readonly faults?: readonly Fault[] }
  /** A record left out, or a fault of the file as a whole. */
  | { readonly kind: 'fault'; readonly fault: Fault }
  /** The file can be of no use; the message, for people, says why and what would do. What was found before still counts. */
  | { readonly kind: 'refused'; readonly message: string };

/**
 * Reads one file. Never throws for what is in the file, and takes time that grows at most linearly with it. A generator's
 * steps are the places where the work may be paused: some milliseconds each at most, so a reader that finds nothing for
 * long yields null.
 */
export interface FormatReader {
  /** Takes the next text of the file, which may be parted anywhere, a surrogate pair excepted. */
  add(text: string): Iterable<Found | null>;
  /** There is no more. */
  end(): Iterable<Found | null>;
}

/** The beginning of a file, for telling its format. */
export interface Sample {
  readonly name: string;
  /** Some 256 kB at most; without a byte order mark. */
  readonly text: string;
  /** Whether `text` is the whole file. */
  readonly isWhole: boolean;
}

/** A format of text that is neither a table nor JSON. */
export interface TextFormat {
  /** As people call it: `iCalendar`. */
  readonly name: string;
  /** Whether the file is of this format, by its content. */
  recognises(sample: Sample): boolean;
  reader(sample: Sample): FormatReader;
}
