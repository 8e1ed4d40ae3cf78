import type { Field, Sign } from '../query';

/** What a search text finds. Plain data: it travels from the worker. */
export interface SearchAnswer {
  /** One bit a row, as Bitmap has them. All rows for a text without a word. */
  readonly hits: Uint32Array<ArrayBuffer>;
  readonly count: number;
  /** Rows there are in all. */
  readonly rows: number;
  /** Rows of hits, best first, at most MAX_RANKED; empty for a text without a word. */
  readonly ranked: Uint32Array<ArrayBuffer>;
  /** No event has all that was asked: these have the greater part of it. */
  readonly soft: boolean;
  /** In the order of the text. */
  readonly understood: readonly Understood[];
  readonly hints: readonly Hint[];
  readonly needles: Needles;
}

/** How a word was read: the nearest way by which it finds an event. */
export type Reading =
  | 'as written'
  | 'alias'
  | 'other form'
  | 'beginning'
  | 'transliteration'
  | 'joined'
  | 'split'
  | 'typing error'
  | 'date'
  | 'name'
  | 'apart'
  | 'skipped'
  | 'nowhere';

/** One term of the text: a word, a phrase, or a field with its value. */
export interface Understood {
  /** As typed. */
  readonly text: string;
  /** UTF-16 offsets into the text, half-open. */
  readonly from: number;
  readonly to: number;
  readonly excluded: boolean;
  readonly reading: Reading;
  /** What it was taken for, the commonest first, at most five: words of the chronology, names, or a date. */
  readonly as: readonly string[];
  /** Events that this term alone finds (for an excluded one: leaves out). */
  readonly count: number;
  /** The reading as the end of a sentence that begins with `text`: `is read as “kazakhstan”: 120 events`. */
  readonly meaning: string;
  /** Words of the chronology nearest to one that finds nothing, or that stands in hardly any event; at most three. */
  readonly nearest: readonly string[];
}

/** Something in the text that was not taken as its writer may have meant it, and what would do. */
export interface Hint {
  readonly message: string;
  readonly from: number;
  readonly to: number;
}

/** What to mark in texts: folded words, beginnings of words, and phrases, whose last word may be `begun` only. */
export interface Needles {
  /** Sorted by code unit. */
  readonly words: readonly string[];
  readonly prefixes: readonly string[];
  readonly phrases: readonly { readonly words: readonly string[]; readonly begun: boolean }[];
}

/** A facet value that a term of a search text names. */
export interface LiftedPick {
  readonly field: Field;
  readonly id: string;
  readonly sign: Sign;
}

export const MAX_RANKED = 10_000;
export const NO_NEEDLES: Needles = { words: [], prefixes: [], phrases: [] };
