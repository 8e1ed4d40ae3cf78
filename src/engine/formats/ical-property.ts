import ICAL from 'ical.js';
import type { TextLine } from './text-lines';

/** A property of iCalendar. */
export interface Property {
  /** In lower case. */
  readonly name: string;
  /** What stands after the colon, as it stands there. */
  readonly raw: string;
  /** A parameter's text by its name in lower case; null when it is not there. */
  param(name: string): string | null;
  /** Values without their escapes: several of a property that lists them. */
  readonly values: readonly unknown[];
  readonly line: number;
}

/** More characters before the colon than any property has; looking for parameters among them takes more than linear time. */
const LONGEST_HEAD = 4000;

/** Puts together lines that were folded, such as begin with a space or a tab. */
export class Unfolding {
  #parts: string[] = [];
  #line = 0;

  /** The line before, when `next` does not go on with it. */
  add(next: TextLine): TextLine | null {
    if (/^[ \t]/.test(next.text) && this.#parts.length > 0) {
      this.#parts.push(next.text.slice(1));
      return null;
    }
    const before = this.end();
    this.#parts = [next.text];
    this.#line = next.line;
    return before;
  }

  /** The last line. */
  end(): TextLine | null {
    if (this.#parts.length === 0) return null;
    const text = this.#parts.join('');
    this.#parts = [];
    return { text, line: this.#line, isCut: false };
  }
}

/** The property that an unfolded line is; null when it is none. */
export function propertyOf({ text, line }: TextLine): Property | null {
  const colon = endOfHead(text);
  if (colon < 0) return null;
  // Without the value where that is what cannot be read: others say so of it.
  const read = parsed(text) ?? parsed(text.slice(0, colon + 1));
  if (read === null) return null;
  const [name, params, type, ...values] = read;
  if (typeof name !== 'string' || name === '' || !isRecord(params)) return null;
  return {
    name,
    raw: text.slice(colon + 1).trim(),
    param: (key) => {
      const value = Object.hasOwn(params, key) ? params[key] : null;
      return typeof value === 'string' ? value : null;
    },
    values: type === 'unknown' ? values.map(unescaped) : values,
    line,
  };
}

/** The text of a property's first value, without spaces around it; null when it has none. */
export function textOf(property: Property | undefined): string | null {
  const value = property?.values[0];
  if (typeof value !== 'string') return null;
  const text = value.trim();
  return text === '' ? null : text;
}

/** Index of the colon that parts a property's name and parameters from its value. */
function endOfHead(text: string): number {
  let isQuoted = false;
  for (let at = 0; at < text.length && at < LONGEST_HEAD; at += 1) {
    const sign = text.charAt(at);
    if (sign === '"') isQuoted = !isQuoted;
    else if (sign === ':' && !isQuoted) return at;
  }
  return -1;
}

function parsed(text: string): readonly unknown[] | null {
  try {
    const read: unknown = ICAL.parse.property(text);
    return Array.isArray(read) ? read : null;
  } catch {
    return null;
  }
}

/** Of properties that it does not know the package gives the value as it stands there. */
function unescaped(value: unknown): unknown {
  if (typeof value !== 'string' || !value.includes('\\')) return value;
  return value.replace(/\\([\\;,nN])/g, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
