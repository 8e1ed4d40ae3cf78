import '@testing-library/jest-dom/vitest';
import { vi } from 'vitest';

/** What jsdom lacks and the views ask for: present, and doing nothing. A test that needs more replaces it. */
class NoObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
  takeRecords() {
    return [];
  }
}

vi.stubGlobal('ResizeObserver', NoObserver);
vi.stubGlobal('IntersectionObserver', NoObserver);

const noMatch = (media: string) => Object.assign(new EventTarget(), { media, matches: false, onchange: null });
window.matchMedia = noMatch as unknown as typeof window.matchMedia;
window.scrollTo = () => {};
Element.prototype.scrollIntoView = () => {};
Element.prototype.setPointerCapture = () => {};
Element.prototype.releasePointerCapture = () => {};
Element.prototype.hasPointerCapture = () => false;
Element.prototype.animate = () =>
  ({ finished: Promise.resolve(), cancel() {}, finish() {}, onfinish: null }) as unknown as Animation;
HTMLCanvasElement.prototype.getContext = () => null;

HTMLDialogElement.prototype.show = function () {
  this.open = true;
};
HTMLDialogElement.prototype.showModal = function () {
  this.open = true;
};
HTMLDialogElement.prototype.close = function (value?: string) {
  if (!this.open) return;
  this.open = false;
  if (value !== undefined) this.returnValue = value;
  this.dispatchEvent(new Event('close'));
};
HTMLElement.prototype.showPopover = function () {
  this.setAttribute('data-popover-open', '');
};
HTMLElement.prototype.hidePopover = function () {
  this.removeAttribute('data-popover-open');
};
HTMLElement.prototype.togglePopover = function () {
  return this.toggleAttribute('data-popover-open');
};
