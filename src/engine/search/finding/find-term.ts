import { lowerBound } from '../../rows/bounds';
import type { Hint } from '../answer';
import type { Span } from '../language/date-terms';
import { findPhrase } from './find-phrase';
import { findWord } from './find-word';
import { type Leaf, markAll, marksOfWord } from './leaf';
import { Marks } from './marks';
import { ANYWHERE, gradeOf, PART } from '../indexing/parts';
import type { TimeTest } from '../language/search-fields';
import type { SearchIndex } from '../indexing/search-index';
import type { Term, ValueTerm } from '../language/terms';

/** An event that may lie partly outside a date found among the words. */
const OVERLAPPING = 0.85;

export interface Finding {
  /** The term is something that events must not have. */
  readonly excluded: boolean;
  /** Words may be misspelt even when they stand somewhere. */
  readonly widely: boolean;
  /** What is to be told is added here. */
  readonly hints: Hint[];
}

/** What `term` finds by itself. */
export function findTerm(index: SearchIndex, term: Term, { excluded, widely, hints }: Finding): Leaf {
  switch (term.kind) {
    case 'word':
      return findWord(index, term, excluded, widely);
    case 'phrase':
      return findPhrase(index, term, hints);
    case 'value':
      return findValues(index, term, excluded);
    case 'time': {
      const marks = new Marks(index.input.count);
      for (const span of term.spans) markTime(index, term.test, span, () => 1, marks);
      return { term, marks, reading: 'date', words: [], as: [] };
    }
    case 'date':
      return findDate(index, term);
    case 'skipped':
      return { term, marks: new Marks(0), reading: 'skipped', words: [], as: [] };
  }
}

function findValues(index: SearchIndex, term: ValueTerm, excluded: boolean): Leaf {
  const marks = new Marks(index.input.count);
  const found = new Map<number, boolean>();
  for (const { text } of term.values) {
    const { indexes, how } = index.names.resolve(term.field.field, text, term.field.actorKind, excluded);
    for (const value of indexes) found.set(value, how === 'nearly');
  }
  for (const value of found.keys()) marks.addAll(index.valueRows, value, 255);
  const commonestFirst = [...found.keys()].sort((a, b) => index.valueRows.counts[b] - index.valueRows.counts[a]);
  const as = commonestFirst.slice(0, 5).map((value) => index.names.values[value].name);
  const nearly = [...found.values()].some((each) => each);
  return { term, marks, reading: found.size === 0 ? 'nowhere' : nearly ? 'typing error' : 'name', words: [], as };
}

/** Rows of that date, and rows that have its words in a text. */
function findDate(index: SearchIndex, term: Extract<Term, { kind: 'date' }>): Leaf {
  const marks = new Marks(index.input.count);
  const { span, words: written } = term;
  const { earliest, latest } = index.input;
  const within = gradeOf(PART.date, 1);
  const overlapping = gradeOf(PART.date, OVERLAPPING);
  markTime(
    index,
    'on',
    span,
    (row) => (earliest[row] >= span.from && latest[row] <= span.to ? within : overlapping),
    marks,
  );
  const ids = written.map((word) => index.vocabulary.find(word));
  const perWord = ids.map((word) => marksOfWord(index, word, ANYWHERE & ~PART.date));
  if (ids.every((id) => id >= 0)) markAll(perWord, 1, marks);
  const reading = marks.count === 0 ? 'nowhere' : 'date';
  return { term, marks, reading, words: ids.filter((id) => id >= 0), as: [term.date] };
}

function markTime(
  { input: { earliest, latest, count }, dated }: SearchIndex,
  test: TimeTest,
  { from, to }: Span,
  grade: (row: number) => number,
  marks: Marks,
): void {
  const end =
    test === 'before'
      ? lowerBound(earliest, from, 0, dated)
      : test === 'on'
        ? lowerBound(earliest, to, 0, dated)
        : count;
  const beyond = test === 'before' ? -Infinity : test === 'on' ? from : to;
  for (let row = 0; row < end; row++) {
    if (latest[row] > beyond) marks.add(row, grade(row));
  }
}
