import { AT_START, type JsonPlace, type Want } from './json-fault';

export const [QUOTE, COMMA, COLON, OPEN_LIST, BACKSLASH, CLOSE_LIST, OPEN, CLOSE, NEWLINE] = [
  34, 44, 58, 91, 92, 93, 123, 125, 10,
] as const;

/** What a sign between strings and words means in its place. */
export type Step = 'opens' | 'closes' | 'parts' | 'quotes' | 'word' | 'wrong';

/** The brackets that a JSON text has open, and what may come next: told sign by sign, at any depth. */
export class JsonGrammar {
  want: Want;
  readonly #closers: number[];

  constructor({ want, closers }: JsonPlace = AT_START) {
    this.want = want;
    this.#closers = closers.map((closer) => (closer === '}' ? CLOSE : CLOSE_LIST));
  }

  get depth(): number {
    return this.#closers.length;
  }

  /** What would close the open brackets. */
  get closing(): string {
    return this.#closers
      .map((code) => String.fromCharCode(code))
      .reverse()
      .join('');
  }

  /** Whether the innermost bracket is that of a list. */
  get isList(): boolean {
    return this.#closers.at(-1) === CLOSE_LIST;
  }

  /** What should stand here, in words. */
  get expected(): string {
    const closer = this.isList ? '"]"' : '"}"';
    switch (this.want) {
      case 'item or end':
      case 'value':
        return 'a value';
      case 'key':
      case 'key or end':
        return 'a key in double quotes';
      case 'colon':
        return 'a colon';
      case 'comma or end':
        return `a comma or ${closer}`;
      case 'nothing':
        return 'the end of the file';
    }
  }

  /** Goes back to where `depth` brackets are open, and a value has just ended. */
  retreat(depth: number): void {
    this.#closers.length = depth;
    this.valueEnded();
  }

  /** Goes on with an outermost list that was closed. */
  reopen(): void {
    this.#closers.push(CLOSE_LIST);
    this.want = 'value';
  }

  valueEnded(): void {
    this.want = this.#closers.length === 0 ? 'nothing' : 'comma or end';
  }

  /** Takes a sign that is no space; the end of a string or a word is told with `valueEnded`, or by wanting the colon. */
  take(code: number): Step {
    const { want } = this;
    const takesValue = want === 'value' || want === 'item or end';
    if (code === OPEN || code === OPEN_LIST) {
      if (!takesValue) return 'wrong';
      this.#closers.push(code === OPEN ? CLOSE : CLOSE_LIST);
      this.want = code === OPEN ? 'key or end' : 'item or end';
      return 'opens';
    }
    if (code === CLOSE || code === CLOSE_LIST) {
      const ends = want === 'comma or end' || want === (code === CLOSE ? 'key or end' : 'item or end');
      if (!ends || this.#closers.at(-1) !== code) return 'wrong';
      this.#closers.pop();
      this.valueEnded();
      return 'closes';
    }
    if (code === COMMA) {
      if (want !== 'comma or end') return 'wrong';
      this.want = this.isList ? 'value' : 'key';
      return 'parts';
    }
    if (code === COLON) {
      if (want !== 'colon') return 'wrong';
      this.want = 'value';
      return 'parts';
    }
    if (code === QUOTE) return takesValue || want === 'key' || want === 'key or end' ? 'quotes' : 'wrong';
    return takesValue ? 'word' : 'wrong';
  }
}

/** Whether a sign ends a number or a word before it. */
export function endsWord(code: number): boolean {
  return code <= 32 || [QUOTE, COMMA, COLON, OPEN, CLOSE, OPEN_LIST, CLOSE_LIST].some((sign) => sign === code);
}
