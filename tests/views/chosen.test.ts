import { expect, test, vi } from 'vitest';
import { chosen } from '../../src/views/attach/chosen';

test('a list is told to show another value, and never the one that it shows', () => {
  const element = document.createElement('select');
  element.append(new Option('A', 'a'), new Option('B', 'b'));
  const set = vi.spyOn(element, 'value', 'set');
  for (const value of ['a', 'b', 'b', 'a', 'a']) chosen(() => value)(element);
  expect([set.mock.calls.flat(), element.value]).toEqual([['b', 'a'], 'a']);
});
