import { readPalette, type Palette } from '../../render/palette';
import type { Theme } from '../../state/preferences.svelte';

/**
 * The page's colours as a canvas needs them, on the ground of `--panel` or `--paper`. `theme` is the one asked for, `scheme` names
 * whatever else the colours depend on: with another value they are read anew.
 */
export function paletteOf(theme: Theme, scheme: string, ground: '--panel' | '--paper'): Palette {
  const probe = document.createElement('span');
  probe.hidden = true;
  probe.dataset.scheme = scheme;
  probe.style.colorScheme = theme === 'system' ? 'light dark' : theme;
  // Forced colours would make one of them all, and of the picture a black box; it draws its own ground.
  probe.style.setProperty('forced-color-adjust', 'none');
  document.body.append(probe);
  const style = getComputedStyle(probe);
  try {
    return readPalette((name) => {
      probe.style.color = `var(${name})`;
      return style.color;
    }, ground);
  } finally {
    probe.remove();
  }
}
