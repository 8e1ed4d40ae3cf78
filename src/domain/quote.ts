const LONGEST = 120;

/** The value as a message shows it: texts in quotes, lists and objects named by their size; at most 120 characters. Never throws. */
export function quote(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return quoteText(value);
    case 'number':
    case 'boolean':
      return String(value);
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? `a list of ${value.length}` : 'an object';
    default:
      return 'nothing';
  }
}

/** What sort of JSON value it is, in words: `a number`, `a list`. */
export function sortOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  switch (typeof value) {
    case 'string':
      return 'text';
    case 'number':
      return 'a number';
    case 'boolean':
      return `the word ${String(value)}`;
    default:
      return 'an object';
  }
}

/** `text` without what follows its first `length` code points. */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text;
  let seen = 0;
  let end = 0;
  for (const character of text) {
    if (seen === length) return text.slice(0, end);
    seen += 1;
    end += character.length;
  }
  return text;
}

/** The text on one line: every run of white space and control characters one space, none at the ends. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

function quoteText(text: string): string {
  const whole = JSON.stringify(cutText(text, LONGEST));
  if (text.length <= LONGEST && whole.length <= LONGEST) return whole;
  return `${whole.slice(0, LONGEST - 2).replace(/[\ud800-\udbff]$/, '')}…"`;
}
