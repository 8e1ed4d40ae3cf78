import type { Bytes } from './bytes';
import { LIMITS } from '../../domain/limits';

/** How many times its own size a compressed file may have inside, once that is more than LEAST bytes. */
const RATIO = 200;
const LEAST = 64_000_000;

/** Whether bytes are compressed by gzip, as far as their beginning tells. */
export function isGzip([a, b, c]: Uint8Array): boolean {
  return a === 0x1f && b === 0x8b && c === 8;
}

/** Why an unpacking came to an end before the file did. What came before can be used. */
export class GzipFault extends Error {
  override readonly name = 'GzipFault';
  /** More comes out than any sensible file holds: nothing of it is wanted. */
  readonly isTooMuch: boolean;

  constructor(message: string, isTooMuch = false) {
    super(message);
    this.isTooMuch = isTooMuch;
  }
}

/**
 * What is compressed in `pieces`, as it comes. Throws a GzipFault when they are cut off or broken, and when more comes out
 * than any sensible file holds: nothing of that size is ever held.
 */
export async function* gunzipped(pieces: Bytes): Bytes {
  const stream = new DecompressionStream('gzip');
  const writer = stream.writable.getWriter();
  const reader = stream.readable.getReader();
  let packed = 0;
  let unpacked = 0;
  let fault: unknown = null;
  const feed = async (): Promise<void> => {
    try {
      for await (const piece of pieces) {
        packed += piece.length;
        await writer.write(piece);
      }
      // What the end makes of it may be an error, which what came before must not wait behind: it is taken before the next write.
      await writer.write(new Uint8Array());
      await writer.close();
    } catch (error) {
      fault ??= error;
      await writer.abort(error).catch(() => undefined);
    }
  };
  const feeding = feed();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      unpacked += value.length;
      if (unpacked > LIMITS.bytes || (unpacked > LEAST && unpacked > packed * RATIO)) {
        throw new GzipFault(tooMuch(unpacked), true);
      }
      yield value;
    }
  } catch (error) {
    if (error instanceof GzipFault) throw error;
    throw new GzipFault(
      `The compressed file (gzip) is cut off or broken after ${unpacked} bytes of what is in it; fetch or pack it again`,
    );
  } finally {
    void writer.abort(null).catch(() => undefined);
    void feeding;
  }
}

function tooMuch(unpacked: number): string {
  if (unpacked > LIMITS.bytes) {
    return `The compressed file holds ${LIMITS.bytes / 1e9} GB or more; at most ${LIMITS.bytes / 1e9} GB can be opened, so split it`;
  }
  return `The compressed file holds more than ${RATIO} times its own size, as no table or chronology does; unpack it and see what it is`;
}
