import { most } from './most';

/** Colours that stay apart under any colour vision; more do not exist. */
export const SLOTS = 8;

/**
 * Per value its colour slot, 0 to 7, or -1 for neutral. The eight values that most events of the whole chronology have
 * (`totals`, per value) own the slots, the most frequent the first. Those among them without a match (`counts`) lend
 * theirs to the other values with the most matches.
 */
export function colourSlots(totals: Uint32Array, counts: Uint32Array): Int8Array {
  const slots = new Int8Array(totals.length).fill(-1);
  const owners = most(totals, SLOTS).filter((value) => totals[value] > 0);
  const free = [...owners.keys()].filter((slot) => counts[owners[slot]] === 0);
  owners.forEach((value, slot) => {
    if (counts[value] > 0) slots[value] = slot;
  });
  const guests = most(counts, 2 * SLOTS).filter((value) => counts[value] > 0 && !owners.includes(value));
  guests.subarray(0, free.length).forEach((value, i) => {
    slots[value] = free[i];
  });
  return slots;
}
