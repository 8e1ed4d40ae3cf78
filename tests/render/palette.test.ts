import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CATEGORIES } from '../../src/render/categories';
import { readPalette, slotColour } from '../../src/render/palette';
import { ciede2000, contrast, difference, VISIONS } from '../oracle/colour';

const css = readFileSync(new URL('../../src/app.css', import.meta.url), 'utf8');

/** The two values of a custom property written as light-dark(). */
function token(name: string): { readonly light: string; readonly dark: string } {
  const [, light, dark] = new RegExp(`${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css) ?? [];
  return { light, dark };
}

describe('the difference of two colours', () => {
  it('is that of the published pairs', () => {
    expect(ciede2000([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4);
    expect(ciede2000([50, 2.5, 0], [73, 25, -18])).toBeCloseTo(27.1492, 4);
    expect(ciede2000([50, 2.5, 0], [58, 24, 15])).toBeCloseTo(19.4535, 4);
    expect(ciede2000([2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514])).toBeCloseTo(0.9082, 4);
  });

  it('sees red and green come close for protan and deutan eyes', () => {
    const [red, green] = ['#b03030', '#507030'];
    expect(difference(red, green, 'normal')).toBeGreaterThan(45);
    expect(difference(red, green, 'protan')).toBeLessThan(20);
    expect(difference(red, green, 'deutan')).toBeLessThan(20);
  });
});

for (const mode of ['light', 'dark'] as const) {
  const colours = CATEGORIES[mode];
  describe(`the eight category colours on ${mode} ground`, () => {
    it('stand out from paper and panel, 3:1', () => {
      for (const ground of [token('--paper')[mode], token('--panel')[mode]]) {
        expect(Math.min(...colours.map((colour) => contrast(colour, ground)))).toBeGreaterThanOrEqual(3);
      }
    });

    for (const vision of VISIONS) {
      it(`are at least 15 apart to ${vision} eyes`, () => {
        const differences = colours.flatMap((a, i) => colours.slice(0, i).map((b) => difference(a, b, vision)));
        expect(differences).toHaveLength(28);
        expect(Math.min(...differences)).toBeGreaterThanOrEqual(15);
      });
    }

    it('are not taken for the accent or for the neutral', () => {
      for (const other of [token('--accent')[mode], token('--neutral')[mode]]) {
        expect(Math.min(...colours.map((colour) => difference(colour, other, 'normal')))).toBeGreaterThanOrEqual(15);
      }
    });

    it('are those of the style sheet', () => {
      expect(colours.map((_, slot) => token(`--slot-${slot}`)[mode])).toEqual(colours);
    });
  });
}

describe('the palette', () => {
  it('reads every colour by its custom property', () => {
    const palette = readPalette((name) => `<${name}>`, '--paper');
    expect(palette).toMatchObject({ ground: '<--paper>', ink3: '<--ink-3>', accentInk: '<--accent-ink>' });
    expect(palette.slots).toHaveLength(8);
    for (const name of Object.values(palette).flat()) expect(css).toContain(`${String(name).slice(1, -1)}:`);
  });

  it('gives the neutral to what has no category', () => {
    const palette = readPalette((name) => name);
    expect(slotColour(palette, 3)).toBe('--slot-3');
    expect(slotColour(palette, -1)).toBe('--neutral');
  });
});
