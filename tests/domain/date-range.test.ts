import { describe, expect, it } from 'vitest';
import { rangeInstants, rangeWords } from '../../src/domain/date-range';
import { PHRASES } from '../fixtures/phrases';

describe('rangeInstants', () => {
  it('goes from the first instant of the one to the last of the other', () => {
    expect(rangeInstants('2022-01', '2022-02')).toEqual({ from: Date.UTC(2022, 0, 1), to: Date.UTC(2022, 2, 1) });
    expect(rangeInstants('2024-07-25', '2024-07-25')).toEqual({
      from: Date.UTC(2024, 6, 25),
      to: Date.UTC(2024, 6, 26),
    });
    expect(rangeInstants('199X', '2004~')).toEqual({ from: Date.UTC(1990, 0, 1), to: Date.UTC(2005, 0, 1) });
  });

  it('is open where there is no bound', () => {
    expect(rangeInstants(null, '2022')).toEqual({ from: -Infinity, to: Date.UTC(2023, 0, 1) });
    expect(rangeInstants('2022', null)).toEqual({ from: Date.UTC(2022, 0, 1), to: Infinity });
    expect(rangeInstants(null, null)).toEqual({ from: -Infinity, to: Infinity });
  });

  it('is null for bounds that cannot be read and for an end before the beginning', () => {
    expect(rangeInstants('2022-13', '2024')).toBeNull();
    expect(rangeInstants(null, 'soon')).toBeNull();
    expect(rangeInstants('2024', '2023')).toBeNull();
    expect(rangeInstants('2024-05', '2024')).not.toBeNull();
  });
});

describe('rangeWords', () => {
  it.each([
    ['2022-01', '2024-12', 'Jan 2022 to Dec 2024'],
    ['2022-01', '2022-04', 'Jan to Apr 2022'],
    ['2022-01-06', '2022-01-19', '6 to 19 Jan 2022'],
    ['2015', '2023', '2015 to 2023'],
    ['2024', '2024', '2024'],
    ['2024-07-25', '2024-07-25', '25 Jul 2024'],
    ['2022-01', null, 'from Jan 2022'],
    [null, '2022-01-05', 'until 5 Jan 2022'],
    [null, null, 'any time'],
    ['soon', '2024', 'soon – 2024'],
    ['soon', null, 'soon'],
    ['../2004', '2010', '../2004 – 2010'],
  ])('of %s and %s is "%s"', (from, to, words) => {
    expect(rangeWords(from, to, PHRASES.en)).toBe(words);
  });

  it('is in any language', () => {
    expect(rangeWords('2022-01', '2024-12', PHRASES.de)).toBe('Jan. 2022 bis Dez. 2024');
    expect(rangeWords('2022-01', null, PHRASES.ru)).toBe('с янв. 2022');
  });
});
