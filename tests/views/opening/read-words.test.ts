import { describe, expect, it } from 'vitest';
import type { FileRead } from '../../../src/engine/formats/choices';
import { loadedWords, statusWords } from '../../../src/views/opening/read-words';

const file = (records: number, events: number): FileRead => ({
  name: 'a.csv',
  format: 'CSV',
  encoding: 'utf-8',
  mapping: null,
  records,
  events,
});

describe('what is said of the rows of files', () => {
  it('counts the rows of all of them', () => {
    expect(loadedWords([file(1_000, 998), file(584, 582)])).toBe('1,580 of 1,584 rows loaded');
    expect(loadedWords([file(1, 1)])).toBe('1 row loaded');
    expect(loadedWords([file(12, 40)])).toBe('40 events of 12 records');
  });

  it('names the problems where no number of rows shows that there are any', () => {
    expect(statusWords([file(3, 3)], 0)).toBe('3 rows loaded');
    expect(statusWords([file(3, 3)], 1)).toBe('3 rows loaded, 1 problem');
    expect(statusWords([file(1_584, 1_580)], 4)).toBe('1,580 of 1,584 rows loaded');
  });
});
