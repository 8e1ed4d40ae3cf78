/**
 * A text in quotes up to its first escape, or an escape and what follows up to the next one, with the closing quote where the text
 * ends there; or white space between values. No part repeats a group: no text is too long for it.
 */
const PARTS = /((?:"|\\.)[^"\\]*"?)|\s+/g;

/** JSON without white space between its values, each of which stays as it is written: no text in JSON has a line break in it. */
export function onOneLine(json: string): string {
  return json.replace(PARTS, '$1');
}
