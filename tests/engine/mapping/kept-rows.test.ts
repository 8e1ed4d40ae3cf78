import { expect, test } from 'vitest';
import type { TableRow } from '../../../src/engine/formats/table';
import { KeptRows } from '../../../src/engine/mapping/kept-rows';
import { random } from '../../fixtures/random';

test('5,000 rows of any cells come back as they were, in their order, and once (seed 4)', () => {
  const source = random(4);
  const rows: TableRow[] = Array.from({ length: 5000 }, (_, line) => ({
    spot: { line, column: source.below(3) },
    cells: Array.from({ length: source.below(5) }, () =>
      source.pick([null, true, -1.5, '', 'é😀"\n', '{"time":1}', 'x'.repeat(90), new Date(9e11), new Date(Number.NaN)]),
    ),
  }));
  const kept = new KeptRows();
  for (const row of rows) kept.add(row);
  expect([...kept.taken()]).toEqual(rows);
  expect([...kept.taken()]).toEqual([]);
});
