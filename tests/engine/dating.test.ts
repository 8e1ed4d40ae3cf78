import { describe, expect, it } from 'vitest';
import { readDate } from '../../src/domain/date';
import { datingOf } from '../../src/engine/columns/dating';

describe('dating', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['2024-07-25', 'day'],
    ['2024-07-25T10:30Z', 'day'],
    ['2024-07', 'month'],
    ['2024-21', 'season'],
    ['2024', 'year'],
    ['2024~', 'year'],
    ['202X', 'coarser'],
    ['20XX', 'coarser'],
    ['2022-01-05/2022-01-19', 'span'],
    ['2022-01-05/2022-02', 'month'],
    ['2022/2022-02-01', 'year'],
    ['2022-01-05/..', 'span'],
    ['/2022-01', 'month'],
    ['{2022-01-05,2022-01-07}', 'span'],
    ['{..1990,2001-01-01..}', 'year'],
    ['[2022-01-19..2023-11-23]', 'bounded'],
    ['[2022-01-19..]', 'bounded'],
    ['[2022-01-19]', 'day'],
  ];
  for (const [text, id] of cases) {
    it(`of ${text} is ${id}`, () => {
      const reading = readDate(text);
      expect(reading.ok && datingOf(reading.date)).toBe(id);
    });
  }

  it('of no date is undated', () => expect(datingOf(null)).toBe('undated'));
});
