import { grouped } from '../../domain/limits';
import { envelopeFault } from '../../domain/parsing/envelope';
import { cutText } from '../../domain/quote';
import { AT_START, jsonFault, type JsonFault, type JsonPlace } from './json-fault';

/** A piece of a file with something wrong in it. */
export interface FaultyPiece {
  /** UTF-8, or not; the last character may not be whole. */
  readonly bytes: Uint8Array;
  /** Null for the beginning of the file. */
  readonly place: JsonPlace | null;
  /** The parser's complaint, when it is that that failed. */
  readonly said: string;
  /** Whether nothing follows. */
  readonly isAll: boolean;
  /** All bytes before it, of which the first `mark` are no text. */
  readonly before: () => Iterable<Uint8Array>;
  readonly mark: number;
}

/** What precedes a piece of a file: UTF-16 units in all, line breaks, and units since the last of them. */
interface Before {
  readonly units: number;
  readonly breaks: number;
  readonly column: number;
}

/** Before the first byte of a file. */
const NOTHING: Before = { units: 0, breaks: 0, column: 0 };

const NEWLINE = 10;
/** From here on a byte goes on with a character that began before, up to FIRST; those from FOUR on begin one of two units. */
const CONTINUES = 0x80;
const FIRST = 0xc0;
const FOUR = 0xf0;

/** What is wrong with a file, and where, or what it seems to be instead. Never throws. */
export function faultWords({ bytes, place, said, isAll, before, mark }: FaultyPiece): string {
  const text = textOf(bytes);
  if (text === null) return 'The file is not UTF-8 text; save it with the encoding UTF-8';
  if (place !== null) return faultOfPiece(text, said, place, countedIn(before(), mark));
  if (isAll || jsonFault(text)?.early !== true) return faultOfFile(text, said);
  return envelopeFault(text.trimStart().startsWith('[') ? [] : '', () => 0) ?? '';
}

/** Null when they are no UTF-8. A last character that is not whole is left out. */
function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

/** Why a file that begins with `text` is no chronology, or what it seems to be instead; `said` is the reader's complaint. */
export function faultOfFile(text: string, said: string): string {
  if (!/\S/.test(text)) return 'The file is empty; choose one that holds a chronology';
  if (/^\s*<(?:!doctype html|html|head|body)\b/i.test(text)) {
    return 'The file looks like a web page, not a chronology; perhaps the address leads to a page about the file';
  }
  if (/^\s*<[?!a-z]/i.test(text)) return 'The file looks like XML, not a chronology; a chronology is JSON';
  if (!/^\s*[[{]/.test(text) && jsonFault(text) !== null)
    return `The file is not JSON: it begins with ${JSON.stringify(cutText(text.trimStart(), 30))}; a chronology begins with {`;
  return faultOfPiece(text, said, AT_START, NOTHING);
}

/** Where and why a file stops being JSON, in `text` that stands at `place` in it, `before` being counted. */
function faultOfPiece(text: string, said: string, place: JsonPlace, before: Before): string {
  const fault = jsonFault(text, place);
  if (fault === null) return `The file could not be read (${said}); it may be too large, or nest too deep`;
  return fault.early ? cutOff(text, fault, before) : broken(text, fault, before);
}

function cutOff(text: string, { at, expected }: JsonFault, before: Before): string {
  return `The file is cut off: it ends after ${placeOf(text, at - 1, before)}, where ${expected} should follow; fetch or save it again`;
}

function broken(text: string, { at, expected, afterComma }: JsonFault, before: Before): string {
  const found = JSON.stringify(String.fromCodePoint(text.codePointAt(at) ?? 0));
  const remedy = afterComma ? 'remove the comma before it' : 'correct it there';
  return `The file is not sound JSON: ${found} at ${placeOf(text, at, before)}, where ${expected} should stand; ${remedy}`;
}

/** `character 1,234 (line 5, column 6)`, all counted from 1. */
function placeOf(text: string, at: number, before: Before): string {
  let line = before.breaks + 1;
  let lineStart = -before.column;
  for (let next = text.indexOf('\n'); next >= 0 && next < at; next = text.indexOf('\n', next + 1)) {
    line += 1;
    lineStart = next + 1;
  }
  return `character ${grouped(before.units + at + 1)} (line ${grouped(line)}, column ${grouped(at - lineStart + 1)})`;
}

/** What there is in UTF-8 that comes in `pieces`, the first without its first `skip` bytes. */
function countedIn(pieces: Iterable<Uint8Array>, skip: number): Before {
  let { units, breaks, column } = NOTHING;
  let from = skip;
  for (const bytes of pieces) {
    for (; from < bytes.length; from += 1) {
      const byte = bytes[from];
      if (byte >= CONTINUES && byte < FIRST) continue;
      const width = byte >= FOUR ? 2 : 1;
      units += width;
      column += width;
      if (byte !== NEWLINE) continue;
      breaks += 1;
      column = 0;
    }
    from = 0;
  }
  return { units, breaks, column };
}
