import { describe, expect, test } from 'vitest';
import type { Mapping } from '../../src/engine/mapping/mapping';
import { type Mappings, readMappings, withMapping, writeMappings } from '../../src/state/mappings';

const mapping: Mapping = { roles: ['date', 'title'], separators: ['', ';'], joiner: ', ', dayOrder: 'day first' };
const wide: Mapping = {
  ...mapping,
  roles: Array.from({ length: 5000 }, () => 'keep'),
  separators: Array.from({ length: 5000 }, () => ''),
};

const filled = (count: number, one: Mapping): Mappings =>
  Array.from({ length: count }).reduce<Mappings>((all, _, at) => withMapping(all, String(at), one), new Map());

describe('mappings', () => {
  test('are read as they were written, in their order, whatever their keys', () => {
    const all = ['b', '1', '__proto__', 'a'].reduce<Mappings>(
      (some, key) => withMapping(some, key, mapping),
      new Map(),
    );
    expect([...readMappings(writeMappings(all))]).toEqual([...all]);
  });

  test('of a key known are replaced and the newest; of more than 50 the oldest go', () => {
    const all = withMapping(filled(50, mapping), '0', { ...mapping, joiner: '!' });
    expect([all.size, [...all.keys()].at(-1), all.get('0')?.joiner]).toEqual([50, '0', '!']);
    const more = withMapping(all, 'new', mapping);
    expect([more.size, more.has('1'), more.has('2'), more.has('new')]).toEqual([50, false, true, true]);
  });

  test('that take too much room go, the oldest first', () => {
    const text = writeMappings(filled(50, wide));
    expect(text.length).toBeLessThanOrEqual(500_000);
    const kept = [...readMappings(text).keys()];
    expect([kept.at(-1), kept.length > 3, kept.length < 50]).toEqual(['49', true, true]);
  });

  test.each([
    ['nothing', null],
    ['no JSON', '['],
    ['no list', '{"a":1}'],
    ['too much', `[${' '.repeat(1_000_001)}]`],
    ['entries of another form', '[1,["a"],["a",null],[1,{}],["a",{}]]'],
    ['an unknown role', JSON.stringify([['a', { ...mapping, roles: ['date', 'constructor'] }]])],
    ['fewer separators', JSON.stringify([['a', { ...mapping, separators: [''] }]])],
    ['an unknown order', JSON.stringify([['a', { ...mapping, dayOrder: 'year first' }]])],
    ['no joiner', JSON.stringify([['a', { ...mapping, joiner: 7 }]])],
  ])('of %s are none', (_, text) => {
    expect(readMappings(text).size).toBe(0);
  });

  test('that are sound stay where others are broken', () => {
    const text = JSON.stringify([['a', mapping], ['b', { roles: 7 }], 'x']);
    expect([...readMappings(text)]).toEqual([['a', mapping]]);
  });
});
