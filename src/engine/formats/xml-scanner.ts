import { withoutEntities } from './html-entities';
import type { Spot } from './format';

/** A piece of XML. What is declared, instructed or commented is left out. */
export type XmlPiece =
  | { readonly kind: 'begin' | 'empty'; readonly tag: XmlTag }
  | { readonly kind: 'end'; readonly name: string; readonly raw: string }
  /** Characters between tags, in one piece or several, entities decoded. */
  | { readonly kind: 'text'; readonly text: string };

/** The tag that begins an element. */
export interface XmlTag {
  /** Without a namespace's prefix. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** As it stands there. */
  readonly raw: string;
  readonly spot: Spot;
  /** Whether a quote in it does not end, or the tag itself: then it ends at the first `>`, or before the next tag. */
  readonly isBroken: boolean;
}

/** Longer tags are none. */
const LONGEST_TAG = 200_000;
/** Characters at the end of a piece that may be the beginning of something. */
const TELLING = '<![CDATA['.length;
const NEWLINE = 10;
const ENTITY = '<!ENTITY';
/** Characters by which a tag shows that it counts. */
const STOP = 20;
const ATTRIBUTE = /([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"?|'([^']*)'?|([^\s"'>]+)))?/g;
/** What ends a part of which nothing is read, or text that is read as it stands. */
const ENDS = { comment: '-->', instruction: '?>', cdata: ']]>' } as const;

const OPENS = [
  ['<!--', 'comment'],
  ['<![CDATA[', 'cdata'],
  ['<?', 'instruction'],
  ['<!', 'doctype'],
] as const;

interface Ending {
  readonly end: number;
  readonly isBroken: boolean;
}

type State = keyof typeof ENDS | 'text' | 'doctype';

/**
 * Takes XML apart as it comes, forgivingly: nothing is fetched, no entity but those of XML and HTML is known, and nothing is
 * kept of it but the tag or the entity that is being read. Time grows linearly.
 */
export class XmlScanner {
  /** Whether the file defines entities; they are not read. */
  definesEntities = false;
  readonly #stop: RegExp;
  #rest = '';
  #state: State = 'text';
  #line = 1;
  #column = 1;
  /** Of a doctype: how many brackets are open, and which quote, and what stands before. */
  #depth = 0;
  #quote = '';
  #last = '';

  /** `stop`: a tag that begins like this within a tag shows that the other does not end. */
  constructor(stop: RegExp) {
    this.#stop = stop;
  }

  *add(text: string): Generator<XmlPiece> {
    yield* this.#scan(this.#rest + text, false);
  }

  *end(): Generator<XmlPiece> {
    yield* this.#scan(this.#rest, true);
  }

  *#scan(text: string, isLast: boolean): Generator<XmlPiece> {
    let at = 0;
    while (at < text.length) {
      const from = at;
      if (this.#state === 'doctype') at = this.#doctype(text, at);
      else if (this.#state !== 'text') {
        const end = ENDS[this.#state];
        const found = text.indexOf(end, at);
        const to = found >= 0 ? found : isLast ? text.length : Math.max(at, text.length - end.length + 1);
        if (this.#state === 'cdata' && to > at) yield { kind: 'text', text: text.slice(at, to) };
        at = found < 0 ? to : to + end.length;
        if (found >= 0) this.#state = 'text';
        else if (!isLast) {
          this.#pass(text, from, at);
          break;
        }
      } else if (text.charAt(at) !== '<') {
        const next = text.indexOf('<', at);
        const to = next >= 0 ? next : isLast ? text.length : entityAt(text, at);
        if (to > at) yield { kind: 'text', text: withoutEntities(text.slice(at, to)) };
        at = to;
        if (next < 0) {
          this.#pass(text, from, at);
          break;
        }
      } else {
        if (!isLast && text.length - at < TELLING) break;
        const end = this.#opening(text, at);
        const mayEnd = end === null && !isLast && text.length - at < LONGEST_TAG;
        if (mayEnd) break;
        const opened = end ?? this.#broken(text, at);
        if (opened.end <= at) {
          yield { kind: 'text', text: '<' };
          at += 1;
        } else {
          if (!text.startsWith('<!', at) && !text.startsWith('<?', at))
            yield this.#tag(text.slice(at, opened.end), opened.isBroken);
          at = opened.end;
        }
      }
      this.#pass(text, from, at);
    }
    this.#rest = text.slice(at);
  }

  /** Where the tag, or the beginning of something else, ends that stands at `at`, or nothing; null when that is not there yet. */
  #opening(text: string, at: number): Ending | null {
    const opens = OPENS.find(([sign]) => text.startsWith(sign, at));
    if (opens !== undefined) {
      const [sign, state] = opens;
      this.#state = state;
      this.#depth = 0;
      this.#quote = '';
      return { end: at + sign.length, isBroken: false };
    }
    if (!/^<\/?[\p{L}_:]/u.test(text.slice(at, at + 4))) return { end: at, isBroken: true };
    let quote = '';
    for (let i = at + 1; i < text.length; i += 1) {
      const sign = text.charAt(i);
      if (sign === '<' && (quote === '' || this.#stop.test(text.slice(i, i + STOP)))) return this.#broken(text, at, i);
      if (quote !== '') quote = sign === quote ? '' : quote;
      else if ((sign === '"' || sign === "'") && /=\s?$/.test(text.slice(Math.max(at, i - 2), i))) quote = sign;
      else if (sign === '>') return { end: i + 1, isBroken: false };
    }
    return null;
  }

  /** Where a tag at `at` ends that does not end before `next`: not at all, unless it is one that counts. */
  #broken(text: string, at: number, next = Math.min(text.length, at + LONGEST_TAG)): Ending {
    if (!this.#stop.test(text.slice(at, at + STOP))) return { end: at, isBroken: true };
    const close = text.slice(at, next).indexOf('>');
    return { end: close < 0 ? next : at + close + 1, isBroken: true };
  }

  #tag(raw: string, isBroken: boolean): XmlPiece {
    const isEnd = raw.startsWith('</');
    const name = /^[^\s/>="']*/.exec(raw.slice(isEnd ? 2 : 1))?.[0] ?? '';
    const local = name.slice(name.indexOf(':') + 1);
    if (isEnd) return { kind: 'end', name: local, raw };
    const attributes = new Map<string, string>();
    const isEmpty = /\/\s?>$/.test(raw);
    const end = isEmpty ? raw.lastIndexOf('/') : raw.endsWith('>') ? raw.length - 1 : raw.length;
    for (const match of raw.slice(name.length + 1, end).matchAll(ATTRIBUTE)) {
      const groups: readonly (string | undefined)[] = match;
      const [, key, double, single, bare] = groups;
      const value = double ?? single ?? bare;
      if (key !== undefined && value !== undefined && !attributes.has(key)) attributes.set(key, withoutEntities(value));
    }
    const spot = { line: this.#line, column: this.#column };
    return { kind: isEmpty ? 'empty' : 'begin', tag: { name: local, attributes, raw, spot, isBroken } };
  }

  /** Goes through a document type declaration, of which nothing is read. */
  #doctype(text: string, from: number): number {
    for (let at = from; at < text.length; at += 1) {
      const sign = text.charAt(at);
      this.#last = (this.#last + sign).slice(-ENTITY.length);
      if (this.#last === ENTITY) this.definesEntities = true;
      if (this.#quote !== '') this.#quote = sign === this.#quote ? '' : this.#quote;
      else if (sign === '"' || sign === "'") this.#quote = sign;
      else if (sign === '[') this.#depth += 1;
      else if (sign === ']') this.#depth -= 1;
      else if (sign === '>' && this.#depth <= 0) {
        this.#state = 'text';
        return at + 1;
      }
    }
    return text.length;
  }

  #pass(text: string, from: number, to: number): void {
    for (let at = from; at < to; at += 1) {
      if (text.charCodeAt(at) === NEWLINE) {
        this.#line += 1;
        this.#column = 1;
      } else this.#column += 1;
    }
  }
}

/** Where an entity may begin that does not end before the end of the text. */
function entityAt(text: string, from: number): number {
  const at = text.lastIndexOf('&');
  return at >= from && text.length - at < 12 && !text.includes(';', at) ? at : text.length;
}
