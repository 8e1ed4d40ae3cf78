import type { Spot } from './format';
import type { Pages } from './pages';

const NEWLINE = 10;
/** Bytes from here up to FIRST go on with a character that began before; those from FOUR on begin one of two UTF-16 units. */
const CONTINUES = 0x80;
const FIRST = 0xc0;
const FOUR = 0xf0;

/** Line and column of each of `places`, which lie in `pages` and ascend. Looks at every byte before the last of them, once. */
export function spotsOf(places: readonly number[], pages: Pages): Spot[] {
  const spots: Spot[] = [];
  let line = 1;
  let column = 1;
  for (const { bytes, base } of pages.all()) {
    for (let at = 0; at < bytes.length && spots.length < places.length; at += 1) {
      while (spots.length < places.length && places[spots.length] <= base + at) spots.push({ line, column });
      const byte = bytes[at];
      if (byte === NEWLINE) {
        line += 1;
        column = 1;
      } else if (byte < CONTINUES || byte >= FIRST) column += byte >= FOUR ? 2 : 1;
    }
  }
  while (spots.length < places.length) spots.push({ line, column });
  return spots;
}
