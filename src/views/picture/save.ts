import { cutText } from '../../domain/quote';

const KEPT_MS = 60_000;
const MOST_LETTERS = 60;

/** Hands a file to the browser, which saves it under that name. */
export function save(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}

/** A name for a file made of a title, any title: letters and digits of all scripts, and hyphens. */
export function fileName(title: string, ending: string): string {
  const words =
    title
      .toLowerCase()
      .normalize('NFC')
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const short = cutText(words.join('-'), MOST_LETTERS).replace(/-$/, '');
  return `${short === '' ? 'chronology' : short}.${ending}`;
}
