import type { Encoding } from './choices';

const RICH = '{\\rtf';
/** After four bytes, and after 257. */
const [FILM, TAR] = ['ftyp', 'ustar'];
const ZIP = 'PK\x03\x04';
const COMPOUND = '\xd0\xcf\x11\xe0';
/** What files of no text begin with, and what they are. */
const KINDS: readonly (readonly [string, string, string])[] = [
  ['%PDF', 'a PDF document', 'copy the table out of it'],
  ['\x89PNG', 'a picture (PNG)', 'choose the file with the data'],
  ['\xff\xd8\xff', 'a picture (JPEG)', 'choose the file with the data'],
  ['GIF8', 'a picture (GIF)', 'choose the file with the data'],
  ['BM', 'a picture (BMP)', 'choose the file with the data'],
  ['II*\0', 'a picture (TIFF)', 'choose the file with the data'],
  ['MM\0*', 'a picture (TIFF)', 'choose the file with the data'],
  ['ID3', 'a sound (MP3)', 'choose the file with the data'],
  ['OggS', 'a sound or a film (Ogg)', 'choose the file with the data'],
  ['RIFF', 'a sound, a film or a picture (RIFF)', 'choose the file with the data'],
  ['7z\xbc\xaf', 'an archive (7z)', 'unpack it first'],
  ['Rar!', 'an archive (RAR)', 'unpack it first'],
  ['BZh', 'compressed (bzip2)', 'unpack it first'],
  ['\xfd7zXZ', 'compressed (xz)', 'unpack it first'],
  ['\x28\xb5\x2f\xfd', 'compressed (zstd)', 'unpack it first'],
  ['\x1f\x8b', 'compressed twice (gzip)', 'unpack it first'],
  ['SQLite format 3', 'a database (SQLite; a plaso storage file is one)', 'export it as CSV or JSON lines'],
  ['PAR1', 'a Parquet table', 'export it as CSV'],
  ['\x7fELF', 'a program', 'choose the file with the data'],
  ['MZ', 'a program', 'choose the file with the data'],
  ['\0asm', 'a program', 'choose the file with the data'],
  ['\xca\xfe\xba\xbe', 'a program', 'choose the file with the data'],
];
/** One control character in so many, but for line ends and tabs, speaks against text. */
const CONTROLS = 12;

/** Whether a file that begins so may be a workbook: a zip archive, or the container of old and of locked ones. */
export function isWorkbook(head: Uint8Array): boolean {
  return begins(head, ZIP) || begins(head, COMPOUND);
}

/** What a file of another kind is that is known by its first bytes, and what would do; null for one that may be text. */
export function kindOf(head: Uint8Array): string | null {
  if (begins(head, RICH)) return 'The file is a text document (RTF); save its table as CSV or .xlsx';
  if (begins(head, FILM, 4))
    return 'The file is a film or a picture (MP4, HEIC or the like), not text; choose the file with the data';
  if (begins(head, TAR, 257)) return 'The file is an archive (tar); unpack it and open the files in it';
  const known = KINDS.find(([magic]) => begins(head, magic));
  return known === undefined || isPlain(head) ? null : `The file is ${known[1]}, not text; ${known[2]}`;
}

/** Why a file that begins with `head` is no text in `encoding`; null when it may be. Some NULs in a text are none. */
export function binaryKind(head: Uint8Array, encoding: Encoding): string | null {
  const kind = kindOf(head);
  if (kind !== null) return kind;
  if (encoding.startsWith('utf-16')) return null;
  const seen = head.subarray(0, 1 << 14);
  let controls = 0;
  for (const byte of seen) if (byte < 32 && !(byte >= 9 && byte <= 13)) controls += 1;
  if (controls * CONTROLS <= seen.length) return null;
  return 'The file is binary, not text; choose a table, a calendar or a chronology, or export it as CSV';
}

function begins(head: Uint8Array, magic: string, from = 0): boolean {
  for (let at = 0; at < magic.length; at += 1) if (head[from + at] !== magic.charCodeAt(at)) return false;
  return true;
}

/** Whether all of the first bytes are letters, digits and the like: `MZ` may begin a word. */
function isPlain(head: Uint8Array): boolean {
  return head.subarray(0, 256).every((byte) => (byte >= 32 && byte < 127) || (byte >= 9 && byte <= 13));
}
