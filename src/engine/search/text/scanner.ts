import { type Letter, letterOf } from './letters';

/** Longer words, such as hashes and addresses, are known by their beginning. In folded UTF-16 units. */
const MAX_WORD = 48;
/** A hyphenated word of more parts than this is only its parts. */
const MAX_PARTS = 4;

const ELIDED = /^(?:l|d|j|qu)$/;
const VOWEL = /^[aeiouh]/;
const THOUSANDS = /^\d{3}(?!\d)/;
const COMMA = 44;
const FULL_STOP = 46;
const NINE = 57;
const GAP: Letter = { kind: 'gap' };

/** Per ASCII code: the folded letter or digit, PLAIN_GAP for what always ends a word, 0 for what may join. */
const PLAIN_GAP = 1;
const ASCII = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[a-z0-9]/i.test(character)) return character.toLowerCase().charCodeAt(0);
  return letterOf(code).kind === 'gap' && code !== COMMA && code !== FULL_STOP ? PLAIN_GAP : 0;
});

/**
 * Folds texts and finds their words: the one way in which events, queries and highlighted texts are read. Results stand
 * in the scanner's own arrays until the next `scan`; no string is made for a word. Cost: linear in the text.
 *
 * A word is a run of letters and digits; apostrophes inside join (`O'Brien`), except a possessive `'s`, which is left
 * off, and an elided article (`l'Arménie`). Hyphens part; a hyphenated word stands as its parts and, after them, once
 * more as a whole (`anti-drug`: anti, drug, antidrug). `7,000` and `U.S.` are one word each.
 */
export class Scanner {
  /** Folded letters of all words, one word after the other. */
  units = new Uint16Array(1024);
  /** Offset in the text just after what unit `i` was folded from, marks that follow included. */
  unitEnds = new Int32Array(1024);
  /** Per word: its stretch of `units`, and of the text. */
  starts = new Int32Array(256);
  ends = new Int32Array(256);
  froms = new Int32Array(256);
  tos = new Int32Array(256);
  /** Per word: 1 for the whole of a hyphenated word, which repeats its parts. */
  wholes = new Uint8Array(256);
  count = 0;

  readonly #letters = new Map<number, Letter>();
  #text = '';
  #used = 0;
  /** Unit at which the open word begins; -1 between words. */
  #open = -1;
  #from = 0;
  #to = 0;
  #alone = false;
  /** Letters since the word began, or since the last full stop in it. */
  #segment = 0;
  /** First word of a row of hyphenated ones; -1 outside. */
  #chain = -1;

  /** Number of words in `text`; a longer text makes the arrays anew, so read them after. */
  scan(text: string): number {
    this.#text = text;
    this.count = 0;
    this.#used = 0;
    this.#open = -1;
    this.#chain = -1;
    for (let at = 0; at < text.length;) at = this.#open < 0 && this.#chain < 0 ? this.#plain(at) : this.#step(at);
    this.#gap(text.length);
    return this.count;
  }

  /** Word `index`, folded, as a string. */
  word(index: number): string {
    return String.fromCharCode(...this.units.subarray(this.starts[index], this.ends[index]));
  }

  /**
   * Reads a word of nothing but ASCII letters and digits, and the gap after it, in one go: most words are such. Reads one
   * step when something else stands at `from`. Returns where to go on.
   */
  #plain(from: number): number {
    const text = this.#text;
    const most = Math.min(text.length, from + MAX_WORD + 1);
    if (this.#used + MAX_WORD + 1 > this.units.length) {
      this.units = larger(this.units, new Uint16Array(this.units.length * 2));
      this.unitEnds = larger(this.unitEnds, new Int32Array(this.unitEnds.length * 2));
    }
    const { units, unitEnds } = this;
    const start = this.#used;
    let used = start;
    let at = from;
    let after = PLAIN_GAP;
    while (at < most) {
      const code = text.charCodeAt(at);
      after = code < 128 ? ASCII[code] : 0;
      if (after <= PLAIN_GAP) break;
      units[used] = after;
      unitEnds[used++] = ++at;
    }
    if (used === start) return after === PLAIN_GAP ? at + 1 : this.#step(at);
    if (
      used - start > MAX_WORD ||
      (at < text.length && after !== PLAIN_GAP && !this.#isSeparate(units[start], from, at))
    ) {
      return this.#step(from);
    }
    this.#add(start, used, from, at, 0);
    this.#used = used;
    return at + 1;
  }

  /** Whether the comma or full stop at `at` is no part of the word from `from`, which begins with the unit `first`. */
  #isSeparate(first: number, from: number, at: number): boolean {
    const code = this.#text.charCodeAt(at);
    return (code === COMMA && first > NINE) || (code === FULL_STOP && at - from > 1);
  }

  /** Reads what stands at `at`; returns where to go on. */
  #step(at: number): number {
    const code = this.#text.charCodeAt(at);
    if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) return this.#take(code, at);
    if (code >= 65 && code <= 90) return this.#take(code + 32, at);
    if (code === 32) return this.#gap(at + 1);
    const letter = this.#letterAt(at);
    const next = at + (code >= 0xd800 && code < 0xdc00 && at + 1 < this.#text.length ? 2 : 1);
    switch (letter.kind) {
      case 'letter':
      case 'alone':
        if (letter.kind === 'alone') this.#gap(at);
        this.#begin(at);
        this.#alone = letter.kind === 'alone';
        for (let i = 0; i < letter.text.length; i++) this.#push(letter.text.charCodeAt(i), next);
        return next;
      case 'mark':
        if (this.#open >= 0) {
          this.#to = next;
          this.unitEnds[this.#used - 1] = next;
        }
        return next;
      case 'apostrophe':
        return this.#apostrophe(next);
      case 'hyphen':
        if (this.#open < 0 || this.#alone || this.#letterAt(next).kind !== 'letter') return this.#gap(next);
        this.#close();
        return next;
      case 'gap':
        return this.#joins(code, next) ? next : this.#gap(next);
    }
  }

  #take(unit: number, at: number): number {
    this.#begin(at);
    this.#push(unit, at + 1);
    return at + 1;
  }

  #begin(at: number): void {
    if (this.#open >= 0 && this.#alone) this.#gap(at);
    if (this.#open < 0) {
      this.#open = this.#used;
      this.#from = at;
      this.#segment = 0;
      this.#alone = false;
    }
    this.#segment++;
  }

  #push(unit: number, end: number): void {
    this.#to = end;
    if (this.#used - this.#open >= MAX_WORD) return;
    if (this.#used === this.units.length) {
      this.units = larger(this.units, new Uint16Array(this.#used * 2));
      this.unitEnds = larger(this.unitEnds, new Int32Array(this.#used * 2));
    }
    this.units[this.#used] = unit;
    this.unitEnds[this.#used++] = end;
  }

  #apostrophe(next: number): number {
    if (this.#open < 0) return next;
    const following = this.#letterAt(next);
    if (following.kind !== 'letter') return this.#gap(next);
    if (following.text === 's' && this.#letterAt(next + 1).kind !== 'letter') return this.#gap(next + 1);
    const before = String.fromCharCode(...this.units.subarray(this.#open, this.#used));
    return ELIDED.test(before) && VOWEL.test(following.text) ? this.#gap(next) : next;
  }

  /** Whether the comma or full stop just read belongs to the word around it. */
  #joins(code: number, next: number): boolean {
    if (this.#open < 0) return false;
    if (code === COMMA) return this.#isNumber(this.#open) && THOUSANDS.test(this.#text.slice(next, next + 4));
    if (code !== FULL_STOP || this.#segment !== 1 || this.#isNumber(this.#used - 1)) return false;
    if (this.#letterAt(next).kind !== 'letter' || this.#letterAt(next + 1).kind === 'letter') return false;
    this.#segment = 0;
    return true;
  }

  #isNumber(from: number): boolean {
    for (let i = from; i < this.#used; i++) if (this.units[i] < 48 || this.units[i] > 57) return false;
    return true;
  }

  #letterAt(at: number): Letter {
    const codePoint = this.#text.codePointAt(at);
    if (codePoint === undefined) return GAP;
    let letter = this.#letters.get(codePoint);
    if (letter === undefined) this.#letters.set(codePoint, (letter = letterOf(codePoint)));
    return letter;
  }

  /** Ends the open word, and with it the row of hyphenated ones; returns `next`. */
  #gap(next: number): number {
    this.#close();
    const parts = this.count - this.#chain;
    if (this.#chain >= 0 && parts > 1 && parts <= MAX_PARTS) {
      const start = this.starts[this.#chain];
      const end = Math.min(this.#used, start + MAX_WORD);
      if (!this.#isNumber(start)) this.#add(start, end, this.froms[this.#chain], this.tos[this.count - 1], 1);
    }
    this.#chain = -1;
    return next;
  }

  #close(): void {
    if (this.#open < 0) return;
    if (this.#chain < 0) this.#chain = this.count;
    this.#add(this.#open, this.#used, this.#from, this.#to, 0);
    this.#open = -1;
  }

  #add(start: number, end: number, from: number, to: number, whole: number): void {
    if (this.count === this.starts.length) {
      this.starts = larger(this.starts, new Int32Array(this.count * 2));
      this.ends = larger(this.ends, new Int32Array(this.count * 2));
      this.froms = larger(this.froms, new Int32Array(this.count * 2));
      this.tos = larger(this.tos, new Int32Array(this.count * 2));
      this.wholes = larger(this.wholes, new Uint8Array(this.count * 2));
    }
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.froms[this.count] = from;
    this.tos[this.count] = to;
    this.wholes[this.count++] = whole;
  }
}

/** `room` with all of `array` at its start. */
export function larger<T extends { set: (from: T) => void }>(array: T, room: T): T {
  room.set(array);
  return room;
}
