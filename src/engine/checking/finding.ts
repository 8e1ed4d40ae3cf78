/** What looks wrong in events by themselves, in the order it is told. */
export const CHECKS = [
  'first-of-january',
  'first-of-month',
  'ends-early',
  'future',
  'source-too-old',
  'near-duplicate',
  'no-source',
] as const;
export type CheckKind = (typeof CHECKS)[number];

/** What looks wrong in a chronology. */
export type FindingKind = CheckKind | 'same-actor';

/** Something that looks wrong in a chronology, though it could be read; it may be right. */
export interface Finding {
  readonly kind: FindingKind;
  /** The events concerned, ascending; never empty. */
  readonly rows: readonly number[];
  /** Of `same-actor`: the indexes of actors that look like one, two or more; empty for others. */
  readonly actors: readonly number[];
}
