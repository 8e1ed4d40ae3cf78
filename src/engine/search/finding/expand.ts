import type { Reading } from '../answer';
import { editLimit } from '../text/edits';
import { type Found, Gathering } from './gathering';
import { MONTHS, monthOf } from '../language/months';
import { visitBeginnings, visitNear } from './near';
import { PART } from '../indexing/parts';
import type { Run } from './run';
import type { SearchIndex } from '../indexing/search-index';
import { timesUsed } from './usage';
import { COMPARED, workOfNear } from './work';
import { formsOf, verbFormsOf } from '../text/word-forms';
import type { WordTerm } from '../language/terms';

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
export function meaningsOf(index: SearchIndex, term: WordTerm, excluded: boolean): Found {
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
  const alike = vocabulary.alike(word);
  for (const id of alike) found.add(id, QUALITY.alike, 'transliteration');
  if (excluded) return found.found();
  if (!isOfName(index, word)) {
    for (const form of verbFormsOf(word)) found.add(vocabulary.find(form), QUALITY.verb, 'other form');
  }
  if (vocabulary.find(word) < 0) addFormsOf(index, alike, QUALITY.alike, 'transliteration', found);
  for (const join of term.joins) {
    found.add(vocabulary.find(join.word), QUALITY.joined, 'joined');
    if (join.begun) found.addRange(vocabulary.range(join.word), QUALITY.joined * QUALITY.begun, 'joined');
  }
  const isName = word.length <= SHORT_NAME && called.length > 0;
  if (term.begun && !isName) found.addRange(vocabulary.range(word), QUALITY.begun, 'beginning');
  return found.found();
}

/**
 * Words within a few typing errors: one from four letters, two from seven and then with the right first letter, only a
 * swap of neighbours below, none in words with digits. A word only begun may be that of any longer one. O(words that begin
 * with its letter).
 */
export function misspellingsOf(run: Run, term: WordTerm): Found {
  const { vocabulary } = run.index;
  const found = new Gathering(term.parts);
  const { word } = term;
  if (DIGIT.test(word) || word.length < 2) return found.found();
  const nearest: number[] = [];
  const near = visitNear(vocabulary, word, editLimit(word.length), (id, edits, sameInitial) => {
    if (edits === 1) nearest.push(id);
    found.add(id, QUALITY.edits[edits] * (sameInitial ? 1 : QUALITY.otherInitial), 'typing error');
  });
  run.note(near * COMPARED);
  addFormsOf(run.index, nearest, QUALITY.edits[1], 'typing error', found);
  if (!term.begun) {
    if (word.length >= FRAGMENT) found.addRange(vocabulary.range(word), QUALITY.fragment, 'beginning');
    return found.found();
  }
  const limit = word.length < 5 ? 0 : word.length < 9 ? 1 : 2;
  if (limit > 0) {
    const begun = visitBeginnings(vocabulary, word, limit, (id, edits) => {
      found.add(id, QUALITY.edits[edits] * QUALITY.editedBeginning, 'typing error');
    });
    run.note(begun * COMPARED);
  }
  return found.found();
}

/** Whether a word that `count` events have is so long, and so rare, that it may be a slip for one that is much commoner. */
export function mayBeSlip({ count: rows }: SearchIndex, { word }: WordTerm, count: number): boolean {
  return word.length >= LONG && !DIGIT.test(word) && Math.max(1, count) * MUCH_COMMONER <= rows;
}

/**
 * Words one edit away that are used so much more than the `count` events of a word that `mayBeSlip` that it is likely one
 * for them, even though it stands somewhere. O(words that begin with its letter).
 */
export function likelierThan(run: Run, { word, parts }: WordTerm, count: number): Found {
  const { index } = run;
  const found = new Gathering(parts);
  const much = Math.max(1, count) * MUCH_COMMONER;
  const near = visitNear(index.vocabulary, word, 1, (id, _, sameInitial) => {
    if (sameInitial && timesUsed(index, id) >= much) found.add(id, QUALITY.edits[1], 'typing error');
  });
  run.note(near * COMPARED);
  return found.found();
}

/** Adds other forms of words that the word asked for is taken for. */
function addFormsOf(
  index: SearchIndex,
  words: readonly number[],
  quality: number,
  reading: Reading,
  found: Gathering,
): void {
  const { vocabulary } = index;
  for (const id of words) {
    const word = vocabulary.word(id);
    for (const form of formsOf(word)) found.add(vocabulary.find(form), quality * QUALITY.form, reading);
    if (isOfName(index, word)) continue;
    for (const form of verbFormsOf(word)) found.add(vocabulary.find(form), quality * QUALITY.verb, reading);
  }
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

/** Up to three words nearest to `word` but not it, the nearest and then the commonest first. O(words that begin alike). */
export function nearestTo(run: Run, word: string): string[] {
  const { vocabulary, written } = run.index;
  if (DIGIT.test(word) || !run.affords(workOfNear(run.index, word))) return [];
  const limit = word.length < 4 ? 1 : word.length < 6 ? 2 : 3;
  const near: { id: number; edits: number }[] = [];
  run.note(COMPARED * visitNear(vocabulary, word, limit, (id, edits) => void near.push({ id, edits })));
  near.sort((a, b) => a.edits - b.edits || written.counts[b.id] - written.counts[a.id] || a.id - b.id);
  return near.slice(0, 3).map(({ id }) => vocabulary.word(id));
}
