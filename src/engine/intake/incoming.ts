import type { Bytes } from '../formats/bytes';

/** A file that has begun to come. */
export interface IncomingFile {
  readonly name: string;
}

/** The files of one load as they come: what has come waits here until it is read. */
export class Incoming {
  readonly #waiting: (Uint8Array<ArrayBuffer> | IncomingFile)[] = [];
  /** How many there will be. */
  readonly files: number;
  #begun = 0;
  #isWhole = false;
  #taken = 0;
  #wake: () => void = () => undefined;

  constructor(files: number) {
    this.files = files;
  }

  /** Bytes that have left here, to be read. */
  get taken(): number {
    return this.#taken;
  }

  /** Takes what comes next: a file's beginning, or bytes of the file that began last. */
  push(next: Uint8Array<ArrayBuffer> | IncomingFile): void {
    this.#waiting.push(next);
    this.#wake();
  }

  /** Nothing more comes, or is wanted: who waits for it waits no longer. */
  end(isWanted = true): void {
    this.#isWhole = true;
    if (!isWanted) this.#waiting.length = 0;
    this.#wake();
  }

  /** The next file, what is left of the present one being passed over; null when there is none. */
  async next(): Promise<IncomingFile | null> {
    while (this.#begun < this.files) {
      const item = await this.#first();
      if (isBytes(item)) {
        // Bytes that no file was named for.
        if (this.#begun === 0) return this.#begin({ name: '' });
        this.#take(item);
      } else {
        this.#waiting.shift();
        return item === null ? null : this.#begin(item);
      }
    }
    return null;
  }

  /** The bytes of the present file. */
  async *pieces(): Bytes {
    for (let item = await this.#first(); isBytes(item); item = await this.#first()) {
      this.#take(item);
      yield item;
    }
  }

  async #first(): Promise<Uint8Array<ArrayBuffer> | IncomingFile | null> {
    while (this.#waiting.length === 0 && !this.#isWhole) await new Promise<void>((resolve) => (this.#wake = resolve));
    return this.#waiting[0] ?? null;
  }

  #begin(file: IncomingFile): IncomingFile {
    this.#begun += 1;
    return file;
  }

  #take({ length }: Uint8Array): void {
    this.#waiting.shift();
    this.#taken += length;
  }
}

/** Not by its class: bytes that were sent may be of another realm. */
function isBytes(item: Uint8Array<ArrayBuffer> | IncomingFile | null): item is Uint8Array<ArrayBuffer> {
  return item !== null && 'buffer' in item;
}
