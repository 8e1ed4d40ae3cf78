import { grouped } from '../../domain/limits';
import { cutText } from '../../domain/quote';
import { jsonFault, type JsonFault } from './json-fault';

export type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };

/** The value of a JSON text, unchecked; or what the file seems to be instead, with the place of the first fault. Never throws. */
export function parseDatelineJson(text: string): Parsed {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, message: messageFor(text, error instanceof Error ? error.message : String(error)) };
  }
}

function messageFor(text: string, said: string): string {
  if (!/\S/.test(text)) return 'The file is empty; choose one that holds a chronology';
  if (/^\s*<(?:!doctype html|html|head|body)\b/i.test(text)) {
    return 'The file looks like a web page, not a chronology; perhaps the address leads to a page about the file';
  }
  if (/^\s*<[?!a-z]/i.test(text)) return 'The file looks like XML, not a chronology; a chronology is JSON';
  const fault = jsonFault(text);
  if (fault === null) return `The file could not be read (${said}); it may be too large, or nest too deep`;
  const begun = /^\s*[[{]/.test(text);
  if (!begun)
    return `The file is not JSON: it begins with ${JSON.stringify(cutText(text.trimStart(), 30))}; a chronology begins with {`;
  return fault.early ? cutOff(text, fault) : broken(text, fault);
}

function cutOff(text: string, { at, expected }: JsonFault): string {
  return `The file is cut off: it ends after ${placeOf(text, at - 1)}, where ${expected} should follow; fetch or save it again`;
}

function broken(text: string, { at, expected }: JsonFault): string {
  const found = JSON.stringify(String.fromCodePoint(text.codePointAt(at) ?? 0));
  const remedy = /,\s*$/.test(text.slice(Math.max(0, at - 100), at))
    ? 'remove the comma before it'
    : 'correct it there';
  return `The file is not sound JSON: ${found} at ${placeOf(text, at)}, where ${expected} should stand; ${remedy}`;
}

/** `character 1,234 (line 5, column 6)`, all counted from 1. */
function placeOf(text: string, at: number): string {
  let line = 1;
  let lineStart = 0;
  for (let next = text.indexOf('\n'); next >= 0 && next < at; next = text.indexOf('\n', next + 1)) {
    line += 1;
    lineStart = next + 1;
  }
  return `character ${grouped(at + 1)} (line ${grouped(line)}, column ${grouped(at - lineStart + 1)})`;
}
