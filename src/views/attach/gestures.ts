import type { Attachment } from 'svelte/attachments';

/** What pointers on the timeline ask for; positions in CSS pixels from the top left of the element. */
export interface Gestures {
  /** Where the plot begins: a wheel left of it scrolls the lanes. */
  readonly plotLeft: () => number;
  /** Below 1 zooms in; `x` stays where it is. `smooth` when it comes as a step and not as a stream. */
  readonly zoom: (ratio: number, x: number, smooth: boolean) => void;
  /** Positive: later. */
  readonly pan: (px: number) => void;
  readonly click: (x: number, y: number, touch: boolean) => void;
  /** Null when the pointer left. */
  readonly hover: (point: { readonly x: number; readonly y: number } | null) => void;
}

const WHEEL_PER_PX = 0.002;
/** Browsers report a pinch on a trackpad as a wheel with ctrl, in small steps. */
const PINCH_WHEEL_PER_PX = 0.01;
const LINE_PX = 16;
const DOUBLE_CLICK_RATIO = 0.4;
/** A pointer that moved less than this did not drag. */
const SLOP_PX = 4;

/** Wheel, drag, pinch, double click, click and hover on an element. */
export function gestures(ask: Gestures): Attachment<HTMLElement> {
  return (element) => {
    const down = new Map<number, { x: number; y: number }>();
    let dragged = false;
    let start = { x: 0, y: 0 };

    const at = (event: MouseEvent): { x: number; y: number } => {
      const box = element.getBoundingClientRect();
      return { x: event.clientX - box.left, y: event.clientY - box.top };
    };

    function onwheel(event: WheelEvent): void {
      const { x } = at(event);
      if (x < ask.plotLeft() && !event.ctrlKey) return;
      event.preventDefault();
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1;
      const sideways = event.shiftKey ? event.deltaX || event.deltaY : event.deltaX;
      if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) ask.pan(sideways * unit);
      else ask.zoom(Math.exp(event.deltaY * unit * (event.ctrlKey ? PINCH_WHEEL_PER_PX : WHEEL_PER_PX)), x, false);
    }

    function onpointerdown(event: PointerEvent): void {
      if (event.button !== 0) return;
      if (down.size === 0) dragged = false;
      start = at(event);
      down.set(event.pointerId, start);
    }

    function onpointermove(event: PointerEvent): void {
      const here = at(event);
      const before = down.get(event.pointerId);
      if (before === undefined) {
        if (event.pointerType !== 'touch') ask.hover(here);
        return;
      }
      if (!dragged) {
        if (down.size === 1 && Math.hypot(here.x - start.x, here.y - start.y) < SLOP_PX) return;
        dragged = true;
        ask.hover(null);
        for (const id of down.keys()) element.setPointerCapture(id);
      }
      const other = [...down].find(([id]) => id !== event.pointerId)?.[1];
      if (other === undefined) ask.pan(before.x - here.x);
      else pinch(before.x, here.x, other.x);
      down.set(event.pointerId, here);
    }

    /** One of two fingers moved from `x0` to `x1`, the other rests at `x`: what was under both stays under both. */
    function pinch(x0: number, x1: number, x: number): void {
      const spread = Math.max(Math.abs(x1 - x), SLOP_PX);
      ask.zoom(Math.max(Math.abs(x0 - x), SLOP_PX) / spread, x, false);
    }

    function onpointerup(event: PointerEvent): void {
      const was = down.delete(event.pointerId);
      if (!was || dragged || event.type === 'pointercancel') return;
      const { x, y } = at(event);
      ask.click(x, y, event.pointerType === 'touch');
    }

    function ondblclick(event: MouseEvent): void {
      const { x } = at(event);
      if (x >= ask.plotLeft()) ask.zoom(DOUBLE_CLICK_RATIO, x, true);
    }

    const onpointerleave = (): void => ask.hover(null);

    // A passive listener could not keep the page from scrolling.
    element.addEventListener('wheel', onwheel, { passive: false });
    element.addEventListener('pointerdown', onpointerdown);
    element.addEventListener('pointermove', onpointermove);
    element.addEventListener('pointerup', onpointerup);
    element.addEventListener('pointercancel', onpointerup);
    element.addEventListener('pointerleave', onpointerleave);
    element.addEventListener('dblclick', ondblclick);
    return () => {
      element.removeEventListener('wheel', onwheel);
      element.removeEventListener('pointerdown', onpointerdown);
      element.removeEventListener('pointermove', onpointermove);
      element.removeEventListener('pointerup', onpointerup);
      element.removeEventListener('pointercancel', onpointerup);
      element.removeEventListener('pointerleave', onpointerleave);
      element.removeEventListener('dblclick', ondblclick);
    };
  };
}
