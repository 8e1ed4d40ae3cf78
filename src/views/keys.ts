/** Every key the page knows, as Help and README show them. `where`: the part that must have the focus. */
export const KEYS = [
  { keys: ['/'], does: 'search', where: 'anywhere' },
  { keys: ['?'], does: 'show all keys', where: 'anywhere' },
  { keys: ['['], does: 'previous match', where: 'anywhere' },
  { keys: [']'], does: 'next match', where: 'anywhere' },
  { keys: ['g'], does: 'go to the next quiet period', where: 'anywhere' },
  { keys: ['Esc'], does: 'back: close what is open', where: 'anywhere' },
  { keys: ['←', '→'], does: 'previous, next event', where: 'timeline' },
  { keys: ['↑', '↓'], does: 'lane above, below', where: 'timeline' },
  { keys: ['+', '-'], does: 'zoom in, out', where: 'timeline' },
  { keys: ['Shift+←', 'Shift+→'], does: 'pan', where: 'timeline' },
  { keys: ['Home', 'End'], does: 'first, last event', where: 'timeline' },
  { keys: ['F'], does: 'fit all matches', where: 'timeline' },
  { keys: ['Enter'], does: 'open the event', where: 'timeline' },
  { keys: ['↑', '↓'], does: 'event above, below', where: 'list' },
  { keys: ['Home', 'End'], does: 'first, last event', where: 'list' },
  { keys: ['PageUp', 'PageDown'], does: 'a screen up, down', where: 'list' },
  { keys: ['Enter'], does: 'open the event', where: 'list' },
  { keys: ['Enter'], does: 'go to the best match, or take the suggestion', where: 'search' },
  { keys: ['↑', '↓'], does: 'choose a suggestion', where: 'search' },
  { keys: ['↑', '↓'], does: 'value above, below', where: 'filters' },
  { keys: ['Enter', 'Space'], does: 'include a value, or let it go', where: 'filters' },
  { keys: ['x'], does: 'exclude a value, or let it go', where: 'filters' },
  { keys: ['←', '→'], does: 'move an end of the range', where: 'overview' },
  { keys: ['Delete'], does: 'clear the range', where: 'overview' },
] as const;

export type Place = (typeof KEYS)[number]['where'];
