import { withoutEntities } from './html-entities';

/** A link of a text: an http or https address, and the words that bear it. */
export interface HtmlLink {
  readonly url: string;
  readonly text: string;
}

/** What a fragment of HTML says in plain text. */
export interface HtmlText {
  /** A blank line between paragraphs, a line break for `<br>` and between items of a list; no space at its ends. */
  readonly text: string;
  /** In their order, each address once. */
  readonly links: readonly HtmlLink[];
}

/** What parts two texts, the stronger the higher. */
type Gap = 0 | 1 | 2 | 3;
const GAPS = ['', ' ', '\n', '\n\n'] as const;
const [NONE, SPACE, LINE, PARAGRAPH] = [0, 1, 2, 3] as const;

const LINES = new Set(['br', 'li', 'tr', 'dt', 'dd', 'option']);
const PARAGRAPHS = new Set(
  'p div section article header footer aside main figure figcaption blockquote pre ul ol dl table h1 h2 h3 h4 h5 h6 hr'.split(
    ' ',
  ),
);
const UNSEEN = new Set(['script', 'style', 'template']);
/** The name of a tag, without what says whose it is: `p` of `jats:p`. */
const TAG = /^(?:[a-z][a-z\d]*:)?([a-z][a-z\d]*)/i;
const BLOCK = /<\/?(?:[a-z]+:)?(?:br|li|tr|p|div|h[1-6]|ul|ol|dl|table|blockquote|section|article)[\s/>]/i;
const MARKED = /<[a-z/!]|&[a-z#]/i;
const HREF = /(?:^|[\s"'])href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;

/**
 * The text and the links of a fragment of HTML, however broken; a text without any markup is given back with its lines as
 * they are. `<` that begins no tag is text. Linear time.
 */
export function htmlText(html: string): HtmlText {
  if (!MARKED.test(html)) return { text: html.trim(), links: [] };
  const flow = new Flow(!BLOCK.test(html));
  const lastClose = html.lastIndexOf('>');
  let isQuoting = true;
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0 || open > lastClose) {
      flow.add(html.slice(at));
      break;
    }
    flow.add(html.slice(at, open));
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 4);
      at = end < 0 ? html.length : end + 3;
      continue;
    }
    if (!/[a-z/!?]/i.test(html.charAt(open + 1))) {
      flow.add('<');
      at = open + 1;
      continue;
    }
    let close = isQuoting ? endOfTag(html, open) : -1;
    if (close < 0) {
      // No tag from here on ends outside of quotes: they are not looked for again.
      isQuoting = false;
      close = html.indexOf('>', open);
    }
    at = tagged(html, open, close, flow);
  }
  return flow.end();
}

/** Takes the tag at [open, close]; the index from where to go on. */
function tagged(html: string, open: number, close: number, flow: Flow): number {
  const isEnd = html.charAt(open + 1) === '/';
  const inside = html.slice(open + (isEnd ? 2 : 1), close);
  const name = TAG.exec(inside)?.[1].toLowerCase() ?? '';
  if (PARAGRAPHS.has(name)) flow.part(PARAGRAPH);
  else if (LINES.has(name) && (name === 'br' || !isEnd)) flow.part(LINE, name === 'br');
  else if (name === 'td' || name === 'th') flow.part(SPACE);
  else if (name === 'a' && isEnd) flow.endLink();
  else if (name === 'a') flow.beginLink(addressIn(inside));
  if (isEnd || !UNSEEN.has(name)) return close + 1;
  const ending = new RegExp(`</${name}`, 'gi');
  ending.lastIndex = close;
  return ending.exec(html)?.index ?? html.length;
}

/** The index of the `>` that ends the tag at `open`; -1 when each one stands in quotes. */
function endOfTag(html: string, open: number): number {
  let at = open + 1;
  while (at < html.length) {
    const sign = html.charAt(at);
    if (sign === '>') return at;
    // A quote opens a value only after `=`: elsewhere it is a slip.
    const opens = (sign === '"' || sign === "'") && /=\s?$/.test(html.slice(Math.max(open, at - 2), at));
    const end = opens ? html.indexOf(sign, at + 1) : at;
    if (end < 0) return -1;
    at = end + 1;
  }
  return -1;
}

function addressIn(attributes: string): string | null {
  const found = HREF.exec(attributes);
  const address = withoutEntities(found?.[1] ?? found?.[2] ?? found?.[3] ?? '').trim();
  if (/^https?:\/\/[^\s/]/i.test(address)) return address.replace(/\s/g, '%20');
  return /^\/\/[^\s/]/.test(address) ? `https:${address.replace(/\s/g, '%20')}` : null;
}

/** Text as it comes together. */
class Flow {
  readonly #parts: string[] = [];
  readonly #links = new Map<string, string>();
  /** Whether line breaks of the source count. */
  readonly #keepsLines: boolean;
  #gap: Gap = NONE;
  #address: string | null = null;
  #words: string[] = [];

  constructor(keepsLines: boolean) {
    this.#keepsLines = keepsLines;
  }

  add(source: string): void {
    for (const word of withoutEntities(source.replace(/[ \t\n\r\f]+/g, (run) => this.#brokenAs(run))).split(
      /([ \n])/,
    )) {
      if (word === ' ') this.part(SPACE);
      else if (word === '\n') this.part(LINE, true);
      else if (word !== '') this.#put(word);
    }
  }

  /** What follows is parted from what was; `again`: a line break after a line break parts paragraphs. */
  part(gap: Gap, again = false): void {
    if (again && this.#gap === LINE) this.#gap = PARAGRAPH;
    else if (gap > this.#gap) this.#gap = gap;
  }

  beginLink(address: string | null): void {
    this.endLink();
    this.#address = address;
  }

  endLink(): void {
    const text = this.#words.join(' ');
    if (this.#address !== null && (this.#links.get(this.#address) ?? '') === '') this.#links.set(this.#address, text);
    this.#address = null;
    this.#words = [];
  }

  end(): HtmlText {
    this.endLink();
    return { text: this.#parts.join('').trim(), links: Array.from(this.#links, ([url, text]) => ({ url, text })) };
  }

  #put(word: string): void {
    if (this.#parts.length > 0) this.#parts.push(GAPS[this.#gap]);
    if (this.#address !== null) {
      if (this.#gap === NONE && this.#words.length > 0) this.#words.push((this.#words.pop() ?? '') + word);
      else this.#words.push(word);
    }
    this.#gap = NONE;
    this.#parts.push(word);
  }

  #brokenAs(run: string): string {
    if (!this.#keepsLines) return ' ';
    const breaks = run.replace(/\r\n?/g, '\n').split('\n').length - 1;
    return breaks > 1 ? '\n\n' : breaks === 1 ? '\n' : ' ';
  }
}
