import { describe, expect, it, test } from 'vitest';
import { random } from '../fixtures/random';
import { amount, duration, percentile, significant, summary } from './statistics';

describe('a percentile', () => {
  it.each([
    [[5], 0.5, 5],
    [[2, 1], 0.5, 1],
    [[3, 1, 2], 0.5, 2],
    [[4, 1, 3, 2], 0.95, 4],
    [[4, 1, 3, 2], 0, 1],
    [[10, 9, 100], 1, 100],
  ])('of %j at %s is %s', (values, share, expected) => {
    expect(percentile(values, share)).toBe(expected);
  });

  it('of twenty values leaves one above the 95th', () => {
    const values = Array.from({ length: 20 }, (_, i) => i + 1);
    expect(percentile(values, 0.95)).toBe(19);
  });

  it('is the least value that enough of them do not exceed (seed 4)', () => {
    const source = random(4);
    for (let round = 0; round < 200; round++) {
      const values = Array.from({ length: 1 + source.below(60) }, () => source.below(30));
      const share = source.next();
      const found = percentile(values, share);
      const notAbove = (limit: number) => values.filter((value) => value <= limit).length;
      expect(values).toContain(found);
      expect(notAbove(found)).toBeGreaterThanOrEqual(share * values.length);
      const lower = values.filter((value) => value < found);
      if (lower.length > 0) expect(notAbove(Math.max(...lower))).toBeLessThan(share * values.length);
    }
  });

  it('leaves its values as they were, and there is none of none', () => {
    const values = [3, 1, 2];
    percentile(values, 0.5);
    expect(values).toEqual([3, 1, 2]);
    expect(percentile([], 0.5)).toBeNaN();
  });
});

test('a summary counts, and there is none of none', () => {
  expect(summary([1, 5, 3])).toEqual({ count: 3, p50: 3, p95: 5, max: 5 });
  expect(summary([])).toBeNull();
});

test('numbers are told in three digits and their handiest unit', () => {
  expect([0.08231, 4.1, 83, 31_249, 0].map(significant)).toEqual(['0.0823', '4.1', '83', '31,200', '0']);
  expect([0.5, 999, 1240].map(duration)).toEqual(['0.5 ms', '999 ms', '1.24 s']);
  expect([812, 480_400, 110e6, 1.9e9].map(amount)).toEqual(['0.812 kB', '480 kB', '110 MB', '1.9 GB']);
});
