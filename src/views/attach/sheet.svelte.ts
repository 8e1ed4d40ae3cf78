import type { Attachment } from 'svelte/attachments';

/** Where sheets cover the page; the same width as in the styles. */
export const COVERS = '(max-width: 760px)';

/**
 * An element that covers the page while `open`, where windows are narrow: there its first `stop` (a selector) takes the focus when it
 * comes, or as soon as it is there, and what had the focus before gets it back when it goes.
 */
export function sheet(open: () => boolean, stop: string): Attachment<HTMLElement> {
  return (element) => {
    let before: Element | null = null;
    const enter = (): boolean => {
      const first = element.querySelector<HTMLElement>(stop);
      first?.focus({ preventScroll: true });
      return first !== null;
    };
    $effect(() => {
      if (!open()) {
        if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
        before = null;
        return;
      }
      if (!matchMedia(COVERS).matches) return;
      before = document.activeElement;
      if (enter()) return;
      const observer = new MutationObserver(() => enter() && observer.disconnect());
      observer.observe(element, { childList: true, subtree: true });
      return () => observer.disconnect();
    });
  };
}
