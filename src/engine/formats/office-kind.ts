import { messageOf } from '../../domain/message-of';
import type { ZipEntry } from './zip-entries';

const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** The names of what is in them stand among the first bytes or a little later. */
const LOOKED_AT = 32_000_000;

/** What can be said of bytes that are those of old or locked office files; null when they are none. */
export function oldOfficeFile(bytes: Uint8Array<ArrayBuffer>): string | null {
  if (OLD_OFFICE.some((byte, index) => bytes[index] !== byte)) return null;
  const names = new TextDecoder('utf-16le').decode(bytes.subarray(0, LOOKED_AT));
  if (names.includes('EncryptedPackage')) {
    return 'The workbook is protected by a password; open it in a spreadsheet program, remove the password and save it again';
  }
  if (names.includes('WordDocument')) return 'The file is an old Word document (.doc); save its table as CSV or .xlsx';
  if (names.includes('Workbook') || names.includes('Book')) {
    return 'The file is a workbook of an old kind (.xls); save it as .xlsx or CSV in a spreadsheet program';
  }
  return 'The file is one of an old office program; save what is in it as .xlsx or CSV';
}

/** What can be said of a zip archive that is no workbook that can be read; null when it is one. */
export function otherArchive(entries: readonly ZipEntry[]): string | null {
  const has = (start: string): boolean => entries.some(({ name }) => name.startsWith(start));
  if (entries.some(({ isLocked }) => isLocked)) {
    return 'The file is a zip archive protected by a password; unpack it and open the files in it';
  }
  if (has('xl/workbook.bin')) return 'The file is a binary workbook (.xlsb); save it as .xlsx or CSV';
  if (has('xl/')) return null;
  if (has('word/'))
    return 'The file is a Word document (.docx); copy its table into a spreadsheet, or save it as CSV or .xlsx';
  if (has('ppt/')) return 'The file is a presentation (.pptx); save its table as CSV or .xlsx';
  if (has('mimetype') && has('content.xml')) {
    return 'The file is an OpenDocument file (.ods or .odt); save it as .xlsx or CSV in a spreadsheet program';
  }
  if (has('Index/')) return 'The file is one of Numbers or Pages; export it as CSV or .xlsx';
  const [first] = entries;
  const named = entries.length === 0 ? 'with nothing in it' : `with ${quantity(entries.length)} in it (${first.name})`;
  return `The file is a zip archive ${named}; unpack it and open the files in it`;
}

/** What a reader of workbooks threw, as a sentence. */
export function unreadable(error: unknown): string {
  const said = messageOf(error).replace(/\.$/, '');
  return `The workbook is damaged and cannot be read (${said}); open it in a spreadsheet program and save it again`;
}

function quantity(count: number): string {
  return count === 1 ? 'one file' : `${count} files`;
}
