/** Quoted cells that begin after spaces, and those that begin at once, are counted in so many characters. */
const LOOKED_AT = 20_000;

/** Whether the quoted cells of a table mostly have spaces before them: `1, "a, b"`. */
export function hasSpacedQuotes(sample: string, delimiter: string): boolean {
  if (!',;|'.includes(delimiter)) return false;
  const text = sample.slice(0, LOOKED_AT);
  const count = (spaces: string): number =>
    [...text.matchAll(new RegExp(`[${delimiter}]${spaces}"[^"\\n]+" *(?=[${delimiter}\\r\\n])`, 'g'))].length;
  return count(' +') > count('');
}

/** Such a text without those spaces. Linear. */
export function withoutSpaces(text: string, delimiter: string): string {
  return text.replace(new RegExp(`([${delimiter}]) {1,20}(?="(?:[^"]|"[${delimiter}\\n]))`, 'g'), '$1');
}

/** Where a text that may be parted there ends for now: before what may be a delimiter with spaces and half a quoted cell. */
export function settledEnd(text: string, delimiter: string): number {
  let at = text.length;
  if (text.endsWith('"')) at -= 1;
  while (at > 0 && text[at - 1] === ' ' && text.length - at < 30) at -= 1;
  return at > 0 && text[at - 1] === delimiter ? at - 1 : text.length;
}
