/**
 * The position that a key leads to from `here` (-1: none) in a list of `count` rows, `screen` of which are in sight at
 * once; it may lie beyond the ends. Undefined: the key is not the list's.
 */
export function keyTarget(key: string, here: number, screen: number, count: number): number | undefined {
  return {
    ArrowDown: here + 1,
    ArrowUp: Math.max(here, 0) - 1,
    PageDown: here + screen,
    PageUp: here - screen,
    Home: 0,
    End: count - 1,
  }[key];
}
