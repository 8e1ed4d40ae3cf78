import { readPalette, type Palette } from '../../render/palette';

/**
 * The page's colours of this moment as a canvas needs them, on the ground of `--panel` or `--paper`. What they depend on is
 * for the caller to watch: `Preferences.scheme` tells of all of it.
 */
export function paletteOf(ground: '--panel' | '--paper'): Palette {
  const probe = document.createElement('span');
  probe.hidden = true;
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
