import { type Leaf, markAll, marksOfWord } from './leaf';
import { markDate, markTime } from './mark-time';
import type { Marks } from './marks';
import { ANYWHERE, PART } from '../indexing/parts';
import type { Run, Steps } from './run';
import type { PhraseTerm, Term, ValueTerm, WordTerm } from '../language/terms';

type WholeTerm = Exclude<Term, PhraseTerm | WordTerm>;

/** What `term` finds by itself; words are found by `findWord`, phrases by `findPhrases`. */
export function* findTerm(run: Run, term: WholeTerm, excluded: boolean): Steps<Leaf> {
  switch (term.kind) {
    case 'value':
      return yield* findValues(run, term, excluded);
    case 'time': {
      const marks = run.marks();
      for (const span of term.spans) if (run.spend(markTime(run.index, term.test, span, marks.bits))) yield;
      return { term, marks, reading: 'date', words: [], ranges: [], as: [] };
    }
    case 'date':
      return yield* findDate(run, term);
    case 'skipped':
      return { term, marks: run.marks(), reading: 'skipped', words: [], ranges: [], as: [] };
  }
}

function* findValues(run: Run, term: ValueTerm, excluded: boolean): Steps<Leaf> {
  const { names, valueRows } = run.index;
  const marks = run.marks();
  const found = new Map<number, boolean>();
  for (const { text } of term.values) {
    const { indexes, how } = names.resolve(term.field.field, text, term.field.actorKind, excluded);
    for (const value of indexes) found.set(value, how === 'nearly');
  }
  for (const value of found.keys()) if (run.spend(8 + marks.addAll(valueRows, value, 255))) yield;
  const commonestFirst = [...found.keys()].sort((a, b) => valueRows.counts[b] - valueRows.counts[a]);
  const as = commonestFirst.slice(0, 5).map((value) => names.values[value].name);
  const nearly = [...found.values()].some((each) => each);
  const reading = found.size === 0 ? 'nowhere' : nearly ? 'typing error' : 'name';
  return { term, marks, reading, words: [], ranges: [], as };
}

/** Rows of that date, and rows that have its words in a text. */
function* findDate(run: Run, term: Extract<Term, { kind: 'date' }>): Steps<Leaf> {
  const { index } = run;
  const marks = run.gradedMarks();
  if (run.spend(markDate(index, term.span, marks))) yield;
  const ids = term.words.map((word) => index.vocabulary.find(word));
  if (ids.every((id) => id >= 0)) {
    const perWord: Marks[] = [];
    for (const id of ids) perWord.push(yield* marksOfWord(run, id, ANYWHERE & ~PART.date));
    yield* markAll(run, perWord, 1, marks);
  }
  const reading = marks.count === 0 ? 'nowhere' : 'date';
  return { term, marks, reading, words: ids.filter((id) => id >= 0), ranges: [], as: [term.date] };
}
