import { LIMITS, grouped } from '../../domain/limits';

/** Text that arrives as UTF-8 bytes in pieces, which may part a character. A byte order mark is dropped. */
export class Utf8Text {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  readonly #pieces: string[] = [];
  #bytes = 0;
  #fault: string | null = null;

  /** How many bytes have come. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Why the bytes so far are not to be read: no UTF-8, or too many; null when nothing speaks against them. */
  get fault(): string | null {
    return this.#fault;
  }

  /** Takes the next piece; nothing more after a fault. */
  add(piece: Uint8Array): void {
    if (this.#bytes === 0) this.#fault ??= otherThanText(piece);
    this.#bytes += piece.length;
    if (this.#bytes > LIMITS.bytes) {
      this.#fault ??= `The file is larger than ${grouped(LIMITS.bytes / 1e6)} MB, the most that can be opened; split it`;
    }
    this.#decode(() => this.#decoder.decode(piece, { stream: true }));
  }

  /** The whole text, once. A character that is not complete is a fault; with a fault the text is empty. */
  end(): string {
    this.#decode(() => this.#decoder.decode());
    return this.#fault === null ? this.#pieces.join('') : '';
  }

  #decode(piece: () => string): void {
    if (this.#fault !== null) return;
    try {
      this.#pieces.push(piece());
    } catch {
      this.#fault = 'The file is not UTF-8 text; save it with the encoding UTF-8';
    }
  }
}

function otherThanText([a, b, c, d]: Uint8Array): string | null {
  if (a === 0x1f && b === 0x8b) return 'The file is compressed (gzip); unpack it first';
  if (a === 0x50 && b === 0x4b && c === 3 && d === 4) return 'The file is a zip archive; unpack it first';
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff))
    return 'The file is UTF-16; save it with the encoding UTF-8';
  return null;
}
