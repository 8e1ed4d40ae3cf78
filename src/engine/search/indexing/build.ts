import { monthsTouched } from '../language/months';
import { beginnings } from './beginnings';
import { Extents } from './extents';
import { Pool } from '../finding/pool';
import { makingNameTable } from './name-table';
import { pairing } from './pairs';
import { type Hearer, pluck } from './pluck';
import type { SearchIndex, SearchInput } from './search-index';
import { ValueRows } from './value-rows';
import { sortVocabulary } from './vocabulary';
import { WordRows } from './word-rows';

/** The index of all events, at once. */
export function buildSearchIndex(input: SearchInput): SearchIndex {
  const work = indexing(input);
  for (;;) {
    const slice = work.next();
    if (slice.done === true) return slice.value;
  }
}

/**
 * Makes the index in slices of some milliseconds; yields the number of rows read, again and again in the end, while what
 * was read is sorted and packed. Linear in the words of all events, but for sorting the different ones.
 */
export function* indexing(input: SearchInput): Generator<number, SearchIndex, undefined> {
  const { count, earliest, latest } = input;
  const undated = earliest.findIndex((instant) => Number.isNaN(instant));
  const dated = undated < 0 ? count : undated;
  const words = new WordRows(count);
  const values = new ValueRows(input.chronology);
  const hearer: Hearer = {
    text: (part, text) => words.text(part, text),
    value: (field, id) => values.add(field, id),
  };
  let months: readonly number[] = [];
  for (let row = 0; row < count;) {
    for (const record of input.records(row)) {
      values.begin(row);
      pluck(record, hearer);
      if (row === 0 || earliest[row] !== earliest[row - 1] || latest[row] !== latest[row - 1]) {
        months = monthsTouched(earliest[row], latest[row]);
      }
      words.endRow(row, months);
      row++;
    }
    yield row;
  }
  const done = function* <T>(steps: Generator<undefined, T>): Generator<number, T> {
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      yield count;
    }
  };
  const wordsNamed = yield* done(values.namingWords(words));
  const { vocabulary, order } = yield* done(sortVocabulary(words.interner));
  const written = yield* done(words.lists.packing(order, count));
  const texts = yield* done(words.texts.finishing(order));
  const commonest = [...written.dense.keys()].sort((a, b) => written.counts[b] - written.counts[a]);
  yield count;
  const extents = new Extents(earliest, latest, dated);
  yield count;
  const identity = Uint32Array.from(values.values, (_, value) => value);
  return {
    count,
    dated,
    extents,
    vocabulary,
    written,
    beginnings: yield* done(beginnings(vocabulary, written, count)),
    ...wordsNamed(order),
    names: yield* done(makingNameTable(values.values, words.scanner)),
    valueRows: yield* done(values.lists.packing(identity, count)),
    texts,
    pairs: yield* done(pairing(texts, commonest, count)),
    scanner: words.scanner,
    pool: new Pool(count),
  };
}
