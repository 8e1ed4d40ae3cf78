import { expect, test, vi } from 'vitest';
import { JsonItems } from '../../../src/engine/formats/json-list';

vi.mock('../../../src/engine/formats/json-slip', () => ({
  slipOf: () => ({ reason: 'is always taken for sound', remedy: '', isTaken: true }),
}));

test('a sign that is never sound, whatever is thought of it, is passed over in the end', () => {
  const list = new JsonItems([]);
  const found = [...list.add('[1 ] ] : } , 2'), ...list.end()];
  expect(found.filter((each) => each !== null && 'reason' in each)).not.toHaveLength(0);
});
