import { expect, it } from 'vitest';
import { TextStarts } from '../../../src/engine/search/indexing/text-starts';
import { random } from '../../fixtures/random';

it('says where texts start that are short, empty and longer than a byte can say, of 1,000 rows of seed 51', () => {
  const source = random(51);
  const starts = new Uint32Array(1001);
  for (let row = 0; row < 1000; row++) {
    const length = source.chance(0.1) ? 250 + source.below(10) : source.chance(0.1) ? source.below(100_000) : row % 60;
    starts[row + 1] = starts[row] + length;
  }
  const kept = new TextStarts(starts);
  for (let row = 0; row < 1000; row++) {
    expect([kept.start(row), kept.length(row)]).toEqual([starts[row], starts[row + 1] - starts[row]]);
  }
});
