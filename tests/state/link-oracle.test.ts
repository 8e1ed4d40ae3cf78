import { describe, expect, it } from 'vitest';
import { decode } from '../../src/state/link';
import { strayLink } from '../fixtures/links';
import { random } from '../fixtures/random';
import { decodeSlowly } from '../oracle/slow-link';

describe('decode', () => {
  it.each([1, 2, 3, 4])('reads 500 stray links as its slow twin does (seed %i)', (seed) => {
    const source = random(seed);
    for (let round = 0; round < 500; round += 1) {
      const link = strayLink(source);
      expect(decode(link).view, link).toEqual(decodeSlowly(link));
    }
  });
});
