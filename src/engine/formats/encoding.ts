import type { Bytes } from './bytes';
import { isUtf8 } from '../intake/signs';
import type { Encoding } from './choices';

/** The byte order mark that a file begins with, as the encoding it tells and its length in bytes; null without one. */
export function markOf([a, b, c]: Uint8Array): { readonly encoding: Encoding; readonly length: number } | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 };
  return null;
}

/** So many of a hundred letters of UTF-16 have a zero byte, in texts of any script: spaces, digits and commas have one. */
const ZEROS = 8;

/**
 * The encoding that the beginning of a file speaks for: by its mark; by zero bytes in every second place; as UTF-8 when it is
 * sound UTF-8; else one of the Windows code pages: 1251 where letters beyond ASCII stand together, as in Cyrillic words, 1252 where they stand alone.
 */
export function encodingOf(head: Uint8Array): Encoding {
  const marked = markOf(head);
  if (marked !== null) return marked.encoding;
  return wideOf(head) ?? (isUtf8(head) ? 'utf-8' : codePageOf(head));
}

function wideOf(head: Uint8Array): Encoding | null {
  const pairs = Math.min(head.length, 4096) >> 1;
  const zeros = [0, 0];
  for (let at = 0; at < pairs * 2; at += 1) if (head[at] === 0) zeros[at & 1] += 1;
  const [even, odd] = zeros;
  if (pairs < 2) return null;
  if (odd * 100 >= pairs * ZEROS && even * 20 < odd) return 'utf-16le';
  if (even * 100 >= pairs * ZEROS && odd * 20 < even) return 'utf-16be';
  return null;
}

/** Letters of code page 1251 are 0xC0 to 0xFF, Ё and ё besides; in 1252 most of these are letters with accents. */
function codePageOf(head: Uint8Array): Encoding {
  let together = 0;
  let alone = 0;
  for (let at = 0; at < head.length;) {
    let end = at;
    while (end < head.length && isLetter(head[end])) end += 1;
    if (end - at > 2) together += end - at;
    else alone += end - at;
    at = end + 1;
  }
  return together > alone ? 'windows-1251' : 'windows-1252';
}

function isLetter(byte: number): boolean {
  return byte >= 0xc0 || byte === 0xa8 || byte === 0xb8;
}

/** The bytes as UTF-8, without a mark; `pieces` may part characters. What is no character becomes U+FFFD. */
export async function* inUtf8(pieces: Bytes, encoding: Encoding): Bytes {
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  for await (const piece of pieces) yield encoder.encode(decoder.decode(piece, { stream: true }));
  yield encoder.encode(decoder.decode());
}
