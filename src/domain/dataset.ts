/** What a chronology says of itself. Its events are kept apart, as rows (engine/columns.ts) and records (engine/records.ts). */
export interface Chronology {
  readonly title: string;
  readonly description: string | null;
  /** How it was compiled, and what to keep in mind; plain text, a blank line starts a paragraph. */
  readonly note: string | null;
  /** BCP 47; `en` when the file names none. */
  readonly language: string;
  readonly license: string | null;
  /** EDTF. */
  readonly updated: string | null;
  readonly url: string | null;
  /** In the order of the file; ids are unique. Ids that only events name follow as kind `other`. */
  readonly actors: readonly Actor[];
  readonly topics: readonly Topic[];
}

export type ActorKind = 'person' | 'body' | 'state' | 'other';

export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly short: string | null;
  readonly aliases: readonly string[];
  /** Actor ids. */
  readonly memberOf: readonly string[];
  readonly roles: readonly Role[];
  readonly url: string | null;
  readonly note: string | null;
}

export interface Role {
  readonly title: string;
  /** Actor id or plain name. */
  readonly body: string | null;
  /** EDTF. */
  readonly date: string | null;
}

export interface Topic {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
}

/** Something in a file that was left out or altered, and what would mend it. */
export interface Problem {
  /** 0-based position in the file's `events`, or null for the file as a whole. */
  readonly index: number | null;
  readonly eventId: string | null;
  /** Where in the event, as `sources[2].url`, or in the file; '' for the event or the file itself. */
  readonly field: string;
  /** The value as found, cut to 120 characters. */
  readonly found: string;
  readonly reason: string;
  readonly remedy: string;
  /** Where the record stands, when the format has places. */
  readonly at?: FilePlace;
  /** The record is left out for it. */
  readonly leftOut?: true;
  /** The file ends here, and should not: there may have been more. */
  readonly isCut?: true;
}

/** A place in a file: 1-based line and column; a line of 0 is not known, and so is a column. */
export interface FilePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}
