import { ENGLISH } from '../../src/domain/phrase-books';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../src/domain/calendar';
import { Bitmap } from '../../src/engine/bitmap';
import type { Columns } from '../../src/engine/columns';
import type { LaneRows } from '../../src/engine/lanes';
import { layoutScene } from '../../src/engine/layout';
import type { RowSet } from '../../src/engine/rowset';
import type { Scene } from '../../src/engine/scene';
import { columnsOf } from '../fixtures/columns';
import { generateChronology } from '../fixtures/generate';
import { measured, PLOT_LEFT, sceneOf } from '../oracle/layout';

const from = Date.UTC(2005, 0, 1);

/** Rows that stand elsewhere in `b` than in `a`, in lanes whose detail stayed and which leave out long extents in both or neither. */
function moved(a: Scene, b: Scene): number[] {
  return a.lanes.flatMap((lane) => {
    const same = b.lanes.find(
      ({ id, detail, beyond }) => id === lane.id && detail === lane.detail && beyond > 0 === lane.beyond > 0,
    );
    const heights = new Map(same?.marks.map(({ row, y }) => [row, y]));
    return lane.marks.filter(({ row, y }) => (heights.get(row) ?? y) !== y).map(({ row }) => row);
  });
}

describe('while the window moves', () => {
  for (const [count, days, by] of [
    [400, 700, 'topic'],
    [400, 1200, 'none'],
    [6000, 60, 'none'],
    [6000, 400, 'actor'],
    [6000, 40, 'topic'],
    [20_000, 9, 'none'],
  ] as const) {
    it(`no event changes its place, ${count} events by ${by} over ${days} days (seed 9)`, () => {
      const columns = columnsOf(generateChronology(count, 9, { lean: true }));
      const at = (step: number): Scene => {
        const start = columns.earliest[columns.dated >> 2] + (step * 23 * days * DAY_MS) / 800;
        return sceneOf(columns, { from: start, to: start + days * DAY_MS, by });
      };
      let before = at(0);
      let compared = 0;
      for (let step = 1; step < 120; step++) {
        const after = at(step);
        expect(moved(before, after)).toEqual([]);
        compared += after.lanes.reduce((sum, { marks }) => sum + marks.length, 0);
        before = after;
      }
      expect(compared).toBeGreaterThan(500);
    });
  }

  it('bins move with it and never change what they count (seed 10)', () => {
    const columns = columnsOf(generateChronology(6000, 10, { lean: true }));
    const scene = (shift: number): Scene =>
      sceneOf(columns, { from: from + shift, to: from + shift + 4000 * DAY_MS, by: 'topic' });
    const a = scene(0);
    const step = (4000 * DAY_MS * a.bins.step) / 800;
    const b = scene(3 * step);
    expect(a.lanes[0].detail).toBe('density');
    expect(b.lanes[0].density?.subarray(0, 150)).toEqual(a.lanes[0].density?.subarray(3, 153));
    const c = scene(0.4 * step);
    expect(c.lanes[0].density?.subarray(1, 150)).toEqual(a.lanes[0].density?.subarray(1, 150));
    expect(c.bins.x0).toBeCloseTo(a.bins.x0 - 0.4 * a.bins.step, 6);
  });
});

interface Touched {
  count: number;
}

/** `set`, counting the rows it hands out. */
function watched(set: RowSet, touched: Touched): RowSet {
  return new Proxy(set, {
    get(target, key) {
      if (key === 'rows') {
        return (low: number, high: number) => {
          const rows = target.rows(low, high);
          touched.count += rows.length;
          return rows;
        };
      }
      if (key === 'forEach') {
        return (low: number, high: number, visit: (row: number) => void) =>
          target.forEach(low, high, (row) => {
            touched.count++;
            visit(row);
          });
      }
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** Rows touched and marks made for one frame of eight lanes with every eighth row each, the densest `days` in sight. */
function touchedBy(columns: Columns, days: number): { rows: number; titles: number; reads: number } {
  const touched: Touched = { count: 0 };
  let titles = 0;
  let reads = 0;
  const lanes = Array.from({ length: 8 }, (_, lane): LaneRows => {
    const rows = Bitmap.fromRows(
      Array.from({ length: columns.count }, (_row, row) => row).filter((row) => row % 8 === lane),
      columns.count,
    );
    return { id: String(lane), name: String(lane), count: rows.count, rows: watched(rows, touched) };
  });
  const earliest = new Proxy(columns.earliest, {
    get(target, key) {
      reads++;
      return target[Number(key)];
    },
  });
  const middle = columns.earliest[columns.dated >> 1];
  const [width, height] = [1200, 24 + 8 * 40];
  layoutScene({
    columns: { ...columns, earliest, field: (key) => columns.field(key) },
    lanes,
    scale: { from: middle, to: middle + days * DAY_MS, width: 1 },
    plotLeft: PLOT_LEFT,
    width,
    height,
    scrollTop: 0,
    phrases: ENGLISH,
    slotOf: () => -1,
    labelOf(row) {
      titles++;
      return String(row);
    },
    measure: measured,
  });
  return { rows: touched.count, titles, reads };
}

describe('a frame', () => {
  const sizes = [1000, 8000, 64_000].map((count) => columnsOf(generateChronology(count, 11, { lean: true })));

  for (const days of [1, 30, 365, 4000, 12_000]) {
    it(`touches a bounded number of rows, however many there are, ${days} days across (seed 11)`, () => {
      for (const columns of sizes) {
        const { rows, titles, reads } = touchedBy(columns, days);
        expect(rows).toBeLessThanOrEqual(8 * (2 * 512 + 4 * (2 * 128 + 2 * 512 + 187)));
        expect(titles).toBeLessThanOrEqual(8 * 2 * 33);
        expect(reads).toBeLessThanOrEqual(120_000);
      }
    });
  }
});
