import { describe, expect, it, vi } from 'vitest';
import { buildSearchIndex } from '../../../src/engine/search/indexing/build';
import type { SearchIndex } from '../../../src/engine/search/indexing/search-index';
import { rehearsing } from '../../../src/engine/search/rehearsal';
import { search } from '../../../src/engine/search/search';
import { generateChronology } from '../../fixtures/generate';
import { csto, inputOf } from '../../fixtures/search-input';

const { input } = csto();
/** A slice for every search, and the pauses of long ones. */
const MOST_SLICES = 140;

function indexOf(rows: number): SearchIndex {
  const { chronology, events } = generateChronology(rows, 7);
  return buildSearchIndex(inputOf(chronology, events).input);
}

/** How many rows of bits are lent and not given back, and how many have been. */
function lending({ pool }: SearchIndex) {
  const bits = vi.spyOn(pool, 'bits');
  const giveBack = vi.spyOn(pool, 'giveBack');
  const back = (): number => giveBack.mock.calls.reduce((sum, [, rows]) => sum + rows.length, 0);
  return { lent: () => bits.mock.calls.length - back(), times: () => bits.mock.calls.length };
}

describe('a rehearsal of the search', () => {
  it.each([0, 1, 30_000])('comes to its end after a bounded number of slices, of %d events', (rows) => {
    expect([...rehearsing(indexOf(rows))].length).toBeLessThan(MOST_SLICES);
  });

  it('gives all its room back', () => {
    const index = indexOf(3_000);
    const { lent, times } = lending(index);
    for (const _ of rehearsing(index)) expect(lent()).toBe(0);
    expect(times()).toBeGreaterThan(84);
  });

  it('changes no answer', () => {
    const index = buildSearchIndex(input);
    const before = search(index, 'collective secuirty');
    expect([...rehearsing(index)].length).toBeGreaterThan(20);
    expect(search(index, 'collective secuirty')).toEqual(before);
  });
});
