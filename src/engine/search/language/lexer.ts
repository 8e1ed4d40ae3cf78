import { SEARCH_FIELDS, type SearchField } from './search-fields';

/** A stretch of the text, half-open UTF-16 offsets. */
export interface Stretch {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

export interface FieldValueText extends Stretch {
  readonly quoted: boolean;
  /** Quoted, and the quote never closed. */
  readonly open: boolean;
}

/** The pieces of a search text, in order. A phrase's text is what stands between its quotes. */
export type Lexeme =
  | (Stretch & { readonly kind: 'open' | 'close' | 'or' | 'not' })
  | (Stretch & { readonly kind: 'word' })
  | (Stretch & { readonly kind: 'phrase'; readonly closed: boolean })
  | (Stretch & {
      readonly kind: 'field';
      readonly name: string;
      readonly field: SearchField;
      readonly values: readonly FieldValueText[];
    })
  | (Stretch & { readonly kind: 'strange'; readonly name: string });

const OPENING = '"“„«';
const CLOSING = '"”“»';
const SPACE = /\s/u;
const NAME = /^(\p{L}+):/u;

/** Cuts `text` into pieces. Never throws; a quote that is not closed runs to the end. `strange` is a field that is none. */
export function lex(text: string): Lexeme[] {
  const lexemes: Lexeme[] = [];
  let at = 0;
  const add = (kind: 'open' | 'close' | 'or' | 'not' | 'word', to: number): void => {
    lexemes.push({ kind, text: text.slice(at, to), from: at, to });
    at = to;
  };
  while (at < text.length) {
    const here = text.charAt(at);
    if (SPACE.test(here)) at++;
    else if (here === '(') add('open', at + 1);
    else if (here === ')') add('close', at + 1);
    else if (here === '|') add('or', at + 1);
    else if (here === '-' && /^-+[^\s-]/u.test(text.slice(at, at + 8))) add('not', at + 1);
    else if (OPENING.includes(here)) {
      const { to, end, closed } = quoted(text, at);
      lexemes.push({ kind: 'phrase', text: text.slice(at + 1, to), from: at, to: end, closed });
      at = end;
    } else {
      const name = NAME.exec(text.slice(at, at + 32))?.[1] ?? '';
      const known = name.toLowerCase();
      if (name !== '' && Object.hasOwn(SEARCH_FIELDS, known)) {
        const { values, to } = valuesAt(text, at + name.length + 1);
        const field = SEARCH_FIELDS[known];
        lexemes.push({ kind: 'field', name: known, field, values, text: text.slice(at, to), from: at, to });
        at = to;
        continue;
      }
      const to = wordEnd(text, at, '');
      const word = text.slice(at, to);
      if (name !== '' && /^[^\s/]/u.test(text.slice(at + name.length + 1))) {
        lexemes.push({ kind: 'strange', name, text: `${name}:`, from: at, to: at + name.length + 1 });
        at += name.length + 1;
      } else if (word === 'OR') add('or', to);
      else if (word === 'NOT') add('not', to);
      else if (word === 'AND') at = to;
      else add('word', to);
    }
  }
  return lexemes;
}

function quoted(text: string, at: number): { to: number; end: number; closed: boolean } {
  let to = at + 1;
  while (to < text.length && !CLOSING.includes(text.charAt(to))) to++;
  const closed = to < text.length;
  return { to, end: closed ? to + 1 : to, closed };
}

function wordEnd(text: string, at: number, also: string): number {
  let to = at;
  while (to < text.length) {
    const next = text.charAt(to);
    if (SPACE.test(next) || next === '(' || next === ')' || next === '|' || OPENING.includes(next)) break;
    if (also.includes(next) && also !== '') break;
    to++;
  }
  return Math.max(to, at + 1);
}

/** The values of a field: words or quoted texts with commas, and no space, between them. */
function valuesAt(text: string, start: number): { values: FieldValueText[]; to: number } {
  const values: FieldValueText[] = [];
  let at = start;
  while (at < text.length && text.charAt(at) === ' ') at++;
  for (;;) {
    if (at >= text.length || SPACE.test(text.charAt(at)) || '()|'.includes(text.charAt(at))) break;
    if (OPENING.includes(text.charAt(at))) {
      const { to, end, closed } = quoted(text, at);
      values.push({ text: text.slice(at + 1, to), from: at, to: end, quoted: true, open: !closed });
      at = end;
    } else if (text.charAt(at) !== ',') {
      const to = wordEnd(text, at, ',');
      values.push({ text: text.slice(at, to), from: at, to, quoted: false, open: false });
      at = to;
    }
    if (text.charAt(at) !== ',') break;
    at++;
  }
  return { values: values.filter((value) => value.text.trim() !== ''), to: values.length === 0 ? start : at };
}
