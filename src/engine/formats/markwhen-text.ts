import { oneLine } from '../../domain/quote';

/** What the text of an entry says, marks taken out of it. */
export interface EntryText {
  readonly text: string;
  readonly tags: readonly string[];
  readonly people: readonly string[];
  readonly places: readonly string[];
  readonly links: readonly { readonly title: string; readonly url: string }[];
  readonly images: readonly string[];
  /** As `!id`. */
  readonly id: string | null;
}

const LINK = /(!?)\[([^[\]\n]{0,500})\]\(([^()\s]{1,2000})\)/g;
const MARK = /^([#@!])([\p{L}\p{N}_].{0,200})$/u;

/** Reads links, places, pictures, tags, people and the id out of a text, whose lines stay; words of a sentence stay too. */
export function entryText(source: string): EntryText {
  const tags: string[] = [];
  const people: string[] = [];
  const places: string[] = [];
  const links: { title: string; url: string }[] = [];
  const images: string[] = [];
  let id: string | null = null;
  const plain = source.replace(LINK, (whole, image: string, text: string, target: string) => {
    if (/^(?:map|location)$/i.test(target)) {
      places.push(oneLine(text));
      return text;
    }
    const url = /^www\./i.test(target) ? `https://${target}` : target;
    if (!/^https?:\/\//i.test(url)) return whole;
    if (image !== '') images.push(url);
    else links.push({ title: text.trim() === '' ? url : oneLine(text), url });
    return image === '' && text.trim() !== '' ? text : image === '' ? url : '';
  });
  const take = (sign: string, name: string): void => {
    const word = /^[\p{L}\p{N}_.-]+/u.exec(name)?.[0].replace(/[.-]+$/, '') ?? '';
    if (sign === '#') tags.push(word);
    else if (sign === '@') people.push(word);
    else id ??= word;
  };
  const lines = plain.split('\n').map((line) => {
    // In a sentence a mark is a word too; at the end of a line it is nothing but a mark.
    const words = line.split(/(\s+)/);
    const last = words.findLastIndex((word) => word.trim() !== '' && markIn(word) === null);
    return words
      .map((word, at) => {
        const mark = markIn(word);
        if (mark === null) return word;
        take(mark.sign, mark.name);
        return at > last || mark.sign === '!' ? '' : mark.name;
      })
      .join('')
      .trimEnd();
  });
  const text = lines.join('\n').trim();
  return { text, tags: [...new Set(tags)], people: [...new Set(people)], places, links, images, id };
}

/** The mark that a word is, punctuation after it left to its name; `#1` is none. */
function markIn(word: string): { readonly sign: string; readonly name: string } | null {
  const match = MARK.exec(word);
  return match === null || /^#\d+$/.test(word) ? null : { sign: match[1], name: match[2] };
}
