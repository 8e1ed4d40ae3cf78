import { MAX_TEXT } from '../engine/query';

/** Characters of a fragment that are looked at, counted as `encode` writes them; what follows is left out and told. */
export const MAX_LINK = 20_000;

/** One `key=value` of a fragment, decoded; `muted` when `~` stood before the key. */
export interface LinkPair {
  readonly key: string;
  readonly value: string;
  readonly muted: boolean;
}

/** A text with U+FFFD in place of each half of a character, which no address can hold. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

/**
 * A text as a value of a fragment: letters, digits and `- _ . ! ~ ' , : /` stand, a space is `+`, all else is
 * percent-encoded UTF-8, brackets and asterisks too, which chats take for their own.
 */
export function escapeText(text: string): string {
  return encodeURIComponent(wellFormed(text))
    .replace(/%(?:20|2C|3A|2F)/g, (code) => (code === '%20' ? '+' : decodeURIComponent(code)))
    .replace(/[()*]/g, percent);
}

/** A fragment whose last character is a letter or digit: mails and chats drop punctuation from the end of a link. */
export function withFirmEnd(fragment: string): string {
  return fragment.replace(/[^A-Za-z0-9]$/, (last) => (last === '+' ? '%20' : percent(last)));
}

/** An address with `fragment` (without `#`) in place of its own; '' takes the `#` away too. */
export function withFragment(address: string, fragment: string): string {
  const page = address.replace(/#.*$/su, '');
  return fragment === '' ? page : `${page}#${fragment}`;
}

/**
 * The pairs of a fragment, in order. Takes what mailers, chats and hands make of a link: `#` in front, `&amp;` for `&`,
 * keys in capitals, signs encoded or not, a fragment encoded as a whole, line breaks. `%` without two hexadecimal digits
 * stands for itself, bytes that are not UTF-8 become U+FFFD. `cut`: there was more than MAX_LINK; a value that reaches beyond it
 * is left out, but for a search text, which is cut. Linear.
 */
export function readPairs(fragment: string): { readonly pairs: readonly LinkPair[]; readonly cut: boolean } {
  const text = unwrapped(fragment.replace(/[\t\n\r]/g, '').replace(/^[#?]+/, ''));
  const isLong = text.length > MAX_LINK;
  const parts = text.slice(0, MAX_LINK).split('&');
  if (isLong && !/^~?q=/i.test(parts[parts.length - 1])) parts.pop();
  const pairs: LinkPair[] = [];
  let room = MAX_LINK - 2;
  for (const part of parts) {
    const pair = readPair(part);
    if (pair === null) continue;
    const kept = pair.key === 'q' ? pair.value.slice(0, MAX_TEXT) : pair.value;
    room -= pair.key.length + escapeText(kept).length + 3;
    if (room < 0) return { pairs, cut: true };
    pairs.push(pair);
  }
  return { pairs, cut: isLong };
}

function readPair(part: string): LinkPair | null {
  const split = part.indexOf('=');
  const name = unescapeText(split < 0 ? part : part.slice(0, split))
    .replace(/^(?:(?:amp|#38|#x26);)+/i, '')
    .trim();
  const value = split < 0 ? '' : wellFormed(unescapeText(part.slice(split + 1)));
  if (name === '' && value === '') return null;
  const muted = name.startsWith('~');
  return { key: wellFormed(name.slice(Number(muted)).trim().toLowerCase()), value, muted };
}

/** A fragment that was encoded as a whole has no `=` left; no link of ours lacks one. */
function unwrapped(text: string): string {
  return !text.includes('=') && /%3d/i.test(text) ? unpercent(text) : text;
}

function unescapeText(text: string): string {
  return unpercent(text.replaceAll('+', ' '));
}

function unpercent(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (codes) => {
    const bytes = Uint8Array.from(codes.slice(1).split('%'), (code) => parseInt(code, 16));
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  });
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
