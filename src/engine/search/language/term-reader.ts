import type { Hint } from '../answer';
import { type DateWords, type Span, spanOf } from './date-terms';
import type { FieldValueText, Lexeme, Stretch } from './lexer';
import { ANYWHERE } from '../indexing/parts';
import type { Scanner } from '../text/scanner';
import type { SearchField } from './search-fields';
import type { Asked, Join, Term } from './terms';
import { type Token, tokensOf, wordsOf } from '../text/tokens';

type Piece = Lexeme | DateWords;

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Reads pieces of a search text as terms. */
export class TermReader {
  readonly #pieces: readonly Piece[];
  /** Length of the text: what ends there is still being typed. */
  readonly #end: number;
  readonly #hints: Hint[];
  readonly #scanner: Scanner;

  constructor(pieces: readonly Piece[], end: number, hints: Hint[], scanner: Scanner) {
    this.#scanner = scanner;
    this.#pieces = pieces;
    this.#end = end;
    this.#hints = hints;
  }

  /** What the piece at `index` asks for, all of which must be found; nothing for a piece without a word. */
  read(piece: Extract<Piece, { kind: 'word' | 'date' | 'phrase' | 'field' }>, index: number): Asked[] {
    switch (piece.kind) {
      case 'word':
        return this.#words(piece, ANYWHERE, index).map(asked);
      case 'phrase':
        return this.#phrase(piece, piece.text, ANYWHERE, !piece.closed).map(asked);
      case 'date': {
        const { text, from, to, date, span } = piece;
        return [asked({ kind: 'date', text, from, to, date, span, words: wordsOf(text, this.#scanner) })];
      }
      case 'field':
        return this.#field(piece);
    }
  }

  #words(piece: Stretch, parts: number, index: number): Term[] {
    const tokens = tokensOf(piece.text, this.#scanner);
    const own = tokens.filter((token) => !token.whole);
    if (own.length > 1 && index > 0 && this.#pieces[index - 1].kind === 'not') {
      return this.#phrase(piece, piece.text, parts, false);
    }
    if (UNSPACED.test(piece.text) && own.length > 1) return this.#phrase(piece, piece.text, parts, true);
    const whole = tokens.at(-1)?.whole === true && own.length > 1 ? (tokens.at(-1)?.text ?? null) : null;
    return own.map((token, i) => {
      const last = i === own.length - 1;
      const joins: Join[] = whole === null ? [] : [{ word: whole, begun: this.#begun(piece) }];
      if (parts === ANYWHERE) {
        const before = i > 0 ? own[i - 1].text : this.#neighbour(index - 1)?.at(-1)?.text;
        const after = last ? this.#neighbour(index + 1)?.at(0)?.text : own[i + 1].text;
        if (before !== undefined) joins.push({ word: before + token.text, begun: last && this.#begun(piece) });
        if (after !== undefined) {
          const ending = last ? this.#pieces[index + 1] : piece;
          const ends = last ? this.#neighbour(index + 1)?.length === 1 : i + 1 === own.length - 1;
          joins.push({ word: token.text + after, begun: ends && this.#begun(ending) });
        }
      }
      return {
        kind: 'word',
        word: token.text,
        begun: last && this.#begun(piece),
        parts,
        joins: joins.filter((join, at) => joins.findIndex((other) => other.word === join.word) === at),
        text: piece.text.slice(token.from, token.to),
        from: piece.from + token.from,
        to: piece.from + token.to,
      };
    });
  }

  #begun({ to }: Stretch): boolean {
    return to === this.#end;
  }

  #neighbour(index: number): Token[] | null {
    const piece = this.#pieces.at(index);
    if (index < 0 || piece?.kind !== 'word') return null;
    return tokensOf(piece.text, this.#scanner).filter((token) => !token.whole);
  }

  #phrase(piece: Stretch, inner: string, parts: number, open: boolean): Term[] {
    const words = wordsOf(inner, this.#scanner);
    if (words.length === 0) return [];
    const { text, from, to } = piece;
    const begun = open && this.#begun(piece) && !/\s$/u.test(inner);
    return [{ kind: 'phrase', words, begun, parts, text, from, to }];
  }

  #field(piece: Extract<Piece, { kind: 'field' }>): Asked[] {
    const { field, name, values, text, from, to } = piece;
    if (values.length === 0) {
      this.#hints.push({ message: `“${name}:” wants something after it`, from, to });
      return [];
    }
    switch (field.kind) {
      case 'value':
        return [asked({ kind: 'value', field, name, values, text, from, to })];
      case 'time':
        return this.#time(field, piece).map(asked);
      case 'words': {
        const each = values.map((value) => this.#valueWords(value, field.parts).map(asked));
        const of = each.filter((words) => words.length > 0);
        return of.length < 2 ? of.flat() : [{ kind: 'or', of: of.map((words): Asked => ({ kind: 'and', of: words })) }];
      }
    }
  }

  #valueWords(value: FieldValueText, parts: number): Term[] {
    return value.quoted ? this.#phrase(value, value.text, parts, value.open) : this.#words(value, parts, -2);
  }

  #time(field: Extract<SearchField, { kind: 'time' }>, piece: Extract<Piece, { kind: 'field' }>): Term[] {
    const { values, text, from, to } = piece;
    const spans: Span[] = [];
    const rest: Term[] = [];
    for (const value of values) {
      const span = spanOf(value.text);
      if (span !== null) spans.push(span);
      else {
        this.#hints.push({
          message: `“${value.text}” is not a date, so it is searched as text; dates are 2022, 2022-01, 2022-01-06 or 2022-01..2022-03`,
          from: value.from,
          to: value.to,
        });
        rest.push(...this.#words(value, ANYWHERE, -2));
      }
    }
    return spans.length === 0 ? rest : [{ kind: 'time', test: field.test, spans, text, from, to }, ...rest];
  }
}

function asked(term: Term): Asked {
  return { kind: 'term', term };
}
