import { wordsFor } from '../../bitmap';
import { gradeOf } from '../indexing/parts';
import type { RowLists } from '../indexing/row-lists';

/** Rows that something was found in, each with a grade from 1 to 255; the best one stays. */
export class Marks {
  /** Per row; 0 where nothing was found. */
  readonly grades: Uint8Array<ArrayBuffer>;
  /** One bit a row, as Bitmap has them. */
  readonly bits: Uint32Array<ArrayBuffer>;
  #count = 0;

  constructor(rows: number) {
    this.grades = new Uint8Array(rows);
    this.bits = new Uint32Array(wordsFor(rows));
  }

  get count(): number {
    return this.#count;
  }

  add(row: number, grade: number): void {
    if (grade <= this.grades[row]) return;
    if (this.grades[row] === 0) {
      this.bits[row >>> 5] |= 1 << (row & 31);
      this.#count++;
    }
    this.grades[row] = grade;
  }

  /** Adds all rows of a list, whatever their parts. O(rows of the list), as `addWritten`. */
  addAll(lists: RowLists, list: number, grade: number): void {
    if (grade > 0) this.#decode(lists, list, new Uint8Array(256).fill(grade));
  }

  /** Adds the rows of a list, each with what `grades` says for its parts; 0 is none. */
  addWritten(lists: RowLists, list: number, grades: Uint8Array): void {
    this.#decode(lists, list, grades);
  }

  #decode(lists: RowLists, list: number, gradeByParts: Uint8Array): void {
    const { bytes } = lists;
    const end = lists.starts[list + 1];
    let row = 0;
    let grade = gradeByParts[0];
    for (let at = lists.starts[list]; at < end;) {
      let byte = bytes[at++];
      let value = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++];
        value |= (byte & 127) << shift;
      }
      row += value >>> 1;
      if ((value & 1) === 1) grade = gradeByParts[bytes[at++]];
      this.add(row, grade);
    }
  }
}

/** By parts: the grade of a word of this quality that stands in them and counts only in `parts`. */
export function gradesFor(parts: number, quality: number): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, mask) => gradeOf(mask & parts, quality));
}
