import { MONTHS } from '../language/months';
import { larger, Scanner } from '../text/scanner';
import { Interner } from './interner';
import { PART } from './parts';
import { TEXT_PARTS, type TextPart } from './pluck';
import { RowListsBuilder } from './row-lists';
import { TextsBuilder } from './texts';

/** Words as they stand in events, gathered row by row. */
export class WordRows {
  readonly scanner = new Scanner();
  readonly interner = new Interner();
  readonly lists = new RowListsBuilder();
  readonly texts: TextsBuilder;
  readonly #months: readonly number[];
  /** Parts of the present event per word; the first `#touchedCount` of `#touched` are the words that have any. */
  #parts = new Uint8Array(1024);
  #touched = new Uint32Array(1024);
  #touchedCount = 0;

  constructor(rows: number) {
    this.texts = new TextsBuilder(rows);
    this.#months = MONTHS.map((name) => this.wordsIn(name)[0]);
  }

  /** A text of the present row. */
  text(part: TextPart, text: string): void {
    const { scanner, interner, texts } = this;
    const bit = PART[part];
    const count = scanner.scan(text);
    const { units, starts, ends, wholes } = scanner;
    texts.begin(TEXT_PARTS.indexOf(part));
    for (let i = 0; i < count; i++) {
      const word = interner.intern(units, starts[i], ends[i]);
      if (wholes[i] === 0) texts.word(word);
      this.#note(word, bit);
    }
  }

  /** Rows are ended in their order, each once. */
  endRow(row: number, months: readonly number[]): void {
    for (const month of months) this.#note(this.#months[month], PART.date);
    for (let i = 0; i < this.#touchedCount; i++) {
      const word = this.#touched[i];
      this.lists.add(word, row, this.#parts[word]);
      this.#parts[word] = 0;
    }
    this.#touchedCount = 0;
    this.texts.endRow();
  }

  /** Numbers of the words of a text, as often as they occur. */
  wordsIn(text: string): number[] {
    const { scanner } = this;
    const count = scanner.scan(text);
    return Array.from({ length: count }, (_, i) =>
      this.interner.intern(scanner.units, scanner.starts[i], scanner.ends[i]),
    );
  }

  #note(word: number, part: number): void {
    if (word >= this.#parts.length) this.#parts = larger(this.#parts, new Uint8Array(word * 2));
    if (this.#parts[word] === 0) {
      if (this.#touchedCount === this.#touched.length) {
        this.#touched = larger(this.#touched, new Uint32Array(this.#touchedCount * 2));
      }
      this.#touched[this.#touchedCount++] = word;
    }
    this.#parts[word] |= part;
  }
}
