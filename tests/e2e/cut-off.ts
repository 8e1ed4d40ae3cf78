import type { Page } from 'playwright-core';

/** What may be scrolled sideways: the filters in force, on a phone. */
const SIDEWAYS = '.strip';

/**
 * Texts and controls in sight that are cut off at a side, each with where it is and where it could be: where no dots say
 * that there is more, and nothing that is meant to be scrolled sideways holds them.
 */
export function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate((sideways) => {
    const hasDots = (element: Element) => {
      const { textOverflow, webkitLineClamp } = getComputedStyle(element);
      return textOverflow === 'ellipsis' || webkitLineClamp !== 'none';
    };
    const holdsText = (element: Element) =>
      [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
    /** The element itself when it ends in dots, else what is around it and clips; null for the page. */
    const frameOf = (element: Element): Element | null => {
      if (hasDots(element)) return element;
      for (let one = element; getComputedStyle(one).position !== 'fixed';) {
        if (one.parentElement === null) return null;
        one = one.parentElement;
        if (hasDots(one) || getComputedStyle(one).overflowX !== 'visible') return one;
      }
      return null;
    };
    const found: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      if (!holdsText(element) && !element.matches('button, input, select, a, canvas')) continue;
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      if (element.closest('.unseen, .skip') !== null) continue;
      const box = element.getBoundingClientRect();
      if (box.width <= 1 || box.height <= 1) continue;
      const name = (element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40);
      const frame = frameOf(element);
      if (frame !== null && (hasDots(frame) || frame.matches(sideways))) continue;
      if (getComputedStyle(element).overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1) {
        found.push(`${element.tagName} "${name}" is wider than it shows`);
      }
      const room = (frame ?? document.documentElement).getBoundingClientRect();
      if (box.left < room.left - 1 || box.right > room.right + 1) {
        const [from, to, left, right] = [box.left, box.right, room.left, room.right].map(Math.round);
        found.push(`${element.tagName} "${name}" from ${from} to ${to}, room from ${left} to ${right}`);
      }
    }
    return found;
  }, SIDEWAYS);
}
