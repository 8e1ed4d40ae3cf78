import { setRange } from '../../bitmap';
import { countBits } from '../../rows/popcount';
import { type DensePart, FIRST_PARTS, OTHER_PARTS, type RowLists } from '../indexing/row-lists';

/** A list kept as bitmaps whose rows are graded when asked for. */
interface Dense {
  readonly bits: readonly Uint32Array[];
  /** By the bitmaps that have a row, bit by bit. */
  readonly grades: Uint8Array;
}

/** From this grade on a row is found strongly: in a title or a name, say, by the very word. */
const STRONG = 150;

/** Rows that something was found in, each with a grade from 1 to 255; the best one stays. */
export class Marks {
  /** One bit a row, as Bitmap has them. */
  readonly bits: Uint32Array<ArrayBuffer>;
  /** Per row; 0 where nothing was found but in dense lists. Null as long as nothing was found elsewhere. */
  #grades: Uint8Array | null = null;
  readonly #lend: (() => Uint8Array) | null;
  readonly #dense: Dense[] = [];
  /** Rows found strongly, and perhaps others. */
  readonly strong: Uint32Array;
  #most = 0;
  #weakMost = 0;
  /** -1 when it is to be counted anew. */
  #count = -1;

  /** Room for them, all zero: a bit per row, and another one and a byte unless grades are not to be asked for. */
  constructor(
    bits: Uint32Array<ArrayBuffer>,
    graded: { readonly lend: () => Uint8Array; readonly strong: Uint32Array } | null,
  ) {
    this.bits = bits;
    this.#lend = graded?.lend ?? null;
    this.strong = graded?.strong ?? new Uint32Array(0);
  }

  get count(): number {
    if (this.#count < 0) this.#count = countBits(this.bits, 0, this.bits.length);
    return this.#count;
  }

  /** No row has a better grade. */
  get most(): number {
    return this.#most;
  }

  /** No row outside `strong` has a better grade. */
  get weakMost(): number {
    return this.#weakMost;
  }

  /** Steps that asking for a grade takes. */
  get layers(): number {
    return 1 + this.#dense.length;
  }

  has(row: number): boolean {
    return ((this.bits[row >>> 5] >>> (row & 31)) & 1) === 1;
  }

  add(row: number, grade: number): void {
    this.#count = -1;
    this.bits[row >>> 5] |= 1 << (row & 31);
    if (grade > this.#most) this.#most = grade;
    const grades = this.#room();
    if (grades === null) return;
    if (grade >= STRONG) this.strong[row >>> 5] |= 1 << (row & 31);
    else if (grade > this.#weakMost) this.#weakMost = grade;
    if (grade > grades[row]) grades[row] = grade;
  }

  /** Adds the rows [from, to). O(rows / 32), and a byte each when grades are asked for. */
  addRange(from: number, to: number, grade: number): void {
    if (!(from < to)) return;
    this.#count = -1;
    setRange(this.bits, from, to);
    const grades = this.#room();
    if (grades === null) return;
    for (let row = from; row < to; row++) if (grade > grades[row]) grades[row] = grade;
    this.#most = Math.max(this.#most, grade);
    if (grade >= STRONG) setRange(this.strong, from, to);
    else this.#weakMost = Math.max(this.#weakMost, grade);
  }

  /** Adds all rows of a list, whatever their parts. Gives the work it was, as `addWritten`. */
  addAll(lists: RowLists, list: number, grade: number): number {
    return grade === 0 ? 0 : this.addWritten(lists, list, new Uint8Array(256).fill(grade));
  }

  /** Adds the rows of a list, each with what `gradeByParts` says for its parts; 0 is none. O(bytes of the list). */
  addWritten(lists: RowLists, list: number, gradeByParts: Uint8Array): number {
    this.#count = -1;
    const dense = lists.dense.get(list);
    if (dense !== undefined) return this.addDense(dense, gradeByParts);
    const { bytes } = lists;
    const { bits, strong } = this;
    const grades = this.#room();
    const start = lists.starts[list];
    const end = lists.starts[list + 1];
    let row = -1;
    let grade = gradeByParts[FIRST_PARTS];
    let other = gradeByParts[OTHER_PARTS];
    let most = 0;
    let weakMost = 0;
    for (let at = start; at < end;) {
      let byte = bytes[at++];
      if (byte === 1) {
        other = gradeByParts[bytes[at++]];
        continue;
      }
      let value = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++];
        value |= (byte & 127) << shift;
      }
      row += value >>> 1;
      if ((value & 1) === 1) {
        const before = grade;
        grade = other;
        other = before;
      }
      if (grade === 0) continue;
      const bit = 1 << (row & 31);
      bits[row >>> 5] |= bit;
      if (grades === null) continue;
      if (grade > grades[row]) grades[row] = grade;
      if (grade > most) most = grade;
      if (grade >= STRONG) strong[row >>> 5] |= bit;
      else if (grade > weakMost) weakMost = grade;
    }
    if (most > this.#most) this.#most = most;
    if (weakMost > this.#weakMost) this.#weakMost = weakMost;
    return end - start;
  }

  /** The same of a list kept as bitmaps. */
  addDense(dense: readonly DensePart[], gradeByParts: Uint8Array): number {
    const parts = dense.filter(({ part }) => gradeByParts[part] > 0);
    const own = this.bits;
    for (const { bits } of parts) for (let i = 0; i < own.length; i++) own[i] |= bits[i];
    if (parts.length === 0) return 0;
    if (this.#lend !== null) this.#gradeDense(parts, gradeByParts);
    return parts.length * own.length;
  }

  #room(): Uint8Array | null {
    return (this.#grades ??= this.#lend?.() ?? null);
  }

  #gradeDense(parts: readonly DensePart[], gradeByParts: Uint8Array): void {
    const grades = Uint8Array.from({ length: 1 << parts.length }, (_, having) =>
      having === 0 ? 0 : gradeByParts[parts.reduce((mask, { part }, i) => mask | (((having >>> i) & 1) * part), 0)],
    );
    this.#dense.push({ bits: parts.map(({ bits }) => bits), grades });
    let weak = 0;
    parts.forEach(({ part, bits }, i) => {
      if (gradeByParts[part] < STRONG) weak |= 1 << i;
      else for (let at = 0; at < bits.length; at++) this.strong[at] |= bits[at];
    });
    this.#most = Math.max(this.#most, grades[grades.length - 1]);
    this.#weakMost = Math.max(this.#weakMost, grades[weak]);
  }

  /** Grades of the first `count` of `rows`, put into `grades`; 0 for a row without. O(count × dense lists). */
  gradesOf(rows: Uint32Array, count: number, grades: Uint8Array): void {
    const known = this.#grades;
    for (let i = 0; i < count; i++) grades[i] = known === null ? 0 : known[rows[i]];
    for (const dense of this.#dense) {
      const [first, second] = dense.bits;
      const [, one, two, both] = dense.grades;
      if (dense.bits.length === 1) {
        for (let i = 0; i < count; i++) {
          const row = rows[i];
          if (one > grades[i] && ((first[row >>> 5] >>> (row & 31)) & 1) === 1) grades[i] = one;
        }
      } else if (dense.bits.length === 2) {
        for (let i = 0; i < count; i++) {
          const row = rows[i];
          const at = row >>> 5;
          const bit = 1 << (row & 31);
          const a = first[at] & bit;
          const b = second[at] & bit;
          if ((a | b) === 0) continue;
          const grade = a === 0 ? two : b === 0 ? one : both;
          if (grade > grades[i]) grades[i] = grade;
        }
      } else {
        for (let i = 0; i < count; i++) {
          const row = rows[i];
          let having = 0;
          for (let k = 0; k < dense.bits.length; k++) having |= ((dense.bits[k][row >>> 5] >>> (row & 31)) & 1) << k;
          if (dense.grades[having] > grades[i]) grades[i] = dense.grades[having];
        }
      }
    }
  }
}
