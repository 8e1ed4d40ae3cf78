import { SLOTS } from '../engine/palette-slots';

/** The colours of a drawing, each as CSS writes it. */
export interface Palette {
  readonly ground: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  /** Stronger and weaker rules. */
  readonly line: string;
  readonly line2: string;
  readonly accent: string;
  /** The accent for text. */
  readonly accentInk: string;
  /** Marks without a category, and density. */
  readonly neutral: string;
  /** Of the eight categories. */
  readonly slots: readonly string[];
}

/**
 * Palette from CSS custom properties: `read` gives the resolved value of one (`--ink`), which a computed style does not
 * do by itself for light-dark(). `ground` names the property of what lies under the drawing.
 */
export function readPalette(read: (name: string) => string, ground: '--panel' | '--paper' = '--panel'): Palette {
  return {
    ground: read(ground),
    ink: read('--ink'),
    ink2: read('--ink-2'),
    ink3: read('--ink-3'),
    line: read('--line'),
    line2: read('--line-2'),
    accent: read('--accent'),
    accentInk: read('--accent-ink'),
    neutral: read('--neutral'),
    slots: Array.from({ length: SLOTS }, (_, slot) => read(`--slot-${String(slot)}`)),
  };
}

/** Colour of a slot; that of no category for -1. */
export function slotColour(palette: Palette, slot: number): string {
  return palette.slots[slot] ?? palette.neutral;
}
