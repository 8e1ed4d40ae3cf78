/** Where and why a text stops being JSON. */
export interface JsonFault {
  /** 0-based, in UTF-16 units; the length of the text when it ends too early. */
  readonly at: number;
  readonly early: boolean;
  /** What should have stood there: `a value`, `a comma or "]"`. */
  readonly expected: string;
  /** A comma before it is one too many. */
  readonly afterComma: boolean;
}

/** Where in a JSON text a piece of it begins: what may come next, and the brackets to be closed, the innermost last. */
export interface JsonPlace {
  readonly want: Want;
  readonly closers: readonly ('}' | ']')[];
}

/** Before the first byte of a file. */
export const AT_START: JsonPlace = { want: 'value', closers: [] };

export type Want = 'value' | 'item or end' | 'key' | 'key or end' | 'colon' | 'comma or end' | 'nothing';

const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const UNFINISHED = /(?:-|-?\d+\.|-?\d+(?:\.\d+)?[eE][+-]?|t|tr|tru|f|fa|fal|fals|n|nu|nul)$/y;
const QUOTE = 34;
const BACKSLASH = 92;

/**
 * The first fault of `text` as the rest of a JSON text from `start` on, or null when it is sound. Browsers word their own
 * errors differently, some without a position. Any depth; one pass.
 */
export function jsonFault(text: string, start: JsonPlace = AT_START): JsonFault | null {
  const closers: string[] = [...start.closers];
  let { want } = start;
  let at = 0;
  for (;;) {
    while (at < text.length && ' \t\n\r'.includes(text[at])) at += 1;
    const closer = closers.at(-1) ?? '';
    const afterComma = want === 'key' || (want === 'value' && closer === ']');
    const fault = { at, early: at === text.length, expected: expectation(want, closer), afterComma };
    if (fault.early) return want === 'nothing' ? null : fault;
    const sign = text[at];

    if (sign === closer && (want === 'item or end' || want === 'key or end' || want === 'comma or end')) {
      closers.pop();
      at += 1;
      want = closers.length === 0 ? 'nothing' : 'comma or end';
    } else if (want === 'comma or end' && sign === ',') {
      at += 1;
      want = closer === '}' ? 'key' : 'value';
    } else if (want === 'colon' && sign === ':') {
      at += 1;
      want = 'value';
    } else if (want === 'key' || want === 'key or end') {
      if (sign !== '"') return fault;
      const end = endOfString(text, at);
      if (typeof end !== 'number') return end;
      at = end;
      want = 'colon';
    } else if (want === 'value' || want === 'item or end') {
      if (sign === '{' || sign === '[') {
        closers.push(sign === '{' ? '}' : ']');
        at += 1;
        want = sign === '{' ? 'key or end' : 'item or end';
        continue;
      }
      const end = sign === '"' ? endOfString(text, at) : endOfScalar(text, at);
      if (end === null) return fault;
      if (typeof end !== 'number') return end;
      at = end;
      want = closers.length === 0 ? 'nothing' : 'comma or end';
    } else return fault;
  }
}

function expectation(want: Want, closer: string): string {
  switch (want) {
    case 'value':
      return 'a value';
    case 'item or end':
      return 'a value or "]"';
    case 'key':
      return 'a key in double quotes';
    case 'key or end':
      return 'a key in double quotes or "}"';
    case 'colon':
      return 'a colon';
    case 'comma or end':
      return `a comma or "${closer}"`;
    case 'nothing':
      return 'the end of the file';
  }
}

/** Where the string that begins at `start` ends, or its fault. */
function endOfString(text: string, start: number): number | JsonFault {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at + 1;
    if (code < 32) return { at, early: false, expected: 'a closing quote before the line ends', afterComma: false };
    if (code !== BACKSLASH) continue;
    const escape = /^(?:["\\/bfnrt]|u[\da-fA-F]{4})/.exec(text.slice(at + 1, at + 6));
    if (escape !== null) at += escape[0].length;
    else if (/^(?:|u[\da-fA-F]{0,3})$/.test(text.slice(at + 1))) break;
    else return { at, early: false, expected: 'an escape such as \\n or \\u00e9', afterComma: false };
  }
  return { at: text.length, early: true, expected: 'a closing quote', afterComma: false };
}

function endOfScalar(text: string, start: number): number | JsonFault | null {
  UNFINISHED.lastIndex = start;
  if (UNFINISHED.test(text))
    return { at: text.length, early: true, expected: 'the rest of a value', afterComma: false };
  SCALAR.lastIndex = start;
  return SCALAR.test(text) ? SCALAR.lastIndex : null;
}
