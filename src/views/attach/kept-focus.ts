import type { Attachment } from 'svelte/attachments';

const FOCUSABLE = 'a[href], button:enabled, input:enabled, select:enabled, summary, [tabindex="0"]';

/**
 * Keeps the focus on the page when what has it goes away by its own doing (a removed chip, a closed event): it passes to the first
 * stop of the list that it was in, or else to what `fallback` gives for the innermost part that still stands. Browsers leave it nowhere, and no reader of a screen would know.
 */
export function keptFocus(fallback: (standing: HTMLElement) => HTMLElement | null): Attachment<HTMLElement> {
  return (element) => {
    let path: readonly EventTarget[] = [];
    const onfocusin = (event: FocusEvent): void => {
      path = event.composedPath();
    };
    const observer = new MutationObserver(() => {
      const [last] = path;
      if (!(last instanceof Node) || last.isConnected || document.activeElement !== document.body) return;
      const standing = path.find((node): node is HTMLElement => node instanceof HTMLElement && node.isConnected);
      path = [];
      if (standing === undefined) return;
      const next = standing.matches('ul, ol') ? standing.querySelector<HTMLElement>(FOCUSABLE) : null;
      // What put it away may be about to focus something itself, and has scrolled for that.
      (next ?? fallback(standing))?.focus({ preventScroll: true });
    });
    element.addEventListener('focusin', onfocusin);
    observer.observe(element, { childList: true, subtree: true });
    return () => {
      element.removeEventListener('focusin', onfocusin);
      observer.disconnect();
    };
  };
}
