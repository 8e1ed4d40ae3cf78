import { grouped, LIMITS } from '../../domain/limits';

/** How many bytes tell what a file is. */
export const TELLING = 4;

/** Length of the byte order mark that UTF-8 text may begin with. */
export function byteOrderMark([a, b, c]: Uint8Array): number {
  return a === 0xef && b === 0xbb && c === 0xbf ? 3 : 0;
}

/** What a file that begins with these bytes is instead of UTF-8 text; null when nothing speaks against text. */
export function otherThanText([a, b, c, d]: Uint8Array): string | null {
  if (a === 0x1f && b === 0x8b) return 'The file is compressed (gzip); unpack it first';
  if (a === 0x50 && b === 0x4b && c === 3 && d === 4) return 'The file is a zip archive; unpack it first';
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff))
    return 'The file is UTF-16; save it with the encoding UTF-8';
  return null;
}

/** Why a file of `bytes` or more is refused; null when it is not too large. */
export function sizeFault(bytes: number): string | null {
  if (bytes <= LIMITS.bytes) return null;
  return `The file has ${gigabytes(bytes)} or more; at most ${gigabytes(LIMITS.bytes)} can be opened, so split it`;
}

/** Why a file is refused of which an event, told by its number, or another part, by its key, is too large. */
export function partFault(part: number | string): string {
  const most = `${LIMITS.part / 1e6} MB`;
  if (typeof part === 'string')
    return `"${part}" of the file is larger than ${most}; a chronology lists its events under "events"`;
  return `Event ${grouped(part)} of the file is larger than ${most}; perhaps a bracket is missing in it`;
}

function gigabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1e8) / 10} GB`;
}
