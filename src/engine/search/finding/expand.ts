import type { Reading } from '../answer';
import { EditDistance, editLimit, isSwap, letterMask } from '../text/edits';
import { MONTHS, monthOf } from '../language/months';
import { PART } from '../indexing/parts';
import type { SearchIndex } from '../indexing/search-index';
import { formsOf, verbFormsOf } from '../text/word-forms';
import type { WordTerm } from '../language/terms';
import { unitsOf, type Vocabulary } from '../indexing/vocabulary';
import { popcount } from '../../rows/popcount';

/** A word of the vocabulary that a word of the search may mean. */
export interface Variant {
  readonly word: number;
  /** 0 to 1. */
  readonly quality: number;
  /** Where it counts. */
  readonly parts: number;
  readonly reading: Reading;
}

const QUALITY = {
  alias: 0.95,
  month: 0.95,
  form: 0.93,
  verb: 0.88,
  joined: 0.9,
  begun: 0.85,
  alike: 0.82,
  edits: [1, 0.7, 0.5],
  otherInitial: 0.85,
  editedBeginning: 0.85,
  fragment: 0.6,
} as const;

/** A name of up to this many letters is not the beginning of another word: UN is not under. */
const SHORT_NAME = 3;
/** A word that stands nowhere may be the beginning of others from this many letters. */
const FRAGMENT = 4;
const LONG = 6;
const MUCH_COMMONER = 50;
const DIGIT = /\d/;

/** Words that mean what was written: itself, aliases, other forms and spellings, and when only begun, all that go on. */
export function meaningsOf(index: SearchIndex, term: WordTerm, excluded: boolean): Variant[] {
  const { vocabulary, names } = index;
  const found = new Gathering(term.parts);
  const { word } = term;
  found.add(vocabulary.find(word), 1, 'as written');
  const called = names.called(word).filter((value) => names.values[value].field === 'actor');
  for (const value of called) {
    for (const name of names.singles(value)) found.add(vocabulary.find(name), QUALITY.alias, 'alias');
  }
  const month = monthOf(word);
  if (month >= 0) found.add(vocabulary.find(MONTHS[month]), QUALITY.month, 'date', PART.date);
  for (const form of formsOf(word)) found.add(vocabulary.find(form), QUALITY.form, 'other form');
  if (!isOfName(index, word)) {
    for (const form of verbFormsOf(word)) found.add(vocabulary.find(form), QUALITY.verb, 'other form');
  }
  for (const alike of vocabulary.alike(word)) found.add(alike, QUALITY.alike, 'transliteration');
  if (excluded) return found.variants();
  for (const join of term.joins) {
    found.add(vocabulary.find(join.word), QUALITY.joined, 'joined');
    if (join.begun) found.addRange(vocabulary.range(join.word), QUALITY.joined * QUALITY.begun, 'joined');
  }
  const isName = word.length <= SHORT_NAME && called.length > 0;
  if (term.begun && !isName) found.addRange(vocabulary.range(word), QUALITY.begun, 'beginning');
  return found.variants();
}

/**
 * Words within a few typing errors: one from four letters, two from seven and then with the right first letter, only a
 * swap of neighbours below, none in words with digits. A word only begun may be that of any longer one. O(vocabulary).
 */
export function misspellingsOf({ vocabulary }: SearchIndex, term: WordTerm): Variant[] {
  const found = new Gathering(term.parts);
  const { word } = term;
  const limit = editLimit(word.length);
  if (DIGIT.test(word) || word.length < 2) return [];
  scan(vocabulary, word, limit, (id, edits, sameInitial) => {
    if (edits > 0 && (sameInitial || edits < 2)) {
      found.add(id, QUALITY.edits[edits] * (sameInitial ? 1 : QUALITY.otherInitial), 'typing error');
    }
  });
  if (term.begun) addBeginnings(vocabulary, word, found);
  else if (word.length >= FRAGMENT) found.addRange(vocabulary.range(word), QUALITY.fragment, 'beginning');
  return found.variants();
}

/**
 * Words one edit away that are used so much more than the `count` events of a long word that it is likely a slip for
 * one of them, even though it stands somewhere. O(vocabulary).
 */
export function likelierThan(index: SearchIndex, { word, parts }: WordTerm, count: number): Variant[] {
  const found = new Gathering(parts);
  const much = Math.max(1, count) * MUCH_COMMONER;
  if (word.length < LONG || DIGIT.test(word) || much > index.input.count) return [];
  scan(index.vocabulary, word, 1, (id, edits, sameInitial) => {
    if (edits === 1 && sameInitial && timesUsed(index, id) >= much) found.add(id, QUALITY.edits[1], 'typing error');
  });
  return found.variants();
}

/** Events that have a word written in them or in one of their names, at least. */
export function timesUsed({ written, namedStarts, namedValues, valueRows }: SearchIndex, word: number): number {
  let most = written.counts[word];
  for (let at = namedStarts[word]; at < namedStarts[word + 1]; at++) {
    most = Math.max(most, valueRows.counts[namedValues[at]]);
  }
  return most;
}

/** Whether a word is part of what an actor is called: such a word is no verb. */
function isOfName({ vocabulary, namedStarts, namedParts }: SearchIndex, word: string): boolean {
  const id = vocabulary.find(word);
  if (id < 0) return false;
  for (let at = namedStarts[id]; at < namedStarts[id + 1]; at++) {
    if ((namedParts[at] & (PART.actor | PART.alias)) !== 0) return true;
  }
  return false;
}

/** Two words of three letters or more that `term` is made of when written without the space. */
export function halvesOf({ vocabulary }: SearchIndex, { word }: WordTerm): (readonly [number, number])[] {
  const halves: (readonly [number, number])[] = [];
  for (let at = 3; at <= word.length - 3; at++) {
    const first = vocabulary.find(word.slice(0, at));
    const second = first < 0 ? -1 : vocabulary.find(word.slice(at));
    if (second >= 0) halves.push([first, second]);
  }
  return halves;
}

/** Up to three words nearest to `word` but not it, the nearest and then the commonest first. O(vocabulary). */
export function nearestTo({ vocabulary, written }: SearchIndex, word: string): string[] {
  if (DIGIT.test(word)) return [];
  const limit = word.length < 4 ? 1 : word.length < 6 ? 2 : 3;
  const near: { id: number; edits: number }[] = [];
  scan(vocabulary, word, limit, (id, edits, sameInitial) => {
    if (edits > 0 && (sameInitial || edits === 1)) near.push({ id, edits });
  });
  near.sort((a, b) => a.edits - b.edits || written.counts[b.id] - written.counts[a.id] || a.id - b.id);
  return near.slice(0, 3).map(({ id }) => vocabulary.word(id));
}

/** Visits words at most `limit` edits from `word`; with 0, those with two neighbours swapped. */
function scan(
  { size, units, starts, masks }: Vocabulary,
  word: string,
  limit: number,
  visit: (id: number, edits: number, sameInitial: boolean) => void,
): void {
  const wanted = unitsOf(word);
  const mask = letterMask(wanted, 0, wanted.length);
  const distance = new EditDistance(wanted);
  for (let id = 0; id < size; id++) {
    const start = starts[id];
    const end = starts[id + 1];
    if (Math.abs(end - start - wanted.length) > limit) continue;
    const other = masks[id];
    if (limit === 0) {
      if (other === mask && isSwap(wanted, units, start, end)) visit(id, 1, units[start] === wanted[0]);
      continue;
    }
    if (popcount(mask & ~other) > limit || popcount(other & ~mask) > limit) continue;
    const edits = distance.to(units, start, end, limit);
    if (edits <= limit) visit(id, edits, units[start] === wanted[0]);
  }
}

function addBeginnings(vocabulary: Vocabulary, word: string, found: Gathering): void {
  const limit = word.length < 5 ? 0 : word.length < 9 ? 1 : 2;
  if (limit === 0) return;
  const wanted = unitsOf(word);
  const mask = letterMask(wanted, 0, wanted.length);
  const distance = new EditDistance(wanted);
  const { units, starts, masks } = vocabulary;
  const { from, to } = vocabulary.range(word.slice(0, 1));
  for (let id = from; id < to; id++) {
    if (popcount(mask & ~masks[id]) > limit) continue;
    const edits = distance.toPrefixOf(units, starts[id], starts[id + 1], limit);
    if (edits > 0 && edits <= limit) found.add(id, QUALITY.edits[edits] * QUALITY.editedBeginning, 'typing error');
  }
}

/** Each word once, with the best quality it was found by. */
class Gathering {
  readonly #parts: number;
  readonly #found = new Map<number, Variant>();

  constructor(parts: number) {
    this.#parts = parts;
  }

  add(word: number, quality: number, reading: Reading, parts = this.#parts): void {
    const before = this.#found.get(word);
    if (word < 0 || (before !== undefined && before.quality >= quality && before.parts === this.#parts)) return;
    this.#found.set(word, { word, quality, parts: parts & this.#parts, reading });
  }

  addRange({ from, to }: { readonly from: number; readonly to: number }, quality: number, reading: Reading): void {
    for (let word = from; word < to; word++) this.add(word, quality, reading);
  }

  variants(): Variant[] {
    return [...this.#found.values()];
  }
}
