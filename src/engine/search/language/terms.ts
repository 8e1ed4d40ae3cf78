import type { Span } from './date-terms';
import type { FieldValueText, Stretch } from './lexer';
import type { SearchField, TimeTest } from './search-fields';

/** A word that its neighbours could make one with: `peace keeping` for peacekeeping. */
export interface Join {
  readonly word: string;
  /** Only begun, because it ends where the text ends. */
  readonly begun: boolean;
}

/** One thing asked for, at its place in the text. Words are folded; `parts` says where to look. */
export type Term =
  | (Stretch & {
      readonly kind: 'word';
      readonly word: string;
      readonly begun: boolean;
      readonly parts: number;
      readonly joins: readonly Join[];
    })
  | (Stretch & {
      readonly kind: 'phrase';
      readonly words: readonly string[];
      readonly begun: boolean;
      readonly parts: number;
    })
  | (Stretch & {
      readonly kind: 'value';
      readonly field: Extract<SearchField, { kind: 'value' }>;
      readonly name: string;
      readonly values: readonly FieldValueText[];
    })
  | (Stretch & { readonly kind: 'time'; readonly test: TimeTest; readonly spans: readonly Span[] })
  | (Stretch & { readonly kind: 'date'; readonly span: Span; readonly date: string; readonly words: readonly string[] })
  /** A word that narrows nothing. */
  | (Stretch & { readonly kind: 'skipped' });

/** What a search text asks for. An `and` of nothing lets everything through. */
export type Asked =
  | { readonly kind: 'term'; readonly term: Term }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Asked[] }
  | { readonly kind: 'not'; readonly of: Asked };

export type WordTerm = Extract<Term, { kind: 'word' }>;
export type PhraseTerm = Extract<Term, { kind: 'phrase' }>;
export type ValueTerm = Extract<Term, { kind: 'value' }>;
