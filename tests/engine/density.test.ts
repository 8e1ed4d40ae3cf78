import { describe, expect, it } from 'vitest';
import { Bitmap } from '../../src/engine/bitmap';
import { densityOf, edgeRows } from '../../src/engine/density';
import { histogram } from '../../src/engine/histogram';
import { rowSet } from '../../src/engine/rows/postings';
import { columnsOf, EDGE_COUNTS } from '../fixtures/columns';
import { chronologyOf } from '../fixtures/events';
import { generateChronology } from '../fixtures/generate';
import { random } from '../fixtures/random';
import { slowDensity, slowHistogram } from '../oracle/slow-density';
import { slowRows } from '../oracle/slow-rows';

const DAY = 86_400_000;
const at = (date: string): number => Date.parse(date);

describe('density and histogram', () => {
  for (const count of [...EDGE_COUNTS, 3000]) {
    it(`are those of counting ${count} generated events one by one (seed ${count + 21})`, () => {
      const generated = generateChronology(count, count + 21, { nasty: count % 2 === 0 ? 0 : 0.2, lean: true });
      const columns = columnsOf(generated);
      const rows = slowRows(generated.events);
      const source = random(count);
      for (let i = 0; i < 4; i++) {
        const some = new Set(rows.filter(() => source.chance(i === 3 ? 0.02 : 0.5)).map(({ row }) => row));
        const set = i === 0 ? null : rowSet(Uint32Array.from(some), count);
        const chosen = i === 0 ? rows : rows.filter(({ row }) => some.has(row));
        const from = at('1990-01-01') + source.below(9000) * DAY + source.below(DAY);
        const to = from + (1 + source.zipf(14_000)) * DAY * (i === 2 ? 0.01 : 1);
        const width = 1 + source.below(90);
        const edgesOf = edgeRows(columns, from, to, width);
        const step = (to - from) / width;
        const wanted = Array.from({ length: width }, (_, x) =>
          slowDensity(
            chosen,
            from + ((to - from) * x) / width,
            x + 1 >= width ? to : from + ((to - from) * (x + 1)) / width,
          ),
        );
        expect([...densityOf(set ?? Bitmap.all(count), edgesOf)], `step ${step}`).toEqual(wanted);
        const shares = histogram(columns, set, from, to, width);
        const slow = slowHistogram(chosen, from, to, width);
        slow.forEach((share, bin) => expect(shares[bin]).toBeCloseTo(share, 6));
        const overlapping = chosen.filter(({ date }) => date !== null && date.earliest < to && date.latest > from);
        expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(overlapping.length, 6);
      }
    });
  }
});

describe('edge rows', () => {
  it('are one more than the steps, and the last is that of the end', () => {
    const columns = columnsOf(chronologyOf([{ date: '2020-01-01' }, { date: '2020-01-02' }, { date: '2020-01-03' }]));
    const [from, to] = [at('2020-01-01'), at('2020-01-03')];
    expect([...edgeRows(columns, from, to, 2)]).toEqual([0, 1, 2]);
    expect([...edgeRows(columns, from, to, 0)]).toEqual([2]);
    expect([...edgeRows(columns, from, to, 3)]).toEqual([0, 1, 2, 2]);
    expect([...densityOf(Bitmap.all(3), Int32Array.of())]).toEqual([]);
  });
});

describe('a histogram', () => {
  const year = [at('2021-01-01'), at('2022-01-01')] as const;

  it('spreads an event of which only the year is known over the year', () => {
    const columns = columnsOf(chronologyOf([{ date: '2021' }]));
    expect([...histogram(columns, null, ...year, 5)]).toEqual(
      [0.2, 0.2, 0.2, 0.2, 0.2].map((share) => expect.closeTo(share, 9)),
    );
    const wider = histogram(columns, null, year[0] - 365 * DAY, year[1] + 365 * DAY, 3);
    expect([...wider]).toEqual([0, 1, 0]);
  });

  it('has an event that only partly shows in what shows of it', () => {
    const columns = columnsOf(chronologyOf([{ date: '2021' }, { date: '1994/..' }, { date: '../2021-12-31' }]));
    const shares = histogram(columns, null, at('2021-12-31'), at('2022-01-01'), 2);
    expect([...shares]).toEqual([1.5, 1.5]);
  });

  it('counts an event that began just before the window in the first bin', () => {
    const columns = columnsOf(chronologyOf([{ date: '2020-12-31T12:00:00Z/2021-01-01' }, { date: '2020-12-31' }]));
    expect([...histogram(columns, null, ...year, 12)].slice(0, 2)).toEqual([1, 0]);
  });

  it('is empty without a window, and holds whole numbers where only whole events are', () => {
    const columns = columnsOf(chronologyOf([{ date: '2021-05-05' }, { date: '2020/2021' }, { date: '2021-12' }, {}]));
    expect([...histogram(columns, null, year[1], year[0], 2)]).toEqual([0, 0]);
    expect([...histogram(columns, null, -Infinity, year[0], 2)]).toEqual([0, 0]);
    expect([...histogram(columns, null, at('2021-05-05'), at('2021-05-06'), 2)][1]).toBe(1);
    expect([...histogram(columns, Bitmap.fromRows([1], 4), ...year, 365)].filter((share) => share !== 0)).toEqual([1]);
  });
});
