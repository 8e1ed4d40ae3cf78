import { type ColumnDates, WrittenColumn } from '../../domain/written-date';
import type { Cell } from '../formats/table';
import { cellText, isBlank } from './cells';
import { isNamedDate } from './roles-by-name';
import { SeparatorEvidence } from './separators';

/** Cells by which it is decided whether a column speaks of dates, if its name does not. */
const FIRST_CELLS = 100;
const SAMPLES = 5;
const SAMPLE_LENGTH = 200;
/** Different values that are remembered of one column, and cells looked at for them and for what parts values. */
const MOST_VALUES = 5000;
const MOST_CELLS = 20_000;
const ADDRESS = /^https?:\/\/\S+(?:[\s;,|]+https?:\/\/\S+)*$/i;
const WORDS = /\p{L} \p{L}/u;
const CLOCK = /^\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?$/i;

/** What the cells of one column are like; memory does not grow with the table. */
export class ColumnEvidence {
  readonly #samples = new Set<string>();
  readonly #values = new Set<string>();
  readonly #separators = new SeparatorEvidence();
  readonly #isNamedDate: boolean;
  #dates: WrittenColumn | null;
  #filled = 0;
  #seen = 0;
  #length = 0;
  #addresses = 0;
  #clocks = 0;
  #numbers = 0;
  #wordy = 0;

  constructor(name: string) {
    this.#isNamedDate = isNamedDate(name);
    this.#dates = new WrittenColumn(this.#isNamedDate);
  }

  add(cell: Cell | undefined): void {
    if (isBlank(cell)) return;
    this.#filled += 1;
    this.#dates?.add(cell);
    if (this.#filled === FIRST_CELLS && !this.#isNamedDate && !this.hasDates(0.5)) this.#dates = null;
    if (this.#seen === MOST_CELLS) return;
    this.#seen += 1;
    const text = cellText(cell);
    if (this.#samples.size < SAMPLES) this.#samples.add(sampleOf(text));
    if (this.#values.size < MOST_VALUES) this.#values.add(text.slice(0, SAMPLE_LENGTH));
    this.#separators.add(text);
    this.#length += text.length;
    if (ADDRESS.test(text)) this.#addresses += 1;
    if (CLOCK.test(text)) this.#clocks += 1;
    if (WORDS.test(text)) this.#wordy += 1;
    if (typeof cell === 'number' || (text !== '' && Number.isFinite(Number(text)))) this.#numbers += 1;
  }

  get filled(): number {
    return this.#filled;
  }
  get samples(): readonly string[] {
    return [...this.#samples];
  }
  get separator(): string {
    return this.#separators.found(this.#seen);
  }
  /** Characters of a cell, on average. */
  get length(): number {
    return this.#seen === 0 ? 0 : this.#length / this.#seen;
  }
  get isAddresses(): boolean {
    return this.#addresses > this.#seen / 2;
  }
  get isClocks(): boolean {
    return this.#clocks > this.#seen / 2;
  }
  get isNumbers(): boolean {
    return this.#numbers > this.#seen / 2;
  }
  /** Whether most cells have words, one beside another. */
  get isWordy(): boolean {
    return this.#wordy > this.#seen / 2;
  }
  /** Different values for each cell looked at: 1 when none stands twice. */
  get variety(): number {
    return this.#seen === 0 ? 0 : this.#values.size / Math.min(this.#seen, MOST_VALUES);
  }
  /** Different values, as far as they were counted. */
  get values(): number {
    return this.#values.size;
  }
  /** Null for a column that does not speak of dates. */
  get dates(): ColumnDates | null {
    return this.#isNamedDate || this.hasDates(0.5) ? (this.#dates?.found() ?? null) : null;
  }

  /** Whether at least `share` of the cells tell a date. */
  hasDates(share: number): boolean {
    const found = this.#dates?.found();
    return found !== undefined && found.readable > 0 && found.readable >= found.cells * share;
  }
}

function sampleOf(text: string): string {
  return text.length > SAMPLE_LENGTH ? `${text.slice(0, SAMPLE_LENGTH - 1).replace(/[\ud800-\udbff]$/, '')}…` : text;
}
