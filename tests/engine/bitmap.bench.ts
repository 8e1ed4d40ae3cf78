import { bench, describe } from 'vitest';
import { Bitmap } from '../../src/engine/bitmap';
import { random } from '../fixtures/random';
import { FEW, SEED, SIZES } from '../fixtures/bench-data';

for (const size of SIZES) {
  const source = random(SEED);
  const rows = Array.from({ length: size }, (_, row) => row);
  const [a, b] = [rows.filter(() => source.chance(0.5)), rows.filter(() => source.chance(0.5))];
  const [x, y] = [Bitmap.fromRows(a, size), Bitmap.fromRows(b, size)];
  const [slowX, slowY] = [new Set(a), new Set(b)];

  describe(`and, ${size} rows`, () => {
    bench('bitmaps', () => {
      x.and(y);
    });
    bench(
      'slow twin: sets of numbers',
      () => {
        a.filter((row) => slowY.has(row));
      },
      FEW,
    );
  });

  describe(`count in common, ${size} rows`, () => {
    bench('bitmaps', () => {
      x.countIn(y);
    });
    bench(
      'slow twin: sets of numbers',
      () => {
        a.reduce((total, row) => total + Number(slowY.has(row)), 0);
      },
      FEW,
    );
  });

  describe(`1,440 ranks, ${size} rows`, () => {
    const edges = Int32Array.from({ length: 1441 }, (_, i) => Math.floor((i * size) / 1441));
    bench('rank directory', () => {
      x.ranks(edges);
    });
    bench(
      'slow twin: every row',
      () => {
        const ranks = new Uint32Array(edges.length);
        let rank = 0;
        for (let row = 0, edge = 0; edge < edges.length; row++) {
          for (; edges[edge] === row; edge++) ranks[edge] = rank;
          if (slowX.has(row)) rank++;
        }
      },
      FEW,
    );
  });
}
