import { describe, expect, it } from 'vitest';
import { Bitmap } from '../../src/engine/bitmap';
import { colourSlots } from '../../src/engine/palette-slots';
import { columnsOf } from '../fixtures/columns';
import { generateChronology } from '../fixtures/generate';
import { random } from '../fixtures/random';

describe('colour slots', () => {
  const totals = Uint32Array.of(1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
  const slots = (counts: readonly number[]): number[] => [...colourSlots(totals, Uint32Array.from(counts))];

  it('belong to the eight most frequent values, the first to the most frequent', () => {
    expect(slots([1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0])).toEqual([-1, 0, 1, 2, 3, 4, 5, 6, 7, -1, -1]);
  });

  it('stay with their owners as long as they match at all', () => {
    expect(slots([5, 1, 1, 1, 1, 1, 1, 1, 1, 5, 0])).toEqual([-1, 0, 1, 2, 3, 4, 5, 6, 7, -1, -1]);
  });

  it('are lent to the values with most matches when their owners have none', () => {
    expect(slots([1, 9, 0, 7, 6, 5, 4, 3, 2, 3, 0])).toEqual([-1, 0, -1, 2, 3, 4, 5, 6, 7, 1, -1]);
    expect(slots([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])).toEqual(Array.from({ length: 11 }, () => -1));
  });

  it('are never shared, and never left free while a value with matches has none (seed 4)', () => {
    const source = random(4);
    const columns = columnsOf(generateChronology(400, 4, { lean: true }));
    const topics = columns.field('topic');
    const all = Uint32Array.from(topics.sets, (set) => set.count);
    for (let i = 0; i < 50; i++) {
      const rows = Bitmap.fromRows(
        Array.from({ length: source.below(40) }, () => source.below(400)),
        400,
      );
      const counts = Uint32Array.from(topics.sets, (set) => set.countIn(rows));
      const used = [...colourSlots(all, counts)].filter((slot) => slot >= 0);
      expect(new Set(used).size).toBe(used.length);
      expect(used.length).toBe(Math.min(8, counts.filter((count) => count > 0).length));
    }
  });
});
