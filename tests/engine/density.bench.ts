import { bench, describe } from 'vitest';
import { Bitmap } from '../../src/engine/bitmap';
import { densityOf, edgeRows } from '../../src/engine/density';
import { Bins } from '../../src/engine/histogram';
import { benchData, FEW, SCALE, SIZES } from '../fixtures/bench-data';

const dataOf = benchData();
const LANES = 10;

for (const size of SIZES) {
  const all = Bitmap.all(size);

  describe(`density of ${LANES} lanes over ${SCALE.width} pixels, ${size} events`, () => {
    bench('ranks', () => {
      const { columns } = dataOf(size);
      const edgesOf = edgeRows(columns, SCALE.from, SCALE.to, SCALE.width);
      for (let lane = 0; lane < LANES; lane++) densityOf(columns.field('actor').sets[lane], edgesOf);
    });
    bench(
      'slow twin: every event of every lane into its pixel',
      () => {
        const { rows } = dataOf(size);
        const perMs = SCALE.width / (SCALE.to - SCALE.from);
        for (let lane = 0; lane < LANES; lane++) {
          const counts = new Uint32Array(SCALE.width);
          for (const { date, event } of rows) {
            if (date === null || !event.actors.some(({ id }) => id === `actor-${lane}`)) continue;
            counts[Math.floor((date.earliest - SCALE.from) * perMs)]++;
          }
        }
      },
      FEW,
    );
  });

  describe(`histogram of 500 bins, ${size} events`, () => {
    bench('bins, once', () => {
      new Bins(dataOf(size).columns, SCALE.from, SCALE.to, 500).of(null);
    });
    let bins: Bins | null = null;
    bench('ranks and differences', () => {
      bins ??= new Bins(dataOf(size).columns, SCALE.from, SCALE.to, 500);
      bins.of(all);
    });
    bench(
      'slow twin: every event into each of its bins',
      () => {
        const bins = new Float64Array(500);
        const width = (SCALE.to - SCALE.from) / 500;
        for (const { date } of dataOf(size).rows) {
          if (date === null) continue;
          const from = Math.max(0, Math.floor((date.earliest - SCALE.from) / width));
          const to = Math.min(499, Math.floor((date.latest - SCALE.from) / width));
          for (let bin = from; bin <= to; bin++) bins[bin] += 1 / (to - from + 1);
        }
      },
      FEW,
    );
  });
}
