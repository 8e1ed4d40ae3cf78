import { isWord, type Texts, wordAt, wordEnd } from '../indexing/texts';
import type { Leaf } from './leaf';

const TOGETHER = 0.25;
const COVERED = 0.2;
const LEADING = 0.02;
/** The second of two words comes first. */
const TURNED = 0.7;
/** Leaves that are told apart in a title, a bit each. */
const MOST = 31;

/** Says how well titles answer: how close together the words stand, how much of the title they are, whether they begin it. */
export class TitleBonus {
  readonly #texts: Texts;
  /** By place in the vocabulary: the leaves that a word answers. */
  readonly #answered = new Map<number, number>();
  readonly #ranges: readonly { readonly from: number; readonly to: number; readonly leaf: number }[];
  readonly #leaves: number;
  /** By leaf: where in the title it was found last; -1 for nowhere so far. */
  readonly #last: Int32Array;
  /** By leaf: how close it comes to the one before it. */
  readonly #closest: Float64Array;

  constructor(texts: Texts, leaves: readonly Pick<Leaf, 'words' | 'ranges'>[]) {
    this.#texts = texts;
    this.#leaves = Math.min(MOST, leaves.length);
    const told = leaves.slice(0, MOST);
    told.forEach(({ words }, leaf) => {
      for (const word of words) this.#answered.set(word, (this.#answered.get(word) ?? 0) | (1 << leaf));
    });
    this.#ranges = told.flatMap(({ ranges }, leaf) => ranges.map(({ from, to }) => ({ from, to, leaf })));
    this.#last = new Int32Array(this.#leaves);
    this.#closest = new Float64Array(this.#leaves);
  }

  /** At least 0, and 0 for a title without any of the words. O(words of the title × leaves). */
  of(row: number): number {
    const texts = this.#texts;
    const last = this.#last.fill(-1);
    const closest = this.#closest.fill(0);
    let at = texts.starts.start(row);
    const end = at + texts.starts.length(row);
    let length = 0;
    let covered = 0;
    let isLeading = false;
    for (; at < end && isWord(texts, at); at = wordEnd(texts, at), length++) {
      const answered = this.#answeredBy(texts.words[wordAt(texts, at)]);
      if (answered === 0) continue;
      covered++;
      if (length === 0) isLeading = true;
      for (let rest = answered; rest !== 0; rest &= rest - 1) {
        const leaf = 31 - Math.clz32(rest & -rest);
        if (leaf > 0 && last[leaf - 1] >= 0) {
          closest[leaf] = Math.max(closest[leaf], 1 / (length - last[leaf - 1]));
        }
        if (leaf + 1 < this.#leaves && last[leaf + 1] >= 0) {
          closest[leaf + 1] = Math.max(closest[leaf + 1], TURNED / (length - last[leaf + 1]));
        }
      }
      for (let rest = answered; rest !== 0; rest &= rest - 1) last[31 - Math.clz32(rest & -rest)] = length;
    }
    if (covered === 0) return 0;
    let together = 0;
    for (let leaf = 1; leaf < this.#leaves; leaf++) together += closest[leaf];
    const shared = this.#leaves > 1 ? (TOGETHER * together) / (this.#leaves - 1) : 0;
    return shared + (COVERED * covered) / length + (isLeading ? LEADING : 0);
  }

  #answeredBy(word: number): number {
    let answered = this.#answered.get(word) ?? 0;
    for (const { from, to, leaf } of this.#ranges) if (word >= from && word < to) answered |= 1 << leaf;
    return answered;
  }
}
