import { scriptDate } from './script-date';

const WORD_STARTS = /[A-Za-z_$]/;
const WORD = /[\w$]/;
const NUMBER = /[\w.+-]/;
const KEPT_ESCAPES = '"\\/bfnrtu';
/** Words that stand for values. */
const VALUES: Readonly<Record<string, string>> = {
  true: 'true',
  false: 'false',
  null: 'null',
  undefined: 'null',
  NaN: 'null',
};
/** No date is longer. */
const LONGEST_DATE = 200;

type Within =
  | 'head'
  | 'structure'
  | 'string'
  | 'escape'
  | 'word'
  | 'number'
  | 'date'
  | 'slash'
  | 'line comment'
  | 'comment'
  | 'comment star';

/**
 * Turns the literal of a script that comes in pieces, `var data = { start: 'May 1', … };`, into the JSON that it stands for: quotes,
 * keys without any, commas too many, comments, texts put together by `+`. Line breaks stay where they are. What it does not know
 * is left as it is. Linear time; any depth.
 */
export class ScriptJson {
  #within: Within = 'head';
  #quote = '"';
  #word = '';
  /** The brackets open of `new Date(…)`, whose text is gathered in `#word`. */
  #open = 0;
  /** A comma, or the end of a text, that waits for what comes next; the space since then. */
  #waits: '' | ',' | '"' = '';
  #space = '';
  #isJoining = false;

  /** The JSON that `text` completes. */
  add(text: string): string {
    const parts: string[] = [];
    for (const sign of text) this.#take(sign, parts);
    return parts.join('');
  }

  /** There is no more. */
  end(): string {
    const parts: string[] = [];
    this.#take('\n', parts);
    this.#settle('', parts);
    return parts.join('').trimEnd();
  }

  #take(sign: string, parts: string[]): void {
    switch (this.#within) {
      case 'head':
        if (sign === '{' || sign === '[') this.#structure(sign, parts);
        else if (sign === '\n') parts.push(sign);
        return;
      case 'string':
        this.#inString(sign, parts);
        return;
      case 'escape':
        this.#escaped(sign, parts);
        return;
      case 'word':
        if (WORD.test(sign)) this.#word += sign;
        else {
          this.#endWord(parts);
          this.#take(sign, parts);
        }
        return;
      case 'date':
        this.#inDate(sign, parts);
        return;
      case 'number':
        if (NUMBER.test(sign)) parts.push(sign);
        else this.#structure(sign, parts);
        return;
      case 'slash':
        this.#within = sign === '/' ? 'line comment' : sign === '*' ? 'comment' : 'structure';
        if (this.#within === 'structure') this.#structure(sign, parts);
        return;
      case 'line comment':
        if (sign === '\n') this.#structure(sign, parts);
        return;
      case 'comment':
      case 'comment star':
        if (sign === '\n') this.#space += sign;
        this.#within =
          sign === '*' ? 'comment star' : sign === '/' && this.#within === 'comment star' ? 'structure' : 'comment';
        return;
      case 'structure':
        this.#structure(sign, parts);
    }
  }

  #structure(sign: string, parts: string[]): void {
    this.#within = 'structure';
    if (sign === '"' || sign === "'") {
      if (this.#waits === '"' && this.#isJoining) this.#waits = '';
      else {
        this.#settle(sign, parts);
        parts.push('"');
      }
      this.#isJoining = false;
      this.#quote = sign;
      this.#within = 'string';
    } else if (sign === '/') this.#within = 'slash';
    else if (sign === '+' && this.#waits === '"') this.#isJoining = true;
    else if (/\s/.test(sign)) this.#space += sign;
    else if (sign === ',') {
      this.#settle(sign, parts);
      this.#waits = ',';
    } else if (WORD_STARTS.test(sign)) {
      this.#word = sign;
      this.#within = 'word';
    } else if (!';()'.includes(sign)) {
      this.#settle(sign, parts);
      parts.push(sign);
      if (/[\d.-]/.test(sign)) this.#within = 'number';
    }
  }

  /** What waited is written before `next`, but for a comma before a closing bracket. */
  #settle(next: string, parts: string[]): void {
    if (this.#waits === '"') parts.push('"');
    parts.push(this.#space);
    if (this.#waits === ',' && next !== '}' && next !== ']') parts.push(',');
    this.#waits = this.#space = '';
    this.#isJoining = false;
  }

  #endWord(parts: string[]): void {
    const word = this.#word;
    this.#within = word === 'Date' ? 'date' : 'structure';
    this.#word = '';
    if (word === 'Date' || word === 'new') return;
    this.#settle(word, parts);
    parts.push(Object.hasOwn(VALUES, word) ? VALUES[word] : JSON.stringify(word));
  }

  /** A date that does not end in time is taken for a text. */
  #inDate(sign: string, parts: string[]): void {
    if (this.#word.trim() === '' && !/[\s.(]/.test(sign)) {
      this.#settle('"', parts);
      parts.push('"Date"');
      this.#structure(sign, parts);
      return;
    }
    this.#word += sign;
    this.#open += sign === '(' ? 1 : sign === ')' ? -1 : 0;
    const isOver = this.#open <= 0 && !/^(?:\s*|\.\w*)$/.test(this.#word);
    if (!isOver && this.#word.length < LONGEST_DATE) return;
    this.#settle(sign, parts);
    parts.push(JSON.stringify(scriptDate(this.#word)));
    this.#word = '';
    this.#open = 0;
    this.#within = 'structure';
  }

  #inString(sign: string, parts: string[]): void {
    if (sign === '\\') this.#within = 'escape';
    else if (sign === this.#quote) {
      this.#waits = '"';
      this.#within = 'structure';
    } else parts.push(sign === '"' ? '\\"' : sign === '\t' ? '\\t' : sign);
  }

  #escaped(sign: string, parts: string[]): void {
    this.#within = 'string';
    if (KEPT_ESCAPES.includes(sign)) parts.push(`\\${sign}`);
    else if (sign === 'x') parts.push('\\u00');
    else if (sign === '\n')
      this.#space += sign; // a text that goes on in the next line
    else if (sign !== '\r') parts.push(sign);
  }
}
