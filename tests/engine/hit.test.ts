import { describe, expect, it } from 'vitest';
import { hit, laneAt, marksOf, TOUCH_PX } from '../../src/engine/hit';
import { columnsOf } from '../fixtures/columns';
import { chronologyOf } from '../fixtures/events';
import { generateChronology } from '../fixtures/generate';
import { random } from '../fixtures/random';
import { PLOT_LEFT, sceneOf } from '../oracle/layout';

const columns = columnsOf(
  chronologyOf(
    [
      { date: '2022-01-20', topics: ['a'] },
      { date: '2022-06-15', topics: ['a', 'b'] },
      { date: '2022-09', topics: ['b'] },
    ],
    { topics: [{ id: 'a' }, { id: 'b' }] },
  ),
);
const scene = sceneOf(columns, { from: Date.UTC(2022, 0, 1), to: Date.UTC(2023, 0, 1), by: 'topic', height: 104 });
const [first, second] = scene.lanes;

describe('a hit', () => {
  it('is the nearest mark within the tolerance', () => {
    const { x0, y } = first.marks[0];
    expect(hit(scene, x0, y)).toMatchObject({ kind: 'mark', mark: { row: 0 }, lane: { id: 'a' } });
    expect(hit(scene, x0 - 8, y)).toMatchObject({ mark: { row: 0 } });
    expect(hit(scene, x0 - 9, y)).toBeNull();
    expect(hit(scene, x0 - 9, y, TOUCH_PX)).toMatchObject({ mark: { row: 0 } });
  });

  it('is the whole length of an extent', () => {
    const { row, x0, x1, y } = second.marks[1];
    expect(x1 - x0).toBeGreaterThan(40);
    for (const x of [x0, (x0 + x1) / 2, x1]) expect(hit(scene, x, y)).toMatchObject({ mark: { row } });
  });

  it('is the mark when the point is on its label', () => {
    const { label, y, row } = first.marks[1];
    expect(label).not.toBeNull();
    expect(hit(scene, (label?.x ?? 0) + 30, y)).toMatchObject({ mark: { row } });
    expect(hit(scene, (label?.x ?? 0) + 30, y + 12)).toBeNull();
  });

  it('is nothing on the axis, among the names and outside', () => {
    const { x0, y } = first.marks[0];
    expect(hit(scene, x0, 10)).toBeNull();
    expect(hit(scene, PLOT_LEFT - 1, y)).toBeNull();
    expect(hit(scene, x0, 5000)).toBeNull();
    expect(hit(scene, NaN, NaN)).toBeNull();
  });

  it('is the nearest bin with events in a lane with density', () => {
    const busy = columnsOf(generateChronology(3000, 14, { lean: true }));
    const dense = sceneOf(busy, { from: Date.UTC(1996, 0, 1), to: Date.UTC(2026, 0, 1) });
    const [lane] = dense.lanes;
    const { x0, step } = dense.bins;
    const bin = lane.density?.findIndex((count) => count > 3) ?? -1;
    expect(hit(dense, x0 + (bin + 0.5) * step, 200)).toMatchObject({
      kind: 'density',
      bin,
      count: lane.density?.[bin],
    });
  });

  it('agrees with looking at every mark (seed 15)', () => {
    const many = columnsOf(generateChronology(300, 15, { lean: true }));
    const crowded = sceneOf(many, { from: Date.UTC(2004, 0, 1), to: Date.UTC(2009, 0, 1), by: 'topic', height: 700 });
    const source = random(15);
    let found = 0;
    for (let i = 0; i < 2000; i++) {
      const [x, y] = [PLOT_LEFT + source.next() * 800, 24 + source.next() * 676];
      const lane = laneAt(crowded, y);
      const distances = (lane?.marks ?? []).map((mark) =>
        Math.hypot(Math.max(Math.max(mark.x0, PLOT_LEFT) - x, x - Math.min(mark.x1, 980), 0), y - mark.y),
      );
      const least = Math.min(Infinity, ...distances);
      const under = hit(crowded, x, y);
      if (least <= 4.9) {
        expect(under?.kind).toBe('mark');
        if (under?.kind === 'mark') expect(distances[lane?.marks.indexOf(under.mark) ?? -1]).toBeCloseTo(least);
        found++;
      }
    }
    expect(found).toBeGreaterThan(30);
  });
});

it('the marks of an event stand in every lane it belongs to, from top to bottom', () => {
  const found = marksOf(scene, 1);
  expect(found.map(({ y }) => laneAt(scene, y)?.id)).toEqual(['a', 'b']);
  expect(new Set(found.map(({ x0 }) => x0)).size).toBe(1);
  expect(marksOf(scene, 99)).toEqual([]);
});
