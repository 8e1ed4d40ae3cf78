/** What looks wrong in events. */
export type FindingKind =
  | 'first of January'
  | 'first of the month'
  | 'ends early'
  | 'future'
  | 'source too old'
  | 'near duplicate'
  | 'no source'
  | 'same actor';

/** Something that looks wrong in a chronology, though it could be read; it may be right. */
export interface Finding {
  readonly kind: FindingKind;
  /** The events concerned, ascending; never empty. */
  readonly rows: readonly number[];
  /** Of `same actor`: the indexes of actors that look like one, two or more; empty for others. */
  readonly actors: readonly number[];
}
