import type { FieldColumn } from './columns';

/** Colours that stay apart under any colour vision; more do not exist. */
export const SLOTS = 8;

/**
 * Per value of `column` its colour slot, 0 to 7, or -1 for neutral. The eight values that most events of the whole
 * chronology have own the slots, the most frequent the first. Those among them without a match (`counts`, per value)
 * lend theirs to the other values with the most matches.
 */
export function colourSlots(column: FieldColumn, counts: Uint32Array): Int8Array {
  const slots = new Int8Array(column.values.length).fill(-1);
  const owners = most(column.sets.map((set) => set.count));
  const free = owners.flatMap((value, slot) => (counts[value] === 0 ? slot : []));
  owners.forEach((value, slot) => {
    if (counts[value] > 0) slots[value] = slot;
  });
  const owned = new Set(owners);
  const guests = most(Array.from(counts, (count, value) => (owned.has(value) ? 0 : count))).slice(0, free.length);
  guests.forEach((value, i) => {
    slots[value] = free[i];
  });
  return slots;
}

/** Indexes of the eight greatest `totals` above 0, the greatest first, else by index. */
function most(totals: readonly number[]): readonly number[] {
  return [...totals.keys()]
    .filter((value) => totals[value] > 0)
    .sort((a, b) => totals[b] - totals[a] || a - b)
    .slice(0, SLOTS);
}
