const PAGE_BITS = 22;
/** A place in a page; a page of more bytes is a whole number of such. */
const PAGE = 1 << PAGE_BITS;

interface Page {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The place of its first byte. */
  readonly base: number;
  used: number;
}

/** Where the pages of all files opened together stand, so that a place names one of them. */
export class Shelf {
  /** Per 4 MB of places: the page they are in. */
  readonly pageAt: Page[] = [];

  /** The `length` bytes at a place: no copy. They must have lain in one page. */
  at(place: number, length: number): Uint8Array<ArrayBuffer> {
    const page = this.pageAt[place >>> PAGE_BITS];
    const from = place - page.base;
    return page.bytes.subarray(from, from + length);
  }
}

/**
 * The bytes of a file in the order they came, in pages of 4 MB, so that nothing has to grow. The page that is being
 * filled is open to be read; what has been read keeps its place, a whole number below 2 ** 32.
 */
export class Pages {
  readonly #pages: Page[] = [];
  readonly #shelf: Shelf;
  #open: Page;

  /** The pages of other files on the shelf must be full, or get no more bytes. */
  constructor(shelf = new Shelf()) {
    this.#shelf = shelf;
    this.#open = this.#newPage(PAGE);
  }

  /** The page being filled, `used` bytes of it. */
  get bytes(): Uint8Array<ArrayBuffer> {
    return this.#open.bytes;
  }

  get used(): number {
    return this.#open.used;
  }

  /** The place of the open page's first byte. */
  get base(): number {
    return this.#open.base;
  }

  get isFull(): boolean {
    return this.#open.used === this.#open.bytes.length;
  }

  /** Copies bytes of `source` from `from` on, at most `most` and as many as the page has room for; returns how many. */
  fill(source: Uint8Array, from: number, most: number): number {
    const { bytes, used } = this.#open;
    const count = Math.min(most, source.length - from, bytes.length - used);
    bytes.set(source.subarray(from, from + count), used);
    this.#open.used = used + count;
    return count;
  }

  /** Opens the next page, with what stands from `keep` on at its beginning: it moves there, and half the page stays free. */
  turn(keep: number): void {
    const { bytes, used } = this.#open;
    const kept = bytes.subarray(keep, used);
    this.#open.used = keep;
    if (keep === 0) this.#dropPage();
    this.#open = this.#newPage(Math.ceil((kept.length * 2) / PAGE) * PAGE || PAGE);
    this.#open.bytes.set(kept);
    this.#open.used = kept.length;
  }

  /** Puts `bytes` into one page, a new one where the open one lacks room; returns their place. */
  put(bytes: Uint8Array): number {
    if (bytes.length > this.#open.bytes.length - this.#open.used) {
      if (this.#open.used === 0) this.#dropPage();
      this.#open = this.#newPage(Math.ceil(bytes.length / PAGE) * PAGE);
    }
    const { base, used } = this.#open;
    this.fill(bytes, 0, bytes.length);
    return base + used;
  }

  /** All bytes, page by page, each with the place of its first. */
  *all(): Generator<{ readonly bytes: Uint8Array; readonly base: number }> {
    for (const { bytes, base, used } of this.#pages) yield { bytes: bytes.subarray(0, used), base };
  }

  /** All bytes before `place`, page by page. */
  *before(place: number): Generator<Uint8Array<ArrayBuffer>> {
    for (const { bytes, base, used } of this.#pages) {
      if (base < place) yield bytes.subarray(0, Math.min(used, place - base));
    }
  }

  #newPage(length: number): Page {
    const page = { bytes: new Uint8Array(length), base: this.#shelf.pageAt.length * PAGE, used: 0 };
    this.#pages.push(page);
    for (let at = 0; at < length; at += PAGE) this.#shelf.pageAt.push(page);
    return page;
  }

  /** Whether a place is in one of these pages. */
  holds(place: number): boolean {
    return this.#pages.includes(this.#shelf.pageAt[place >>> PAGE_BITS]);
  }

  /** Takes the last page back, with its places where none came after it on the shelf. */
  #dropPage(): void {
    this.#pages.pop();
    const { pageAt } = this.#shelf;
    if (pageAt.at(-1) === this.#open) pageAt.length -= this.#open.bytes.length / PAGE;
  }
}
