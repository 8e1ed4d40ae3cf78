import type { Needles } from './answer';
import { Scanner } from './text/scanner';

/** A stretch of a text to mark: UTF-16 offsets, half-open. */
export interface Mark {
  readonly from: number;
  readonly to: number;
}

/**
 * Where `needles` stand in `text`: sorted, disjoint, never through the middle of a character that people see as one. A
 * word is marked whole, a beginning as far as it was typed, a phrase from its first word to its last.
 */
export function highlight(text: string, needles: Needles, scanner = new Scanner()): readonly Mark[] {
  if (needles.words.length + needles.prefixes.length + needles.phrases.length === 0) return [];
  const count = scanner.scan(text);
  const found: Mark[] = [];
  const plain: number[] = [];
  const words: string[] = [];
  for (let i = 0; i < count; i++) {
    const word = scanner.word(i);
    if (scanner.wholes[i] === 0) {
      plain.push(i);
      words.push(word);
    }
    if (holds(needles.words, word)) found.push({ from: scanner.froms[i], to: scanner.tos[i] });
    else {
      const begun = longest(needles.prefixes.filter((prefix) => word.startsWith(prefix)));
      if (begun > 0) {
        const to = scanner.unitEnds[scanner.starts[i] + begun - 1];
        found.push({ from: scanner.froms[i], to });
      }
    }
  }
  for (const phrase of needles.phrases) {
    const last = phrase.words.length - 1;
    const fits = (word: string, i: number, at: number): boolean =>
      phrase.begun && i === last ? words[at + i].startsWith(word) : words[at + i] === word;
    for (let at = 0; at + last < words.length; at++) {
      if (!phrase.words.every((word, i) => fits(word, i, at))) continue;
      found.push({ from: scanner.froms[plain[at]], to: scanner.tos[plain[at + last]] });
    }
  }
  return whole(text, merged(found));
}

function longest(prefixes: readonly string[]): number {
  return prefixes.reduce((most, prefix) => Math.max(most, prefix.length), 0);
}

function holds(sorted: readonly string[], word: string): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < word) low = middle + 1;
    else high = middle;
  }
  return low < sorted.length && sorted[low] === word;
}

function merged(marks: readonly Mark[]): Mark[] {
  const result: Mark[] = [];
  for (const mark of marks.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = result.at(-1);
    if (last === undefined || mark.from > last.to) result.push(mark);
    else if (mark.to > last.to) result[result.length - 1] = { from: last.from, to: mark.to };
  }
  return result;
}

/** Marks widened to the edges of graphemes. */
function whole(text: string, marks: readonly Mark[]): readonly Mark[] {
  if (marks.length === 0 || !/[^\u0000-\u02ff]/u.test(text)) return marks;
  const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text);
  return merged(
    marks.map(({ from, to }) => {
      const first = graphemes.containing(from);
      const last = graphemes.containing(to - 1);
      return { from: first?.index ?? from, to: last === undefined ? to : last.index + last.segment.length };
    }),
  );
}
