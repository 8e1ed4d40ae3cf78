import type { Source } from './load';

/** The element of a page in one file that holds its chronology, as JSON, and the view that it begins with. */
const BLOCK = 'chronology';
const VIEW = 'data-view';

/** Letters handed on at a time. */
const SLICE = 1_000_000;

/** The chronology that this page carries in itself, where it is a copy in one file; null on a site. */
export function carried(): Source | null {
  const block = document.getElementById(BLOCK);
  if (block === null) return null;
  const text = block.textContent;
  return {
    name: 'this file',
    own: false,
    read: () => Promise.resolve([{ name: 'this file', size: 0, bytes: encoded(text) }]),
  };
}

/** Whether this page is a copy in one file. */
export function isCopy(): boolean {
  return document.getElementById(BLOCK) !== null;
}

/** Makes the view that a copy begins with the one of its address, unless that says another. */
export function takeView(): void {
  const view = document.getElementById(BLOCK)?.getAttribute(VIEW) ?? '';
  if (view !== '' && location.hash === '') location.replace(`#${view}`);
}

// eslint-disable-next-line @typescript-eslint/require-await -- pieces come as from a file, and these are here already
async function* encoded(text: string): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  for (let at = 0; at < text.length;) {
    // Not between the halves of a character.
    const end = at + SLICE + Number(/[\ud800-\udbff]/.test(text.charAt(at + SLICE - 1)));
    yield encoder.encode(text.slice(at, end));
    at = end;
  }
}
