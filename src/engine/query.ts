import type { CheckKind } from './checking/finding';

/** The facets, in the order the page shows them. `dating` says how exactly an event is dated. */
export const FIELDS = ['actor', 'topic', 'type', 'status', 'confidence', 'place', 'publisher', 'dating'] as const;
export type Field = (typeof FIELDS)[number];

export type Sign = 'include' | 'exclude';

/** One value picked in a field. `off`: kept in the query but without effect for now. */
export interface Pick {
  readonly id: string;
  readonly sign: Sign;
  readonly off: boolean;
}

/** `any`: at least one of the included values; `all`: every one. Exclusion always wins. */
export interface FieldClause {
  readonly picks: readonly Pick[];
  readonly mode: 'any' | 'all';
}

/** EDTF bounds, each null when open: `2022-01` as `from` is its first instant, as `to` its last. Undated events match no range. */
export interface RangeClause {
  readonly from: string | null;
  readonly to: string | null;
  /** `possibly`: the event's extent overlaps the range; `certainly`: it lies within. */
  readonly mode: 'possibly' | 'certainly';
  readonly off: boolean;
}

export interface TextClause {
  readonly value: string;
  readonly off: boolean;
}

/** Of the data check (engine/checking), the events of one of its findings. */
export interface CheckClause {
  readonly kind: CheckKind;
  readonly off: boolean;
}

/** What is asked of a chronology: AND between clauses. */
export interface Query {
  readonly text: TextClause;
  readonly fields: Readonly<Partial<Record<Field, FieldClause>>>;
  readonly range: RangeClause | null;
  readonly check?: CheckClause;
  /** Ids of actors that stand for themselves and all their members. */
  readonly members: readonly string[];
}

/** Names one clause of a query: what a chip shows, removes or switches off. */
export type ClauseRef =
  | { readonly kind: 'pick'; readonly field: Field; readonly id: string }
  | { readonly kind: 'range' }
  | { readonly kind: 'check' }
  | { readonly kind: 'text' };

/** Longest search text that is looked at; the rest is cut and told. */
export const MAX_TEXT = 500;
export const NO_CLAUSE: FieldClause = { picks: [], mode: 'any' };
export const EVERYTHING: Query = { text: { value: '', off: false }, fields: {}, range: null, members: [] };
