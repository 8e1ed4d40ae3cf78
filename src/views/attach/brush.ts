import type { Attachment } from 'svelte/attachments';

/** A stretch of the element, in CSS pixels from its left edge. */
export interface Stretch {
  readonly x0: number;
  readonly x1: number;
}

export interface Brush {
  /** The stretch that is drawn now, or null. */
  readonly stretch: () => Stretch | null;
  /** `live` until the pointer is let go. */
  readonly change: (stretch: Stretch, live: boolean) => void;
  readonly clear: () => void;
}

/** How near to an edge a pointer takes hold of it. */
const EDGE_PX = { mouse: 6, touch: 18 };
const SLOP_PX = 3;

/** Draw, move and resize a stretch by dragging; double click clears it. */
export function brush(ask: Brush): Attachment<HTMLElement> {
  return (element) => {
    let hold: { readonly x: number; readonly follow: (x: number) => Stretch } | null = null;
    let latest: Stretch | null = null;

    const at = (event: MouseEvent): number => {
      const box = element.getBoundingClientRect();
      return Math.min(Math.max(event.clientX - box.left, 0), box.width);
    };

    function grip(x: number, reach: number): 'x0' | 'x1' | 'whole' | 'new' {
      const drawn = ask.stretch();
      if (drawn === null) return 'new';
      if (Math.abs(x - drawn.x0) <= reach) return 'x0';
      if (Math.abs(x - drawn.x1) <= reach) return 'x1';
      return x > drawn.x0 && x < drawn.x1 ? 'whole' : 'new';
    }

    function onpointerdown(event: PointerEvent): void {
      if (event.button !== 0) return;
      const x = at(event);
      const drawn = ask.stretch() ?? { x0: x, x1: x };
      const held = grip(x, event.pointerType === 'touch' ? EDGE_PX.touch : EDGE_PX.mouse);
      const follow = {
        x0: (to: number) => ordered(to, drawn.x1),
        x1: (to: number) => ordered(drawn.x0, to),
        whole: (to: number) => moved(drawn, to - x, element.clientWidth),
        new: (to: number) => ordered(x, to),
      }[held];
      hold = { x, follow };
      latest = null;
      element.setPointerCapture(event.pointerId);
    }

    function onpointermove(event: PointerEvent): void {
      const x = at(event);
      if (hold === null) {
        const held = grip(x, EDGE_PX.mouse);
        element.dataset.grip = held;
        return;
      }
      if (latest === null && Math.abs(x - hold.x) < SLOP_PX) return;
      latest = hold.follow(x);
      ask.change(latest, true);
    }

    function onpointerup(): void {
      if (hold !== null && latest !== null) ask.change(latest, false);
      hold = null;
    }

    element.addEventListener('pointerdown', onpointerdown);
    element.addEventListener('pointermove', onpointermove);
    element.addEventListener('pointerup', onpointerup);
    element.addEventListener('pointercancel', onpointerup);
    element.addEventListener('dblclick', ask.clear);
    return () => {
      element.removeEventListener('pointerdown', onpointerdown);
      element.removeEventListener('pointermove', onpointermove);
      element.removeEventListener('pointerup', onpointerup);
      element.removeEventListener('pointercancel', onpointerup);
      element.removeEventListener('dblclick', ask.clear);
    };
  };
}

function ordered(a: number, b: number): Stretch {
  return { x0: Math.min(a, b), x1: Math.max(a, b) };
}

/** Moved by `px` and kept whole inside of `width`. */
function moved({ x0, x1 }: Stretch, px: number, width: number): Stretch {
  const by = Math.min(Math.max(px, -x0), width - x1);
  return { x0: x0 + by, x1: x1 + by };
}
