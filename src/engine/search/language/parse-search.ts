import { MAX_TEXT } from '../../query';
import type { Hint } from '../answer';
import { type DateWords, joinDates } from './date-terms';
import { lex, type Lexeme, type Stretch } from './lexer';
import { ANYWHERE } from '../indexing/parts';
import { SEARCH_FIELDS } from './search-fields';
import { Scanner } from '../text/scanner';
import { isFunctionWord } from '../text/spelling';
import { TermReader } from './term-reader';
import type { Asked } from './terms';

/** Terms that are looked at; the rest are left out and told. */
export const MAX_TERMS = 24;
const MAX_DEPTH = 8;
/** Terms that a phrase of several words counts for: it takes reading. */
const PHRASE_WEIGHT = 4;

export interface ParsedSearch {
  readonly asked: Asked;
  readonly hints: readonly Hint[];
}

/**
 * What `text` asks for. Words next to each other must all be found; `OR` (or `|`) joins its two neighbours; `-` (or
 * `NOT`) excludes; brackets group. Total: what cannot be understood is read as words, and told.
 */
export function parseSearch(text: string): ParsedSearch {
  const hints: Hint[] = [];
  let read = text;
  if (text.length > MAX_TEXT) {
    read = text.slice(0, MAX_TEXT);
    hints.push({
      message: `Only the first ${MAX_TEXT} characters are searched for; shorten the text`,
      from: MAX_TEXT,
      to: text.length,
    });
  }
  const parser = new Parser(read, hints);
  return { asked: parser.all(), hints };
}

class Parser {
  readonly #pieces: readonly (Lexeme | DateWords)[];
  readonly #hints: Hint[];
  readonly #reader: TermReader;
  readonly #length: number;
  #at = 0;
  #terms = 0;

  constructor(text: string, hints: Hint[]) {
    const scanner = new Scanner();
    this.#pieces = joinDates(lex(text), scanner);
    this.#hints = hints;
    this.#length = text.length;
    this.#reader = new TermReader(this.#pieces, text.length, hints, scanner);
  }

  all(): Asked {
    const units: Asked[] = [];
    while (this.#at < this.#pieces.length) {
      units.push(...this.#sequence(0));
      this.#at++;
    }
    return withoutFunctionWords(units);
  }

  /** Units up to a closing bracket or the end. */
  #sequence(depth: number): Asked[] {
    const units: Asked[] = [];
    while (this.#at < this.#pieces.length && this.#pieces[this.#at].kind !== 'close') {
      const unit = this.#alternatives(depth);
      if (unit !== null) units.push(unit);
    }
    return units;
  }

  #alternatives(depth: number): Asked | null {
    const of: Asked[] = [];
    for (;;) {
      while (this.#kind() === 'or') this.#at++;
      if (this.#at >= this.#pieces.length || this.#kind() === 'close') break;
      const unit = this.#unit(depth);
      if (unit !== null) of.push(unit);
      if (this.#kind() !== 'or') break;
    }
    return of.length > 1 ? { kind: 'or', of } : (of.at(0) ?? null);
  }

  #unit(depth: number): Asked | null {
    const piece = this.#pieces[this.#at++];
    switch (piece.kind) {
      case 'not': {
        if (this.#at >= this.#pieces.length || this.#kind() === 'close') return null;
        const of = this.#unit(depth);
        return of === null ? null : { kind: 'not', of };
      }
      case 'open': {
        if (depth === MAX_DEPTH) return null;
        const of = this.#sequence(depth + 1);
        if (this.#kind() === 'close') this.#at++;
        return of.length === 0 ? null : withoutFunctionWords(of);
      }
      case 'strange':
        this.#hints.push(strange(piece, piece.name));
        return null;
      case 'close':
      case 'or':
        return null;
      case 'word':
      case 'date':
      case 'phrase':
      case 'field':
        return this.#read(piece);
    }
  }

  #read(piece: Extract<Lexeme | DateWords, { kind: 'word' | 'date' | 'phrase' | 'field' }>): Asked | null {
    const of: Asked[] = [];
    for (const asked of this.#reader.read(piece, this.#at - 1)) {
      const had = this.#terms;
      this.#terms += weigh(asked);
      if (this.#terms <= MAX_TERMS) of.push(asked);
      else if (had <= MAX_TERMS) {
        const message = `Only the first ${MAX_TERMS} words are searched for; leave some out`;
        this.#hints.push({ message, from: piece.from, to: this.#length });
      }
    }
    return of.length > 1 ? { kind: 'and', of } : (of.at(0) ?? null);
  }

  #kind(): string {
    return this.#at < this.#pieces.length ? this.#pieces[this.#at].kind : '';
  }
}

/** Terms that `asked` counts for. */
function weigh(asked: Asked): number {
  switch (asked.kind) {
    case 'term':
      if (asked.term.kind === 'phrase') return asked.term.words.length > 1 ? PHRASE_WEIGHT : 1;
      return asked.term.kind === 'value' ? asked.term.values.length : 1;
    case 'not':
      return weigh(asked.of);
    case 'and':
    case 'or':
      return asked.of.reduce((total, each) => total + weigh(each), 0);
  }
}

function strange(piece: Stretch, name: string): Hint {
  return {
    message: `“${name}:” is not a field, so it is searched as text; fields are ${Object.keys(SEARCH_FIELDS).join(', ')}`,
    from: piece.from,
    to: piece.to,
  };
}

/** Function words count only where there is nothing else to go by. */
function withoutFunctionWords(of: readonly Asked[]): Asked {
  const isFunction = (asked: Asked): boolean =>
    asked.kind === 'term' &&
    asked.term.kind === 'word' &&
    asked.term.parts === ANYWHERE &&
    isFunctionWord(asked.term.word);
  const isSubstance = (asked: Asked): boolean => asked.kind !== 'not' && !isFunction(asked);
  if (!of.some(isSubstance)) return { kind: 'and', of };
  return {
    kind: 'and',
    of: of.map((asked): Asked => {
      if (asked.kind !== 'term' || !isFunction(asked)) return asked;
      const { text, from, to } = asked.term;
      return { kind: 'term', term: { kind: 'skipped', text, from, to } };
    }),
  };
}
