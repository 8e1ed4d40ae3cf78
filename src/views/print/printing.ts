import { flushSync, mount, unmount } from 'svelte';
import Sheet from './Sheet.svelte';
import type { Findings } from '../../state/findings.svelte';

/** What is printed, and the address of it. */
export interface Printed {
  readonly found: Findings;
  readonly link: string;
  /** ms since 1970. */
  readonly now: number;
}

/**
 * From now on the browser prints, whoever asks it to, the chronology of `printed` in place of the page; it is made when it is
 * asked for, at once, and gone afterwards. Returns how to stop.
 */
export function printing(printed: () => Printed): () => void {
  let sheet: ReturnType<typeof mount> | null = null;
  const begin = (): void => {
    end();
    // Two may ask for it; one is printed.
    if (document.querySelector('.print-sheet') !== null) return;
    sheet = mount(Sheet, { target: document.body, props: printed() });
    // A browser prints what is there when this returns.
    flushSync();
  };
  const end = (): void => {
    if (sheet !== null) void unmount(sheet);
    sheet = null;
  };
  window.addEventListener('beforeprint', begin);
  window.addEventListener('afterprint', end);
  return () => {
    end();
    window.removeEventListener('beforeprint', begin);
    window.removeEventListener('afterprint', end);
  };
}
