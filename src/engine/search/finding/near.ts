import { EditDistance, letterMask } from '../text/edits';
import { unitsOf, type Vocabulary } from '../indexing/vocabulary';
import { popcount } from '../../rows/popcount';

/** `sameInitial`: begins with the letter that the word does. */
type Visit = (id: number, edits: number, sameInitial: boolean) => void;

/**
 * Visits words at 1 to `limit` edits from `word` (with limit 0: those with two neighbours swapped) that begin with the
 * same letter, and those at one edit that begin with another. Each once. O(words that begin with that letter); gives their
 * number.
 */
export function visitNear(vocabulary: Vocabulary, word: string, limit: number, visit: Visit): number {
  if (limit === 0) {
    for (let at = 0; at + 1 < word.length; at++) {
      const id = word[at] === word[at + 1] ? -1 : vocabulary.find(swapped(word, at));
      if (id >= 0) visit(id, 1, at > 0);
    }
    return word.length;
  }
  const { units, starts, masks } = vocabulary;
  const wanted = unitsOf(word);
  const mask = letterMask(wanted, 0, wanted.length);
  const distance = new EditDistance(wanted);
  const { from, to } = vocabulary.range(word.slice(0, 1));
  for (let id = from; id < to; id++) {
    const length = starts[id + 1] - starts[id];
    if (length - wanted.length > limit || wanted.length - length > limit) continue;
    const other = masks[id];
    if (popcount(mask & ~other) > limit || popcount(other & ~mask) > limit) continue;
    const edits = distance.to(units, starts[id], starts[id + 1], limit);
    if (edits > 0 && edits <= limit) visit(id, edits, true);
  }
  const rest = word.slice(1);
  const others = [rest, swapped(word, 0)];
  for (const unit of vocabulary.initials) {
    const initial = String.fromCharCode(unit);
    others.push(initial + rest, initial + word);
  }
  for (const other of others) {
    const id = other === '' || other.startsWith(word.charAt(0)) ? -1 : vocabulary.find(other);
    if (id >= 0) visit(id, 1, false);
  }
  return to - from + others.length;
}

/** Visits words of which `word` is the beginning but for 1 to `limit` edits and that begin with its letter, as `visitNear`. */
export function visitBeginnings(vocabulary: Vocabulary, word: string, limit: number, visit: Visit): number {
  const { units, starts, masks } = vocabulary;
  const wanted = unitsOf(word);
  const mask = letterMask(wanted, 0, wanted.length);
  const distance = new EditDistance(wanted);
  const { from, to } = vocabulary.range(word.slice(0, 1));
  for (let id = from; id < to; id++) {
    if (popcount(mask & ~masks[id]) > limit) continue;
    const edits = distance.toPrefixOf(units, starts[id], starts[id + 1], limit);
    if (edits > 0 && edits <= limit) visit(id, edits, true);
  }
  return to - from;
}

function swapped(word: string, at: number): string {
  return word.slice(0, at) + word.slice(at + 1, at + 2) + word.slice(at, at + 1) + word.slice(at + 2);
}
