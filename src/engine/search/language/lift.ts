import { type Field, MAX_TEXT } from '../../query';
import type { LiftedPick } from '../answer';
import { lex, type Lexeme } from './lexer';
import type { NameTable } from '../indexing/name-table';

export interface Lifted {
  /** The text without the terms that became picks. */
  readonly rest: string;
  readonly picks: readonly LiftedPick[];
}

type FieldLexeme = Extract<Lexeme, { kind: 'field' }>;

interface Candidate {
  readonly from: number;
  readonly to: number;
  readonly excluded: boolean;
  readonly field: Field;
  readonly ids: readonly string[];
}

/**
 * The terms of `text` that say the same as facet values: `actor:zas`, `-topic:exercises`, `type:exercise,visit`. Only
 * those outside brackets and alternatives, each of whose values has one meaning; of two terms that include values of one
 * field, which both must hold, none is taken, because picked values are alternatives. None from a text over MAX_TEXT.
 */
export function liftFacets(text: string, names: NameTable): Lifted {
  const candidates = text.length > MAX_TEXT ? [] : candidatesOf(lex(text), names);
  const included = candidates.filter((each) => !each.excluded).map((each) => each.field);
  const taken = candidates.filter(
    ({ excluded, field }) => excluded || included.indexOf(field) === included.lastIndexOf(field),
  );
  if (taken.length === 0) return { rest: text, picks: [] };
  let rest = '';
  let at = 0;
  for (const { from, to } of taken) {
    rest += text.slice(at, from);
    at = to;
  }
  rest += text.slice(at);
  return {
    rest: rest.replace(/\s+/gu, ' ').trim(),
    picks: taken.flatMap(({ field, ids, excluded }) =>
      ids.map((id): LiftedPick => ({ field, id, sign: excluded ? 'exclude' : 'include' })),
    ),
  };
}

function candidatesOf(lexemes: readonly Lexeme[], names: NameTable): Candidate[] {
  const found: Candidate[] = [];
  let depth = 0;
  lexemes.forEach((lexeme, at) => {
    if (lexeme.kind === 'open') depth++;
    else if (lexeme.kind === 'close') depth = Math.max(0, depth - 1);
    else if (lexeme.kind === 'field' && depth === 0) {
      const excluded = lexemes.at(at - 1)?.kind === 'not' && at > 0;
      const first = excluded ? at - 1 : at;
      const before = first > 0 ? lexemes[first - 1].kind : '';
      const after = at + 1 < lexemes.length ? lexemes[at + 1].kind : '';
      const meant = meaningOf(lexeme, names);
      if (meant === null || before === 'or' || before === 'not' || after === 'or') return;
      found.push({ ...meant, from: lexemes[first].from, to: lexeme.to, excluded });
    }
  });
  return found;
}

function meaningOf({ field, values }: FieldLexeme, names: NameTable): Pick<Candidate, 'field' | 'ids'> | null {
  if (field.kind !== 'value' || values.length === 0) return null;
  const ids: string[] = [];
  for (const { text } of values) {
    const { indexes, how } = names.resolve(field.field, text, field.actorKind, true);
    if (indexes.length !== 1 || how === 'begun') return null;
    const { id } = names.values[indexes[0]];
    if (!ids.includes(id)) ids.push(id);
  }
  return { field: field.field, ids };
}
